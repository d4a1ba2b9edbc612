using System.Globalization;
using LongAnGis.Web.Styles.Desktop;
using Microsoft.Data.Sqlite;

namespace LongAnGis.Web.Plans.Downloads;

/// <summary>
/// What a GeoPackage says of its tables beside their rows: what columns are called and which codes they take (extension Schema, OGC
/// 12-128r19 F.9), and how they look, in the table <c>layer_styles</c> that QGIS made customary.
/// </summary>
static class GeoPackageLooks
{
    public const string Sql = """
        CREATE TABLE gpkg_extensions (
          table_name TEXT,
          column_name TEXT,
          extension_name TEXT NOT NULL,
          definition TEXT NOT NULL,
          scope TEXT NOT NULL,
          CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name)
        );
        INSERT INTO gpkg_extensions VALUES
          ('gpkg_data_columns', NULL, 'gpkg_schema', 'http://www.geopackage.org/spec121/#extension_schema', 'read-write'),
          ('gpkg_data_column_constraints', NULL, 'gpkg_schema', 'http://www.geopackage.org/spec121/#extension_schema', 'read-write');

        CREATE TABLE gpkg_data_columns (
          table_name TEXT NOT NULL,
          column_name TEXT NOT NULL,
          name TEXT,
          title TEXT,
          description TEXT,
          mime_type TEXT,
          constraint_name TEXT,
          CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name),
          CONSTRAINT gdc_tn UNIQUE (table_name, name)
        );

        CREATE TABLE gpkg_data_column_constraints (
          constraint_name TEXT NOT NULL,
          constraint_type TEXT NOT NULL,
          value TEXT,
          min NUMERIC,
          min_is_inclusive BOOLEAN,
          max NUMERIC,
          max_is_inclusive BOOLEAN,
          description TEXT,
          CONSTRAINT gdcc_ntv UNIQUE (constraint_name, constraint_type, value)
        );

        CREATE TABLE layer_styles (
          id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
          f_table_catalog TEXT(256),
          f_table_schema TEXT(256),
          f_table_name TEXT(256),
          f_geometry_column TEXT(256),
          styleName TEXT(30),
          styleQML TEXT,
          styleSLD TEXT,
          useAsDefault BOOLEAN,
          description TEXT,
          owner TEXT(30),
          ui TEXT(30),
          update_time DATETIME
        );
        """;

    const string Registered = """
        INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change, srs_id)
        VALUES ('layer_styles', 'attributes', 'layer_styles', '', $changed, 0)
        """;

    const string Style = """
        INSERT INTO layer_styles (
          f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, styleQML, styleSLD, useAsDefault, description, owner, update_time)
        VALUES ('', '', $table, 'geom', $name, $qml, $sld, 1, $description, '', $changed)
        """;

    const string Column = """
        INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description, constraint_name)
        VALUES ($table, $column, $name, $title, $description, $constraint)
        """;

    const string Code = """
        INSERT INTO gpkg_data_column_constraints (constraint_name, constraint_type, value, description)
        VALUES ($constraint, 'enum', $value, $description)
        """;

    /// <summary>What holds for the whole file, once its tables are there.</summary>
    public static void Register(SqliteConnection database, DateTime lastChange) => Run(database, Registered, ("$changed", Moment(lastChange)));

    public static void Write(SqliteConnection database, Layer layer, string table, DateTime lastChange)
    {
        var columns = StyledColumn.Of(layer);
        Run(
            database, Style,
            ("$table", table), ("$name", layer.Code), ("$description", layer.Name.Vi), ("$changed", Moment(lastChange)),
            ("$qml", Text(new QgisStyle(layer, columns, english: false).Document())), ("$sld", Text(new SldStyle(layer, english: false).Document())));
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var column in columns)
        {
            // Two columns may be called alike by people, not by the standard.
            var name = names.Add(column.Label.Vi) ? column.Label.Vi : $"{column.Label.Vi} [{column.Key}]";
            var constraint = column.Codes is { Count: > 0 } ? $"{table}_{column.Key}".ToLowerInvariant() : null;
            Run(
                database, Column,
                ("$table", table), ("$column", column.Key), ("$name", name), ("$title", column.Label.Vi), ("$description", column.Label.In(english: true)), ("$constraint", constraint));
            foreach (var code in constraint is null ? [] : column.Codes!.DistinctBy(code => code.Value))
            {
                Run(database, Code, ("$constraint", constraint), ("$value", code.Value), ("$description", code.Label.Vi));
            }
        }
    }

    static string Text(System.Xml.Linq.XDocument document) => System.Text.Encoding.UTF8.GetString(XmlText.Of(document));

    static string Moment(DateTime moment) => moment.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    static void Run(SqliteConnection database, string sql, params (string Name, string? Value)[] values)
    {
        using var command = database.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value is null ? DBNull.Value : value);
        }

        command.ExecuteNonQuery();
    }
}

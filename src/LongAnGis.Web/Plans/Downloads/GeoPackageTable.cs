using System.Globalization;
using LongAnGis.Core.Plans;
using Microsoft.Data.Sqlite;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace LongAnGis.Web.Plans.Downloads;

/// <summary>A feature on its way into a table.</summary>
/// <param name="Id">Its number; null where the table counts.</param>
/// <param name="Geometry">East before north, in the table's own reference system.</param>
sealed record GeoPackageRow(long? Id, Geometry? Geometry, IReadOnlyList<object?> Values);

/// <summary>One table of features in a GeoPackage.</summary>
/// <param name="GeometryKind">point, line, polygon or any, as a layer has it.</param>
/// <param name="Srid">A row of <c>gpkg_spatial_ref_sys</c>.</param>
sealed record GeoPackageTable(string Name, string GeometryKind, IReadOnlyList<(string Key, AttributeType Type)> Columns, int Srid = 4326)
{
    /// <summary>How a layer's table is called.</summary>
    public static string NameOf(string layer) => layer.Replace('-', '_');

    /// <summary>Makes the table and fills it; answers where its features lie.</summary>
    public async Task<Envelope> Write(SqliteConnection database, IAsyncEnumerable<GeoPackageRow> rows, CancellationToken cancellation)
    {
        using var create = database.CreateCommand();
        create.CommandText = $"""
            CREATE TABLE "{Name}" (
              fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
              geom GEOMETRY{string.Concat(Columns.Select(column => $",\n  \"{Identifier(column.Key)}\" {SqliteType(column.Type)}"))}
            )
            """;
        create.ExecuteNonQuery();
        using var insert = database.CreateCommand();
        insert.CommandText = $"""
            INSERT INTO "{Name}" (fid, geom{string.Concat(Columns.Select(column => $", \"{Identifier(column.Key)}\""))})
            VALUES ($fid, $geom{string.Concat(Columns.Select((_, index) => $", $c{index}"))})
            """;

        var geometries = new GeoPackageGeoWriter { HandleOrdinates = Ordinates.XY };
        var extent = new Envelope();
        await foreach (var (id, geometry, values) in rows.WithCancellation(cancellation))
        {
            insert.Parameters.Clear();
            insert.Parameters.AddWithValue("$fid", id is { } number ? number : DBNull.Value);
            insert.Parameters.AddWithValue("$geom", geometry is null ? DBNull.Value : geometries.Write(AsDeclared(geometry)));
            for (var i = 0; i < Columns.Count; i++)
                insert.Parameters.AddWithValue(string.Create(CultureInfo.InvariantCulture, $"$c{i}"), Stored(values[i]));
            insert.ExecuteNonQuery();
            if (geometry is not null)
                extent.ExpandToInclude(geometry.EnvelopeInternal);
        }

        return extent;
    }

    /// <summary>Enters the table into the file's contents.</summary>
    public void Describe(SqliteConnection database, string title, string description, Envelope extent, DateTime lastChange)
    {
        using var describe = database.CreateCommand();
        describe.CommandText = """
            INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change, min_x, min_y, max_x, max_y, srs_id)
            VALUES ($table, 'features', $name, $description, $changed, $west, $south, $east, $north, $srid);
            INSERT INTO gpkg_geometry_columns VALUES ($table, 'geom', $kind, $srid, 0, 0);
            """;
        describe.Parameters.AddWithValue("$table", Name);
        describe.Parameters.AddWithValue("$name", title);
        describe.Parameters.AddWithValue("$description", description);
        describe.Parameters.AddWithValue("$changed", lastChange.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture));
        describe.Parameters.AddWithValue("$kind", GeometryType);
        describe.Parameters.AddWithValue("$srid", Srid);
        foreach (var (name, value) in new[] { ("$west", extent.MinX), ("$south", extent.MinY), ("$east", extent.MaxX), ("$north", extent.MaxY) })
            describe.Parameters.AddWithValue(name, extent.IsNull ? DBNull.Value : value);
        describe.ExecuteNonQuery();
    }

    string GeometryType => GeometryKind switch
    {
        "point" => "POINT",
        "line" => "MULTILINESTRING",
        "polygon" => "MULTIPOLYGON",
        _ => "GEOMETRY",
    };

    // One declared type for each table: programs would split a mixture of single and multiple parts into several layers.
    Geometry AsDeclared(Geometry geometry)
    {
        var declared = (GeometryKind, geometry) switch
        {
            ("line", LineString line) => line.Factory.CreateMultiLineString([line]),
            ("polygon", Polygon polygon) => polygon.Factory.CreateMultiPolygon([polygon]),
            _ => geometry,
        };
        declared.SRID = Srid;
        return declared;
    }

    static object Stored(object? value) => value switch
    {
        null => DBNull.Value,
        DateOnly day => CalendarDay.Write(day),
        bool yes => yes ? 1 : 0,
        _ => value,
    };

    static string SqliteType(AttributeType type) => type switch
    {
        AttributeType.Number => "DOUBLE",
        AttributeType.Integer => "INTEGER",
        AttributeType.Boolean => "BOOLEAN",
        AttributeType.Date => "DATE",
        _ => "TEXT",
    };

    // Keys come from the catalogue, not from a request; quoted all the same.
    static string Identifier(string key) => key.Replace("\"", "", StringComparison.Ordinal);
}

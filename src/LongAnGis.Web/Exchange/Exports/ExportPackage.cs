using System.Globalization;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Database;
using LongAnGis.Web.Ogc;
using LongAnGis.Web.Plans.Downloads;
using Microsoft.Data.Sqlite;
using NetTopologySuite.Geometries;

namespace LongAnGis.Web.Exchange.Exports;

/// <summary>
/// The features as a GeoPackage: to be sent, with styles, aliases and codes; and what GDAL reads to write the other formats, because
/// it keeps types and every digit.
/// </summary>
sealed class ExportPackage(ExportRows rows, PublicDatabase database)
{
    const int PageBytes = 4096;

    /// <summary>Writes the file; answers the names of its tables.</summary>
    /// <param name="isSplit">Whether points, lines and areas get tables of their own; those that would be empty are left out.</param>
    public async Task<IReadOnlyList<string>> Write(string path, ExportRequest request, bool isSplit, CancellationToken cancellation)
    {
        try
        {
            // Without pooling: a pooled connection would keep the file open after it is closed here.
            await using var file = new SqliteConnection($"Data Source={path};Pooling=False");
            await file.OpenAsync(cancellation);
            Run(file, string.Create(CultureInfo.InvariantCulture, $"""
                PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA page_size = {PageBytes}; PRAGMA max_page_count = {ExportLimits.MostBytes / PageBytes};
                """));
            Run(file, GeoPackageTables.Sql + GeoPackageLooks.Sql);
            await using var transaction = (SqliteTransaction)await file.BeginTransactionAsync(cancellation);
            await Register(file, request.Items.Crs, cancellation);
            List<string> tables = [];
            foreach (var (kind, dimension) in isSplit ? Dimensions : [(request.Collection.GeometryKind, null)])
            {
                if (await WriteTable(file, request, kind, dimension, cancellation) is { } name)
                {
                    tables.Add(name);
                }
            }

            GeoPackageLooks.Register(file, LastChange(request));
            await transaction.CommitAsync(cancellation);
            return tables;
        }
        catch (SqliteException full) when (full.SqliteErrorCode == SQLitePCL.raw.SQLITE_FULL)
        {
            throw ExportLimits.TooLarge();
        }
    }

    /// <summary>Whether a table has the points of a layer that mixes shapes: single ones and several in one.</summary>
    public static bool IsOfPoints(string table, ExportRequest request) => table == NameOf(request, "point", isPart: true);

    static string NameOf(ExportRequest request, string kind, bool isPart) => GeoPackageTable.NameOf(request.Collection.Id) + (isPart ? "_" + kind : "");

    static readonly IReadOnlyList<(string Kind, Dimension? Dimension)> Dimensions =
        [("point", Dimension.Point), ("line", Dimension.Curve), ("polygon", Dimension.Surface)];

    async Task<string?> WriteTable(SqliteConnection file, ExportRequest request, string kind, Dimension? dimension, CancellationToken cancellation)
    {
        var columns = FileColumn.Of(request.Format, request.Collection, request.Items.Properties);
        var table = new GeoPackageTable(
            NameOf(request, kind, isPart: dimension is not null),
            // The parts of what is split may be single or several; a shapefile does not tell them apart.
            dimension is null ? kind : "any",
            [.. columns.Select(column => (column.Name, column.Type))],
            request.Items.Crs.Srid);
        var count = 0;
        var chosen = rows.Of(request.Items, cancellation).Where(row => dimension is null || (row.Geometry?.Dimension ?? Dimension.Surface) == dimension);
        var extent = await table.Write(
            file,
            chosen.Select(row =>
            {
                count++;
                return new GeoPackageRow(row.Number, row.Geometry, [.. columns.Select(column => column.Value(row))]);
            }),
            cancellation);
        if (count == 0 && dimension is not null)
        {
            return null;
        }

        table.Describe(file, dimension is null ? request.Collection.Title.Vi : $"{request.Collection.Title.Vi} ({kind})", ExportNotes.Text(request), extent, LastChange(request));
        if (request.Collection.Layer is { } layer && request.Format.Code == "gpkg")
        {
            GeoPackageLooks.Write(file, layer, table.Name, LastChange(request));
            ForgetOthers(file, columns);
        }

        return table.Name;
    }

    /// <summary>
    /// A question for the table that writes numbers as texts where some are not known: MapInfo has no number that is none, and would
    /// say 0. Null where no column needs it.
    /// </summary>
    public static async Task<string?> WithoutEmptyNumbers(string path, string table, ExportRequest request, CancellationToken cancellation)
    {
        await using var file = new SqliteConnection($"Data Source={path};Pooling=False;Mode=ReadOnly");
        await file.OpenAsync(cancellation);
        var columns = FileColumn.Of(request.Format, request.Collection, request.Items.Properties);
        HashSet<string> gaps = [];
        foreach (var name in columns.Where(column => column.Type is AttributeType.Number or AttributeType.Integer or AttributeType.Boolean).Select(column => column.Name))
        {
            await using var command = file.CreateCommand();
            // Names come from the catalogue, as in the table itself.
            command.CommandText = $"SELECT EXISTS (SELECT 1 FROM \"{table}\" WHERE \"{name}\" IS NULL)";
            if ((long)(await command.ExecuteScalarAsync(cancellation))! == 1)
            {
                gaps.Add(name);
            }
        }

        var written = columns.Select(column => gaps.Contains(column.Name) ? $", CAST(\"{column.Name}\" AS TEXT) AS \"{column.Name}\"" : $", \"{column.Name}\"");
        return gaps.Count == 0 ? null : $"SELECT geom{string.Concat(written)} FROM \"{table}\" ORDER BY fid";
    }

    // Looks are told of all columns that downloads have; these files may have fewer.
    static void ForgetOthers(SqliteConnection file, IReadOnlyList<FileColumn> columns)
    {
        using var forget = file.CreateCommand();
        forget.CommandText =
            $"DELETE FROM gpkg_data_columns WHERE column_name NOT IN ({string.Join(", ", columns.Select((_, index) => string.Create(CultureInfo.InvariantCulture, $"$c{index}")))})";
        foreach (var (index, column) in columns.Index())
        {
            forget.Parameters.AddWithValue(string.Create(CultureInfo.InvariantCulture, $"$c{index}"), column.Name);
        }

        forget.ExecuteNonQuery();
    }

    async Task Register(SqliteConnection file, OgcCrs crs, CancellationToken cancellation)
    {
        if (crs.IsStored)
        {
            return;
        }

        await using var command = database.CreateCommand("SELECT srtext FROM spatial_ref_sys WHERE srid = $1");
        command.Parameters.Add(new() { Value = crs.Srid });
        var definition = (string)(await command.ExecuteScalarAsync(cancellation))!;
        using var register = file.CreateCommand();
        register.CommandText = "INSERT INTO gpkg_spatial_ref_sys VALUES ($name, $srid, 'EPSG', $srid, $definition, NULL)";
        register.Parameters.AddWithValue("$name", ExportNotes.CrsName(crs));
        register.Parameters.AddWithValue("$srid", crs.Srid);
        register.Parameters.AddWithValue("$definition", definition);
        register.ExecuteNonQuery();
    }

    // The day that is asked about, so that the same question gives the same file.
    static DateTime LastChange(ExportRequest request) => request.AsOf.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);

    static void Run(SqliteConnection database, string sql)
    {
        using var command = database.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}

using System.Globalization;
using LongAnGis.Core.Coordinates;
using LongAnGis.Core.Lookup;
using LongAnGis.Web.Plans.Downloads;
using Microsoft.Data.Sqlite;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace LongAnGis.Web.Lookup.Batches;

/// <summary>The answers of a batch as a GeoPackage on WGS 84, a feature for each parcel or point.</summary>
static class BatchGeoPackage
{
    public static byte[] Write(LookupBatch batch, BatchResult result)
    {
        var path = Path.Combine(Path.GetTempPath(), $"longan-{Guid.NewGuid():n}.gpkg");
        try
        {
            using (var database = new SqliteConnection($"Data Source={path};Pooling=False"))
            {
                database.Open();
                Run(database, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;");
                Run(database, GeoPackageTables.Sql);
                using var transaction = database.BeginTransaction();
                Fill(database, batch, result);
                transaction.Commit();
            }

            return File.ReadAllBytes(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    static void Fill(SqliteConnection database, LookupBatch batch, BatchResult result)
    {
        var added = result.Answers();
        var names = Distinct([.. batch.Headings, .. added.Select(column => column.Heading)]);
        var types = Enumerable.Repeat("TEXT", batch.Headings.Count).Concat(added.Select(column => Enumerable.Range(0, result.Rows.Count).Select(column.Value).Any(value => value is decimal) ? "DOUBLE" : "TEXT"));
        Run(database, $"CREATE TABLE answers (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom GEOMETRY, {string.Join(", ", names.Zip(types, (name, type) => $"{name} {type}"))})");
        using var insert = database.CreateCommand();
        insert.CommandText = $"INSERT INTO answers (geom, {string.Join(", ", names)}) VALUES ($geom, {string.Join(", ", names.Select((_, at) => $"$c{at}"))})";
        var writer = new GeoPackageGeoWriter { HandleOrdinates = Ordinates.XY };
        var extent = new Envelope();
        for (var at = 0; at < result.Rows.Count; at++)
        {
            var row = result.Rows[at];
            var shape = Shape(row.Corners, batch.Frame);
            insert.Parameters.Clear();
            insert.Parameters.AddWithValue("$geom", shape is null ? DBNull.Value : writer.Write(shape));
            var values = row.Cells.Select(cell => (object?)cell).Concat(added.Select(column => column.Value(at))).ToList();
            for (var column = 0; column < values.Count; column++)
                insert.Parameters.AddWithValue(string.Create(CultureInfo.InvariantCulture, $"$c{column}"), values[column] is decimal number ? (double)number : values[column] ?? DBNull.Value);
            insert.ExecuteNonQuery();
            extent.ExpandToInclude(shape?.EnvelopeInternal ?? new Envelope());
        }

        using var describe = database.CreateCommand();
        describe.CommandText = """
            INSERT INTO gpkg_contents (table_name, data_type, identifier, min_x, min_y, max_x, max_y, srs_id)
            VALUES ('answers', 'features', 'answers', $west, $south, $east, $north, 4326);
            INSERT INTO gpkg_geometry_columns VALUES ('answers', 'geom', 'GEOMETRY', 4326, 0, 0);
            """;
        foreach (var (name, value) in new[] { ("$west", extent.MinX), ("$south", extent.MinY), ("$east", extent.MaxX), ("$north", extent.MaxY) })
            describe.Parameters.AddWithValue(name, extent.IsNull ? DBNull.Value : value);
        describe.ExecuteNonQuery();
    }

    /// <summary>The parcel or point as it was understood, on WGS 84; null when it was not.</summary>
    static Geometry? Shape(string? corners, ReferenceFrame? frame)
    {
        if (corners is null or "")
            return null;

        var table = CornerTableReader.Read(corners);
        if (table.Faults.Count > 0 || ParcelPlacing.Readings(table, new(frame), Region.Vietnam) is not [var reading, ..])
            return null;

        Geometry shape = reading.Positions is [var point]
            ? new Point(point.Longitude, point.Latitude)
            : table.Corners.Count > 2 ? new Polygon(reading.Ring) : new LineString([.. reading.Positions.Select(one => new Coordinate(one.Longitude, one.Latitude))]);
        shape.SRID = 4326;
        return shape;
    }

    // Columns of SQLite differ by more than case, and fid and geom are ours.
    static List<string> Distinct(IReadOnlyList<string> headings)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "fid", "geom" };
        List<string> names = [];
        foreach (var heading in headings)
        {
            var bare = heading.Replace("\"", "", StringComparison.Ordinal).Replace("\0", "", StringComparison.Ordinal).Trim();
            var name = bare.Length == 0 ? "column" : bare;
            for (var again = 2; !taken.Add(name); again++)
                name = string.Create(CultureInfo.InvariantCulture, $"{bare} {again}");
            names.Add($"\"{name}\"");
        }

        return names;
    }

    static void Run(SqliteConnection database, string sql)
    {
        using var command = database.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}

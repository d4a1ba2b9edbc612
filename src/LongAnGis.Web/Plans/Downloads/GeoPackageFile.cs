using System.Globalization;
using LongAnGis.Core.Plans;
using Microsoft.Data.Sqlite;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace LongAnGis.Web.Plans.Downloads;

/// <summary>
/// A GeoPackage with a table of features for each layer, as QGIS, ArcGIS and GDAL open it. SQLite needs a file to write to, so it is made
/// in the temporary folder and deleted when it has been sent.
/// </summary>
public sealed class GeoPackageFile
{
    public const string ContentType = "application/geopackage+sqlite3";

    /// <summary>Writes the file and gives it back open; closing the stream deletes it.</summary>
    public static Task<Stream> Write(
        Layer layer, PointInTime moment, IAsyncEnumerable<DownloadedFeature> features, CancellationToken cancellation) =>
        Write([layer], moment, _ => features, cancellation);

    /// <summary>Writes several layers into one file; features are asked for layer by layer.</summary>
    public static async Task<Stream> Write(
        IReadOnlyList<Layer> layers, PointInTime moment, Func<Layer, IAsyncEnumerable<DownloadedFeature>> features, CancellationToken cancellation)
    {
        var path = Path.Combine(Path.GetTempPath(), $"longan-{Guid.NewGuid():n}.gpkg");
        try
        {
            // Without pooling: a pooled connection would keep the file open after it is closed here.
            await using (var database = new SqliteConnection($"Data Source={path};Pooling=False"))
            {
                await database.OpenAsync(cancellation);
                Run(database, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;");
                Run(database, GeoPackageTables.Sql + GeoPackageLooks.Sql);
                await using var transaction = (SqliteTransaction)await database.BeginTransactionAsync(cancellation);
                var newest = DateTime.UnixEpoch;
                foreach (var layer in layers)
                {
                    var (extent, lastChange) = await WriteFeatures(database, layer, features(layer), cancellation);
                    Describe(database, layer, moment, extent, lastChange);
                    GeoPackageLooks.Write(database, layer, TableName(layer), lastChange);
                    newest = lastChange > newest ? lastChange : newest;
                }

                GeoPackageLooks.Register(database, newest);

                await transaction.CommitAsync(cancellation);
            }

            return new FileStream(
                path, FileMode.Open, FileAccess.Read, FileShare.Delete | FileShare.Read, 64 << 10, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    static string TableName(Layer layer) => layer.Code.Replace('-', '_');

    static async Task<(Envelope Extent, DateTime LastChange)> WriteFeatures(
        SqliteConnection database, Layer layer, IAsyncEnumerable<DownloadedFeature> features, CancellationToken cancellation)
    {
        var columns = DownloadColumn.Of(layer);
        var table = TableName(layer);
        Run(database, $"""
            CREATE TABLE "{table}" (
              fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
              geom GEOMETRY,
              {string.Join(",\n  ", columns.Select(column => $"\"{Identifier(column.Key)}\" {SqliteType(column.Type)}"))}
            )
            """);
        using var insert = database.CreateCommand();
        insert.CommandText = $"""
            INSERT INTO "{table}" (fid, geom, {string.Join(", ", columns.Select(column => $"\"{Identifier(column.Key)}\""))})
            VALUES ($fid, $geom, {string.Join(", ", columns.Select((_, index) => $"$c{index}"))})
            """;

        var geometries = new GeoPackageGeoWriter { HandleOrdinates = Ordinates.XY };
        var extent = new Envelope();
        var lastChange = DateTime.UnixEpoch;
        await foreach (var (feature, geometry) in features.WithCancellation(cancellation))
        {
            insert.Parameters.Clear();
            insert.Parameters.AddWithValue("$fid", feature.Id);
            insert.Parameters.AddWithValue("$geom", geometry is null ? DBNull.Value : geometries.Write(AsDeclared(geometry, layer)));
            for (var i = 0; i < columns.Count; i++)
                insert.Parameters.AddWithValue(string.Create(CultureInfo.InvariantCulture, $"$c{i}"), Stored(columns[i].Value(feature)));
            insert.ExecuteNonQuery();
            if (geometry is not null)
                extent.ExpandToInclude(geometry.EnvelopeInternal);
            if (feature.RecordedAt > lastChange)
                lastChange = feature.RecordedAt;
        }

        return (extent, lastChange);
    }

    // The time of the last change is the content's, not the download's: the same moment gives the same file for ever.
    static void Describe(SqliteConnection database, Layer layer, PointInTime moment, Envelope extent, DateTime lastChange)
    {
        using var describe = database.CreateCommand();
        describe.CommandText = """
            INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change, min_x, min_y, max_x, max_y, srs_id)
            VALUES ($table, 'features', $name, $description, $changed, $west, $south, $east, $north, 4326);
            INSERT INTO gpkg_geometry_columns VALUES ($table, 'geom', $kind, 4326, 0, 0);
            """;
        describe.Parameters.AddWithValue("$table", TableName(layer));
        describe.Parameters.AddWithValue("$name", layer.Name.Vi);
        describe.Parameters.AddWithValue("$description", string.Create(
            CultureInfo.InvariantCulture, $"{layer.Description?.Vi} Quy hoạch {moment.Plan}, {moment}."));
        describe.Parameters.AddWithValue("$changed", lastChange.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture));
        describe.Parameters.AddWithValue("$kind", GeometryType(layer));
        foreach (var (name, value) in new[] { ("$west", extent.MinX), ("$south", extent.MinY), ("$east", extent.MaxX), ("$north", extent.MaxY) })
            describe.Parameters.AddWithValue(name, extent.IsNull ? DBNull.Value : value);
        describe.ExecuteNonQuery();
    }

    static string GeometryType(Layer layer) => layer.GeometryKind switch
    {
        "point" => "POINT",
        "line" => "MULTILINESTRING",
        "polygon" => "MULTIPOLYGON",
        _ => "GEOMETRY",
    };

    // One declared type for each table: programs would split a mixture of single and multiple parts into several layers.
    static Geometry AsDeclared(Geometry geometry, Layer layer)
    {
        var declared = (layer.GeometryKind, geometry) switch
        {
            ("line", LineString line) => line.Factory.CreateMultiLineString([line]),
            ("polygon", Polygon polygon) => polygon.Factory.CreateMultiPolygon([polygon]),
            _ => geometry,
        };
        declared.SRID = 4326;
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

    static void Run(SqliteConnection database, string sql)
    {
        using var command = database.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}

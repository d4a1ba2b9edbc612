using System.Globalization;
using LongAnGis.Core.Plans;
using Microsoft.Data.Sqlite;

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
                    var lastChange = await WriteLayer(database, layer, moment, features(layer), cancellation);
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

    // The time of the last change is the content's, not the download's: the same moment gives the same file for ever.
    static async Task<DateTime> WriteLayer(
        SqliteConnection database, Layer layer, PointInTime moment, IAsyncEnumerable<DownloadedFeature> features, CancellationToken cancellation)
    {
        var columns = DownloadColumn.Of(layer);
        var table = new GeoPackageTable(
            GeoPackageTable.NameOf(layer.Code), layer.GeometryKind, [.. columns.Select(column => (column.Key, column.Type))]);
        var lastChange = DateTime.UnixEpoch;
        var extent = await table.Write(
            database,
            features.Select(downloaded =>
            {
                var (feature, geometry) = downloaded;
                lastChange = feature.RecordedAt > lastChange ? feature.RecordedAt : lastChange;
                return new GeoPackageRow(feature.Id, geometry, [.. columns.Select(column => column.Value(feature))]);
            }),
            cancellation);
        table.Describe(
            database,
            layer.Name.Vi,
            string.Create(CultureInfo.InvariantCulture, $"{layer.Description?.Vi} Quy hoạch {moment.Plan}, {moment}."),
            extent,
            lastChange);
        GeoPackageLooks.Write(database, layer, table.Name, lastChange);
        return lastChange;
    }

    static void Run(SqliteConnection database, string sql)
    {
        using var command = database.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}

using LongAnGis.Web.Database;
using NetTopologySuite.Geometries;
using Npgsql;

namespace LongAnGis.Web.Osm;

/// <summary>What the database has of the layers that an extract fills.</summary>
static class KnownFeatures
{
    static readonly string ExtractQuery = Sql.Beside<OsmImport>("KnownOsmFeatures");
    static readonly string SeedQuery = Sql.Beside<OsmImport>("SeededNeighbours");

    /// <summary>What earlier extracts gave, by layer and code.</summary>
    public static async Task<IReadOnlyDictionary<string, Dictionary<string, KnownOsmFeature>>> FromExtracts(
        NpgsqlConnection connection, string[] layers, CancellationToken cancellation)
    {
        var known = layers.ToDictionary(layer => layer, _ => new Dictionary<string, KnownOsmFeature>(StringComparer.Ordinal));
        await using var command = new NpgsqlCommand(ExtractQuery, connection);
        command.Parameters.AddWithValue(layers);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        while (await row.ReadAsync(cancellation))
        {
            var (layer, code) = (row.GetString(0), row.GetString(1));
            known[layer][code] = new(
                layer, code, row.GetInt64(2), row.GetInt32(3), row.GetString(4), row.GetInt32(5), row.GetBoolean(6));
        }

        return known;
    }

    /// <summary>What the seed gave and nobody has touched since.</summary>
    public static async Task<List<SeededNeighbour>> Seeded(
        NpgsqlConnection connection, string[] layers, CancellationToken cancellation)
    {
        var seeded = new List<SeededNeighbour>();
        await using var command = new NpgsqlCommand(SeedQuery, connection);
        command.Parameters.AddWithValue(layers);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        while (await row.ReadAsync(cancellation))
            seeded.Add(new(
                row.GetString(0), row.GetString(1), row.GetInt64(2), row.GetInt32(3), row.GetString(4), row.GetFieldValue<Geometry>(5)));

        return seeded;
    }
}

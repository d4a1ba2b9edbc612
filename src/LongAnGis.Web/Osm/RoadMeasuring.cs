using LongAnGis.Core.Coordinates;
using LongAnGis.Core.Investment;
using LongAnGis.Core.Investment.Roads;
using LongAnGis.Web.Database;
using LongAnGis.Web.Platform;
using Npgsql;
using NpgsqlTypes;

namespace LongAnGis.Web.Osm;

/// <summary>What of the sites could be measured.</summary>
/// <param name="Reached">Sites with a road within reach.</param>
sealed record MeasuredSites(int Nodes, int Edges, int Sites, int Reached);

/// <summary>
/// Measures how far every site is from what investors ask about, along the roads of an extract: once, when it is imported, so that
/// pages need not search. An extract without roads leaves what was measured along the roads that are still there.
/// </summary>
sealed class RoadMeasuring(TimeProvider clock)
{
    /// <summary>How far, straight, a site or destination may lie from a road: symbols stand anywhere in their commune.</summary>
    public const double ReachMetres = 3000;

    static readonly string SitesQuery = Sql.Beside<RoadMeasuring>("RoadSites");
    static readonly string KeepQuery = Sql.Beside<RoadMeasuring>("KeepRoadDistances");

    sealed record PlacedSite(long Id, Wgs84Position Place, bool IsGate);

    sealed record Measured(long Site, string Destination, double? Metres, string? Obstacle);

    public async Task<MeasuredSites> Measure(NpgsqlConnection connection, ExtractFeatures read, CancellationToken cancellation)
    {
        if (read.Roads.Count == 0)
            return new(0, 0, 0, 0);

        var sites = await Sites(connection, cancellation);
        var fixedOnes = Destinations.All.Where(destination => destination.Place is not null).ToList();
        var built = RoadNetworkBuilder.Build(
            read.Roads, [.. sites.Select(site => site.Place), .. fixedOnes.Select(destination => destination.Place!.Value)], ReachMetres);
        var measured = Destinations.All
            .SelectMany(destination => To(destination, Targets(destination, sites, fixedOnes, built), sites, built)).ToList();
        await Keep(connection, read.Identity, sites, built, measured, cancellation);
        return new(built.Network.Nodes, built.Network.Edges, sites.Count, built.Accesses.Take(sites.Count).Count(access => access is not null));
    }

    static IReadOnlyList<RoadAccess> Targets(
        Destination destination, IReadOnlyList<PlacedSite> sites, List<Destination> fixedOnes, BuiltNetwork built) => destination.Code switch
        {
            Destinations.Expressway => [.. built.Interchanges.Select(node => new RoadAccess(node, 0))],
            Destinations.BorderGate => [.. sites.Select((site, index) => site.IsGate ? built.Accesses[index] : null).OfType<RoadAccess>()],
            _ => built.Accesses[sites.Count + fixedOnes.IndexOf(destination)] is { } access ? [access] : [],
        };

    static IEnumerable<Measured> To(Destination destination, IReadOnlyList<RoadAccess> targets, IReadOnlyList<PlacedSite> sites, BuiltNetwork built)
    {
        var metres = built.Network.MetresTo(targets);
        for (var index = 0; index < sites.Count; index++)
        {
            if (built.Accesses[index] is not { } access)
                continue;

            var isThere = destination.Code == Destinations.BorderGate && sites[index].IsGate;
            var far = isThere ? 0 : access.Metres + metres[access.Node];
            yield return double.IsFinite(far)
                ? new(sites[index].Id, destination.Code, far, null)
                : new(sites[index].Id, destination.Code, null, targets.Count == 0 ? "destination-out-of-reach" : "no-way");
        }
    }

    async Task<IReadOnlyList<PlacedSite>> Sites(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(SitesQuery, connection);
        command.Parameters.AddWithValue("layers", SiteLayers.All.ToArray());
        command.Parameters.AddWithValue("day", clock.TodayInVietnam());
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var sites = new List<PlacedSite>();
        while (await row.ReadAsync(cancellation))
        {
            sites.Add(new(row.GetInt64(0), new(row.GetDouble(1), row.GetDouble(2)), row.GetBoolean(3)));
        }

        return sites;
    }

    async Task Keep(
        NpgsqlConnection connection, ExtractIdentity extract, IReadOnlyList<PlacedSite> sites, BuiltNetwork built, IReadOnlyList<Measured> measured,
        CancellationToken cancellation)
    {
        // Not TRUNCATE: whoever reads a page meanwhile reads what was there.
        await using var before = new NpgsqlCommand("DELETE FROM pub.road_distance; DELETE FROM pub.road_site; DELETE FROM pub.road_network", connection);
        await before.ExecuteNonQueryAsync(cancellation);

        await using var command = new NpgsqlCommand(KeepQuery, connection) { CommandTimeout = 0 };
        command.Parameters.AddWithValue("extract", extract.Number);
        command.Parameters.AddWithValue("taken_on", extract.Day);
        command.Parameters.AddWithValue("reach", ReachMetres);
        command.Parameters.AddWithValue("nodes", built.Network.Nodes);
        command.Parameters.AddWithValue("edges", built.Network.Edges);
        command.Parameters.AddWithValue("now", clock.GetUtcNow());
        command.Parameters.AddWithValue("sites", sites.Select(site => site.Id).ToArray());
        command.Parameters.AddWithValue("latitudes", sites.Select(site => site.Place.Latitude).ToArray());
        command.Parameters.AddWithValue("longitudes", sites.Select(site => site.Place.Longitude).ToArray());
        command.Parameters.AddWithValue(
            "accesses", NpgsqlDbType.Array | NpgsqlDbType.Double, sites.Select((_, index) => built.Accesses[index]?.Metres).ToArray());
        command.Parameters.AddWithValue("from", measured.Select(one => one.Site).ToArray());
        command.Parameters.AddWithValue("destinations", measured.Select(one => one.Destination).ToArray());
        command.Parameters.AddWithValue("metres", NpgsqlDbType.Array | NpgsqlDbType.Double, measured.Select(one => one.Metres).ToArray());
        command.Parameters.AddWithValue("obstacles", NpgsqlDbType.Array | NpgsqlDbType.Text, measured.Select(one => one.Obstacle).ToArray());
        await command.ExecuteNonQueryAsync(cancellation);
    }
}

using System.Collections.Concurrent;
using LongAnGis.Core.Investment;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Database;
using LongAnGis.Web.Investment.Roads;
using LongAnGis.Web.Plans;

namespace LongAnGis.Web.Investment;

/// <summary>
/// The sites of a moment. Between two publications and two days on which something begins or ends they are the same, so they
/// are read once and kept: twenty thousand of them are then filtered and counted within milliseconds.
/// </summary>
public sealed class KnownSites(PublicDatabase database)
{
    /// <summary>Moments that are kept: now, and a few that somebody looks back at.</summary>
    const int MostKept = 6;

    /// <summary>The layers that decide: those of the sites, and the one whose expressways are measured to.</summary>
    static readonly string[] Deciding = [.. SiteLayers.All, "transport"];

    static readonly string StateQuery = Sql.Beside<KnownSites>("SiteState");
    static readonly string SitesQuery = Sql.Beside<KnownSites>("Sites");
    static readonly string RoadsQuery = Sql.Beside<KnownSites>("SiteRoadDistances");

    readonly ConcurrentDictionary<(string Plan, int Revision, DateOnly Day, DateTime? Roads), Lazy<Task<SiteCatalogue>>> kept = new();

    public async Task<SiteCatalogue> At(PointInTime moment, CancellationToken cancellation)
    {
        var key = await State(moment, cancellation);
        if (kept.Count > MostKept && !kept.ContainsKey(key))
        {
            kept.Clear();
        }

        // Read for whoever else waits for it too: the first to ask may leave.
        var reading = kept.GetOrAdd(key, state => new(() => Read(state.Plan, state.Revision, state.Day, state.Roads is not null)));
        try
        {
            return await reading.Value.WaitAsync(cancellation);
        }
        catch (Exception) when (reading.Value.IsFaulted)
        {
            kept.TryRemove(KeyValuePair.Create(key, reading));
            throw;
        }
    }

    async Task<(string Plan, int Revision, DateOnly Day, DateTime? Roads)> State(PointInTime moment, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(StateQuery);
        command.Parameters.AddMoment(moment);
        command.Parameters.AddWithValue("layers", Deciding);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        await row.ReadAsync(cancellation);
        return (moment.Plan, row.GetInt32(0), row.GetFieldValue<DateOnly>(1), row.Find<DateTime>(2));
    }

    async Task<SiteCatalogue> Read(string plan, int revision, DateOnly day, bool hasRoads)
    {
        var roads = hasRoads ? await Roads() : [];
        await using var command = database.CreateCommand(SitesQuery);
        command.Parameters.AddWithValue("plan", plan);
        command.Parameters.AddWithValue("revision", revision);
        command.Parameters.AddWithValue("day", day);
        command.Parameters.AddWithValue("layers", SiteLayers.All.ToArray());
        await using var row = await command.ExecuteReaderAsync();
        var sites = new List<Site>();
        while (await row.ReadAsync())
        {
            var site = SiteRow.Read(row);
            sites.Add(roads.TryGetValue(site.Id, out var measured) && RoadDistances.IsAt(site.Place, measured.Latitude, measured.Longitude)
                ? site with { RoadMetres = measured.Metres } : site);
        }

        return new(sites);
    }

    async Task<Dictionary<long, (double Latitude, double Longitude, double[] Metres)>> Roads()
    {
        await using var command = database.CreateCommand(RoadsQuery);
        await using var row = await command.ExecuteReaderAsync();
        var roads = new Dictionary<long, (double, double, double[] Metres)>();
        while (await row.ReadAsync())
        {
            var site = row.GetInt64(0);
            if (!roads.ContainsKey(site))
                roads[site] = (row.GetDouble(1), row.GetDouble(2), [.. Destinations.All.Select(_ => double.NaN)]);
            if (Destinations.Find(row.GetString(3)) is { } destination)
                roads[site].Metres[Destinations.IndexOf(destination)] = row.GetDouble(4);
        }

        return roads;
    }
}

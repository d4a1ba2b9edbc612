using System.Collections.Concurrent;
using LongAnGis.Core.ChangeSets;
using LongAnGis.Core.Plans;
using LongAnGis.Core.Rules;
using LongAnGis.Web.Database;
using LongAnGis.Web.Plans;
using NetTopologySuite.Geometries;
using Npgsql;

namespace LongAnGis.Web.Quotas;

/// <summary>What a plan allots of one class of land, with its source.</summary>
/// <param name="Area">Code of the district or commune; null for the whole province.</param>
public sealed record LandQuota(
    string LandClass,
    string? Area,
    Bilingual? AreaName,
    Bilingual Name,
    double Hectares,
    double? HectaresTo,
    int Year,
    string Kind,
    string? SourceUrl,
    string? Note)
{
    /// <summary>True when land of the class may be counted against it: a figure that is aimed at, for a national code.</summary>
    public bool Binds => Kind is "chỉ tiêu" or "định hướng" && LandClass.Length == 3;
}

/// <summary>A zone that takes up land of a class.</summary>
/// <param name="Hectares">Planar, on the VN-2000 grid.</param>
public sealed record LandZone(string Layer, long Id, string Code, Bilingual Name, double Hectares);

/// <summary>
/// The land-quota ledger: planned against allotted hectares, for each land class, in the province and in the districts and
/// communes that a draft touches, before and after the draft.
/// </summary>
/// <remarks>
/// Sums of what is published never change at one revision, so they are asked once for each; a published revision makes new
/// ones. The cache is small: plans × days that drafts name × areas that drafts touch.
/// </remarks>
public sealed class LandLedger(PlanDatabase database)
{
    const int MostKept = 2_000;

    static readonly string AllottedQuery = Sql.Beside<LandLedger>("LandAllotted");
    static readonly string NamesQuery = Sql.Beside<LandLedger>("LandClassNames");
    static readonly string QuotasQuery = Sql.Beside<LandLedger>("LandQuotas");
    static readonly string ByAreaQuery = Sql.Beside<LandLedger>("LandByArea");
    static readonly string ZonesQuery = Sql.Beside<LandLedger>("LandZones");
    static readonly string AreasQuery = Sql.Beside<LandLedger>("LandAreas");
    static readonly string MovedQuery = Sql.Beside<LandLedger>("LandMovedByArea");

    readonly ConcurrentDictionary<(int Revision, string Plan, DateOnly Day, string? Area), IReadOnlyDictionary<string, double>> kept = new();

    /// <summary>The ledger as the plan stands on a day, without any draft.</summary>
    public async Task<IReadOnlyList<LedgerLine>> Today(string plan, DateOnly day, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await Of(connection, plan, day, await Newest(connection, cancellation), [], withAreas: false, cancellation);
    }

    /// <summary>One class in each district or commune of a day in which it takes up land or is allotted some.</summary>
    public async Task<IReadOnlyList<LedgerLine>> ByArea(string plan, DateOnly day, string landClass, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var areas = await Areas(connection, day, cancellation);
        var taken = await ByArea(connection, plan, day, await Newest(connection, cancellation), [.. areas.Select(area => area.Code)], cancellation);
        var quotas = (await Quotas(connection, plan, cancellation)).Where(quota => quota.Binds).ToList();
        var names = await Names(connection, cancellation);
        return
        [
            .. areas.Select(area => Line(landClass, area.Code, area.Name, quotas, names, taken[area.Code].GetValueOrDefault(landClass), 0))
                .Where(line => line.BeforeHectares > 0 || line.PlannedHectares is not null),
        ];
    }

    /// <summary>The zones whose land is counted for a class, the largest first; 500 at most.</summary>
    public async Task<IReadOnlyList<LandZone>> Zones(string plan, DateOnly day, string landClass, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(ZonesQuery);
        command.Parameters.AddWithValue("plan", plan);
        command.Parameters.AddWithValue("day", day);
        command.Parameters.AddWithValue("land_class", landClass);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var zones = new List<LandZone>();
        while (await rows.ReadAsync(cancellation))
        {
            zones.Add(new(rows.GetString(0), rows.GetInt64(1), rows.GetString(2), rows.GetBilingual(3), rows.GetDouble(5)));
        }

        return zones;
    }

    static async Task<int> Newest(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var newest = new NpgsqlCommand("SELECT coalesce(max(number), 0) FROM plan.revision", connection);
        return (int)(await newest.ExecuteScalarAsync(cancellation))!;
    }

    static async Task<List<(string Code, Bilingual Name)>> Areas(NpgsqlConnection connection, DateOnly day, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(AreasQuery, connection);
        command.Parameters.AddWithValue("day", day);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var areas = new List<(string, Bilingual)>();
        while (await rows.ReadAsync(cancellation))
        {
            areas.Add((rows.GetString(0), rows.GetBilingual(1)));
        }

        return areas;
    }

    /// <summary>Every figure that the plan's sources state, binding or not.</summary>
    public async Task<IReadOnlyList<LandQuota>> Quotas(string plan, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await Quotas(connection, plan, cancellation);
    }

    /// <param name="withAreas">True to add the districts and communes that the differences touch.</param>
    public async Task<IReadOnlyList<LedgerLine>> Of(
        NpgsqlConnection connection,
        string plan,
        DateOnly day,
        int revision,
        IReadOnlyList<FeatureDifference> differences,
        bool withAreas,
        CancellationToken cancellation)
    {
        var quotas = (await Quotas(connection, plan, cancellation)).Where(quota => quota.Binds).ToList();
        var names = await Names(connection, cancellation);
        var allotted = await Allotted(connection, plan, day, revision, cancellation);
        var moved = LandDifference.Of(differences).Where(one => one.LandClass is not null)
            .GroupBy(one => one.LandClass!).ToDictionary(group => group.Key, group => group.Sum(one => one.Hectares));
        var lines = quotas.Where(quota => quota.Area is null).Select(quota => quota.LandClass)
            .Concat(allotted.Keys).Concat(moved.Keys).Distinct().Order(StringComparer.Ordinal)
            .Select(land => Line(land, null, null, quotas, names, allotted.GetValueOrDefault(land), moved.GetValueOrDefault(land)))
            .ToList();
        if (withAreas && moved.Count > 0)
        {
            lines.AddRange(await InAreas(connection, plan, day, revision, differences, quotas, names, cancellation));
        }

        return lines;
    }

    static async Task<IReadOnlyList<LandQuota>> Quotas(NpgsqlConnection connection, string plan, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(QuotasQuery, connection);
        command.Parameters.AddWithValue("plan", plan);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var quotas = new List<LandQuota>();
        while (await rows.ReadAsync(cancellation))
        {
            quotas.Add(new(
                rows.GetString(0),
                rows.FindString(1),
                rows.FindBilingual(2),
                rows.GetBilingual(4),
                rows.GetDouble(6),
                rows.Find<double>(7),
                rows.GetInt32(8),
                rows.GetString(9),
                rows.FindString(10),
                rows.FindString(11)));
        }

        return quotas;
    }

    static async Task<IReadOnlyDictionary<string, Bilingual>> Names(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(NamesQuery, connection);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var names = new Dictionary<string, Bilingual>(StringComparer.Ordinal);
        while (await rows.ReadAsync(cancellation))
        {
            names[rows.GetString(0)] = rows.GetBilingual(1);
        }

        return names;
    }

    async Task<IReadOnlyDictionary<string, double>> Allotted(
        NpgsqlConnection connection, string plan, DateOnly day, int revision, CancellationToken cancellation)
    {
        if (kept.TryGetValue((revision, plan, day, null), out var known))
        {
            return known;
        }

        await using var command = new NpgsqlCommand(AllottedQuery, connection);
        command.Parameters.AddWithValue("plan", plan);
        command.Parameters.AddWithValue("day", day);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var sums = new Dictionary<string, double>();
        while (await rows.ReadAsync(cancellation))
        {
            sums[rows.GetString(0)] = rows.GetDouble(1);
        }

        return Keep((revision, plan, day, null), sums);
    }

    async Task<IEnumerable<LedgerLine>> InAreas(
        NpgsqlConnection connection,
        string plan,
        DateOnly day,
        int revision,
        IReadOnlyList<FeatureDifference> differences,
        List<LandQuota> quotas,
        IReadOnlyDictionary<string, Bilingual> names,
        CancellationToken cancellation)
    {
        var moved = await Moved(connection, day, differences, cancellation);
        var areas = moved.Select(one => one.Area).Distinct().ToList();
        var before = await ByArea(connection, plan, day, revision, areas, cancellation);
        return moved.Select(one => Line(
            one.LandClass, one.Area, one.Name, quotas, names, before[one.Area].GetValueOrDefault(one.LandClass), one.Hectares));
    }

    static async Task<List<(string Area, Bilingual Name, string LandClass, double Hectares)>> Moved(
        NpgsqlConnection connection, DateOnly day, IReadOnlyList<FeatureDifference> differences, CancellationToken cancellation)
    {
        var parts = differences
            .Where(one => one.Layer.LandClassAttribute is not null && !one.IsEmpty)
            .SelectMany(one => new[] { Part(one.Before, one.Layer, -1), Part(one.After, one.Layer, 1) })
            .OfType<(Geometry Geometry, string LandClass, int Sign)>()
            .ToList();
        await using var command = new NpgsqlCommand(MovedQuery, connection);
        command.Parameters.AddWithValue("geometries", parts.Select(part => part.Geometry).ToArray());
        command.Parameters.AddWithValue("classes", parts.Select(part => part.LandClass).ToArray());
        command.Parameters.AddWithValue("signs", parts.Select(part => part.Sign).ToArray());
        command.Parameters.AddWithValue("day", day);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var moved = new List<(string, Bilingual, string, double)>();
        while (await rows.ReadAsync(cancellation))
        {
            moved.Add((rows.GetString(0), rows.GetBilingual(1), rows.GetString(3), rows.GetDouble(4)));
        }

        return moved;
    }

    static (Geometry, string, int)? Part(PlanFeature? feature, LayerRules layer, int sign) =>
        feature is { IsKnownArea: true, Geometry.IsValid: true } && feature.Text(layer.LandClassAttribute!) is { } landClass
            ? (feature.Geometry!, landClass, sign)
            : null;

    async Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>>> ByArea(
        NpgsqlConnection connection, string plan, DateOnly day, int revision, List<string> areas, CancellationToken cancellation)
    {
        var asked = areas.Where(area => !kept.ContainsKey((revision, plan, day, area))).ToArray();
        if (asked.Length > 0)
        {
            await using var command = new NpgsqlCommand(ByAreaQuery, connection);
            command.Parameters.AddWithValue("areas", asked);
            command.Parameters.AddWithValue("plan", plan);
            command.Parameters.AddWithValue("day", day);
            await using var rows = await command.ExecuteReaderAsync(cancellation);
            var found = asked.ToDictionary(area => area, _ => new Dictionary<string, double>());
            while (await rows.ReadAsync(cancellation))
            {
                found[rows.GetString(0)][rows.GetString(1)] = rows.GetDouble(2);
            }

            foreach (var (area, sums) in found)
            {
                Keep((revision, plan, day, area), sums);
            }
        }

        return areas.ToDictionary(area => area, area => kept.GetValueOrDefault((revision, plan, day, area)) ?? new Dictionary<string, double>());
    }

    Dictionary<string, double> Keep((int, string, DateOnly, string?) key, Dictionary<string, double> sums)
    {
        if (kept.Count >= MostKept)
        {
            kept.Clear();
        }

        kept[key] = sums;
        return sums;
    }

    static LedgerLine Line(
        string landClass,
        string? area,
        Bilingual? areaName,
        List<LandQuota> quotas,
        IReadOnlyDictionary<string, Bilingual> names,
        double before,
        double moved)
    {
        var quota = quotas.FirstOrDefault(one => one.LandClass == landClass && one.Area == area);
        return new(
            landClass,
            quotas.FirstOrDefault(one => one.LandClass == landClass)?.Name
                ?? names.GetValueOrDefault(landClass)
                ?? new(landClass),
            area,
            areaName,
            quota?.Hectares,
            quota?.HectaresTo,
            before,
            before + moved);
    }
}

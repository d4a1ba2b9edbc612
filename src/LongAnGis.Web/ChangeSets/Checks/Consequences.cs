using LongAnGis.Core.ChangeSets;
using LongAnGis.Core.Plans;
using LongAnGis.Core.Rules;
using LongAnGis.Web.Database;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Programme.Ties;
using NetTopologySuite.Geometries;
using Npgsql;
using NpgsqlTypes;

namespace LongAnGis.Web.ChangeSets.Checks;

/// <summary>Something else of the plan on ground that changes, and why that matters.</summary>
public sealed record TouchedFeature(string Layer, Bilingual LayerName, string Code, Bilingual Name, Bilingual Why);

/// <summary>How much ground changes in a district or commune, in hectares.</summary>
public sealed record TouchedArea(string Layer, string Code, Bilingual Name, double Hectares)
{
    public bool IsDistrict => Layer == "districts";
}

/// <summary>What follows from a change set, beyond the rules: land, places, and what else stands there.</summary>
/// <param name="Words">The amendment in words, a phrase each.</param>
public sealed record Consequences(
    IReadOnlyList<Bilingual> Words,
    IReadOnlyList<LedgerLine> Ledger,
    IReadOnlyList<TouchedFeature> Touched,
    IReadOnlyList<TouchedTask> Tasks,
    IReadOnlyList<TouchedArea> Areas)
{
    static readonly string AreasQuery = Sql.Beside<Consequences>("AreasTouched");
    static readonly string FeaturesQuery = Sql.Beside<Consequences>("FeaturesTouched");

    internal static async Task<Consequences> Of(
        NpgsqlConnection connection,
        CheckedSet set,
        IReadOnlyList<FeatureDifference> differences,
        IReadOnlyList<LedgerLine> ledger,
        CancellationToken cancellation)
    {
        Geometry[] grounds = [.. differences.SelectMany(Changed)];
        var areas = grounds.Length == 0 ? [] : await TouchedAreas(connection, grounds, cancellation);
        var touched = grounds.Length == 0
            ? []
            : await TouchedFeatures(connection, set, grounds, [.. differences.Select(one => one.Name.Path)], cancellation);
        FeatureDifference[] made = [.. differences.Where(one => !one.IsEmpty)];
        var tasks = await TasksTouched.By(
            connection, Ids(made.Where(one => one.After is null)), Ids(made.Where(one => one.After is not null)), grounds, set.Day, cancellation);
        var words = DifferenceWords.Say(
            differences,
            [.. areas.Where(area => !area.IsDistrict).Select(area => area.Name)],
            [.. touched.GroupBy(one => one.LayerName).Select(group => (group.Key, group.Count()))]);
        return new(words, ledger, touched, tasks, areas);
    }

    static long[] Ids(IEnumerable<FeatureDifference> differences) => [.. differences.Select(one => one.Before?.Id).OfType<long>()];

    /// <summary>The ground or course that changes; all of it where the change is in words.</summary>
    static IEnumerable<Geometry> Changed(FeatureDifference difference)
    {
        if (difference.Values.Count > 0 && difference.After is { IsKnownArea: true, Geometry.IsValid: true } whole)
        {
            yield return whole.Geometry!;
            yield break;
        }

        if (!difference.Gained.IsNothing)
        {
            yield return difference.Gained.Wgs84;
        }

        if (!difference.Lost.IsNothing)
        {
            yield return difference.Lost.Wgs84;
        }

        if (difference is { IsGeometryChanged: true, After: { HasKnownPlace: true, IsKnownArea: false } course })
        {
            yield return course.Geometry!;
        }
    }

    /// <summary>How much of these grounds lies in each district and commune, the most first.</summary>
    internal static async Task<List<TouchedArea>> TouchedAreas(NpgsqlConnection connection, Geometry[] grounds, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(AreasQuery, connection);
        command.Parameters.AddWithValue("grounds", grounds);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var areas = new List<TouchedArea>();
        while (await rows.ReadAsync(cancellation))
        {
            areas.Add(new(rows.GetString(0), rows.GetString(1), rows.GetBilingual(2), rows.GetDouble(4)));
        }

        return areas;
    }

    static async Task<List<TouchedFeature>> TouchedFeatures(
        NpgsqlConnection connection, CheckedSet set, Geometry[] grounds, string[] changed, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(FeaturesQuery, connection);
        command.Parameters.AddWithValue("grounds", grounds);
        command.Parameters.AddWithValue("changed", changed);
        command.Parameters.AddWithValue("day", set.Day);
        command.Parameters.AddWithValue("plan", NpgsqlDbType.Text, (object?)set.Plan ?? DBNull.Value);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var touched = new List<TouchedFeature>();
        while (await rows.ReadAsync(cancellation))
        {
            touched.Add(new(
                rows.GetString(0),
                rows.GetBilingual(1),
                rows.GetString(4),
                rows.GetBilingual(5),
                rows.GetBoolean(7)
                    ? new(
                        "ký hiệu nằm trên đất thay đổi (vị trí minh họa, không đo)",
                        "its symbol stands on ground that changes (an indicative place, not measured)")
                    : new("nằm trên đất thay đổi", "stands on ground that changes")));
        }

        return touched;
    }
}

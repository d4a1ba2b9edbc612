using System.Collections.Concurrent;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Database;

namespace LongAnGis.Web.Plans;

/// <summary>How many features of one class are known how well.</summary>
/// <param name="Value">Value of the attribute that the symbol classifies by; null without one.</param>
/// <param name="Status">Value of the attribute that says how a thing stands; null without one.</param>
public sealed record Tally(string? Value, string Quality, string? Status, long Count);

/// <summary>How many features a layer shows at a moment, by class and by quality of geometry.</summary>
public sealed record LayerTally(IReadOnlyList<Tally> Parts)
{
    public static readonly LayerTally Empty = new([]);

    public long Count { get; } = Parts.Sum(part => part.Count);
}

/// <summary>
/// Counts features for the legend. The same layer revision on the same day always counts the same, so an answer is kept
/// and a page with twenty layers costs no twenty counts.
/// </summary>
public sealed class LayerTallies(PublicDatabase database)
{
    const int MostKept = 5000;
    static readonly string Query = Sql.Beside<LayerTallies>();
    static readonly string RevisionsQuery = """
        -- The last revision that touched each layer, as known.
        SELECT layer_code, max(number) FROM pub.layer_revision WHERE number <= @revision GROUP BY layer_code
        """;

    readonly ConcurrentDictionary<(string Layer, string Plan, DateOnly Day, int Revision, string By, string Status), LayerTally> kept = new();

    public async Task<IReadOnlyDictionary<string, LayerTally>> Of(
        IReadOnlyList<Layer> layers, PointInTime moment, CancellationToken cancellation)
    {
        var revisions = await Revisions(moment, cancellation);
        var tallies = new Dictionary<string, LayerTally>(StringComparer.Ordinal);
        foreach (var layer in layers)
            tallies[layer.Code] = revisions.TryGetValue(layer.Code, out var revision)
                ? await Of(layer, moment, revision, cancellation)
                : LayerTally.Empty;

        return tallies;
    }

    /// <summary>The last revision that touched each layer; a layer that never was published is missing.</summary>
    public async Task<IReadOnlyDictionary<string, int>> Revisions(PointInTime moment, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(RevisionsQuery);
        command.Parameters.Add(new("revision", moment.Revision));
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var revisions = new Dictionary<string, int>(StringComparer.Ordinal);
        while (await row.ReadAsync(cancellation))
            revisions[row.GetString(0)] = row.GetInt32(1);
        return revisions;
    }

    async Task<LayerTally> Of(Layer layer, PointInTime moment, int revision, CancellationToken cancellation)
    {
        var by = layer.Symbol.By?.Attribute ?? "";
        var status = layer.Symbol.Status ?? "";
        var key = (layer.Code, moment.Plan, moment.AsOf, revision, by, status);
        if (kept.TryGetValue(key, out var known))
            return known;

        await using var command = database.CreateCommand(Query);
        command.Parameters.AddMoment(moment);
        command.Parameters.Add(new("layer", layer.Code));
        command.Parameters.Add(new("by", by));
        command.Parameters.Add(new("status", status));
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var parts = new List<Tally>();
        while (await row.ReadAsync(cancellation))
            parts.Add(new(row.FindString(0), row.GetString(1), row.FindString(2), row.GetInt64(3)));

        if (kept.Count > MostKept)
            kept.Clear();
        return kept[key] = new(parts);
    }
}

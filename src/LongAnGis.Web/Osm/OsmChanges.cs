using LongAnGis.Web.Plans.Publishing;

namespace LongAnGis.Web.Osm;

/// <summary>A feature that an extract gave before: what it said then, and whether the feature is still as it was made.</summary>
sealed record KnownOsmFeature(string Layer, string Code, long Id, int Version, string SaidHash, int SaidVersion, bool IsLive)
{
    /// <summary>True when somebody changed it through a change set of their own: then no extract overwrites it.</summary>
    public bool IsAmended => Version != SaidVersion;
}

/// <summary>What happened to one layer.</summary>
/// <param name="Total">How many features the extract has for it.</param>
/// <param name="Kept">How many were left as a planner amended them.</param>
/// <param name="Live">How many features earlier extracts had left in the layer.</param>
sealed record LayerChanges(string Layer, int Total, int Created, int Updated, int Deleted, int Kept, int Live)
{
    /// <summary>What the layer's features are called.</summary>
    public (string Vi, string En) Names => Layer switch
    {
        "roads" => ("đường", "roads"),
        "canals" => ("kênh, rạch", "canals"),
        "waterways" => ("sông", "rivers"),
        _ => ("địa danh", "places"),
    };
}

/// <summary>
/// What an extract changes: a feature that says the same is not touched, one that says something else is updated, one that
/// is new is created, one that the extract no longer has is deleted. What a planner has amended stays.
/// </summary>
sealed class OsmChanges
{
    readonly List<(FeatureChange Change, string Hash)> changes = [];
    readonly List<LayerChanges> layers = [];

    public IReadOnlyList<FeatureChange> Changes => [.. changes.Select(one => one.Change)];

    /// <summary>Layer, code and hash of every change, to be remembered; the hash of a deleted feature is empty.</summary>
    public IReadOnlyList<(string Layer, string Code, string Hash)> Said =>
        [.. changes.Select(one => (one.Change.Layer, one.Change.Code, one.Hash))];

    public IReadOnlyList<LayerChanges> Layers => layers;

    /// <param name="layer">The layer that is compared.</param>
    /// <param name="features">Everything the extract has for it.</param>
    /// <param name="known">Everything that earlier extracts had for it.</param>
    public void Compare(string layer, IReadOnlyList<OsmFeature> features, IReadOnlyDictionary<string, KnownOsmFeature> known)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        int created = 0, updated = 0, deleted = 0, kept = 0;
        foreach (var feature in features)
        {
            var code = CodeOf(feature, known);
            seen.Add(code);
            switch (known.GetValueOrDefault(code))
            {
                case null:
                    created++;
                    Add(new(ChangeOperation.Create, layer, code, null, null, feature.Content, null), feature.ContentHash);
                    break;
                case { IsAmended: true }:
                    kept++;
                    break;
                case var before when before.SaidHash != feature.ContentHash:
                    // One that had vanished comes back under its old id.
                    updated++;
                    Add(new(ChangeOperation.Update, layer, code, before.Id, before.Version, feature.Content, null), feature.ContentHash);
                    break;
            }
        }

        foreach (var gone in known.Values.Where(before => before is { IsLive: true, IsAmended: false } && !seen.Contains(before.Code)))
        {
            deleted++;
            Add(new(ChangeOperation.Delete, layer, gone.Code, gone.Id, gone.Version, null, null), "");
        }

        layers.Add(new(layer, features.Count, created, updated, deleted, kept, known.Values.Count(before => before.IsLive)));
    }

    /// <summary>Withdraws a feature of the seed for which the extract has something better.</summary>
    public void Withdraw(SeededNeighbour seeded) => changes.Add(
        (new(ChangeOperation.Delete, seeded.Layer, seeded.Code, seeded.Id, seeded.Version, null, null), ""));

    void Add(FeatureChange change, string hash) => changes.Add((change, hash));

    // A feature keeps the code it has, as long as one of its elements carries it; a new one is called after its oldest element.
    static string CodeOf(OsmFeature feature, IReadOnlyDictionary<string, KnownOsmFeature> known) =>
        feature.Codes.FirstOrDefault(code => known.TryGetValue(code, out var before) && before.IsLive)
        ?? OsmFeature.Code(feature.Element, feature.Elements[0]);
}

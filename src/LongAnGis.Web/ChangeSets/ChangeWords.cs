using LongAnGis.Core.ChangeSets;
using LongAnGis.Core.Coordinates;
using LongAnGis.Core.Plans;
using LongAnGis.Core.Rules;
using LongAnGis.Web.Platform;
using NetTopologySuite.Geometries;

namespace LongAnGis.Web.ChangeSets;

/// <summary>What a change does to its feature, in words for people: against what its author saw.</summary>
static class ChangeWords
{
    public static List<string> Of(DraftedChange change, IReadOnlyDictionary<string, LayerRules> rules, Language language)
    {
        var words = new List<string>();
        if (rules.TryGetValue(change.Layer, out var layer) && (change.Before ?? change.After) is not null)
            words.AddRange(DifferenceWords.Say(FeatureDifference.Of(Feature(change, change.Before), Feature(change, change.After), layer))
                .Select(said => said.In(language.IsEnglish)));
        if (change.InForceFrom is { } from)
            words.Add(change.Operation == "delete"
                ? language.Say($"Hết hiệu lực từ {AttributeText.Date(from)}.", $"Ends on {AttributeText.Date(from)}.")
                : language.Say($"Hiệu lực từ {AttributeText.Date(from)}.", $"In force from {AttributeText.Date(from)}."));
        return words;
    }

    /// <summary>Hectares gained (or lost, negative), planar VN-2000; null where a side is indicative or has no area.</summary>
    public static double? GainedHectares(DraftedChange change) => (Hectares(change.Before), Hectares(change.After)) switch
    {
        (null, null) => null,
        var (before, after) when change is { Before: not null, After: not null } => after - before,
        var (before, after) => (after ?? 0) - (before ?? 0),
    };

    static double? Hectares(ChangeContent? content) =>
        content?.Geometry is { Dimension: Dimension.Surface } shape && content.Quality != Quality.Indicative
            ? PlanarMeasure.AreaSquareMetres(shape) / 10_000
            : null;

    static PlanFeature? Feature(DraftedChange change, ChangeContent? content) => content is null
        ? null
        : new(new(change.Layer, change.Code, content.Name), content.Geometry, content.Quality)
        {
            Attributes = content.Attributes,
            GeometrySource = content.GeometrySource,
            Note = content.Note,
            Instrument = content.Instrument,
        };
}

using System.Globalization;
using LongAnGis.Core.Coordinates;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Plans.Features;
using LongAnGis.Web.Platform;

namespace LongAnGis.Web.ChangeSets;

/// <summary>What a change does to its feature, in words for people.</summary>
static class ChangeWords
{
    /// <summary>What differs, from the name to the vertices; for what is added or ended, from when.</summary>
    public static List<string> Of(DraftedChange change, Layer? layer, Language language)
    {
        var words = new List<string>();
        if (change.Before is { } before && change.After is { } after)
        {
            if (before.Name.Vi != after.Name.Vi)
                words.Add(language.Say($"tên “{before.Name.Vi}” → “{after.Name.Vi}”", $"name “{before.Name.Vi}” → “{after.Name.Vi}”"));
            if (layer is not null)
                words.AddRange(VersionDifference.Name(
                    layer, language.IsEnglish,
                    ("", before.Attributes, before.Quality, null),
                    ("", after.Attributes, after.Quality, null)));
            if (before.Geometry?.EqualsExact(after.Geometry) != true && (before.Geometry ?? after.Geometry) is not null)
                words.Add(Shape(before, after, language));
        }

        if (change.InForceFrom is { } from)
            words.Add(change.Operation == "delete"
                ? language.Say($"hết hiệu lực từ {AttributeText.Date(from)}", $"ends on {AttributeText.Date(from)}")
                : language.Say($"hiệu lực từ {AttributeText.Date(from)}", $"in force from {AttributeText.Date(from)}"));
        return words;
    }

    /// <summary>Hectares gained (or lost, negative), planar VN-2000; null where a side is indicative or has no area.</summary>
    public static double? GainedHectares(DraftedChange change) =>
        (Hectares(change.Before), Hectares(change.After)) switch
        {
            (null, null) => null,
            var (before, after) when change is { Before: not null, After: not null } => after - before,
            var (before, after) => (after ?? 0) - (before ?? 0),
        };

    static double? Hectares(ChangeContent? content) =>
        content?.Geometry is { Dimension: NetTopologySuite.Geometries.Dimension.Surface } shape && content.Quality != Quality.Indicative
            ? PlanarMeasure.AreaSquareMetres(shape) / 10_000
            : null;

    static string Shape(ChangeContent before, ChangeContent after, Language language)
    {
        if (before.Geometry is null)
            return language.Say("có vị trí", "now has a place");
        if (after.Geometry is null)
            return language.Say("không còn vị trí", "has no place any more");

        var was = before.Geometry.Coordinates.Select(one => (one.X, one.Y)).ToHashSet();
        var now = after.Geometry.Coordinates.Select(one => (one.X, one.Y)).ToHashSet();
        var (added, removed) = (now.Except(was).Count(), was.Except(now).Count());
        return (added, removed) switch
        {
            (0, 0) => language.Say("thứ tự đỉnh", "order of vertices"),
            _ when added == removed => language.Say($"dời {added} đỉnh", added == 1 ? "1 vertex moved" : $"{added} vertices moved"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{language.Say("hình dạng: thêm", "shape:")} {added}{language.Say(", bớt", " vertices added,")} {removed}{language.Say(" đỉnh", " removed")}"),
        };
    }
}

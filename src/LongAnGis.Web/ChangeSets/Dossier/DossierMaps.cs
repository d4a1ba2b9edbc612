using LongAnGis.Core.Coordinates;
using LongAnGis.Web.Maps;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Print;
using NetTopologySuite.Geometries;
using SkiaSharp;

namespace LongAnGis.Web.ChangeSets.Dossier;

/// <summary>Draws the ground of a change set twice, as the plan stands and as it would stand, side by side at one scale.</summary>
sealed class DossierMaps
{
    const float Gap = 9;
    const float CaptionHeight = 14;
    const float OverviewHeight = 330;
    const float PairHeight = 215;

    /// <summary>What a reader needs to find their way, beneath the layers that are changed.</summary>
    static readonly string[] Context = ["sea", "neighbours", "province", "waterways", "roads", "districts", "communes"];

    readonly DossierFacts facts;
    readonly Layers layers;
    readonly Language language;
    readonly Dictionary<object, (MapSheet Sheet, IReadOnlyList<MapFeature> Features)> grounds;

    DossierMaps(
        DossierFacts facts, Layers layers, Language language, Dictionary<object, (MapSheet, IReadOnlyList<MapFeature>)> grounds) =>
        (this.facts, this.layers, this.language, this.grounds) = (facts, layers, language, grounds);

    /// <summary>Asks for the ground of all maps beforehand, since drawing cannot wait.</summary>
    public static async Task<DossierMaps> Prepare(
        DossierFacts facts, Layers layers, MapFeatures features, Language language, CancellationToken cancellation)
    {
        var grounds = new Dictionary<object, (MapSheet, IReadOnlyList<MapFeature>)>();
        string[] shown = [.. Context.Union(facts.Changes.Select(change => change.Layer))];
        async Task Ask(object key, IEnumerable<DossierChange> changes, float height)
        {
            var extent = new Envelope();
            foreach (var shape in changes.SelectMany(Shapes))
            {
                extent.ExpandToInclude(shape.EnvelopeInternal);
            }

            if (!extent.IsNull)
            {
                var sheet = MapSheet.Showing(extent, HalfSize(height));
                grounds[key] = (sheet, await features.On(sheet, shown, facts.Head.PlanCode, facts.Head.Day, cancellation));
            }
        }

        await Ask(facts, facts.Changes, OverviewHeight);
        foreach (var change in facts.Changes.Count > 1 ? facts.Changes.Take(24) : [])
        {
            await Ask(change.Position, [change], PairHeight);
        }

        return new(facts, layers, language, grounds);
    }

    /// <summary>All changes on one pair of maps; null when none of them has a geometry.</summary>
    public DocumentBlock? Overview() => Draw(facts, facts.Changes, OverviewHeight);

    /// <summary>One change on a pair of maps; null when it has no geometry.</summary>
    public DocumentBlock? Pair(DossierChange change) => Draw(change.Position, [change], PairHeight);

    DocumentBlock.Picture? Draw(object key, IReadOnlyList<DossierChange> changes, float height)
    {
        if (!grounds.TryGetValue(key, out var ground))
        {
            return null;
        }

        var before = changes.SelectMany(change => Accents(change, isAfter: false)).ToList();
        var after = changes.SelectMany(change => Accents(change, isAfter: true)).ToList();
        var description = language.Say("Bản đồ trước và sau: ", "Maps before and after: ")
            + string.Join(", ", changes.Take(12).Select(change => change.Name.In(language.IsEnglish)));
        return new(height, description, (canvas, size) =>
        {
            Half(canvas, 0, language.Say("Trước điều chỉnh", "Before"), ground.Sheet, Standing(ground.Features, changes, isAfter: false), before);
            Half(canvas, size.Width / 2 + Gap / 2, language.Say("Sau điều chỉnh", "After"), ground.Sheet, Standing(ground.Features, changes, isAfter: true), after);
        });
    }

    void Half(
        SKCanvas canvas, float left, string caption, MapSheet sheet, IReadOnlyList<MapFeature> features, IReadOnlyList<MapAccent> accents)
    {
        using var ink = PrintColours.Fill(PrintColours.Ink);
        PrintType.SemiBold.Draw(canvas, caption, left, 9, 8.5f, ink);
        canvas.Save();
        canvas.Translate(left, CaptionHeight);
        new MapPicture(sheet, layers, language).Draw(canvas, features, accents);
        canvas.Restore();
    }

    // The newest plan holds a published change set already: on either side only what is said of its features here counts.
    IReadOnlyList<MapFeature> Standing(IReadOnlyList<MapFeature> features, IReadOnlyList<DossierChange> shown, bool isAfter)
    {
        var changed = facts.Changes.Select(change => change.FeatureId).ToHashSet();
        var others = facts.Changes.Except(shown)
            .Select(change => (Change: change, Side: isAfter ? change.After : change.Before))
            .Where(one => one.Side?.GeometryWgs84 is not null)
            .Select(one => new MapFeature(
                one.Change.Layer, one.Change.FeatureId, one.Side!.Name, one.Side.Attributes, one.Side.Quality, Grid(one.Side.GeometryWgs84!), null));
        return [.. features.Where(feature => !changed.Contains(feature.Id)), .. others];
    }

    static IEnumerable<MapAccent> Accents(DossierChange change, bool isAfter)
    {
        var (before, after) = (change.Before?.GeometryWgs84, change.After?.GeometryWgs84);
        if (!isAfter)
        {
            if (before is not null)
            {
                yield return new(Grid(before), change.Before!.Name.Vi, AccentKind.Subject);
            }

            yield break;
        }

        if (before is not null)
        {
            yield return new(Grid(before), change.Before!.Name.Vi, after is null ? AccentKind.Removed : AccentKind.Former);
        }

        if (after is not null)
        {
            yield return new(Grid(after), change.After!.Name.Vi, AccentKind.Subject);
        }
    }

    static IEnumerable<Geometry> Shapes(DossierChange change) =>
        new[] { change.Before?.GeometryWgs84, change.After?.GeometryWgs84 }.OfType<Geometry>().Where(shape => !shape.IsEmpty).Select(Grid);

    static Geometry Grid(Geometry wgs84) => Vn2000Zone.LongAn.GeometryFromWgs84(wgs84);

    static SKSize HalfSize(float height) => new((PdfPages.Width - Gap) / 2, height - CaptionHeight);
}

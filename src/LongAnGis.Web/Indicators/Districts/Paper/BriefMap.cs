using LongAnGis.Core.Coordinates;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Maps;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Platform;
using NetTopologySuite.Geometries;
using SkiaSharp;

namespace LongAnGis.Web.Indicators.Districts.Paper;

/// <summary>The map on a brief: the district among its neighbours with what the plan places there, as vectors.</summary>
public sealed class BriefMap(DistrictPlan plan, MapFeatures features, LayerCatalogue catalogue)
{
    /// <summary>Indicative places do not bear a larger scale than this.</summary>
    const double LargestScale = 50_000;

    static readonly string[] Context = ["sea", "neighbours", "province", "districts", "communes", "waterways", "roads"];

    /// <summary>What a brief shows of the ground: the map, and the key of its symbols.</summary>
    public sealed record Drawn(Action<SKCanvas> Map, Action<SKCanvas> Key, float KeyHeight);

    /// <summary>
    /// What draws it; null when the boundary was not known, or when a past state of knowledge is asked about: a map on paper
    /// shows the newest publication and must not pretend otherwise.
    /// </summary>
    public async Task<Drawn?> Prepare(DistrictSheet sheet, SKSize size, Language language, CancellationToken cancellation)
    {
        if (sheet.Moment.IsPastKnowledge || await plan.Boundary(sheet.Subject.Region, sheet.Moment, cancellation) is not { } boundary)
            return null;

        var ground = Vn2000Zone.LongAn.GeometryFromWgs84(boundary);
        var paper = MapSheet.Showing(Within(ground.EnvelopeInternal), size, LargestScale);
        var layers = await catalogue.All(sheet.Moment.Revision, cancellation);
        // Only public layers are asked for: whoever reads the brief may be anybody.
        var shown = layers.InDrawingOrder.Select(layer => layer.Code).Where(code => Context.Contains(code) || DistrictPlan.Layers.Contains(code)).ToList();
        var drawn = await features.Published(paper, shown, sheet.Moment, cancellation);
        var accent = new MapAccent(ground, Boundary(sheet, language), AccentKind.Former);
        var key = MapKey.Of(paper, layers, DistrictPlan.Layers, drawn, [accent], language);
        return new(
            canvas => new MapPicture(paper, layers, language).Draw(canvas, drawn, [accent]),
            canvas => key.Draw(canvas, paper, size.Width),
            key.Height);
    }

    static string Boundary(DistrictSheet sheet, Language language) => sheet.Subject.Region.ValidUntil is { } ended
        ? language.Say($"ranh giới đến {AttributeText.Date(ended.AddDays(-1))}", $"boundary until {AttributeText.Date(ended.AddDays(-1))}")
        : language.Say("ranh giới", "boundary");

    // MapSheet leaves much air round what changed in a draft; a district may fill its sheet.
    static Envelope Within(Envelope metres)
    {
        var tight = metres.Copy();
        tight.ExpandBy(-metres.Width * 0.1, -metres.Height * 0.1);
        return tight;
    }
}

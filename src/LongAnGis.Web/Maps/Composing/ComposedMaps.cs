using LongAnGis.Core.Coordinates;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Plans.Instruments;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Print;
using NetTopologySuite.Geometries;
using SkiaSharp;

namespace LongAnGis.Web.Maps.Composing;

/// <summary>What a map on paper shows, and of when.</summary>
/// <param name="Visible">The layers that are drawn.</param>
/// <param name="Link">Where the same map is found on a screen, for its code.</param>
public sealed record MapSubject(PointInTime Moment, Layers Layers, IReadOnlyList<Layer> Visible, ProvincialPlan? Plan, string Link);

/// <summary>Composes maps on paper: what is drawn on the screen at an exact scale, with all that a map must carry.</summary>
public sealed class ComposedMaps(MapFeatures features, InstrumentRegister instruments)
{
    /// <summary>More than this a sheet of A0 cannot hold; a map that would is refused, not cut.</summary>
    public const int MostFeatures = 150_000;

    /// <summary>How wide a window a map on a screen is, in CSS pixels, for a wish that gives a zoom and no scale.</summary>
    const double ScreenWidth = 1_000;

    /// <summary>The land of the plan, without the margin of <see cref="Region.LongAn"/>, which would cost a step of scale.</summary>
    static readonly Region Land = new(10.37, 105.5, 11.04, 106.79);

    static readonly string[] LocatorLayers = ["sea", "neighbours", "province", "districts"];

    /// <param name="place">The sheet of a series; null for a map by itself.</param>
    /// <exception cref="RefusedException">422 when the sheet would hold more than can be drawn.</exception>
    public async Task<PaperSheet> Prepare(
        MapWish wish, MapSubject subject, SeriesPlace? place, Language language, CancellationToken cancellation)
    {
        var layout = MapLayout.Of(wish.Paper, wish.IsLandscape);
        var sheet = Sheet(wish, place, layout.Map.Size);
        var drawn = await features.Published(sheet, [.. subject.Visible.Select(layer => layer.Code)], subject.Moment, cancellation, MostFeatures + 1);
        if (drawn.Count > MostFeatures)
            throw TooMany();

        var locator = Locator.Sheet(Ground(), layout.Facts.Width / wish.Paper.TextFactor);
        var around = await features.Published(locator, LocatorLayers, subject.Moment, cancellation);
        var bases = await Bases(subject, drawn, cancellation);
        var title = wish.Title ?? subject.Plan?.Name.In(language.IsEnglish) ?? language.Say("Bản đồ quy hoạch", "Planning map");
        if (place is { } own)
            title = $"{own.Name.In(language.IsEnglish)} · {title}";
        var scale = MapFacts.Scale(sheet.Denominator, language);
        return new(title, $"{title}. {scale}. {subject.Moment}.", wish.Paper.Size(wish.IsLandscape), canvas =>
        {
            new MapTitle(title, place, subject, language).Draw(canvas, layout.Title, wish.Paper.TextFactor);
            Within(canvas, layout.Map, () => new MapPicture(sheet, subject.Layers, language).Draw(canvas, drawn, []));
            var key = MapKey.Of(sheet, subject.Layers, [.. subject.Visible.Select(layer => layer.Code)], drawn, [], language);
            new MapLegend(key, language).Draw(canvas, sheet, layout.Key, wish.Paper.TextFactor);
            new MapFacts(sheet, subject, bases, language).Draw(canvas, layout.Facts, wish.Paper.TextFactor, new(locator, new(locator, subject.Layers, language), around, sheet));
        });
    }

    static MapSheet Sheet(MapWish wish, SeriesPlace? place, SKSize size)
    {
        if (place is { GroundMetres: var own })
            return wish.Denominator is { } asked ? MapSheet.At(own.Centre, asked, size) : MapSheet.Showing(own, size, air: 1.08);

        var whole = Ground();
        var centre = wish.Centre is { } middle ? MapPlane.Grid.Place(middle) : whole.Centre;
        return (wish.Denominator, wish.Zoom, wish.Centre) switch
        {
            ({ } denominator, _, _) => MapSheet.At(centre, denominator, size),
            (null, { } zoom, { } at) => MapSheet.At(centre, MapSheet.Even(Width(zoom, at) / size.Width * MapSheet.PointsPerMetre), size),
            (null, null, { }) => MapSheet.At(centre, MapSheet.Showing(whole, size, air: 1).Denominator, size),
            _ => MapSheet.Showing(whole, size, air: 1),
        };
    }

    /// <summary>Metres of ground across a screen: web maps count their zooms in tiles of 512 pixels.</summary>
    static double Width(double zoom, Wgs84Position at) =>
        2 * WebMercator.HalfWorldMetres * Math.Cos(at.Latitude * Math.PI / 180) / (512 * Math.Pow(2, zoom)) * ScreenWidth;

    static Envelope Ground() => MapPlane.Grid.Cover(Land);

    async Task<IReadOnlyList<Instrument>> Bases(MapSubject subject, IReadOnlyList<MapFeature> drawn, CancellationToken cancellation)
    {
        var seen = drawn.Select(feature => feature.Layer).ToHashSet(StringComparer.Ordinal);
        var codes = subject.Visible.Where(layer => seen.Contains(layer.Code)).Select(layer => layer.LegalBasis)
            .Append(subject.Plan?.Instrument).OfType<string>().ToHashSet(StringComparer.Ordinal);
        // The plan's own instrument first: it must not be missing where there is little room.
        return [.. (await instruments.All(cancellation)).Where(one => codes.Contains(one.Code)).OrderByDescending(one => one.Code == subject.Plan?.Instrument)];
    }

    static void Within(SKCanvas canvas, SKRect place, Action draw)
    {
        canvas.Save();
        canvas.Translate(place.Left, place.Top);
        draw();
        canvas.Restore();
    }

    static RefusedException TooMany() => new(new(
        StatusCodes.Status422UnprocessableEntity,
        $"Tờ bản đồ này có hơn {MostFeatures} đối tượng; hãy tắt bớt lớp hoặc chọn tỷ lệ lớn hơn.",
        $"This sheet would hold more than {MostFeatures} features; switch layers off or choose a larger scale."));
}

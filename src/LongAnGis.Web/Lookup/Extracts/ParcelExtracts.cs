using LongAnGis.Core.Coordinates;
using LongAnGis.Web.Maps;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Print;
using SkiaSharp;

namespace LongAnGis.Web.Lookup.Extracts;

/// <summary>The answer on A4: map, tables, legal basis, number and code with which anybody verifies it, sealed as a file.</summary>
public sealed class ParcelExtracts(MapFeatures features, Seal seal, PublicAddress address, TimeProvider clock)
{
    const float MapHeight = 250;

    /// <summary>What a reader of the map needs to find the parcel; the layers that speak of it are added.</summary>
    static readonly string[] Ground = ["sea", "neighbours", "province", "waterways", "canals", "roads", "communes"];

    /// <returns>The file in its seal.</returns>
    public async Task<byte[]> Write(
        HttpRequest request, ParcelReport report, ParcelExtract extract, Language language, CancellationToken cancellation)
    {
        var (sheet, ground) = await GroundOf(report, cancellation);
        var link = address.Of(request) + language.Href(extract.Path);
        var moment = report.Now.Moment;
        var look = new PdfLook(
            language.Say("Bản trích tra cứu thửa đất", "Extract for a parcel"),
            language.Say(
                $"Số {extract.Number} · quy hoạch {moment.Plan}, bản công bố {moment.Revision}",
                $"No. {extract.Number} · plan {moment.Plan}, publication {moment.Revision}"),
            link, language.Say("Trang", "Page"), language.Code, clock.GetUtcNow());

        using var file = new MemoryStream();
        var text = new ExtractText(report, extract, language);
        PdfPages.Write(file, look, pages =>
        {
            text.Head(pages);
            pages.Picture(MapHeight, (canvas, _) => Draw(canvas, sheet, ground, report, language));
            text.Tables(pages);
            text.Lists(pages);
            text.Check(pages, link);
        });
        return await seal.CloseFile(file.ToArray(), extract.Number.ToString(), cancellation);
    }

    async Task<(MapSheet, IReadOnlyList<MapFeature>)> GroundOf(ParcelReport report, CancellationToken cancellation)
    {
        // Sheets are on the province's grid, whatever the paper's.
        var parcel = Vn2000Zone.LongAn.GeometryFromWgs84(report.Stated.Shape.Wgs84);
        var sheet = MapSheet.Showing(parcel.EnvelopeInternal, new(PdfPages.Width, MapHeight), largest: 1_000);
        string[] shown = [.. Ground.Union(report.Now.Speaking.Select(one => one.Layer)).Where(code => report.Layers.Find(code) is not null)];
        return (sheet, await features.Published(sheet, shown, report.Now.Moment, cancellation));
    }

    static void Draw(SKCanvas canvas, MapSheet sheet, IReadOnlyList<MapFeature> ground, ParcelReport report, Language language) =>
        new MapPicture(sheet, report.Layers, language).Draw(
            canvas, ground,
            [new(Vn2000Zone.LongAn.GeometryFromWgs84(report.Stated.Shape.Wgs84), language.Say("Thửa đất", "Parcel"), AccentKind.Subject)]);
}

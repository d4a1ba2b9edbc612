using LongAnGis.Core.Coordinates;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Maps;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Print;
using NetTopologySuite.Geometries;

namespace LongAnGis.Web.Lookup.Extracts;

/// <summary>What an extract sets on its pages, of a parcel or of a line, in one language.</summary>
interface IExtractText
{
    string Title { get; }

    /// <summary>What the map calls the place.</summary>
    string Subject { get; }

    Geometry Wgs84 { get; }

    PointInTime Moment { get; }

    Layers Layers { get; }

    /// <summary>What speaks there; its layers are drawn.</summary>
    IEnumerable<FeatureMet> Speaking { get; }

    /// <summary>What stands above the map.</summary>
    void Head(PdfPages pages);

    /// <summary>What stands below it.</summary>
    void Body(PdfPages pages);
}

/// <summary>An extract on A4: map, tables, legal basis, number and code with which anybody verifies it, sealed as a file.</summary>
sealed class ExtractPaper(MapFeatures features, Seal seal, PublicAddress address, TimeProvider clock)
{
    const float MapHeight = 250;

    /// <summary>What a reader of the map needs to find the place; the layers that speak of it are added.</summary>
    static readonly string[] Ground = ["sea", "neighbours", "province", "waterways", "canals", "roads", "communes"];

    /// <returns>The file in its seal.</returns>
    public async Task<byte[]> Write(HttpRequest request, SealedExtract extract, IExtractText text, Language language, CancellationToken cancellation)
    {
        // Sheets are on the province's grid, whatever the paper's.
        var place = Vn2000Zone.LongAn.GeometryFromWgs84(text.Wgs84);
        var sheet = MapSheet.Showing(place.EnvelopeInternal, new(PdfPages.Width, MapHeight), largest: 1_000);
        string[] shown = [.. Ground.Union(text.Speaking.Select(one => one.Layer)).Where(code => text.Layers.Find(code) is not null)];
        var ground = await features.Published(sheet, shown, text.Moment, cancellation);

        var link = address.Of(request) + language.Href(extract.Path);
        var look = new PdfLook(
            text.Title,
            language.Say(
                $"Số {extract.Number} · quy hoạch {text.Moment.Plan}, bản công bố {text.Moment.Revision}",
                $"No. {extract.Number} · plan {text.Moment.Plan}, publication {text.Moment.Revision}"),
            link, language.Say("Trang", "Page"), language.Code, clock.GetUtcNow());
        using var file = new MemoryStream();
        PdfPages.Write(file, look, pages =>
        {
            text.Head(pages);
            pages.Picture(MapHeight, (canvas, _) => new MapPicture(sheet, text.Layers, language).Draw(canvas, ground, [new(place, text.Subject, AccentKind.Subject)]));
            text.Body(pages);
            ExtractCheck.Write(pages, extract.Number, link, language);
        });
        return await seal.CloseFile(file.ToArray(), extract.Number.ToString(), cancellation);
    }
}

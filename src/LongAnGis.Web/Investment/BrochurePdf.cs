using LongAnGis.Core.Investment;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Investment.Enquiries;
using LongAnGis.Web.Investment.Roads;
using LongAnGis.Web.Plans.Features;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Print;
using SkiaSharp;

namespace LongAnGis.Web.Investment;

/// <summary>A site as a brochure has it: its sheet, the address that its code leads to, and what draws its map; null where there is none.</summary>
/// <param name="Agency">Who answers for it; null where the register does not say.</param>
/// <param name="Note">What the reader noted on their list; null without a note.</param>
public sealed record BrochureSite(SiteSheet Sheet, string Address, Action<SKCanvas>? Map, AskedAgency? Agency, string? Note = null);

/// <summary>Sites on A4, each beginning a page, from the same sheets and words as their pages.</summary>
public sealed class BrochurePdf(IReadOnlyList<BrochureSite> sites, Language language, DateTimeOffset madeAt)
{
    public const float MapHeight = 205;
    const float CodeSide = 78;

    /// <summary>What the first questions tell already.</summary>
    static readonly string[] Answered = ["status", "occupancy_pct", "occupancy_as_of", "rent_usd_m2", "term_until", "wastewater_m3_day", "management_fee"];

    bool En => language.IsEnglish;

    public byte[] Write()
    {
        var (moment, title) = (sites[0].Sheet.Moment, sites.Count == 1
            ? sites[0].Sheet.Placed.Feature.Name.In(En)
            : language.Say($"{sites.Count} địa điểm đầu tư", $"{sites.Count} investment sites"));
        var look = new PdfLook(
            title,
            language.Say("Tìm đất và dự án đầu tư", "Land and projects for investors"),
            language.Say(
                $"Bản đồ tham khảo · quy hoạch {moment.Plan}, bản công bố {moment.Revision}, hiệu lực {AttributeText.Date(moment.AsOf)}",
                $"Reference map · plan {moment.Plan}, publication {moment.Revision}, in force {AttributeText.Date(moment.AsOf)}"),
            language.Say("Trang", "Page"), language.Code, madeAt);
        using var file = new MemoryStream();
        PdfPages.Write(file, look, Compose);
        return file.ToArray();
    }

    void Compose(PdfPages pages)
    {
        foreach (var site in sites)
        {
            pages.NewPage();
            Compose(pages, site);
        }
    }

    void Compose(PdfPages pages, BrochureSite one)
    {
        var feature = one.Sheet.Placed.Feature;
        pages.Title(feature.Name.Vi);
        if (En && feature.Name.En is { } gloss)
            pages.Small(gloss);
        pages.Small(SiteNumbers.Summary(one.Sheet, language));
        if (one.Note is { } note)
            pages.Facts([(language.Say("Ghi chú của bạn", "Your note"), note)]);
        if (one.Map is { } map)
            pages.Picture(MapHeight, (canvas, _) => map(canvas));
        else
            pages.Small(language.Say("Không có bản đồ: không nguồn nào cho biết nơi đặt.", "No map: no source says where it lies."));
        if (one.Sheet.Site is { } site)
        {
            Answers(pages, site, feature);
            Distances(pages, site, one.Sheet.Roads);
        }

        pages.Heading(language.Say("Thông tin khác", "Other facts"));
        pages.Facts(Facts(one.Sheet));
        pages.Small(Quality(feature));
        if (feature.GeometrySource is { } placedBy)
            pages.Small(language.Say("Nguồn vị trí: ", "Source of the place: ") + Bilingual.Of(placedBy).In(En));
        pages.Small(language.Say("Nguồn: ", "Sources: ") + string.Join(", ", feature.Sources.Select(SafeLink.Host).Distinct()));
        if (one.Agency is { } agency)
        {
            pages.Heading(language.Say("Liên hệ", "Contact"));
            pages.Facts([(language.Say("Cơ quan phụ trách", "Responsible agency"), agency.Name.In(En))]);
            pages.Small(language.Say(
                "Quét mã để mở trang của nơi này và gửi câu hỏi: thư đến thẳng hộp thư của cơ quan trong hệ thống.",
                "Scan the code to open the page of this site and ask: what you write reaches the agency's inbox in the system."));
        }

        pages.Picture(CodeSide, (canvas, _) => Code(canvas, one.Address));
    }

    void Answers(PdfPages pages, Site site, Feature feature)
    {
        var answers = SiteNumbers.Answers(site, feature.Attributes, language).ToList();
        pages.Heading(language.Say("Những câu hỏi đầu tiên", "First questions"));
        pages.Facts(answers.Where(one => one.Answer is not null).Select(one => (one.Question, one.Answer!)));
        pages.Small(language.Say("Chưa có số liệu: ", "No data: ")
            + string.Join(", ", answers.Where(one => one.Answer is null).Select(one => one.Question.ToLower(language.Culture))) + ".");
    }

    void Distances(PdfPages pages, Site site, SiteRoads? roads)
    {
        if (site.Place is null)
            return;

        var byRoad = roads is { HasDistances: true };
        string Kilometres(double? kilometres) => kilometres is { } known ? SiteNumbers.Kilometres(known, language) : "–";
        pages.Heading(byRoad ? language.Say("Khoảng cách", "Distances") : language.Say("Khoảng cách đường chim bay", "Straight distances"));
        pages.Table(
            [
                new(language.Say("Đến", "To"), 3), new(byRoad ? language.Say("Chim bay", "Straight") : language.Say("Khoảng cách", "Distance"), 1.3f, true),
                .. byRoad ? [new(language.Say("Theo đường", "By road"), 1.3f, true)] : (PdfColumn[])[],
                new(language.Say("Vị trí điểm đến", "How its place is known"), 4.6f),
            ],
            Destinations.All.Select((destination, index) => (IReadOnlyList<string>)
            [
                destination.Name.In(En), Kilometres(site.DistanceKm(index)), .. byRoad ? [Kilometres(roads!.To(destination))] : (string[])[],
                destination.Basis.In(En),
            ]));
        pages.Small(SiteRoads.Words(roads, language));
    }

    IEnumerable<(string, string)> Facts(SiteSheet sheet)
    {
        var facts = sheet.Placed.Feature.Attributes;
        bool IsGiven(string key) => facts.TryGetProperty(key, out var value) && value.ValueKind != System.Text.Json.JsonValueKind.Null;
        foreach (var attribute in AttributeDefinition.Told(sheet.Layer.Attributes, IsGiven, En).Where(attribute => !Answered.Contains(attribute.Key)))
        {
            if (facts.TryGetProperty(attribute.Key, out var value) && AttributeText.Value(attribute, value, En) is { } text)
                yield return (attribute.Label.In(En), text + (attribute.UnitIn(En) is { } unit ? " " + unit : ""));
        }

        if (sheet.Instrument is { } instrument)
            yield return (language.Say("Căn cứ pháp lý", "Legal basis"), instrument.Number);
    }

    string Quality(Feature feature) => $"{language.Say("Vị trí ", "Place ")}{Core.Plans.Quality.Name(feature.Quality).In(En)}: {Core.Plans.Quality.Sentence(feature.Quality).In(En)}";

    void Code(SKCanvas canvas, string address)
    {
        QrCode.Draw(canvas, address, 0, 0, CodeSide);
        using var ink = PrintColours.Fill(PrintColours.Ink);
        using var muted = PrintColours.Fill(PrintColours.Muted);
        PrintType.SemiBold.Draw(canvas, language.Say("Số liệu mới nhất và các nguồn", "Newest figures and their sources"), CodeSide + 10, 32, 9.5f, ink);
        PrintType.Regular.Draw(canvas, address, CodeSide + 10, 47, 8.5f, muted);
    }
}

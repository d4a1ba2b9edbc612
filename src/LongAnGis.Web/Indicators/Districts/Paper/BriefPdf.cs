using LongAnGis.Core.Indicators;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Print;
using SkiaSharp;

namespace LongAnGis.Web.Indicators.Districts.Paper;

/// <summary>A district or the province on one sheet of A4, from the same sheet and the same words as its page.</summary>
public sealed class BriefPdf(DistrictSheet sheet, DistrictText text, Language language, IReadOnlyList<Layer> layers, ProvincialPlan? plan, DateTimeOffset madeAt)
{
    public const float MapHeight = 168;

    /// <summary>What fits on one page beside the map; figures with a target come first, then the newest.</summary>
    const int MostLines = 10, FewestLines = 3;

    int lines = MostLines;

    bool En => language.IsEnglish;

    string Name => sheet.Subject.IsProvince ? language.Say("Tỉnh Long An", "Long An province")
        : En ? sheet.Subject.Region.Name.In(true) : sheet.Subject.Region.FullName;

    public byte[] Write(Action<SKCanvas, SKSize>? map)
    {
        var title = language.Say($"{Name}: tóm tắt", $"{Name}: brief");
        var look = new PdfLook(title, Basis, Made, language.Say("Trang", "Page"), language.Code, madeAt);
        // Long names and many communes take room from the table: a brief is one sheet.
        for (lines = MostLines; ; lines--)
        {
            using var file = new MemoryStream();
            if (PdfPages.Write(file, look, pages => Compose(pages, map)) == 1 || lines == FewestLines)
                return file.ToArray();
        }
    }

    void Compose(PdfPages pages, Action<SKCanvas, SKSize>? map)
    {
        pages.Title(Name);
        if (text.Ended is { } ended)
        {
            var now = sheet.Communes.Count == 0 ? "" : " " + language.Say(
                $"Nay thuộc {sheet.Communes.Count} xã, phường: {Communes}.", $"Today it lies in {sheet.Communes.Count} communes: {Communes}.");
            pages.Small(sheet.Subject.IsProvince ? ended : ended + now);
        }

        pages.Picture(50, Headlines);
        if (map is not null)
            pages.Picture(MapHeight, map);
        pages.Table(Columns, Lines.Select(Row));
        if (text.Splits.ToList() is { Count: > 0 } splits)
        {
            pages.Small(string.Join("   ·   ", splits.Select(split =>
                $"{split.First.In(En)} {text.Percent(split.Percent)}, {split.Second.In(En)} {text.Percent(100 - split.Percent)} ({split.Period})")));
        }

        if (sheet.Inside.Count > 0)
        {
            pages.SubHeading(language.Say($"Quy hoạch {sheet.Moment.Plan} trên địa bàn", $"What plan {sheet.Moment.Plan} places here"));
            pages.Facts(sheet.Inside.GroupBy(item => item.Feature.Layer).Select(group =>
                (layers.FirstOrDefault(layer => layer.Code == group.Key)?.Name.In(En) ?? group.Key, text.Sum([.. group]))));
        }

        pages.Small(language.Say(
            "Mục tiêu là của tỉnh, không chia theo huyện. Hạng so các huyện có số liệu riêng cùng kỳ. Gạch ngang: chưa có số liệu. ",
            "Targets are the province's. The rank is among districts with a figure of their own for the same period. A dash: no figure. ")
            + Sources);
    }

    IReadOnlyList<PdfColumn> Columns => sheet.Subject.IsProvince
        ? [new(language.Say("Chỉ tiêu", "Indicator"), 4f), new(language.Say("Giá trị", "Value"), 1.3f, true), new(language.Say("Kỳ", "Period"), 1.1f),
            new(language.Say("Thay đổi", "Change"), 1.9f, true), new(language.Say("Mục tiêu tỉnh", "Province's target"), 2.4f), new(language.Say("Kết luận", "Verdict"), 1.4f)]
        : [new(language.Say("Chỉ tiêu", "Indicator"), 4.6f), new(language.Say("Giá trị", "Value"), 1.2f, true), new(language.Say("Kỳ", "Period"), 0.8f),
            new(language.Say("Hạng", "Rank"), 0.8f, true), new(language.Say("Thay đổi", "Change"), 2f, true), new(language.Say("Mục tiêu tỉnh", "Province's target"), 1.9f)];

    /// <summary>In the order of the page, so that both are read together.</summary>
    IEnumerable<DistrictLine> Lines
    {
        get
        {
            var headlines = text.Headline.ToList();
            var chosen = sheet.Lines.Where(line => line.Own is not null && !headlines.Contains(line))
                .OrderBy(line => line.Target is null)
                .ThenByDescending(line => line.Own!.Newest.Period)
                .Take(lines).ToHashSet();
            return sheet.Lines.Where(chosen.Contains);
        }
    }

    IReadOnlyList<string> Row(DistrictLine line)
    {
        var name = $"{line.Indicator.Name.In(En)} ({Unit(line.Indicator)})" + (text.CountedIn(line.Own) is { } counted ? $" – {counted}" : "");
        return sheet.Subject.IsProvince
            ? [name, text.Value(line.Indicator, line.Own), text.Period(line.Own), text.Change(line), text.Target(line),
                line.Target is { } target ? VerdictLook.Of(target.Judgement.Verdict).Words.In(En) : DistrictText.None]
            : [name, text.Value(line.Indicator, line.Own), text.Period(line.Own), text.Rank(line), text.Change(line), text.Target(line)];
    }

    // The typeface has no per mille sign.
    string Unit(Indicator indicator) => indicator.Unit.In(En).Replace("‰", language.Say("phần nghìn", "per thousand"), StringComparison.Ordinal);

    void Headlines(SKCanvas canvas, SKSize size)
    {
        using var ink = PrintColours.Fill(PrintColours.Ink);
        using var muted = PrintColours.Fill(PrintColours.Muted);
        var headline = text.Headline.ToList();
        for (var place = 0; place < headline.Count; place++)
        {
            var x = size.Width * place / Math.Max(1, headline.Count);
            PrintType.Regular.Draw(canvas, headline[place].Indicator.Name.In(En), x, 10, 7.5f, muted);
            var width = PrintType.SemiBold.Draw(canvas, text.Value(headline[place].Indicator, headline[place].Own), x, 31, 18, ink);
            PrintType.Regular.Draw(canvas, headline[place].Indicator.Unit.In(En), x + width + 4, 31, 8, muted);
            var rank = headline[place].Rank is null ? "" : language.Say($" · hạng {text.Rank(headline[place])}", $" · rank {text.Rank(headline[place])}");
            PrintType.Regular.Draw(canvas, text.Period(headline[place].Own) + rank, x, 43, 7.5f, muted);
        }
    }

    string Communes => string.Join(", ", sheet.Communes.Select(commune => commune.Name.In(En)));

    string Basis => plan is null ? "" : language.Say(
        $"Theo Quyết định số {plan.InstrumentNumber}{(plan.InForceFrom is { } day ? $" ngày {AttributeText.Date(day)}" : "")}",
        $"By Decision {plan.InstrumentNumber}{(plan.InForceFrom is { } first ? $" of {AttributeText.Date(first)}" : "")}");

    string Made => language.Say(
        $"Bản đồ tham khảo · quy hoạch {sheet.Moment.Plan}, bản công bố {sheet.Moment.Revision}, đợt số liệu {sheet.Edition}, tính đến {AttributeText.Date(sheet.Moment.AsOf)}",
        $"Reference map · plan {sheet.Moment.Plan}, publication {sheet.Moment.Revision}, edition of figures {sheet.Edition}, as of {AttributeText.Date(sheet.Moment.AsOf)}");

    string Sources
    {
        get
        {
            var hosts = Lines.Concat(text.Headline).SelectMany(line => (line.Own?.Newest.Source.Url ?? "").Split(" | ", StringSplitOptions.RemoveEmptyEntries))
                .Select(Plans.Features.SafeLink.Host).Distinct().Order(StringComparer.Ordinal).ToList();
            return hosts.Count == 0 ? "" : language.Say("Nguồn số liệu: ", "Sources of the figures: ") + string.Join(", ", hosts) + ".";
        }
    }
}

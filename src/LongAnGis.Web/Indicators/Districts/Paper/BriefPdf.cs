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
    /// <summary>The province needs more height for its scale.</summary>
    public static float MapHeight(DistrictAddress subject) => subject.IsProvince ? 232 : 176;

    /// <summary>What fits on one page beside the map; figures with a target come first, then the newest.</summary>
    const int MostLines = 10, FewestLines = 3;

    int lines = MostLines;

    bool En => language.IsEnglish;

    string Name => sheet.Subject.IsProvince ? language.Say("Tỉnh Long An", "Long An province")
        : En ? sheet.Subject.Region.Name.In(true) : sheet.Subject.Region.FullName;

    public byte[] Write(BriefMap.Drawn? map)
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

    void Compose(PdfPages pages, BriefMap.Drawn? map)
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
        {
            pages.Picture(MapHeight(sheet.Subject), (canvas, _) => map.Map(canvas));
            pages.Picture(map.KeyHeight, (canvas, _) => map.Key(canvas));
        }

        pages.Table(Columns, Lines.Select(Row));
        if (text.Splits.ToList() is { Count: > 0 } splits)
        {
            pages.Small(string.Join("   ·   ", splits.Select(split =>
                $"{Capital(split.First.In(En))} {text.Percent(split.Percent)}, {split.Second.In(En)} {text.Percent(100 - split.Percent)} ({split.Period})")));
        }

        if (sheet.Inside.Count > 0)
        {
            pages.SubHeading(language.Say($"Quy hoạch {sheet.Moment.Plan} trên địa bàn", $"What plan {sheet.Moment.Plan} places here"));
            var inside = sheet.Inside.GroupBy(item => item.Feature.Layer)
                .Select(group => (Layer: layers.FirstOrDefault(layer => layer.Code == group.Key)?.Name.In(En) ?? group.Key, Sum: text.Sum([.. group]))).ToList();
            // The province has many targets, which want the room.
            if (sheet.Subject.IsProvince)
                pages.Paragraph(string.Join("   ·   ", inside.Select(one => $"{one.Layer}: {one.Sum}")));
            else
                pages.Facts(inside);
        }

        pages.Small((sheet.Subject.IsProvince ? "" : language.Say(
                "Mục tiêu là của tỉnh, không chia theo huyện. Hạng so các huyện có số liệu riêng cùng kỳ. ",
                "Targets are the province's. The rank is among districts with a figure of their own for the same period. "))
            + language.Say("Gạch ngang: chưa có số liệu. ", "A dash: no figure. ") + Sources);
    }

    IReadOnlyList<PdfColumn> Columns => sheet.Subject.IsProvince
        ? [new(language.Say("Chỉ tiêu", "Indicator"), 3.6f), new(language.Say("Giá trị", "Value"), 1f, true), new(language.Say("Kỳ", "Period"), En ? 2f : 1.5f),
            new(language.Say("Thay đổi", "Change"), 2.35f, true), new(language.Say("Mục tiêu tỉnh", "Province's target"), 2.55f), new(language.Say("Kết luận", "Verdict"), 1.7f)]
        : [new(language.Say("Chỉ tiêu", "Indicator"), 4.6f), new(language.Say("Giá trị", "Value"), 1.2f, true), new(language.Say("Kỳ", "Period"), 1f),
            new(language.Say("Hạng", "Rank"), 0.8f, true), new(language.Say("Thay đổi", "Change"), 2f, true),
            // Most of a district's figures have none; a column of dashes says nothing.
            .. HasTargets ? new PdfColumn[] { new(language.Say("Mục tiêu tỉnh", "Province's target"), 1.9f) } : []];

    bool HasTargets => Lines.Any(line => line.Target is not null);

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
            : [name, text.Value(line.Indicator, line.Own), text.Period(line.Own), text.Rank(line), text.Change(line), .. HasTargets ? new[] { text.Target(line) } : []];
    }

    static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];

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

using System.Globalization;
using LongAnGis.Core.Indicators;
using LongAnGis.Core.Investment.Pipeline;
using LongAnGis.Core.Plans;
using LongAnGis.Core.Programme;
using LongAnGis.Core.Programme.Composing;
using LongAnGis.Core.Programme.Reporting;
using LongAnGis.Web.Indicators.Export;
using LongAnGis.Web.Investment.Pipeline;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Print;

namespace LongAnGis.Web.Programme.Composing;

/// <summary>
/// A composed report in blocks and tables, from which its page, DOCX, PDF and XLSX are all made, so that they state the same
/// figures. The spreadsheet has every task; the document the first of them, those that need somebody.
/// </summary>
sealed class ComposedDocument(ComposedFigures figures, ComposedTexts texts, DistrictMap map, Language language)
{
    /// <summary>Rows of a table in the document; a longer one belongs into the spreadsheet.</summary>
    public const int MostRows = 150;

    const float MapHeight = 300;
    const string None = "–";

    bool En => language.IsEnglish;

    public Bilingual Period => ReportingPeriod.Parse(figures.Period).Words;

    public string Title => Say($"Báo cáo Chương trình hành động {Period.Vi}", $"Report on the action programme, {Period.En}");

    public IEnumerable<DocumentBlock> Blocks()
    {
        yield return new DocumentBlock.Letterhead(
            texts.Parent, texts.Issuer, Say($"Số: {texts.Number ?? "……/BC-……"}", $"No. {texts.Number ?? "……/BC-……"}"),
            Say("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "SOCIALIST REPUBLIC OF VIET NAM"), Say("Độc lập - Tự do - Hạnh phúc", "Independence - Freedom - Happiness"),
            PlaceAndDay, Say("BÁO CÁO", "REPORT"), texts.Subject);
        yield return new DocumentBlock.Heading(Say("I. Đánh giá chung", "I. Overview"));
        foreach (var block in Written(texts.Summary))
            yield return block;
        yield return Table(Headline);
        foreach (var block in Parts())
            yield return block;
        yield return new DocumentBlock.Signature(
            Say("Nơi nhận:", "Recipients:"), [.. (texts.Recipients ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries)], texts.SignerTitle ?? "", texts.SignerName ?? "");
    }

    IEnumerable<DocumentBlock> Parts()
    {
        yield return new DocumentBlock.Heading(Say("II. Khung kết quả so với mục tiêu", "II. Results against targets"));
        yield return figures.Targets.Count == 0
            ? new DocumentBlock.Paragraph(Say("Nhiệm vụ trong báo cáo này không gắn với mục tiêu nào.", "The tasks of this report are tied to no target."))
            : Table(Targets, [.. figures.Targets.Select(one => $"/targets/{one.Code}")]);
        yield return new DocumentBlock.Heading(Say("III. Nhiệm vụ theo trạng thái", "III. Tasks by status"));
        yield return figures.Tasks.Count == 0
            ? new DocumentBlock.Paragraph(Say("Không có nhiệm vụ nào.", "There is no task."))
            : Table(Tasks, [.. figures.Tasks.Select(task => TaskWords.PathOf(task.Code))]);
        if (figures.Tasks.Count > MostRows)
            yield return Rest(figures.Tasks.Count);
        yield return new DocumentBlock.Heading(Say("IV. Nhiệm vụ quá hạn và lý do", "IV. Late tasks and why"));
        yield return figures.Late.Any()
            ? Table(Late, [.. figures.Late.Select(task => TaskWords.PathOf(task.Code))])
            : new DocumentBlock.Paragraph(Say("Không có nhiệm vụ quá hạn.", "No task is late."));
        if (figures.Late.Count() > MostRows)
            yield return Rest(figures.Late.Count());
        yield return new DocumentBlock.SubHeading(Say("Nhiệm vụ quá hạn theo huyện", "Late tasks by district"));
        yield return new DocumentBlock.Picture(
            MapHeight, Say("Bản đồ số nhiệm vụ quá hạn theo huyện; số liệu ở bảng dưới.", "Map of late tasks by district; the figures are in the table below."),
            (canvas, size) => map.Draw(canvas, size, language));
        yield return Table(Districts);
        yield return new DocumentBlock.Heading(Say("V. Giải ngân các dự án", "V. Disbursement of projects"));
        foreach (var block in Disbursement())
            yield return block;
        foreach (var (vi, en, text) in new[]
        {
            ("VI. Khó khăn, vướng mắc", "VI. Obstacles", texts.Obstacles), ("VII. Đề xuất, kiến nghị", "VII. Proposals", texts.Proposals),
            ("VIII. Nhiệm vụ kỳ tới", "VIII. The next period", texts.Next),
        })
        {
            yield return new DocumentBlock.Heading(Say(vi, en));
            foreach (var block in Written(text))
                yield return block;
        }
    }

    // What nobody stated is said to be missing, never summed as zero.
    IEnumerable<DocumentBlock> Disbursement()
    {
        if (figures.Capital is not { Projects.Count: > 0 } capital)
        {
            yield return new DocumentBlock.Paragraph(figures.Capital is { } none ? NoneApproved(none) : NoDisbursement.In(En));
            yield break;
        }

        yield return new DocumentBlock.Paragraph(Say(
            $"{Whole(capital.Projects.Count)} trong {Whole(capital.Count)} dự án có vốn do cơ quan phụ trách nêu và đã được duyệt; các dự án khác không được tính là 0. Đơn vị: tỷ đồng.",
            $"{Whole(capital.Projects.Count)} of {Whole(capital.Count)} projects have capital that the responsible agency stated and had approved; the others do not count as 0. In billions of dong."));
        yield return Table(BySource(capital), [.. capital.Sources.Select(one => PipelineLinks.TotalsOf(new(null, one.Source), capital.Within)), PipelineLinks.TotalsOf(new(), capital.Within)]);
        yield return Table(Projects(capital), [.. capital.Projects.Select(project => PipelineLinks.Path(project.Id)), PipelineLinks.TotalsOf(new(), capital.Within)]);
        if (capital.Projects.Count >= MostRows)
            yield return new DocumentBlock.Remark(Say($"Bảng nêu {MostRows} dòng đầu; tệp XLSX có đủ.", $"The table has the first {MostRows} rows; the XLSX has all."));
    }

    string NoneApproved(ComposedCapital capital) => capital.Count == 0
        ? Say("Phạm vi báo cáo này không có dự án nào.", "There is no project within this report.")
        : Say(
            $"Chưa dự án nào trong {Whole(capital.Count)} dự án có kế hoạch vốn hay giải ngân được duyệt tính đến {AttributeText.Date(figures.LastDay)}, và không nguồn mở nào có, nên báo cáo không nêu số.",
            $"None of the {Whole(capital.Count)} projects had a capital plan or disbursement approved for {AttributeText.Date(figures.LastDay)} or before, and no open source has any, so the report states none.");

    /// <summary>Said in reports of before the money of projects was kept with them.</summary>
    static readonly Bilingual NoDisbursement = new(
        "Không có số giải ngân nào được chốt trong báo cáo này; vốn và giải ngân mà cơ quan đã nêu và được duyệt nằm ở trang Vốn và giải ngân của dự án.",
        "No figures of disbursement are frozen in this report; what agencies stated and had approved is on the projects' page Capital and disbursement.");

    /// <summary>All tables with numbers as numbers and every row.</summary>
    public IReadOnlyList<ExportTable> Sheets() =>
        [Headline, Targets, Tasks, Late, Districts, .. figures.Capital is { Projects.Count: > 0 } capital ? [BySource(capital), Projects(capital)] : Array.Empty<ExportTable>()];

    ExportTable Headline => new(
        Say("Tổng hợp", "Overview"),
        [new(Say("Trạng thái", "Status"), 24), new(Say("Cuối kỳ", "End of period")), new(Say("Trước kỳ", "Before it")), new(Say("Tăng, giảm", "Change"))],
        [
            .. figures.Counts.Select(one => Row(one.Status.Words().In(En), one.Now, one.Before, one.Now - one.Before)),
            Row(Say("Tổng số nhiệm vụ", "All tasks"), figures.Tasks.Count, figures.Tasks.Count(task => task.StatusBefore is not null), figures.Tasks.Count(task => task.StatusBefore is null)),
        ]);

    ExportTable Targets => new(
        Say("Khung kết quả", "Results"),
        [
            new(Say("Mã", "Code"), 10), new(Say("Mục tiêu", "Target"), 40), new(Say("Mức", "Aim"), 28), new(Say("Trước kỳ", "Before it")), new(Say("Cuối kỳ", "End of period")),
            new(Say("Kỳ số liệu", "Figure of"), 14), new(Say("Cần đến lúc đó", "Expected")), new(Say("% mức cần", "% of expected")), new(Say("Kết luận", "Verdict"), 16),
        ],
        [
            .. figures.Targets.Select(one => Row(
                one.Code, one.Name.In(En), one.Aim.In(En), one.ActualBefore, one.Actual, one.ActualPeriod, one.Expected is { } expected ? Math.Round(expected, 2) : null,
                one.PercentOfExpected, Verdict(one))),
        ]);

    ExportTable Tasks => new(
        Say("Nhiệm vụ", "Tasks"),
        [
            new(Say("Mã", "Code"), 10), new(Say("Nhiệm vụ", "Task"), 48), new(Say("Chủ trì", "Led by"), 28), new(Say("Thời hạn", "Deadline"), 18),
            new(Say("Trước kỳ (%)", "Before (%)")), new(Say("Cuối kỳ (%)", "End (%)")), new(Say("Trạng thái", "Status"), 18), new(Say("Thay đổi trong kỳ", "Change in the period"), 30),
        ],
        [.. figures.Tasks.Select(task => Row(task.Code, task.Name.In(En), task.Leads.In(En), Day(task.Deadline), task.PercentBefore, task.Percent, task.Status.Words().In(En), Change(task)))]);

    ExportTable Late => new(
        Say("Quá hạn", "Late"),
        [
            new(Say("Mã", "Code"), 10), new(Say("Nhiệm vụ", "Task"), 48), new(Say("Chủ trì", "Led by"), 28), new(Say("Thời hạn", "Deadline"), 18), new(Say("Số ngày quá", "Days over")),
            new(Say("Lý do theo báo cáo", "Why, as reported"), 60),
        ],
        [
            .. figures.Late.Select(task => Row(
                task.Code, task.Name.In(En), task.Leads.In(En), Day(task.Deadline), figures.DaysOver(task),
                task.Obstacles ?? Say("Chưa có báo cáo được duyệt nêu lý do", "No approved report says why"))),
        ]);

    ExportTable Districts => new(
        Say("Huyện", "Districts"),
        [new(Say("Huyện", "District"), 24), new(Say("Nhiệm vụ", "Tasks")), new(Say("Quá hạn", "Late"))],
        [.. figures.Districts.Select(district => Row(district.Name.In(En), district.Assigned, district.Late))]);

    ExportTable BySource(ComposedCapital capital) => new(
        Say("Vốn theo nguồn", "Capital by source"),
        [new(Say("Nguồn vốn", "Source"), 24), .. Money(capital.Year), new(Say("Số dự án", "Projects"))],
        [
            .. capital.Sources.Select(one => Row(
                one.Source.Words().In(En), one.InYear.PlannedBnVnd, one.InYear.DisbursedBnVnd, Rounded(one.InYear.Percent), one.UntilThen.PlannedBnVnd,
                one.UntilThen.DisbursedBnVnd, one.UntilThen.Projects)),
            Row(
                Total, capital.Planned(capital.Year), capital.Disbursed(capital.Year), Percent(capital.Planned(capital.Year), capital.Disbursed(capital.Year)), capital.Planned(),
                capital.Disbursed(), capital.Projects.Count),
        ]);

    ExportTable Projects(ComposedCapital capital) => new(
        Say("Giải ngân dự án", "Disbursement"),
        [
            new(Say("Mã", "Code"), 10), new(Say("Dự án", "Project"), 40), new(Say("Cơ quan phụ trách", "Agency"), 26), .. Money(capital.Year),
            new(Say("Số liệu đến", "As of"), 18),
        ],
        [
            .. capital.Projects.Select(project => Row(
                project.Code, project.Name.In(En), project.Agency.In(En), project.Planned(capital.Year), project.Disbursed(capital.Year),
                Percent(project.Planned(capital.Year), project.Disbursed(capital.Year)), project.Planned(), project.Disbursed(), Day(project.AsOf))),
            Row(
                Total, null, null, capital.Planned(capital.Year), capital.Disbursed(capital.Year), Percent(capital.Planned(capital.Year), capital.Disbursed(capital.Year)),
                capital.Planned(), capital.Disbursed(), null),
        ]);

    IEnumerable<ExportColumn> Money(int year) =>
    [
        new(Say($"Kế hoạch {year}", $"Planned {year}")), new(Say($"Giải ngân {year}", $"Disbursed {year}")), new(Say("% kế hoạch", "% of plan")),
        new(Say($"Kế hoạch đến {year}", $"Planned until {year}")), new(Say($"Giải ngân đến {year}", $"Disbursed until {year}")),
    ];

    string Total => Say("Cộng", "Total");

    static decimal? Percent(decimal? planned, decimal? disbursed) => Rounded(CapitalTotals.Percent(planned, disbursed));

    static decimal? Rounded(decimal? percent) => percent is { } known ? Math.Round(known, 1) : null;

    string Whole(int number) => number.ToString("n0", language.Culture);

    DocumentBlock.Table Table(ExportTable table, IReadOnlyList<string?>? addresses = null)
    {
        var isNumber = table.Columns.Select((_, place) => table.Rows.Any(row => row[place] is not (null or string)) && table.Rows.All(row => row[place] is not string)).ToList();
        return new(
            [.. table.Columns.Select((column, place) => new PdfColumn(column.Heading, Share(column.Width), isNumber[place]))],
            [.. table.Rows.Take(MostRows).Select(row => (IReadOnlyList<string>)[.. row.Select(Cell)])])
        {
            Addresses = addresses,
        };
    }

    // Wide columns of a spreadsheet are read on a page of 165 mm, on which a number needs as much room as there.
    static float Share(double width) => (float)Math.Clamp(width, 13, 26);

    string Cell(object? value) => value switch
    {
        null => None,
        decimal number => AttributeText.Number(number, En, 2),
        int number => number.ToString("n0", language.Culture),
        _ => (string)value,
    };

    DocumentBlock.Remark Rest(int count) => new(Say(
        $"Bảng nêu {MostRows} nhiệm vụ đầu trong {count.ToString("n0", language.Culture)}; tệp XLSX có đủ.",
        $"The table has the first {MostRows} of {count.ToString("n0", language.Culture)} tasks; the XLSX has all."));

    IEnumerable<DocumentBlock> Written(string? text) =>
        (text ?? Say("Không có.", "None.")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => new DocumentBlock.Paragraph(line));

    string PlaceAndDay
    {
        get
        {
            var place = texts.Place ?? "……";
            return texts.IssuedOn is { } day
                ? Say($"{place}, ngày {day.Day:00} tháng {day.Month:00} năm {day.Year}", $"{place}, {day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}")
                : Say($"{place}, ngày …… tháng …… năm {figures.LastDay.AddDays(1).Year}", $"{place}, …… {figures.LastDay.AddDays(1).Year}");
        }
    }

    string Verdict(ComposedTarget one)
    {
        string Words(string code) => VerdictLook.All.First(look => look.Code == code).Words.In(En);
        return one.VerdictBefore is { } before && before != one.Verdict
            ? Say($"{Words(one.Verdict)} (trước: {Words(before)})", $"{Words(one.Verdict)} (before: {Words(before)})")
            : Words(one.Verdict);
    }

    string? Change(ComposedTask task) => task switch
    {
        { StatusBefore: null } => Say("mới giao", "new"),
        { StatusBefore: { } before } when before != task.Status => Say($"trước: {before.Words().Vi.ToLower(language.Culture)}", $"was: {before.Words().In(true).ToLower(language.Culture)}"),
        { PercentBefore: var before } when before != task.Percent => Say("tiến độ thay đổi", "progress changed"),
        _ => null,
    };

    static string? Day(DateOnly? day) => day is { } known ? AttributeText.Date(known) : null;

    static object?[] Row(params object?[] cells) => cells;

    string Say(string vi, string en) => language.Say(vi, en);
}

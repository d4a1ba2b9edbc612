using LongAnGis.Core.Accounts;
using LongAnGis.Core.Indicators;
using LongAnGis.Core.Indicators.Pasting;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Accounts;
using LongAnGis.Web.Indicators.Entry.Files;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Platform.Forms;
using LongAnGis.Web.Platform.Retries;
using LongAnGis.Web.Shell;

namespace LongAnGis.Web.Indicators.Entry;

/// <summary>
/// Entering figures: a grid or a file becomes a draft, its preview shows what would change, and saving records it. Nothing
/// but saving changes a figure, and what cannot be saved whole becomes no draft.
/// </summary>
static class EntryEndpoints
{
    public const string Page = "/figures/new", GridForm = "entry", FileForm = "import";

    const int LongestGrid = 1 << 20;

    public static void AddFigureEntry(this IServiceCollection services)
    {
        services.AddSingleton<FigureCells>();
        services.AddSingleton<EntryGrids>();
        services.AddSingleton<EntryReading>();
        services.AddSingleton<EntryInstruments>();
        services.AddSingleton<FigureDrafts>();
        services.AddSingleton<FigureRecording>();
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(Page, Enter).DisableAntiforgery().Needs(Permission.RecordFigures);
        routes.MapPost("/figures/check", Check).DisableAntiforgery().Needs(Permission.RecordFigures);
        routes.MapPost("/figures/import", Import).DisableAntiforgery().Needs(Permission.RecordFigures);
        routes.MapPost("/figures/drafts/{id:guid}", Save).DisableAntiforgery().Needs(Permission.RecordFigures);
    }

    static async Task<IResult> Enter(
        HttpContext context, Visitor visitor, EntryGrids grids, EntryReading reading, EntryInstruments instruments, FigureDrafts drafts,
        CancellationToken cancellation)
    {
        var form = await ReadGrid(context);
        if (await Grid(context, form, visitor.Known, grids, cancellation) is not { } grid)
            return form.Refused(StatusCodes.Status422UnprocessableEntity, "Chọn chỉ tiêu hoặc lãnh thổ trước.", "Choose an indicator or a region first.");

        var outcome = await Read(context, form, grid, visitor.Known, reading, cancellation);
        var source = EntrySource.Read(form, await instruments.All(cancellation));
        Tell(form, outcome.Findings, cell => Field(grid, cell));
        if (form.IsRight && outcome.Changes.Count == 0)
            form.Refuse(null, "Chưa có ô nào thay đổi.", "No cell has changed.");
        if (!form.IsRight)
            return form.Refused(Status(outcome));

        return await KeepDraft("grid", grid.Edition);

        async Task<IResult> KeepDraft(string origin, int seen) => new NextPage(
            $"/figures/drafts/{await drafts.Keep(visitor.Known.Id, origin, source, seen, outcome.Changes, Notices(outcome), cancellation)}");
    }

    /// <summary>What the grid would be told, without its being kept: answers while somebody types.</summary>
    static async Task<IResult> Check(
        HttpContext context, Visitor visitor, EntryGrids grids, EntryReading reading, CancellationToken cancellation)
    {
        var form = await ReadGrid(context);
        if (await Grid(context, form, visitor.Known, grids, cancellation) is not { } grid)
            return Refusal.BadRequest("Thiếu indicator hoặc region trong địa chỉ.", "The address lacks indicator or region.");

        var outcome = await Read(context, form, grid, visitor.Known, reading, cancellation);
        context.Response.Headers.CacheControl = "no-store";
        var english = context.DataLanguage().IsEnglish;
        return TypedResults.Json(new
        {
            changed = outcome.Changes.Count,
            findings = outcome.Findings.Where(finding => finding.Severity != PasteSeverity.Notice).Select(finding => new
            {
                field = finding.Cell is { } cell ? Field(grid, cell) : null,
                severity = finding.Severity == PasteSeverity.Question ? "question" : "error",
                message = finding.Message.In(english),
            }),
        });
    }

    static async Task<IResult> Import(
        HttpContext context, Visitor visitor, EntryReading reading, FigureCells cells, EntryInstruments instruments, IndicatorCatalogue catalogue,
        FigureDrafts drafts, CancellationToken cancellation)
    {
        var form = await SentForm.Read(context, Page, FileForm, UploadLimits.MostBytes + (1 << 16));
        var source = EntrySource.Read(form, await instruments.All(cancellation));
        var status = FigureStatusOf(form);
        var indicator = form.Line("indicator", 64);
        if (indicator is not null && (await catalogue.All(cancellation)).All(one => one.Indicator.Code != indicator))
            form.Refuse("indicator", "Chọn chỉ tiêu trong danh sách.", "Choose an indicator from the list.");
        if (form.File("file") is not { } file)
        {
            form.Refuse("file", "Chọn một tệp XLSX hoặc CSV.", "Choose an XLSX or CSV file.");
            return form.Refused();
        }

        UploadedTable table;
        try
        {
            table = UploadedTable.Read(await Bytes(file, cancellation), form.Raw("encoding") ?? "");
        }
        catch (RefusedException refused)
        {
            form.Refuse("file", refused.Refusal.Vi, refused.Refusal.En);
            return form.Refused(refused.Refusal.Status);
        }

        var seen = await cells.Newest(cancellation);
        var outcome = await reading.Read(
            table.Cells, indicator, status, EntryAnswers.Read(form.Raw("numbers"), form.Raw("fractions")), seen, visitor.Known, cancellation);
        Tell(form, outcome.Findings, _ => null);
        if (form.IsRight && outcome.Changes.Count == 0)
            form.Refuse("file", "Tệp không có gì khác với số liệu đang có.", "The file says nothing else than what is known.");
        if (!form.IsRight)
            return form.Refused(Status(outcome));

        var notices = Notices(outcome);
        if (table.OtherSheets.Count > 0)
            notices.Insert(0, new(
                $"Chỉ đọc trang tính “{table.Sheet}”; không đọc {table.OtherSheets.Count} trang còn lại.",
                $"Only the sheet “{table.Sheet}” was read; the other {table.OtherSheets.Count} were not."));
        notices.Insert(0, Matched(outcome));
        var origin = table.Sheet is { } sheet ? $"xlsx {sheet}" : "csv";
        return new NextPage($"/figures/drafts/{await drafts.Keep(visitor.Known.Id, origin, source, seen, outcome.Changes, notices, cancellation)}");
    }

    static async Task<IResult> Save(
        HttpContext context, Guid id, Visitor visitor, KeptAnswers answers, FigureRecording recording, CancellationToken cancellation)
    {
        var form = await SentForm.Read(context, $"/figures/drafts/{id}", "save");
        var key = form.Raw("key");
        if (KeptAnswers.Judge(key) is { } unfit)
            return unfit;

        return await answers.Once(visitor.Known.Id, key!, form.Fingerprint(context.Request), async (connection, ended) =>
            await recording.Write(connection, id, visitor.Known, form, ended) is var result && result is NextPage next
                ? KeptAnswer.SeeOther(Links.Of(context).To(next.Page))
                : result, cancellation);
    }

    static Task<SentForm> ReadGrid(HttpContext context) => SentForm.Read(context, Page, GridForm, LongestGrid, EntryGrids.MostCells + 50);

    static async Task<EntryGrid?> Grid(HttpContext context, SentForm form, Person person, EntryGrids grids, CancellationToken cancellation)
    {
        var clock = context.RequestServices.GetRequiredService<TimeProvider>();
        return EntryScope.Read(name => context.Request.Query[name], clock.TodayInVietnam()) is { } scope
            ? await grids.Build(scope, person, form.Whole("seen"), cancellation)
            : null;
    }

    static async Task<EntryOutcome> Read(
        HttpContext context, SentForm form, EntryGrid grid, Person person, EntryReading reading, CancellationToken cancellation)
    {
        var english = context.PageLanguage().IsEnglish;
        var outcome = await reading.Read(
            grid.Table(form.Raw, english), null, grid.Scope.Status, EntryAnswers.Read(form.Raw("numbers"), form.Raw("fractions")), grid.Edition, person, cancellation);
        return outcome with
        {
            // The grid's own empty cells are no news.
            Findings =
            [
                .. outcome.Findings.Where(finding => finding.Fault != PasteFault.Missing),
                .. grid.Emptied(form.Raw).Select(cell => new PasteFinding(PasteFault.NotRemoved, PasteSeverity.Error, cell, new(
                    $"Ô {cell}: đang có số liệu; để trống không xóa được. Hãy ghi số đúng, hoặc trả lại số cũ.",
                    $"Cell {cell}: it holds a figure, which emptying does not remove. Write the right one, or the old one again."))),
            ],
        };
    }

    static string? Field(EntryGrid grid, CellAddress cell) =>
        cell.Row - 2 is >= 0 and var row && row < grid.Rows.Count && cell.Column - EntryGrid.ColumnsBefore - 1 is >= 0 and var column && column < grid.Periods.Count
            ? grid.Rows[row].Field(grid.Periods[column])
            : null;

    static void Tell(SentForm form, IReadOnlyList<PasteFinding> findings, Func<CellAddress, string?> field)
    {
        foreach (var finding in findings.Where(finding => finding.Severity != PasteSeverity.Notice))
            form.Refuse(finding.Cell is { } cell ? field(cell) : null, finding.Message.Vi, finding.Message.In(english: true));
    }

    static int Status(EntryOutcome outcome) => outcome switch
    {
        { IsForbidden: true } => StatusCodes.Status403Forbidden,
        { HasMoved: true } => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status422UnprocessableEntity,
    };

    static List<Bilingual> Notices(EntryOutcome outcome) => outcome.Findings.Select(finding => finding.Message).ToList();

    /// <summary>How the areas of a file were recognised, in one sentence.</summary>
    static Bilingual Matched(EntryOutcome outcome)
    {
        var by = outcome.Matches.GroupBy(match => match.Match.By).ToDictionary(group => group.Key ?? MatchedBy.Alias, group => group.Count());
        int Of(MatchedBy way) => by.GetValueOrDefault(way);
        return new(
            $"Nhận ra đơn vị: {Of(MatchedBy.Code)} ô theo mã, {Of(MatchedBy.Name)} theo tên, {Of(MatchedBy.NameWithoutDiacritics)} theo tên không dấu, {Of(MatchedBy.Alias)} theo tên khác.",
            $"Areas recognised: {Of(MatchedBy.Code)} cells by code, {Of(MatchedBy.Name)} by name, {Of(MatchedBy.NameWithoutDiacritics)} by name without diacritics, {Of(MatchedBy.Alias)} by another name.");
    }

    static FigureStatus FigureStatusOf(SentForm form)
    {
        switch (form.Raw("status"))
        {
            case "observed": return FigureStatus.Observed;
            case "estimate": return FigureStatus.Estimate;
            case "plan": return FigureStatus.Plan;
            default:
                form.Refuse("status", "Chọn loại số: thực hiện, ước hoặc kế hoạch.", "Choose the status: observed, estimate or plan.");
                return FigureStatus.Observed;
        }
    }

    static async Task<byte[]> Bytes(IFormFile file, CancellationToken cancellation)
    {
        if (file.Length > UploadLimits.MostBytes)
            throw new RefusedException(new(
                StatusCodes.Status413PayloadTooLarge,
                $"Tệp lớn hơn {UploadLimits.MostBytes >> 20} MB.", $"The file is larger than {UploadLimits.MostBytes >> 20} MB."));
        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, cancellation);
        return bytes.ToArray();
    }
}

using LongAnGis.Core.Accounts;
using LongAnGis.Core.Programme;
using LongAnGis.Core.Programme.Composing;
using LongAnGis.Web.Accounts;
using LongAnGis.Web.Audit;
using LongAnGis.Web.ChangeSets;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Platform.Forms;
using LongAnGis.Web.Programme.Reporting;

namespace LongAnGis.Web.Programme.Composing;

/// <summary>Composing reports, writing in them, letting them go out, and taking them along.</summary>
static class ComposingEndpoints
{
    public const string Page = "/programme/composed", ComposeForm = "compose";

    static readonly Refusal NotYours = new(
        StatusCodes.Status403Forbidden,
        "Thủ trưởng chỉ tổng hợp báo cáo của cơ quan, huyện mình; đầu mối chương trình tổng hợp cho cả tỉnh.",
        "A head composes the reports of the own agency or district; the programme's desk those of all.");

    public static void AddComposing(this IServiceCollection services)
    {
        services.AddSingleton<ComposedReports>();
        services.AddSingleton<Composer>();
        services.AddSingleton<ComposedFile>();
    }

    public static void MapComposing(this IEndpointRouteBuilder routes)
    {
        routes.MapForm(Page, Compose, Permission.ComposeReports);
        routes.MapForm(Page + "/{id:guid}", Save, Permission.ComposeReports);
        routes.MapGet(Page + "/{id:guid}/report.{format:regex(^(docx|xlsx|pdf)$)}", File).Needs(Permission.SignedIn);
    }

    /// <summary>The desk composes for everybody, a head for the own unit.</summary>
    public static bool May(Visitor visitor, ReportScope scope, ActionProgramme programme) =>
        visitor.May(Permission.ComposeReports) && (visitor.May(Permission.KeepPeriods) || scope.IsOf(ReportRights.UnitOf(programme, visitor.Known)));

    static async Task<IResult> Compose(
        HttpContext context, Visitor visitor, FormWriting forms, ProgrammeReading reading, Periods periods, Composer composer, ComposedReports reports,
        AuditLog audit, CancellationToken cancellation)
    {
        var form = await SentForm.Read(context, Page, ComposeForm);
        var period = periods.Read(form.Raw("period") ?? "");
        var programme = await reading.Now(visitor, cancellation);
        if (ReportScope.Find(form.Raw("scope"), programme) is not { } scope)
        {
            form.Refuse("scope", "Hãy chọn phạm vi báo cáo trong danh sách.", "Choose what the report is about from the list.");
            return form.Refused();
        }

        if (!May(visitor, scope, programme))
            return NotYours;
        if (composer.Objection(period) is { } objection)
        {
            form.Refuse("period", objection.Vi, objection.In(english: true));
            return form.Refused(StatusCodes.Status409Conflict);
        }

        return await forms.Once(context, form, async (connection, ended) =>
        {
            var figures = await composer.Gather(period, scope, visitor, ended);
            var id = await reports.Keep(connection, scope, figures, ComposedTexts.Draft(figures, scope, programme), visitor.Known, ended);
            await audit.Record(connection, visitor.Known.UserName, "composed.make", $"composed/{id}", new { period = figures.Period, scope = scope.ToString(), edition = figures.Edition }, ended);
            return new NextPage(ComposedReport.PathOf(id));
        });
    }

    static async Task<IResult> Save(
        HttpContext context, Guid id, Visitor visitor, FormWriting forms, ProgrammeReading reading, ComposedReports reports, AuditLog audit, CancellationToken cancellation)
    {
        var report = await reports.Find(id, cancellation);
        if (!May(visitor, report.Scope, await reading.Now(visitor, cancellation)))
            return NotYours;

        var form = await SentForm.Read(context, report.Path, ComposedForm.Name);
        var issues = form.Raw("do") == "issue";
        var texts = ComposedForm.Read(form, issues);
        if (!form.IsRight)
            return form.Refused();

        return await forms.Once(context, form, async (connection, ended) =>
        {
            if (!await reports.Save(connection, id, form.Whole("base") ?? 0, texts, issues, visitor.Known, ended))
                return form.Refused(
                    StatusCodes.Status409Conflict,
                    "Báo cáo này đã phát hành, hoặc vừa được người khác lưu. Mở lại trang để xem bản mới.",
                    "This report has gone out, or somebody else has just saved it. Open the page again to see it.");
            await audit.Record(connection, visitor.Known.UserName, issues ? "composed.issue" : "composed.save", $"composed/{id}", new { number = texts.Number }, ended);
            return new NextPage(report.Path, issues ? ("issued", "1") : ("saved", "1"));
        });
    }

    static async Task<IResult> File(
        HttpContext context, Guid id, string format, Visitor visitor, ComposedReports reports, ComposedFile files, AuditLog audit, Language language, CancellationToken cancellation)
    {
        var report = await reports.Find(id, cancellation);
        var (content, type) = await files.Make(report, format, language, cancellation);
        await audit.Record(visitor.Known.UserName, "composed.download", $"composed/{id}", new { format }, cancellation);
        context.Response.Headers.CacheControl = "private, no-store";
        return TypedResults.File(content, type, $"longan_{report.Period}_{report.Scope.ToString().Replace(':', '-')}_{report.Version}_{language.Code}.{format}");
    }
}

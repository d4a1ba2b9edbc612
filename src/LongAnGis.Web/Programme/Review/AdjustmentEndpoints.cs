using LongAnGis.Core.Accounts;
using LongAnGis.Core.Programme;
using LongAnGis.Core.Programme.Reporting;
using LongAnGis.Web.Accounts;
using LongAnGis.Web.ChangeSets;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Platform.Forms;
using LongAnGis.Web.Programme.Reporting;

namespace LongAnGis.Web.Programme.Review;

/// <summary>Proposing to adjust a task or a target, and deciding about it.</summary>
static class AdjustmentEndpoints
{
    public const string Page = "/programme/adjustments";

    static readonly Refusal NotYours = new(
        StatusCodes.Status403Forbidden,
        "Cơ quan, huyện chỉ đề xuất điều chỉnh nhiệm vụ mình chủ trì; mục tiêu do đầu mối chương trình đề xuất.",
        "An agency or district proposes for the tasks that it leads; targets are for the programme's desk to propose.");

    public static void AddReview(this IServiceCollection services)
    {
        services.AddSingleton<ReviewReading>();
        services.AddSingleton<Adjustments>();
        services.AddSingleton<Adjusting>();
    }

    public static void MapReview(this IEndpointRouteBuilder routes)
    {
        routes.MapForm(Page, Propose);
        routes.MapForm(Page + "/{id:guid}/decision", Decide, Permission.KeepProgramme);
    }

    /// <summary>The desk proposes anything, a unit's people what their unit leads.</summary>
    public static bool May(Visitor visitor, ActionProgramme programme, AdjustmentKind kind, string subject) =>
        visitor.May(Permission.KeepProgramme)
        || (kind != AdjustmentKind.Target && (visitor.May(Permission.FileReports) || visitor.May(Permission.ApproveReports))
            && ReportRights.UnitOf(programme, visitor.Known) is { } unit && programme.Find(subject) is { } state
            && ReportingUnits.Of(programme, state.Task).Contains(unit.Code));

    static async Task<IResult> Propose(
        HttpContext context, Visitor visitor, FormWriting forms, ProgrammeReading reading, Adjusting adjusting, CancellationToken cancellation)
    {
        var programme = await reading.Now(visitor, cancellation);
        var form = await SentForm.Read(context, Page + "/new", Adjusting.ProposalForm);
        var subject = form.Line("subject", 40) ?? "";
        if (AdjustmentKinds.Find(form.Raw("kind")) is not { } kind)
            return Refusal.BadRequest("Chỉ điều chỉnh hạn chót (deadline), chủ trì (assignment) hoặc mục tiêu (target).", "Only a deadline, an assignment or a target is adjusted.");
        if (!May(visitor, programme, kind, subject))
            return NotYours;
        return await forms.Once(context, form, (connection, ended) =>
            adjusting.Propose(connection, form, kind, subject, programme, Moments.DefaultPlan, visitor.Known, ended));
    }

    static async Task<IResult> Decide(HttpContext context, Guid id, Visitor visitor, FormWriting forms, Adjusting adjusting)
    {
        var form = await SentForm.Read(context, $"{Page}/{id}", Adjusting.DecisionForm);
        return await forms.Once(context, form, (connection, ended) => adjusting.Decide(connection, form, id, Moments.DefaultPlan, visitor.Known, ended));
    }
}

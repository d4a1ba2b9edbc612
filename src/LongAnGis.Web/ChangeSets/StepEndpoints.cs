using LongAnGis.Core.Accounts;
using LongAnGis.Core.ChangeSets;
using LongAnGis.Web.Accounts;
using LongAnGis.Web.Accounts.Access;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Platform.Forms;

namespace LongAnGis.Web.ChangeSets;

/// <summary>Submit, return, approve, publish …: one address, the step is a field of the form.</summary>
static class StepEndpoints
{
    public static void MapSteps(this IEndpointRouteBuilder routes) => routes.MapForm("/change-sets/{id:guid}/steps", Take);

    static async Task<IResult> Take(
        HttpContext context, Guid id, Visitor visitor, ChangeSetAccess access, FormWriting forms, StepTaking steps, CancellationToken cancellation)
    {
        var person = visitor.Known;
        if (await access.Find(id, person, cancellation) is null)
            return ChangeSetAccess.NotFound;

        var form = await SentForm.Read(context, $"/change-sets/{id}", "step");
        if (ChangeSetSteps.Find(form.Raw("step")) is not { } step)
            return Refusal.BadRequest("Không có bước nào mang tên này.", "There is no step of this name.");
        if (form.Whole("version") is not { } version)
            return new Refusal(
                StatusCodes.Status428PreconditionRequired,
                "Cần cho biết phiên bản của hồ sơ mà bạn đã xem.", "Say which version of the change set you looked at.");

        RefusedWrites.Name(context, step.Code());
        form.As(FormOf(step));
        var asked = new AskedStep(
            step, version, form.Lines("note", 4000), form.Line("number", 100), form.Day("date"), form.Line("signer", 200),
            DateTimeOffset.TryParse(form.Raw("seen"), System.Globalization.CultureInfo.InvariantCulture, out var seen) ? seen : null);
        if (!form.IsRight)
            return form.Refused();

        return await StepTaking.InTurn(step, () => forms.Once(context, form, async (connection, stop) =>
            await steps.Take(connection, id, person, asked, form, stop) ?? new NextPage($"/change-sets/{id}")), cancellation);
    }

    /// <summary>The form of a step on the change set's page.</summary>
    public static string FormOf(ChangeSetStep step) => $"step-{step.Code()}";
}

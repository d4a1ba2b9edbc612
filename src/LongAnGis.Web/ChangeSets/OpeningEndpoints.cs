using LongAnGis.Core.Accounts;
using LongAnGis.Web.Accounts;
using LongAnGis.Web.Audit;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Platform.Forms;
using Npgsql;

namespace LongAnGis.Web.ChangeSets;

/// <summary>Opening a change set, saying what it is about, and who edits it.</summary>
static class OpeningEndpoints
{
    public static void MapOpening(this IEndpointRouteBuilder routes)
    {
        routes.MapForm("/change-sets", Open, Permission.EditPlan);
        routes.MapForm("/change-sets/{id:guid}/details", Change, Permission.EditPlan);
        routes.MapForm("/change-sets/{id:guid}/members", Members, Permission.EditPlan);
        routes.MapForm("/change-sets/{id:guid}/revert", Revert, Permission.EditPlan);
    }

    static async Task<IResult> Open(
        HttpContext context, Visitor visitor, FormWriting forms, InstrumentChoices choices, PlanRegister plans, ChangeSetOpening opening)
    {
        var form = await SentForm.Read(context, "/change-sets/new", ChangeSetDetails.Form);
        var details = await Details(context, form, visitor.Known, choices, plans);
        if (!form.IsRight)
            return form.Refused();

        return await forms.Once(context, form, async (connection, cancellation) =>
            new NextPage($"/change-sets/{await opening.Write(connection, details, visitor.Known, cancellation)}"));
    }

    static Task<IResult> Change(
        HttpContext context, Guid id, FormWriting forms, InstrumentChoices choices, PlanRegister plans, ChangeSetOpening opening) =>
        forms.About(context, id, ChangeSetDetails.Form, async (form, connection, person, cancellation) =>
        {
            var details = await Details(context, form, person, choices, plans);
            if (await Editable(connection, id, person, form, cancellation) is { } refusal)
                return refusal;
            if (!form.IsRight)
                return form.Refused();

            await opening.Change(connection, id, details, person, cancellation);
            return new NextPage($"/change-sets/{id}");
        }, $"/change-sets/{id}/details");

    static Task<IResult> Members(HttpContext context, Guid id, FormWriting forms, AuditLog audit, TimeProvider clock) =>
        forms.About(context, id, "members", async (form, connection, person, cancellation) =>
        {
            if (await ChangeSetAccess.FindLocked(connection, id, person, cancellation) is not { } standing)
                return ChangeSetAccess.NotFound;
            if (!standing.IsAuthor)
                return ChangeSetAccess.NotAllowed;
            if (!standing.MayEdit)
                return form.Refused(
                    StatusCodes.Status409Conflict,
                    "Chỉ đổi được người cùng soạn khi hồ sơ là bản nháp hoặc bị trả lại.",
                    "Those who edit with you can be changed while it is a draft or was returned.");

            var (adds, who) = Guid.TryParse(form.Raw("add"), out var added) ? (true, added)
                : Guid.TryParse(form.Raw("remove"), out var removed) ? (false, removed) : (false, Guid.Empty);
            await using var command = new NpgsqlCommand(adds
                ? """
                  INSERT INTO plan.change_set_member (change_set_id, account_id, added_at, added_by)
                  SELECT $1, account.id, $3, $4 FROM plan.account
                  WHERE account.id = $2 AND account.id <> $4 AND account.disabled_at IS NULL AND 'planner' = ANY (account.roles)
                  ON CONFLICT DO NOTHING
                  """
                : "DELETE FROM plan.change_set_member WHERE change_set_id = $1 AND account_id = $2", connection);
            command.Parameters.AddWithValue(id);
            command.Parameters.AddWithValue(who);
            if (adds)
            {
                command.Parameters.AddWithValue(clock.GetUtcNow());
                command.Parameters.AddWithValue(person.Id);
            }

            if (await command.ExecuteNonQueryAsync(cancellation) == 0)
                return form.Refused(
                    StatusCodes.Status422UnprocessableEntity,
                    "Chọn một người trong danh sách cán bộ quy hoạch.", "Choose somebody from the list of planners.");

            await audit.Record(connection, person, adds ? "member added" : "member removed", id, cancellation, new { account = who });
            return new NextPage($"/change-sets/{id}") { Fragment = "#people" };
        });

    static Task<IResult> Revert(HttpContext context, Guid id, FormWriting forms, Reversal reversal) =>
        forms.About(context, id, "revert", (form, connection, person, cancellation) =>
            reversal.Open(connection, id, person, form, cancellation));

    /// <summary>Null when this person may edit it now and has seen it as it is; holds the change set for the transaction.</summary>
    internal static async Task<IResult?> Editable(
        NpgsqlConnection connection, Guid id, Person person, SentForm form, CancellationToken cancellation)
    {
        if (await ChangeSetAccess.FindLocked(connection, id, person, cancellation) is not { } standing)
            return ChangeSetAccess.NotFound;
        if (!standing.IsEditor)
            return ChangeSetAccess.NotAllowed;
        if (!standing.MayEdit)
            return form.Refused(
                StatusCodes.Status409Conflict,
                "Hồ sơ không còn là bản nháp nên không sửa được nữa.", "The change set is no draft any more and cannot be edited.");
        return form.Whole("version") != standing.Version
            ? form.Refused(
                StatusCodes.Status412PreconditionFailed,
                "Hồ sơ đã được sửa từ khi bạn mở trang này; điều bạn gõ vẫn còn đây. Hãy xem lại rồi lưu.",
                "The change set was edited since you opened this page; what you typed is still here. Look at it again, then save.")
            : null;
    }

    static async Task<ChangeSetDetails> Details(
        HttpContext context, SentForm form, Person person, InstrumentChoices choices, PlanRegister plans) => ChangeSetDetails.Read(
        form, await choices.For(person, context.RequestAborted), [.. (await plans.All(context.RequestAborted)).Select(plan => plan.Code)]);
}

using LongAnGis.Core.Accounts;
using LongAnGis.Web.Accounts;
using LongAnGis.Web.Platform.Forms;
using LongAnGis.Web.Platform.Retries;
using LongAnGis.Web.Shell;
using Npgsql;

namespace LongAnGis.Web.ChangeSets;

/// <summary>
/// What the forms about one change set have in common: who may not see it learns nothing, the form is read, and what it
/// asks for happens once however often it is sent.
/// </summary>
public sealed class FormWriting(ChangeSetAccess access, KeptAnswers answers)
{
    /// <param name="name">Which form of the change set's page.</param>
    /// <param name="page">The page that shows the form again; the change set's own when left out.</param>
    /// <param name="write">Writes inside the transaction; answers the page to go on to, or a refusal.</param>
    public async Task<IResult> About(
        HttpContext context, Guid id, string name, Func<SentForm, NpgsqlConnection, Person, CancellationToken, Task<IResult>> write, string? page = null)
    {
        var person = context.RequestServices.GetRequiredService<Visitor>().Known;
        if (await access.Find(id, person, context.RequestAborted) is null)
            return ChangeSetAccess.NotFound;

        var form = await SentForm.Read(context, page ?? $"/change-sets/{id}", name);
        return await Once(context, form, (connection, cancellation) => write(form, connection, person, cancellation));
    }

    /// <summary>Runs the write of a form once for each idempotency key that its page gave it.</summary>
    public async Task<IResult> Once(HttpContext context, SentForm form, Func<NpgsqlConnection, CancellationToken, Task<IResult>> write)
    {
        var key = form.Raw("key");
        if (KeptAnswers.Judge(key) is { } unfit)
            return unfit;

        var person = context.RequestServices.GetRequiredService<Visitor>().Known;
        return await answers.Once(person.Id, key!, form.Fingerprint(context.Request), async (connection, cancellation) =>
            await write(connection, cancellation) is var result && result is NextPage next
                ? KeptAnswer.SeeOther(Links.Of(context).To(next.Page, next.Parameters) + next.Fragment)
                : result, context.RequestAborted);
    }
}

static class ChangeSetRoutes
{
    /// <summary>A form about one change set. The permission that its address needs is the least that any of its uses does.</summary>
    public static RouteHandlerBuilder MapForm(
        this IEndpointRouteBuilder routes, string address, Delegate handler, Permission permission = Permission.SignedIn) =>
#pragma warning disable RDG002 // Handed on from here, a handler's arguments are bound at run time instead.
        routes.MapPost(address, handler).DisableAntiforgery().Needs(permission);
#pragma warning restore RDG002
}

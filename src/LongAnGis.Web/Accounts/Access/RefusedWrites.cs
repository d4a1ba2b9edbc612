using LongAnGis.Web.Audit;
using LongAnGis.Web.Platform;

namespace LongAnGis.Web.Accounts.Access;

/// <summary>
/// Leaves a line in the audit for every write that somebody who is signed in has tried and was refused, whatever refused it:
/// a missing right, a foreign page, a stale version, a rule, a form that was not complete. Done here once, so that no address
/// forgets it. What the public may send, the doors themselves, keeps its own account of refusals.
/// </summary>
static class RefusedWrites
{
    const string Item = "refused-writes.what";

    /// <summary>Says what the request tries, where its address alone does not: the step of a workflow.</summary>
    public static void Name(HttpContext context, string what) => context.Items[Item] = what;

    public static void UseRefusedWrites(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var request = context.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsOptions(request.Method)
            || context.GetEndpoint() is not RouteEndpoint endpoint || endpoint.Metadata.GetMetadata<NeedsAttribute>() is null
            || context.RequestServices.GetRequiredService<Visitor>().Person is not { } person)
        {
            await next(context);
            return;
        }

        // Asked now, because a form that is shown again turns the request into one for its page.
        var address = "/" + endpoint.RoutePattern.RawText?.Trim('/');
        var (what, subject) = ($"{request.Method} {address}", Subject(context, address));
        try
        {
            await next(context);
        }
        catch (Exception failure) when (StatusOf(failure) is { } status)
        {
            await Record(status);
            throw;
        }

        await Record(context.Response.StatusCode);

        Task Record(int status) => status is >= StatusCodes.Status400BadRequest and < StatusCodes.Status499ClientClosedRequest
            ? context.RequestServices.GetRequiredService<AuditLog>().Record(
                person.UserName, "write.refused", subject, new { what = context.Items[Item] as string ?? what, status }, CancellationToken.None)
            : Task.CompletedTask;
    });

    static int? StatusOf(Exception failure) => failure switch
    {
        RefusedException refused => refused.Refusal.Status,
        BadHttpRequestException bad => bad.StatusCode,
        _ => null,
    };

    // As the audit names its objects everywhere else; what is about no single object is named by its address.
    static string Subject(HttpContext context, string address) =>
        !Guid.TryParse(context.Request.RouteValues["id"] as string, out var id) ? address
        : address.StartsWith("/change-sets/", StringComparison.Ordinal) ? AuditLog.ChangeSet(id)
        : address.StartsWith("/accounts/", StringComparison.Ordinal) ? $"account/{id}"
        : address;
}

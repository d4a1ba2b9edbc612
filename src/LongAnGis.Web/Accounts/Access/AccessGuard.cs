using LongAnGis.Web.Accounts.Tokens;
using LongAnGis.Web.Platform;

namespace LongAnGis.Web.Accounts.Access;

/// <summary>Enforces <see cref="NeedsAttribute"/>, in one place for pages and endpoints.</summary>
static class AccessGuard
{
    public static readonly Refusal NotAllowed = new(
        StatusCodes.Status403Forbidden,
        "Tài khoản của bạn không có quyền làm việc này. Nếu công việc cần đến, hãy liên hệ quản trị viên.",
        "Your account has no right to do this. If your work needs it, ask an administrator.");

    static readonly Refusal NotSignedIn = new(
        StatusCodes.Status401Unauthorized,
        "Cần đăng nhập để dùng địa chỉ này, hoặc phiên đăng nhập đã hết.",
        "You need to sign in to use this address, or your session has ended.");

    public static void UseAccessGuard(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var needs = context.GetEndpoint()?.Metadata.GetOrderedMetadata<NeedsAttribute>() ?? [];
        if (needs.Count == 0)
        {
            return next(context);
        }

        var visitor = context.RequestServices.GetRequiredService<Visitor>();
        if (visitor.Person is null)
        {
            AskToSignIn(context);
            return Task.CompletedTask;
        }

        if (!needs.All(need => visitor.May(need.Permission)))
        {
            context.Refuse(NotAllowed);
            return Task.CompletedTask;
        }

        return next(context);
    });

    static void AskToSignIn(HttpContext context)
    {
        if (!Audience.IsPerson(context))
        {
            context.Response.Headers.WWWAuthenticate = context.GetEndpoint()?.Metadata.GetMetadata<TakesTokenAttribute>() is null ? "Session" : "Bearer";
            context.Refuse(NotSignedIn);
            return;
        }

        var request = context.Request;
        // A form that was filled in too slowly leads back to the page that it stood on.
        var back = HttpMethods.IsGet(request.Method) ? request.PathBase + request.Path + request.QueryString : PageBefore(request);
        context.Response.Headers.CacheControl = "no-store";
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location =
            context.PageLanguage().Href("/sign-in") + QueryString.Create(ReturnAddress.Parameter, ReturnAddress.Local(back));
    }

    static string? PageBefore(HttpRequest request) =>
        Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var page) && page.Authority == request.Host.Value
            ? page.PathAndQuery
            : null;
}

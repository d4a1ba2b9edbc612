using LongAnGis.Web.Accounts.Tokens;
using LongAnGis.Web.Platform;

namespace LongAnGis.Web.Accounts.Access;

/// <summary>
/// Refuses whatever changes something and does not come from a page of ours. Every browser says where such a request comes
/// from, and no page can lie about it; so nothing else is needed against forged requests.
/// </summary>
static class OriginGuard
{
    static readonly Refusal Foreign = new(
        StatusCodes.Status403Forbidden,
        "Yêu cầu thay đổi dữ liệu phải được gửi từ chính trang này (thiếu hoặc sai tiêu đề Origin).",
        "A request that changes something must be sent from this site itself (the header Origin is missing or foreign).");

    public static void UseOriginGuard(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // Without a route the answer is 404 or 405, whoever asks.
        if (IsSafe(context.Request.Method) || context.GetEndpoint() is not RouteEndpoint route || IsOurs(context.Request)
            || route.Metadata.GetMetadata<OpenToMailProgramsAttribute>() is not null
            // No browser sends a token by itself.
            || TokenOfRequest.Of(context) is not null)
        {
            return next(context);
        }

        context.Refuse(Foreign);
        return Task.CompletedTask;
    });

    static bool IsSafe(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method) || HttpMethods.IsTrace(method);

    static bool IsOurs(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site is "cross-site" or "same-site"
            || request.Headers.Origin is not [var origin]
            || !Uri.TryCreate(origin, UriKind.Absolute, out var sender))
        {
            return false;
        }

        // A proxy may have ended https before us; the other way round nobody comes.
        var isAsSecure = sender.Scheme == Uri.UriSchemeHttps || sender.Scheme == request.Scheme;
        var port = request.Host.Port ?? (sender.Scheme == Uri.UriSchemeHttps ? 443 : 80);
        return isAsSecure
            && (sender.Scheme == Uri.UriSchemeHttps || sender.Scheme == Uri.UriSchemeHttp)
            && sender.Port == port
            && string.Equals(sender.Host, new HostString(request.Host.Host).Host, StringComparison.OrdinalIgnoreCase);
    }
}

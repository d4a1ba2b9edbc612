using LongAnGis.Web.Platform;

namespace LongAnGis.Web.Accounts.Tokens;

/// <summary>
/// Says who makes the request where it shows a token (RFC 6750). Whoever shows one is nobody else: a token that is over is refused
/// even where a cookie would do, so that a program hears of it.
/// </summary>
static class TokenOfRequest
{
    const string Scheme = "Bearer ";

    public static void UseTokens(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<TakesTokenAttribute>() is null || Shown(context.Request) is not { } token)
        {
            await next(context);
            return;
        }

        var holder = await context.RequestServices.GetRequiredService<ApiTokens>().Who(token, context.RequestAborted);
        if (Judge(holder, context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow()) is { } refusal)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
            context.Refuse(refusal);
            return;
        }

        var visitor = context.RequestServices.GetRequiredService<Visitor>();
        (visitor.Person, visitor.SessionHash) = (holder!.Person, null);
        context.Features.Set(visitor);
        context.Features.Set(holder.Token);
        await next(context);
    });

    /// <summary>Keeps a token to its scopes; after the lines that record refusals, before those that ask for permissions.</summary>
    public static void UseTokenScopes(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (Of(context) is not { } token || context.GetEndpoint()?.Metadata.GetMetadata<TakesTokenAttribute>() is not { } takes || token.Scopes.Contains(takes.Scope))
        {
            return next(context);
        }

        var scope = takes.Scope.Code();
        context.Response.Headers.WWWAuthenticate = $"Bearer error=\"insufficient_scope\", scope=\"{scope}\"";
        context.Refuse(new(
            StatusCodes.Status403Forbidden,
            $"Mã truy cập không có quyền “{scope}”; hãy tạo mã khác ở trang tài khoản.",
            $"The token has no scope “{scope}”; make another one on your account's page."));
        return Task.CompletedTask;
    });

    /// <summary>The token that let this request in; null for a session or nobody.</summary>
    public static ApiToken? Of(HttpContext context) => context.Features.Get<ApiToken>();

    static string? Shown(HttpRequest request) =>
        request.Headers.Authorization is [{ } value] && value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? value[Scheme.Length..].Trim() : null;

    static Refusal? Judge(TokenHolder? holder, DateTimeOffset now) => holder switch
    {
        null => Unauthorized("Mã truy cập không đúng.", "The token is not one of ours."),
        { IsDisabled: true } => Unauthorized("Tài khoản của mã truy cập này đã bị khóa.", "The account of this token is disabled."),
        { Token.RevokedAt: not null } => Unauthorized(
            "Mã truy cập này đã bị thu hồi; hãy tạo mã khác ở trang tài khoản.", "This token was revoked; make another one on your account's page."),
        _ when !holder.Token.IsLive(now) => Unauthorized(
            $"Mã truy cập này đã hết hạn ngày {holder.Token.ExpiresAt.InVietnam():d/M/yyyy}; hãy tạo mã khác ở trang tài khoản.",
            $"This token ended on {holder.Token.ExpiresAt.InVietnam():yyyy-MM-dd}; make another one on your account's page."),
        _ => null,
    };

    static Refusal Unauthorized(string vi, string en) => new(StatusCodes.Status401Unauthorized, vi, en);
}

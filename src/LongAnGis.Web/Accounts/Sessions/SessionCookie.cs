namespace LongAnGis.Web.Accounts.Sessions;

/// <summary>
/// Where a browser keeps its session's key. Scripts and other sites never get it; under https its name also forbids
/// neighbouring hosts and plain http to set it. It ends with the browser, or with the session.
/// </summary>
static class SessionCookie
{
    const string Name = "longan";
    const string SecureName = "__Host-longan";

    public static string? Read(HttpRequest request) => request.Cookies[NameFor(request)] is { Length: > 0 and <= 100 } key ? key : null;

    public static void Write(HttpContext context, string key) =>
        context.Response.Cookies.Append(NameFor(context.Request), key, Options(context.Request));

    public static void Remove(HttpContext context) =>
        context.Response.Cookies.Delete(NameFor(context.Request), Options(context.Request));

    public static string NameFor(HttpRequest request) => request.IsHttps ? SecureName : Name;

    static CookieOptions Options(HttpRequest request) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = request.IsHttps,
        Path = "/",
        IsEssential = true,
    };
}

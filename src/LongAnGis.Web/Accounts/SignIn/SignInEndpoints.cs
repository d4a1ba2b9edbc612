using System.Globalization;
using LongAnGis.Core.Accounts;
using LongAnGis.Web.Accounts.Access;
using LongAnGis.Web.Accounts.OpenIdConnect;
using LongAnGis.Web.Audit;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Platform.Forms;
using Microsoft.AspNetCore.Mvc;

namespace LongAnGis.Web.Accounts.SignIn;

static class SignInEndpoints
{
    public const string Form = "sign-in";

    public static void MapSignIn(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/sign-in", SignIn).DisableAntiforgery();
        routes.MapPost("/sign-out", SignOut).DisableAntiforgery();
    }

    static async Task<IResult> SignIn(
        [FromForm(Name = "user")] string? userName,
        [FromForm] string? password,
        [FromForm(Name = ReturnAddress.Parameter)] string? back,
        HttpContext context,
        SignInWays ways,
        PasswordSignIn signIn,
        Entrance entrance,
        CancellationToken cancellation)
    {
        if (!ways.Passwords)
        {
            return SignInWays.NoPasswords;
        }

        var outcome = string.IsNullOrEmpty(userName) || string.IsNullOrEmpty(password)
            ? new SignInOutcome.Wrong()
            : await signIn.Try(userName, password, context.Connection.RemoteIpAddress, cancellation);
        switch (outcome)
        {
            case SignInOutcome.Welcome(var account, var name):
                return await entrance.Enter(context, account, name, [], cancellation)
                    ? new SeeOther(ReturnAddress.Local(back))
                    : Again(StatusCodes.Status401Unauthorized, Wrong);
            case SignInOutcome.Wait(var time):
                context.Response.Headers.RetryAfter =
                    ((int)Math.Ceiling(time.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
                return Again(StatusCodes.Status429TooManyRequests, TooOften(time));
            default:
                return Again(StatusCodes.Status401Unauthorized, Wrong);
        }

        RefusedForm Again(int status, FormMessage message) => new(
            status, "/sign-in", Form,
            new Dictionary<string, string> { ["user"] = UserNames.Normalize(userName ?? ""), [ReturnAddress.Parameter] = back ?? "" }, [message]);
    }

    static async Task<IResult> SignOut(
        HttpContext context, Visitor visitor, Entrance entrance, AuditLog audit, IServiceProvider services, CancellationToken cancellation)
    {
        var ticket = await entrance.Leave(context, cancellation);
        if (visitor.Person is { } person)
        {
            await audit.Record(person.UserName, "session.sign-out", $"account/{person.UserName}", null, cancellation);
        }

        var lead = ticket is { Length: > 0 } && services.GetService<ProviderSignOut>() is { } provider
            ? await provider.Lead(context, ticket, cancellation)
            : null;
        return new SeeOther(context.PageLanguage().Href(lead ?? "/"));
    }

    static readonly FormMessage Wrong = new(
        "password", "Tên đăng nhập hoặc mật khẩu không đúng.", "The user name or the password is not right.");

    static FormMessage TooOften(TimeSpan wait)
    {
        var minutes = (int)Math.Ceiling(wait.TotalMinutes);
        return new(
            null,
            $"Đã thử sai nhiều lần. Xin đợi {minutes} phút rồi thử lại.",
            $"Too many wrong attempts. Please wait {minutes} {(minutes == 1 ? "minute" : "minutes")} and try again.");
    }
}

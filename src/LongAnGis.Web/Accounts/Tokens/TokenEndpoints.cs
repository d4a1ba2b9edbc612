using LongAnGis.Core.Accounts;
using LongAnGis.Web.Accounts.Own;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Platform.Forms;
using LongAnGis.Web.Shell;

namespace LongAnGis.Web.Accounts.Tokens;

/// <summary>The forms on somebody's own account that make and revoke tokens.</summary>
static class TokenEndpoints
{
    public const string Form = "token", Page = "/account";

    public static void MapTokens(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(Page + "/tokens", Make).DisableAntiforgery().Needs(Permission.EditPlan);
        routes.MapPost(Page + "/tokens/revoke", Revoke).DisableAntiforgery().Needs(Permission.SignedIn);
    }

    static async Task<IResult> Make(HttpContext context, Visitor visitor, ApiTokens tokens, TimeProvider clock, CancellationToken cancellation)
    {
        var form = await SentForm.Read(context, Page, Form);
        var person = visitor.Known;
        var name = form.Needed(form.Line("name", 100), "name", "Đặt tên cho mã, ví dụ QGIS ở máy cơ quan.", "Name the token, for example QGIS at the office.");
        var scopes = form.All("scope").Select(TokenScopes.Find).ToList();
        if (scopes.Count == 0 || scopes.Contains(null))
        {
            form.Refuse("scope", "Chọn ít nhất một quyền.", "Choose at least one scope.");
        }

        if (form.Whole("days") is not { } days || !ApiTokens.Lifetimes.Contains(days))
        {
            form.Refuse("days", "Chọn thời hạn trong danh sách.", "Choose how long it lives from the list.");
            days = 0;
        }

        if ((await tokens.Of(person.Id, cancellation)).Count(token => token.IsLive(clock.GetUtcNow())) >= ApiTokens.MostLive)
        {
            form.Refuse(
                null, $"Mỗi tài khoản có nhiều nhất {ApiTokens.MostLive} mã còn hạn; hãy thu hồi mã không dùng nữa.",
                $"An account has at most {ApiTokens.MostLive} live tokens; revoke one that is of no more use.");
        }

        if (!form.IsRight)
        {
            return form.Refused();
        }

        // The token exists in this answer and nowhere else, so it cannot be led to by an address.
        var token = await tokens.Make(person, name, [.. scopes.OfType<TokenScope>().Distinct()], days, cancellation);
        context.Response.Headers.CacheControl = "private, no-store";
        return new ShownPage(typeof(AccountPage), Page, new Dictionary<string, string>(), token);
    }

    static async Task<IResult> Revoke(HttpContext context, Visitor visitor, ApiTokens tokens, CancellationToken cancellation)
    {
        var form = await SentForm.Read(context, Page, Form);
        if (Guid.TryParse(form.Raw("id"), out var id))
        {
            await tokens.Revoke(visitor.Known, id, cancellation);
        }

        return new SeeOther(context.PageLanguage().Href(Page + "#tokens"));
    }
}

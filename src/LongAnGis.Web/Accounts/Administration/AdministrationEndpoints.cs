using System.Text;
using LongAnGis.Core.Accounts;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Shell;

namespace LongAnGis.Web.Accounts.Administration;

static class AdministrationEndpoints
{
    /// <summary>The field in which the page gets the link of an invitation, to show it once.</summary>
    public const string Link = "link";

    public static void MapAdministration(this IEndpointRouteBuilder routes)
    {
        var accounts = routes.MapGroup("/accounts").Needs(Permission.ManageAccounts).DisableAntiforgery();
        accounts.MapPost("/", Invite);
        accounts.MapPost("/{id:guid}", Assign);
        accounts.MapPost("/{id:guid}/disable", Disable);
        accounts.MapPost("/{id:guid}/enable", Enable);
        accounts.MapPost("/{id:guid}/invitation", InviteAgain);
    }

    /// <summary>What the two forms send; roles repeat, and there may be none.</summary>
    sealed class DetailsForm(IFormCollection sent)
    {
        static readonly string[] Fields = ["user", "name", "email", "role", "agency", "area"];

        public string UserName => sent["user"].ToString();

        internal AccountDetails Read() => new(
            sent["name"].ToString().Trim().Normalize(NormalizationForm.FormC),
            Filled("email"),
            sent["role"].Select(code => RoleCodes.Find(code) ?? throw new RefusedException(Refusal.BadRequest(
                "Không có vai trò này.", "There is no such role."))).ToHashSet(),
            Filled("agency"),
            Filled("area"));

        internal Dictionary<string, string?> Typed() =>
            Fields.ToDictionary(name => name, name => (string?)sent[name].ToString());

        string? Filled(string name) => string.IsNullOrWhiteSpace(sent[name]) ? null : sent[name].ToString().Trim();
    }

    static async Task<IResult> Invite(
        IFormCollection sent, HttpContext context, Visitor visitor, AccountKeeper keeper, PublicAddress site, CancellationToken cancellation)
    {
        var form = new DetailsForm(sent);
        var kept = await keeper.Invite(Keeper.Of(visitor.Known), form.UserName, form.Read(), cancellation);
        return kept.Objection is { } objection
            ? new FormAgain(typeof(AccountsPage), "/accounts", StatusCodes.Status422UnprocessableEntity, [objection], form.Typed())
            : ShowLink(context, site, kept);
    }

    static async Task<IResult> Assign(
        Guid id, IFormCollection sent, HttpContext context, Visitor visitor, AccountKeeper keeper, CancellationToken cancellation)
    {
        var form = new DetailsForm(sent);
        return Answer(context, await keeper.Assign(Keeper.Of(visitor.Known), id, form.Read(), cancellation), id, form.Typed());
    }

    static async Task<IResult> Disable(Guid id, HttpContext context, Visitor visitor, AccountKeeper keeper, CancellationToken cancellation) =>
        Answer(context, await keeper.Disable(Keeper.Of(visitor.Known), id, cancellation), id, []);

    static async Task<IResult> Enable(Guid id, HttpContext context, Visitor visitor, AccountKeeper keeper, CancellationToken cancellation) =>
        Answer(context, await keeper.Enable(Keeper.Of(visitor.Known), id, cancellation), id, []);

    static async Task<IResult> InviteAgain(
        Guid id, HttpContext context, Visitor visitor, AccountKeeper keeper, PublicAddress site, CancellationToken cancellation)
    {
        var kept = await keeper.InviteAgain(Keeper.Of(visitor.Known), id, cancellation);
        return kept.Objection is null ? ShowLink(context, site, kept) : Answer(context, kept, id, []);
    }

    static IResult Answer(HttpContext context, Kept kept, Guid id, Dictionary<string, string?> typed) => kept.Objection is { } objection
        ? new FormAgain(typeof(OneAccountPage), $"/accounts/{id}", StatusCodes.Status422UnprocessableEntity, [objection], typed) { RouteValues = { ["id"] = id.ToString() } }
        : new SeeOther(context.PageLanguage().Href($"/accounts/{id}"));

    // The link exists in this answer and nowhere else, so it cannot be led to by an address.
    static FormAgain ShowLink(HttpContext context, PublicAddress site, Kept kept)
    {
        var link = site.Of(context.Request) + context.PageLanguage().Href($"/invitation/{kept.Token}");
        return new(typeof(OneAccountPage), $"/accounts/{kept.Account}", StatusCodes.Status200OK, [], new Dictionary<string, string?> { [Link] = link })
        {
            RouteValues = { ["id"] = kept.Account.ToString() },
        };
    }
}

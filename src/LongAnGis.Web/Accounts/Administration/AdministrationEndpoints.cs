using System.Text;
using LongAnGis.Core.Accounts;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Platform.Forms;
using LongAnGis.Web.Shell;

namespace LongAnGis.Web.Accounts.Administration;

static class AdministrationEndpoints
{
    /// <summary>The two forms that say what an account is.</summary>
    public const string InviteForm = "invite", DetailsOfAccount = "account";

    /// <summary>The buttons that let somebody in or keep them out.</summary>
    public const string StandingForm = "standing";

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

        internal Dictionary<string, string> Typed() => Fields.ToDictionary(name => name, name => sent[name].ToString());

        string? Filled(string name) => string.IsNullOrWhiteSpace(sent[name]) ? null : sent[name].ToString().Trim();
    }

    static async Task<IResult> Invite(
        IFormCollection sent, HttpContext context, Visitor visitor, AccountKeeper keeper, PublicAddress site, CancellationToken cancellation)
    {
        var form = new DetailsForm(sent);
        var kept = await keeper.Invite(Keeper.Of(visitor.Known), form.UserName, form.Read(), cancellation);
        return kept.Objection is { } objection
            ? new RefusedForm(StatusCodes.Status422UnprocessableEntity, "/accounts", InviteForm, form.Typed(), [objection])
            : ShowLink(context, site, kept);
    }

    static async Task<IResult> Assign(
        Guid id, IFormCollection sent, HttpContext context, Visitor visitor, AccountKeeper keeper, CancellationToken cancellation)
    {
        var form = new DetailsForm(sent);
        return Answer(context, await keeper.Assign(Keeper.Of(visitor.Known), id, form.Read(), cancellation), id, form.Typed());
    }

    static async Task<IResult> Disable(Guid id, HttpContext context, Visitor visitor, AccountKeeper keeper, CancellationToken cancellation) =>
        Answer(context, await keeper.Disable(Keeper.Of(visitor.Known), id, cancellation), id);

    static async Task<IResult> Enable(Guid id, HttpContext context, Visitor visitor, AccountKeeper keeper, CancellationToken cancellation) =>
        Answer(context, await keeper.Enable(Keeper.Of(visitor.Known), id, cancellation), id);

    static async Task<IResult> InviteAgain(
        Guid id, HttpContext context, Visitor visitor, AccountKeeper keeper, PublicAddress site, CancellationToken cancellation)
    {
        var kept = await keeper.InviteAgain(Keeper.Of(visitor.Known), id, cancellation);
        return kept.Objection is null ? ShowLink(context, site, kept) : Answer(context, kept, id);
    }

    static IResult Answer(HttpContext context, Kept kept, Guid id, Dictionary<string, string>? typed = null) => kept.Objection is { } objection
        // After a refusal about something else the fields show what is stored.
        ? new RefusedForm(
            StatusCodes.Status422UnprocessableEntity, $"/accounts/{id}", typed is null ? StandingForm : DetailsOfAccount, typed ?? [], [objection])
        : new SeeOther(context.PageLanguage().Href($"/accounts/{id}"));

    // The link exists in this answer and nowhere else, so it cannot be led to by an address.
    static ShownPage ShowLink(HttpContext context, PublicAddress site, Kept kept)
    {
        var link = site.Of(context.Request) + context.PageLanguage().Href($"/invitation/{kept.Token}");
        var id = kept.Account.ToString();
        return new(typeof(OneAccountPage), $"/accounts/{id}", new Dictionary<string, string> { ["id"] = id }, link);
    }
}

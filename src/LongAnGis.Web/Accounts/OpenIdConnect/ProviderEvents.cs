using LongAnGis.Web.Accounts.Access;
using LongAnGis.Web.Accounts.SignIn;
using LongAnGis.Web.Audit;
using LongAnGis.Web.Platform;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace LongAnGis.Web.Accounts.OpenIdConnect;

/// <summary>
/// What the framework's handler asks along the way: where the provider shall answer, whether its word holds, and what to do
/// with whoever it has vouched for. A session is ours and opened by <see cref="Entrance"/>; the framework opens none.
/// </summary>
sealed partial class ProviderEvents(
    ProviderSettings provider, PublicAddress site, Arrivals arrivals, Entrance entrance, ProviderTickets tickets, AuditLog audit,
    ILogger<ProviderEvents> log)
    : OpenIdConnectEvents
{
    /// <summary>What travels along in the protected state: the language that the person reads, an invitation that they hold.</summary>
    internal const string LanguageItem = "language", InvitationItem = "invitation";

    // OpenID Connect Core, 2: at most 255 ASCII characters.
    const int LongestSubject = 255;

    public override Task RedirectToIdentityProvider(RedirectContext context)
    {
        context.ProtocolMessage.RedirectUri = site.Of(context.Request) + ProviderSetup.AnswerPath;
        context.ProtocolMessage.UiLocales = LanguageOf(context.Properties, context.HttpContext).Code;
        return Task.CompletedTask;
    }

    // How far an answer has come; whatever fails then is told by that better than by the kind of its exception.
    enum Stage
    {
        State,
        Exchange,
        Token,
    }

    public override Task AuthorizationCodeReceived(AuthorizationCodeReceivedContext context) => Reach(context.HttpContext, Stage.Exchange);

    public override Task TokenResponseReceived(TokenResponseReceivedContext context) => Reach(context.HttpContext, Stage.Token);

    static Task Reach(HttpContext context, Stage stage)
    {
        context.Items[typeof(Stage)] = stage;
        return Task.CompletedTask;
    }

    /// <summary>The signature, audience, time and nonce hold already; this asks that it is the issuer that was configured.</summary>
    public override Task TokenValidated(TokenValidatedContext context)
    {
        var subject = context.SecurityToken.Subject;
        if (ProviderSettings.Canonical(context.SecurityToken.Issuer) != provider.Issuer
            || subject is not { Length: > 0 and <= LongestSubject } || !subject.All(char.IsAscii))
        {
            context.Fail(new SecurityTokenInvalidIssuerException("The token is of another issuer than was configured, or has no proper subject."));
        }

        return Task.CompletedTask;
    }

    public override async Task TicketReceived(TicketReceivedContext context)
    {
        context.HandleResponse();
        var cancellation = context.HttpContext.RequestAborted;
        var arrival = new Arrival(context.Principal!.FindFirst("sub")!.Value, context.Principal);
        var invitation = context.Properties!.Items.TryGetValue(InvitationItem, out var token) ? token : null;
        switch (await arrivals.Receive(arrival, invitation, cancellation))
        {
            case ArrivalOutcome.Refused refused:
                await Refuse(context.HttpContext, context.Properties, refused.Trouble, context.ReturnUri, new(refused.UserName, arrival.Subject));
                break;
            case ArrivalOutcome.Welcome(var account, var userName):
                var ticket = tickets.Protect(context.Properties.GetTokenValue(OpenIdConnectParameterNames.IdToken)!);
                if (await entrance.Enter(context.HttpContext, account, userName, ticket, cancellation))
                {
                    await new SeeOther(ReturnAddress.Local(context.ReturnUri)).ExecuteAsync(context.HttpContext);
                }
                else
                {
                    await Refuse(context.HttpContext, context.Properties, ProviderTrouble.Disabled, context.ReturnUri, new(userName, arrival.Subject));
                }

                break;
        }
    }

    public override Task AccessDenied(AccessDeniedContext context)
    {
        context.HandleResponse();
        return Refuse(context.HttpContext, context.Properties, ProviderTrouble.Cancelled, context.Properties?.RedirectUri);
    }

    public override Task RemoteFailure(RemoteFailureContext context)
    {
        context.HandleResponse();
        var trouble = Judge(context.Failure, context.HttpContext.Items[typeof(Stage)] is Stage stage ? stage : Stage.State);
        if (trouble is not ProviderTrouble.Stale)
        {
            LogFailure(trouble, context.Failure);
        }

        return Refuse(context.HttpContext, context.Properties, trouble, context.Properties?.RedirectUri);
    }

    /// <summary>The same for a provider that cannot be reached when somebody sets out for it.</summary>
    internal Task Unreachable(HttpContext context, AuthenticationProperties properties, Exception failure)
    {
        LogFailure(ProviderTrouble.Unreachable, failure);
        return Refuse(context, properties, ProviderTrouble.Unreachable, properties.RedirectUri);
    }

    /// <summary>Who was refused, as far as the provider's verified word has told.</summary>
    sealed record Refused(string? UserName, string Subject);

    // A line in the audit, and the sign-in page with a sentence; whoever was signed in before still is.
    async Task Refuse(
        HttpContext context, AuthenticationProperties? properties, ProviderTrouble trouble, string? returnAddress, Refused? who = null)
    {
        await audit.Record(
            who?.UserName ?? "(unknown)", "sign-in.refused", who?.UserName is { } name ? $"account/{name}" : "account",
            new { by = "openid-connect", why = trouble.Code(), who?.Subject, address = context.Connection.RemoteIpAddress?.ToString() },
            context.RequestAborted);
        var back = ReturnAddress.Local(returnAddress);
        await new SeeOther(LanguageOf(properties, context).Href("/sign-in") + QueryString.Create(new Dictionary<string, string?>
        {
            [ProviderTroubles.Parameter] = trouble.Code(),
            [ReturnAddress.Parameter] = back == "/" ? null : back,
        }.Where(pair => pair.Value is not null))).ExecuteAsync(context);
    }

    static ProviderTrouble Judge(Exception? failure, Stage stage) => (failure, stage) switch
    {
        (HttpRequestException or IOException or OperationCanceledException, _) => ProviderTrouble.Unreachable,
        (_, Stage.Token) => ProviderTrouble.Untrusted,
        (OpenIdConnectProtocolException, _) => ProviderTrouble.Declined,
        // The provider's description could not be read, or its answer to the code made no sense.
        (InvalidOperationException, _) or (_, Stage.Exchange) => ProviderTrouble.Unreachable,
        // Whatever else the handler gives up on concerns the state: unreadable, too old, not this browser's.
        _ => ProviderTrouble.Stale,
    };

    static Language LanguageOf(AuthenticationProperties? properties, HttpContext context) =>
        properties?.Items.TryGetValue(LanguageItem, out var code) is true && Language.Find(code) is { } language
            ? language
            : context.DataLanguage();

    [LoggerMessage(LogLevel.Warning, "A sign-in with the identity provider came to nothing: {Trouble}")]
    partial void LogFailure(ProviderTrouble trouble, Exception? failure);
}

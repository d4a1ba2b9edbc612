using System.Globalization;
using System.Text.Json;
using LongAnGis.Web.Accounts;
using LongAnGis.Web.Accounts.Sessions;
using LongAnGis.Web.ChangeSets.Drafting;

namespace LongAnGis.Web.ChangeSets.Together;

/// <summary>
/// The server-sent events of one open change set. It begins with <c>state</c>, whose version tells a browser that comes back
/// whether it missed anything, and with who is there. Before anything is sent, and every few seconds besides, it asks whether
/// its reader is still signed in and may still see the set; when not, the stream ends.
/// </summary>
sealed class ChangeSetStream(
    HttpContext context,
    Guid changeSet,
    Visitor visitor,
    SessionStore sessions,
    ChangeSetAccess access,
    Presence presence)
{
    static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(10);

    string people = "";
    int version;

    public async Task Follow(ChangeSetFeed.Subscription subscription, CancellationToken cancellation)
    {
        if (await Standing(cancellation) is not { } standing)
        {
            return;
        }

        await SendState(standing, cancellation);
        await SendPresence(cancellation);
        while (true)
        {
            var news = await Next(subscription, cancellation);
            if (await Standing(cancellation) is not { } current)
            {
                return;
            }

            await Pass(news, current, cancellation);
        }
    }

    async Task Pass(ChangeSetNews? news, ChangeSetStanding standing, CancellationToken cancellation)
    {
        switch (news?.Kind)
        {
            case null:
                if (!await SendPresence(cancellation))
                {
                    // Proxies close a silent connection; a comment keeps it open.
                    await Write(": still here\n\n", cancellation);
                }

                break;
            case ChangeSetFeed.Resync:
                await SendState(standing, cancellation);
                await SendPresence(cancellation);
                break;
            case "presence":
                await SendPresence(cancellation);
                break;
            case "state":
                await SendState(standing, cancellation);
                break;
            case "edits":
                version = standing.Version;
                await Send("edits", news.Data.GetRawText(), cancellation);
                break;
            case "comment":
                await Send("comment", news.Data.GetRawText(), cancellation);
                break;
        }
    }

    static async Task<ChangeSetNews?> Next(ChangeSetFeed.Subscription subscription, CancellationToken cancellation)
    {
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        silence.CancelAfter(Heartbeat);
        try
        {
            return await subscription.News.ReadAsync(silence.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    // Null once the reader has signed out, was disabled, or may not see the set any more.
    async Task<ChangeSetStanding?> Standing(CancellationToken cancellation) =>
        visitor.SessionHash is { } session && await sessions.Who(session, cancellation) is { } person
            ? await access.Find(changeSet, person, cancellation)
            : null;

    Task SendState(ChangeSetStanding standing, CancellationToken cancellation)
    {
        version = standing.Version;
        return Send("state", JsonSerializer.Serialize(new { state = standing.State, version = standing.Version }), cancellation);
    }

    // True when there was anything new to say.
    async Task<bool> SendPresence(CancellationToken cancellation)
    {
        var now = JsonSerializer.Serialize(await presence.In(changeSet, cancellation), DraftFile.Json);
        if (now == people)
        {
            return false;
        }

        people = now;
        await Send("presence", now, cancellation);
        return true;
    }

    Task Send(string name, string data, CancellationToken cancellation) => Write(
        string.Create(CultureInfo.InvariantCulture, $"event: {name}\nid: {version}\ndata: {data}\n\n"), cancellation);

    async Task Write(string text, CancellationToken cancellation)
    {
        await context.Response.WriteAsync(text, cancellation);
        await context.Response.Body.FlushAsync(cancellation);
    }
}

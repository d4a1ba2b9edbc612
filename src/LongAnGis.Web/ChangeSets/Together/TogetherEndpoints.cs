using System.Text.Json;
using LongAnGis.Core.Accounts;
using LongAnGis.Web.Accounts;
using LongAnGis.Web.Accounts.Sessions;
using LongAnGis.Web.Platform;

namespace LongAnGis.Web.ChangeSets.Together;

/// <summary>Two planners in one change set see each other and each other's edits as they are saved.</summary>
public static class TogetherEndpoints
{
    /// <summary>More open editors than this on one node are asked to come back later; they still save.</summary>
    const int MostReaders = 1_000;

    const int MostBytes = 4 << 10;
    const int LongestEditing = 130;

    public static void AddTogether(this IServiceCollection services)
    {
        services.AddSingleton<Presence>();
        services.AddSingleton<ChangeSetFeed>();
        services.AddHostedService(provider => provider.GetRequiredService<ChangeSetFeed>());
    }

    public static void MapTogether(this IEndpointRouteBuilder routes)
    {
        var together = routes.MapGroup("/change-sets/{id:guid}").Needs(Permission.SignedIn);
        together.MapGet("/events", Follow);
        together.MapPost("/presence", SayPresence).DisableAntiforgery();
    }

    static async Task Follow(
        Guid id,
        HttpContext context,
        Visitor visitor,
        SessionStore sessions,
        ChangeSetAccess access,
        Presence presence,
        ChangeSetFeed feed,
        IHostApplicationLifetime lifetime)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        if (await access.Find(id, visitor.Known, stop.Token) is null)
        {
            context.Refuse(ChangeSetAccess.NotFound);
            return;
        }

        if (feed.Readers >= MostReaders)
        {
            context.Refuse(new(
                StatusCodes.Status503ServiceUnavailable,
                "Có quá nhiều người đang mở bản thảo; bản thảo của bạn vẫn lưu được.",
                "Too many people have drafts open; yours can still be saved.",
                TimeSpan.FromSeconds(30)));
            return;
        }

        // Before the state is read: what happens in between is then told as well.
        using var subscription = feed.Subscribe(id);
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "private, no-store";
        context.Response.Headers["X-Accel-Buffering"] = "no";
        try
        {
            await new ChangeSetStream(context, id, visitor, sessions, access, presence).Follow(subscription, stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The reader left, or the service is stopping: both end the stream.
        }
        catch (Exception exception) when (context.Response.HasStarted && exception is Npgsql.NpgsqlException)
        {
            // The database is away. The browser connects again by itself, and is told the state then.
        }
    }

    static async Task<IResult> SayPresence(
        Guid id, HttpContext context, Visitor visitor, ChangeSetAccess access, Presence presence, CancellationToken cancellation)
    {
        if (await access.Find(id, visitor.Known, cancellation) is null)
        {
            return ChangeSetAccess.NotFound;
        }

        var (document, refusal) = await JsonBody.Document(context.Request, MostBytes, cancellation);
        if (document is null)
        {
            return refusal!;
        }

        using var json = document;
        if (Said.Read(json.RootElement) is not { } said)
        {
            return new Refusal(
                StatusCodes.Status422UnprocessableEntity,
                "Cần “client” là UUID, “editing” là lớp/mã hoặc null, “at” là [kinh độ, vĩ độ] hoặc null.",
                "It takes “client”, a UUID; “editing”, layer/code or null; “at”, [longitude, latitude] or null.");
        }

        await (said.IsLeaving
            ? presence.Leave(id, visitor.Known.Id, said.Client, cancellation)
            : presence.Say(id, visitor.Known.Id, said.Client, said.Editing, said.At, cancellation));
        return Results.NoContent();
    }

    /// <summary>What a browser says of itself.</summary>
    sealed record Said(Guid Client, string? Editing, (double Longitude, double Latitude)? At, bool IsLeaving)
    {
        public static Said? Read(JsonElement said)
        {
            if (said.ValueKind != JsonValueKind.Object
                || !said.TryGetProperty("client", out var client)
                || client.ValueKind != JsonValueKind.String
                || !client.TryGetGuid(out var id)
                || !ReadEditing(said, out var editing)
                || !ReadPlace(said, out var at))
            {
                return null;
            }

            return new(id, editing, at, said.TryGetProperty("leaving", out var leaving) && leaving.ValueKind == JsonValueKind.True);
        }

        static bool ReadEditing(JsonElement said, out string? editing)
        {
            editing = null;
            if (!said.TryGetProperty("editing", out var value) || value.ValueKind == JsonValueKind.Null)
            {
                return true;
            }

            // Layer and code are ASCII, so bytes are compared and nothing is decoded that could be broken.
            editing = value.ValueKind == JsonValueKind.String ? value.GetRawText().Trim('"') : null;
            return editing?.Length is > 0 and <= LongestEditing && editing.All(letter => char.IsAsciiLetterOrDigit(letter) || "-_./".Contains(letter));
        }

        static bool ReadPlace(JsonElement said, out (double Longitude, double Latitude)? place)
        {
            place = null;
            if (!said.TryGetProperty("at", out var value) || value.ValueKind == JsonValueKind.Null)
            {
                return true;
            }

            if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() != 2
                || value[0].ValueKind != JsonValueKind.Number || value[1].ValueKind != JsonValueKind.Number
                || !value[0].TryGetDouble(out var longitude) || !value[1].TryGetDouble(out var latitude))
            {
                return false;
            }

            place = (longitude, latitude);
            return longitude is >= -180 and <= 180 && latitude is >= -90 and <= 90;
        }
    }
}

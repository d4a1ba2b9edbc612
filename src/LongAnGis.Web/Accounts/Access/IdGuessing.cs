using System.Collections.Concurrent;
using LongAnGis.Web.Audit;
using LongAnGis.Web.Platform;

namespace LongAnGis.Web.Accounts.Access;

/// <summary>
/// Counts how often somebody asked for things by an id and was told that there is nothing for them. Ids are random, so whoever
/// misses again and again is walking through them: after 60 misses in ten minutes (setting <c>Limits:Misses</c>) they wait
/// for the rest of that time. Each node counts for itself.
/// </summary>
public sealed class IdGuesses(TimeProvider clock, IConfiguration configuration)
{
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);
    const int MostRemembered = 20_000;

    readonly int most = configuration.GetValue("Limits:Misses", 60);
    readonly ConcurrentDictionary<string, (DateTimeOffset Since, int Misses)> misses = new(StringComparer.Ordinal);

    /// <summary>How long somebody has to wait; null for not at all.</summary>
    public TimeSpan? Wait(string who) =>
        misses.TryGetValue(who, out var known) && known.Misses >= most && known.Since + Window - clock.GetUtcNow() is { } wait && wait > TimeSpan.Zero
            ? wait
            : null;

    /// <summary>Counts a miss; true for the one that is too many, once for each window.</summary>
    public bool Miss(string who)
    {
        var now = clock.GetUtcNow();
        Forget(now);
        return misses.AddOrUpdate(
            who, _ => (now, 1), (_, known) => now - known.Since < Window ? (known.Since, known.Misses + 1) : (now, 1)).Misses == most;
    }

    // Many addresses cannot fill the memory: what is over goes first, and when that is not enough, everything.
    void Forget(DateTimeOffset now)
    {
        if (misses.Count < MostRemembered)
        {
            return;
        }

        foreach (var (who, known) in misses)
        {
            if (now - known.Since >= Window)
            {
                misses.TryRemove(who, out _);
            }
        }

        if (misses.Count >= MostRemembered)
        {
            misses.Clear();
        }
    }
}

/// <summary>Slows down whoever walks through ids of what is not theirs to see, and says so in the audit.</summary>
static class IdGuessing
{
    static readonly Refusal TooMany = new(
        StatusCodes.Status429TooManyRequests,
        "Đã hỏi quá nhiều mã không tồn tại hoặc không thuộc quyền xem của bạn; việc này đã được ghi vào nhật ký. Xin đợi ít phút.",
        "Too many ids were asked for that do not exist or are not for you to see; this is in the audit. Please wait a few minutes.");

    public static void UseIdGuessing(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (context.GetEndpoint() is not RouteEndpoint endpoint
            || endpoint.Metadata.GetMetadata<NeedsAttribute>() is null || endpoint.RoutePattern.GetParameter("id") is null)
        {
            await next(context);
            return;
        }

        var guesses = context.RequestServices.GetRequiredService<IdGuesses>();
        var person = context.RequestServices.GetRequiredService<Visitor>().Person;
        var address = context.Connection.RemoteIpAddress?.ToString();
        var who = person is null ? $"address {RateLimits.Address(context)}" : $"account {person.UserName}";
        if (guesses.Wait(who) is { } wait)
        {
            context.Refuse(TooMany with { RetryAfter = wait });
            return;
        }

        var pattern = "/" + endpoint.RoutePattern.RawText!.Trim('/');
        try
        {
            await next(context);
        }
        catch (RefusedException refused) when (refused.Refusal.Status == StatusCodes.Status404NotFound)
        {
            await Count();
            throw;
        }

        // The public is asked to sign in, whatever the id: to them every id is a miss.
        if (person is null || context.Response.StatusCode == StatusCodes.Status404NotFound)
        {
            await Count();
        }

        Task Count() => guesses.Miss(who)
            ? context.RequestServices.GetRequiredService<AuditLog>().Record(
                person?.UserName ?? "(unknown)", "alarm.id-guessing", pattern,
                new { address, minutes = IdGuesses.Window.TotalMinutes }, CancellationToken.None)
            : Task.CompletedTask;
    });
}

using System.Net;
using System.Security.Cryptography;
using System.Text;
using LongAnGis.Web.Database;
using Npgsql;
using NpgsqlTypes;

namespace LongAnGis.Web.Accounts.SignIn;

/// <summary>
/// Slows guessing down. After five wrong passwords a name waits half a minute, then twice as long after each further one, up
/// to an hour; an address waits once it was wrong 40 times in ten minutes (setting <c>Limits:SignInFailures</c>). A name that
/// nobody has waits just like one that somebody has, so waiting tells nothing.
/// </summary>
public sealed class SignInThrottle(PlanDatabase database, TimeProvider clock, IConfiguration configuration)
{
    const int FreeGuesses = 5;
    static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(30);
    static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);
    static readonly TimeSpan AddressWindow = TimeSpan.FromMinutes(10);
    static readonly string Counts = Sql.Beside<SignInThrottle>("SignInAttempts");

    readonly int mostFromAddress = configuration.GetValue("Limits:SignInFailures", 40);

    /// <summary>How long to wait before the next guess is looked at; null for not at all.</summary>
    public async Task<TimeSpan?> Wait(string userName, IPAddress? address, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await using var command = database.CreateCommand(Counts);
        command.Parameters.Add(new() { Value = Key(userName) });
        command.Parameters.Add(Inet(address));
        command.Parameters.Add(new() { Value = now });
        await using var row = await command.ExecuteReaderAsync(cancellation);
        await row.ReadAsync(cancellation);

        var ofName = row.IsDBNull(1) ? TimeSpan.Zero : row.GetFieldValue<DateTimeOffset>(1) + WaitAfter(row.GetInt64(0)) - now;
        var ofAddress = row.GetInt64(2) < mostFromAddress ? TimeSpan.Zero : row.GetFieldValue<DateTimeOffset>(3) + AddressWindow - now;
        var wait = ofName > ofAddress ? ofName : ofAddress;
        return wait > TimeSpan.Zero ? wait : null;
    }

    /// <summary>Remembers an attempt. It is written down before the password is looked at, so that many at once count as many.</summary>
    public async Task Remember(string userName, IPAddress? address, bool succeeded, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            "INSERT INTO plan.sign_in_attempt (at, user_name, address, succeeded) VALUES ($1, $2, $3, $4)");
        command.Parameters.Add(new() { Value = clock.GetUtcNow() });
        command.Parameters.Add(new() { Value = Key(userName) });
        command.Parameters.Add(Inet(address));
        command.Parameters.Add(new() { Value = succeeded });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Takes back the failure that <see cref="Remember"/> wrote for an attempt which then succeeded, and what is old.</summary>
    public async Task Forget(string userName, IPAddress? address, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            """
            DELETE FROM plan.sign_in_attempt
            WHERE at < $3 - interval '1 day' OR (user_name = $1 AND address = $2 AND NOT succeeded)
            """);
        command.Parameters.Add(new() { Value = Key(userName) });
        command.Parameters.Add(Inet(address));
        command.Parameters.Add(new() { Value = clock.GetUtcNow() });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    static TimeSpan WaitAfter(long failures) => failures < FreeGuesses
        ? TimeSpan.Zero
        : TimeSpan.FromTicks(Math.Min(LongestWait.Ticks, FirstWait.Ticks << (int)Math.Min(failures - FreeGuesses, 12)));

    // Some people type their password where the name belongs; nobody shall read it here.
    static string Key(string userName) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(userName)))[..32];

    // Whoever comes without an address comes from the same nowhere.
    static NpgsqlParameter Inet(IPAddress? address) =>
        new() { Value = address ?? IPAddress.Any, NpgsqlDbType = NpgsqlDbType.Inet };
}

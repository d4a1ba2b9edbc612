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

    // The name always first and the address second, so that two of them never wait for one another.
    const string Hold = "SELECT pg_advisory_xact_lock(hashtextextended('sign-in ' || $1, 0)), pg_advisory_xact_lock(hashtextextended('sign-in from ' || $2::text, 0))";
    const string Insert = "INSERT INTO plan.sign_in_attempt (at, user_name, address, succeeded) VALUES ($1, $2, $3, $4)";

    readonly int mostFromAddress = configuration.GetValue("Limits:SignInFailures", 40);

    /// <summary>
    /// How long to wait before the next guess is looked at; null when it may be looked at now. Then it counts as a failure
    /// already: guesses that come at the same time are counted one after the other, before any password is looked at.
    /// </summary>
    public async Task<TimeSpan?> Begin(string userName, IPAddress? address, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using (var hold = new NpgsqlCommand(Hold, connection) { Parameters = { new() { Value = Key(userName) }, Inet(address) } })
        {
            await hold.ExecuteNonQueryAsync(cancellation);
        }

        if (await Wait(connection, userName, address, cancellation) is { } wait)
        {
            return wait;
        }

        await using var insert = Attempt(userName, address, succeeded: false);
        insert.Connection = connection;
        await insert.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return null;
    }

    /// <summary>The guess was right: takes back the failures of this name from this address, and remembers that it was.</summary>
    public async Task Succeed(string userName, IPAddress? address, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using (var forget = new NpgsqlCommand(
            """
            DELETE FROM plan.sign_in_attempt
            WHERE at < $3 - interval '1 day' OR (user_name = $1 AND address = $2 AND NOT succeeded)
            """, connection))
        {
            forget.Parameters.Add(new() { Value = Key(userName) });
            forget.Parameters.Add(Inet(address));
            forget.Parameters.Add(new() { Value = clock.GetUtcNow() });
            await forget.ExecuteNonQueryAsync(cancellation);
        }

        await using var remember = Attempt(userName, address, succeeded: true);
        remember.Connection = connection;
        await remember.ExecuteNonQueryAsync(cancellation);
    }

    async Task<TimeSpan?> Wait(NpgsqlConnection connection, string userName, IPAddress? address, CancellationToken cancellation)
    {
        // Asked after the lock is ours, so that no attempt before this one was written later than it is read.
        var now = clock.GetUtcNow();
        await using var command = new NpgsqlCommand(Counts, connection);
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

    NpgsqlCommand Attempt(string userName, IPAddress? address, bool succeeded) => new(Insert)
    {
        Parameters =
        {
            new() { Value = clock.GetUtcNow() }, new() { Value = Key(userName) }, Inet(address), new() { Value = succeeded },
        },
    };

    static TimeSpan WaitAfter(long failures) => failures < FreeGuesses
        ? TimeSpan.Zero
        : TimeSpan.FromTicks(Math.Min(LongestWait.Ticks, FirstWait.Ticks << (int)Math.Min(failures - FreeGuesses, 12)));

    // Some people type their password where the name belongs; nobody shall read it here.
    static string Key(string userName) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(userName)))[..32];

    // Whoever comes without an address comes from the same nowhere.
    static NpgsqlParameter Inet(IPAddress? address) =>
        new() { Value = address ?? IPAddress.Any, NpgsqlDbType = NpgsqlDbType.Inet };
}

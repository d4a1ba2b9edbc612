using LongAnGis.Core.Accounts;
using LongAnGis.Web.Accounts.Passwords;
using LongAnGis.Web.Accounts.SignIn;
using LongAnGis.Web.Audit;
using LongAnGis.Web.Database;
using LongAnGis.Web.Platform.Forms;

namespace LongAnGis.Web.Accounts.Own;

/// <summary>Gives an account another password. All its sessions end, because a stolen one must not outlive it.</summary>
public sealed class PasswordChange(
    PlanDatabase database, PasswordHashing passwords, SignInThrottle throttle, AuditLog audit)
{
    /// <summary>The form in which somebody chooses a password.</summary>
    public const string Form = "password";

    /// <summary>Answers with what is wrong, or with null when it is done.</summary>
    public async Task<FormMessage?> Change(
        Person person, string current, string chosen, string repeated, System.Net.IPAddress? address, CancellationToken cancellation)
    {
        if (Objection(chosen, repeated, person.UserName) is { } objection)
        {
            return objection;
        }

        // Whoever finds a browser signed in shall not guess here either.
        if (await throttle.Begin(person.UserName, address, cancellation) is not null)
        {
            return new(
                "current", "Đã thử sai nhiều lần; xin đợi ít phút.", "Too many wrong attempts; please wait a few minutes.");
        }

        if (passwords.Verify(await HashOf(person.Id, cancellation), current) is PasswordVerdict.Wrong)
        {
            await audit.Record(person.UserName, "account.password-refused", $"account/{person.UserName}", null, cancellation);
            return new("current", "Mật khẩu hiện tại không đúng.", "The current password is not right.");
        }

        await throttle.Succeed(person.UserName, address, cancellation);
        await Set(person.Id, chosen, cancellation);
        await audit.Record(person.UserName, "account.password", $"account/{person.UserName}", null, cancellation);
        return null;
    }

    /// <summary>What is wrong with a chosen password; null when nothing is.</summary>
    public static FormMessage? Objection(string chosen, string repeated, string userName) =>
        PasswordRules.Objection(chosen, userName) is var (vi, en)
            ? new("chosen", vi, en)
            : PasswordRules.Normalize(chosen) == PasswordRules.Normalize(repeated)
                ? null
                : new("repeated", "Hai lần nhập mật khẩu mới không giống nhau.", "The new password was not repeated in the same way.");

    /// <summary>Sets the password, ends all sessions, and takes back an invitation that is still open.</summary>
    public async Task Set(Guid account, string password, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            """
            UPDATE plan.account
            SET password_hash = $2, security_stamp = gen_random_uuid(), invitation_hash = NULL, invitation_expires_at = NULL
            WHERE id = $1
            """);
        command.Parameters.Add(new() { Value = account });
        command.Parameters.Add(new() { Value = passwords.Hash(password) });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Ends all sessions of an account, wherever they are.</summary>
    public async Task SignOutEverywhere(Person person, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("UPDATE plan.account SET security_stamp = gen_random_uuid() WHERE id = $1");
        command.Parameters.Add(new() { Value = person.Id });
        await command.ExecuteNonQueryAsync(cancellation);
        await audit.Record(person.UserName, "session.sign-out-everywhere", $"account/{person.UserName}", null, cancellation);
    }

    async Task<string?> HashOf(Guid account, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("SELECT password_hash FROM plan.account WHERE id = $1");
        command.Parameters.Add(new() { Value = account });
        return await command.ExecuteScalarAsync(cancellation) as string;
    }
}

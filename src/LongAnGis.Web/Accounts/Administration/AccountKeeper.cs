using LongAnGis.Core.Accounts;
using LongAnGis.Web.Accounts.Sessions;
using LongAnGis.Web.Audit;
using LongAnGis.Web.Database;
using LongAnGis.Web.Platform.Forms;
using Npgsql;
using NpgsqlTypes;

namespace LongAnGis.Web.Accounts.Administration;

/// <summary>What an administrator says of an account.</summary>
public sealed record AccountDetails(string DisplayName, string? Email, IReadOnlySet<Role> Roles, string? Agency, string? Area);

/// <summary>Who acts: an administrator, or a person at the server's command line, who has no account.</summary>
public sealed record Keeper(string Name, Guid? Account)
{
    public static readonly Keeper CommandLine = new("(command line)", null);

    public static Keeper Of(Person person) => new(person.UserName, person.Id);
}

/// <summary>What came of it: done, perhaps with the token of an invitation, or why not.</summary>
public sealed record Kept(Guid Account, string? Token, FormMessage? Objection)
{
    internal static Kept Refused(FormMessage objection) => new(Guid.Empty, null, objection);
}

/// <summary>
/// Invites, assigns, disables. Each action and its line in the audit are one transaction, one at a time. Nobody takes rights
/// from themselves by mistake, and one administrator who can sign in always remains.
/// </summary>
public sealed class AccountKeeper(PlanDatabase database, AuditLog audit, TimeProvider clock)
{
    public static readonly TimeSpan InvitationLife = TimeSpan.FromDays(7);

    static readonly FormMessage Oneself = new(
        null,
        "Không thể tự khóa, tự hạ quyền hay tự đặt lại tài khoản của chính mình; hãy nhờ một quản trị viên khác.",
        "You cannot disable, demote or reset your own account; ask another administrator.");

    static readonly FormMessage LastAdmin = new(
        "role",
        "Đây là quản trị viên cuối cùng; hãy giao quyền quản trị cho người khác trước.",
        "This is the last administrator; make somebody else one first.");

    static readonly FormMessage Unknown = new(null, "Không có tài khoản này.", "There is no such account.");

    /// <summary>Makes an account that nobody can enter yet, and the token of the link that lets its person choose a password.</summary>
    public Task<Kept> Invite(Keeper keeper, string userName, AccountDetails details, CancellationToken cancellation) =>
        Alone(async connection =>
        {
            var name = UserNames.Normalize(userName);
            if (Objection(name, details) is { } objection)
            {
                return Kept.Refused(objection);
            }

            var token = SessionKey.New();
            var id = await Ask(connection,
                """
                INSERT INTO plan.account (user_name, display_name, email, roles, agency_code, area_code,
                                          invitation_hash, invitation_expires_at, created_at, created_by)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                ON CONFLICT (user_name) DO NOTHING
                RETURNING id
                """, cancellation,
                name, details.DisplayName, details.Email, Codes(details.Roles), details.Agency, details.Area,
                SessionKey.Hash(token), clock.GetUtcNow() + InvitationLife, clock.GetUtcNow(), keeper.Name);
            if (id is not Guid account)
            {
                return Kept.Refused(new("user", "Tên đăng nhập này đã có người dùng.", "This user name is taken."));
            }

            await audit.Record(connection, keeper.Name, "account.invite", $"account/{name}", new { roles = Codes(details.Roles) }, cancellation);
            return new(account, token, null);
        }, cancellation);

    /// <summary>A new link for somebody who lost theirs, or their password: every old way in and all sessions end at once.</summary>
    public Task<Kept> InviteAgain(Keeper keeper, Guid account, CancellationToken cancellation) =>
        On(keeper, account, "account.reset", mayBeOneself: false, async (connection, _) =>
        {
            var token = SessionKey.New();
            await Ask(connection,
                """
                UPDATE plan.account
                SET password_hash = NULL, oidc_issuer = NULL, oidc_subject = NULL, invitation_hash = $2, invitation_expires_at = $3, security_stamp = gen_random_uuid()
                WHERE id = $1
                """, cancellation, account, SessionKey.Hash(token), clock.GetUtcNow() + InvitationLife);
            return new(account, token, null);
        }, cancellation);

    /// <summary>Lets somebody in by what a provider calls them; other identities that the account had are forgotten.</summary>
    public Task<Kept> Link(Keeper keeper, Guid account, string issuer, string subject, CancellationToken cancellation) =>
        On(keeper, account, "account.link", mayBeOneself: true, async (connection, _) =>
        {
            if (await Ask(connection,
                "SELECT 1 FROM plan.account WHERE oidc_issuer = $1 AND oidc_subject = $2 AND id <> $3", cancellation, issuer, subject, account) is not null)
            {
                return Kept.Refused(new(
                    null, "Danh tính này đã gắn với một tài khoản khác.", "This identity is linked to another account already."));
            }

            await Ask(connection,
                "UPDATE plan.account SET oidc_issuer = $2, oidc_subject = $3, security_stamp = gen_random_uuid() WHERE id = $1", cancellation,
                account, issuer, subject);
            return new(account, null, null);
        }, cancellation, new { issuer, subject });

    public Task<Kept> Disable(Keeper keeper, Guid account, CancellationToken cancellation) =>
        On(keeper, account, "account.disable", mayBeOneself: false, async (connection, known) =>
        {
            if (known.Contains(Role.Admin) && await IsLastAdmin(connection, account, cancellation))
            {
                return Kept.Refused(LastAdmin);
            }

            await Ask(connection,
                """
                UPDATE plan.account
                SET disabled_at = $2, security_stamp = gen_random_uuid(), invitation_hash = NULL, invitation_expires_at = NULL
                WHERE id = $1
                """, cancellation, account, clock.GetUtcNow());
            return new(account, null, null);
        }, cancellation);

    public Task<Kept> Enable(Keeper keeper, Guid account, CancellationToken cancellation) =>
        On(keeper, account, "account.enable", mayBeOneself: true, async (connection, _) =>
        {
            await Ask(connection, "UPDATE plan.account SET disabled_at = NULL WHERE id = $1", cancellation, account);
            return new(account, null, null);
        }, cancellation);

    /// <summary>Gives an account its names, roles and workplace. Other roles end its sessions.</summary>
    public Task<Kept> Assign(Keeper keeper, Guid account, AccountDetails details, CancellationToken cancellation) =>
        On(keeper, account, "account.roles", mayBeOneself: true, async (connection, known) =>
        {
            if (Objection("valid.name", details) is { } objection)
            {
                return Kept.Refused(objection);
            }

            if (known.Contains(Role.Admin) && !details.Roles.Contains(Role.Admin))
            {
                if (keeper.Account == account)
                {
                    return Kept.Refused(Oneself);
                }

                if (await IsLastAdmin(connection, account, cancellation))
                {
                    return Kept.Refused(LastAdmin);
                }
            }

            await Ask(connection,
                """
                UPDATE plan.account
                SET display_name = $2, email = $3, roles = $4, agency_code = $5, area_code = $6,
                    security_stamp = CASE WHEN roles @> $4 AND roles <@ $4 THEN security_stamp ELSE gen_random_uuid() END
                WHERE id = $1
                """, cancellation, account, details.DisplayName, details.Email, Codes(details.Roles), details.Agency, details.Area);
            return new(account, null, null);
        }, cancellation, new { roles = Codes(details.Roles), agency = details.Agency, area = details.Area });

    /// <summary>The account of a user name, for the command line.</summary>
    public async Task<Guid?> Find(string userName, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await Ask(connection, "SELECT id FROM plan.account WHERE user_name = $1", cancellation, UserNames.Normalize(userName)) as Guid?;
    }

    Task<Kept> On(
        Keeper keeper, Guid account, string action, bool mayBeOneself,
        Func<NpgsqlConnection, Role[], Task<Kept>> change, CancellationToken cancellation, object? detail = null) =>
        Alone(async connection =>
        {
            if (await Ask(connection, "SELECT user_name FROM plan.account WHERE id = $1", cancellation, account) is not string name)
            {
                return Kept.Refused(Unknown);
            }

            if (!mayBeOneself && keeper.Account == account)
            {
                return Kept.Refused(Oneself);
            }

            var roles = (string[])(await Ask(connection, "SELECT roles FROM plan.account WHERE id = $1", cancellation, account))!;
            var kept = await change(connection, [.. roles.Select(RoleCodes.Parse)]);
            if (kept.Objection is null)
            {
                await audit.Record(connection, keeper.Name, action, $"account/{name}", detail, cancellation);
            }

            return kept;
        }, cancellation);

    async Task<Kept> Alone(Func<NpgsqlConnection, Task<Kept>> change, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await Ask(connection, "SELECT pg_advisory_xact_lock(hashtext('plan.account'))::text", cancellation);
        try
        {
            var kept = await change(connection);
            if (kept.Objection is null)
            {
                await transaction.CommitAsync(cancellation);
            }

            return kept;
        }
        catch (PostgresException unknown) when (unknown.SqlState == PostgresErrorCodes.ForeignKeyViolation)
        {
            return Kept.Refused(new("agency", "Không có cơ quan hoặc đơn vị hành chính này.", "There is no such agency or area."));
        }
    }

    static async Task<bool> IsLastAdmin(NpgsqlConnection connection, Guid account, CancellationToken cancellation) =>
        await Ask(connection,
            """
            SELECT count(*) FROM plan.account
            WHERE id <> $1 AND 'admin' = ANY (roles) AND disabled_at IS NULL AND (password_hash IS NOT NULL OR oidc_subject IS NOT NULL)
            """, cancellation, account) is 0L;

    static FormMessage? Objection(string name, AccountDetails details) => true switch
    {
        _ when !UserNames.IsValid(name) => new(
            "user", "Tên đăng nhập gồm 2 đến 99 ký tự: chữ thường không dấu, số, và . _ @ + -",
            "A user name has 2 to 99 characters: small letters without accents, figures, and . _ @ + -"),
        _ when details.DisplayName.Length is 0 or > 200 || details.DisplayName.Any(char.IsControl) => new(
            "name", "Họ tên cần từ 1 đến 200 ký tự.", "The name takes 1 to 200 characters."),
        _ when details.Email is { } email && (email.Length > 254 || email.Any(char.IsWhiteSpace) || !email.Contains('@', StringComparison.Ordinal)) => new(
            "email", "Địa chỉ thư điện tử không đúng dạng.", "The e-mail address is not well formed."),
        _ => null,
    };

    static string[] Codes(IEnumerable<Role> roles) => [.. roles.Order().Select(role => role.Code())];

    static async Task<object?> Ask(NpgsqlConnection connection, string sql, CancellationToken cancellation, params object?[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
        {
            command.Parameters.Add(value is null ? new() { Value = DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text } : new() { Value = value });
        }

        return await command.ExecuteScalarAsync(cancellation);
    }
}

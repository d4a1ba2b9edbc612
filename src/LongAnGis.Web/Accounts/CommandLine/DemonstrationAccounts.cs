using LongAnGis.Core.Accounts;
using LongAnGis.Web.Accounts.Passwords;
using LongAnGis.Web.Database;
using LongAnGis.Web.Platform;

namespace LongAnGis.Web.Accounts.CommandLine;

/// <summary>
/// Accounts to try the service with, all with one known password: made only in the environment Development, when there is no
/// account yet and no public host is configured. Each start says that they are there.
/// </summary>
sealed class DemonstrationAccounts(
    PlanDatabase database, PasswordHashing passwords, IHostEnvironment environment, IConfiguration configuration, Terminal terminal)
    : IHostedService
{
    internal const string Password = "long-an-2030";
    const string CreatedBy = "(demonstration)";

    static readonly (string Name, string Display, Role Role, string? Agency)[] People =
    [
        ("planner1", "Nguyễn Thị Lan", Role.Planner, null),
        ("planner2", "Trần Văn Minh", Role.Planner, null),
        ("reviewer", "Lê Hoàng Nam", Role.Reviewer, null),
        ("leader", "Phạm Quốc Hùng", Role.Leader, null),
        ("desk", "Bùi Thanh Tùng", Role.Desk, null),
        ("officer", "Võ Thị Hạnh", Role.Officer, "S-XD"),
        ("head", "Huỳnh Tấn Phát", Role.Head, "S-XD"),
        ("officer2", "Phan Ngọc Sơn", Role.Officer, "BQLKKT"),
        ("admin", "Đặng Thu Hà", Role.Admin, null),
    ];

    bool IsPublic =>
        !string.IsNullOrWhiteSpace(configuration["Hosts"]) || PublicAddress.Configured(configuration) is { IsLoopback: false };

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (environment.IsDevelopment() && !IsPublic)
        {
            await Make(cancellationToken);
        }

        await Tell(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    async Task Make(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            """
            INSERT INTO plan.account (user_name, display_name, password_hash, roles, agency_code, created_at, created_by)
            SELECT person.name, person.display, $4, ARRAY[person.role], agency.code, now(), $5
            FROM unnest($1::text[], $2::text[], $3::text[], $6::text[]) AS person (name, display, role, agency)
            LEFT JOIN plan.agency ON agency.code = person.agency
            WHERE NOT EXISTS (SELECT FROM plan.account)
            ON CONFLICT DO NOTHING
            """);
        command.Parameters.Add(new() { Value = People.Select(person => person.Name).ToArray() });
        command.Parameters.Add(new() { Value = People.Select(person => person.Display).ToArray() });
        command.Parameters.Add(new() { Value = People.Select(person => person.Role.Code()).ToArray() });
        command.Parameters.Add(new() { Value = passwords.Hash(Password) });
        command.Parameters.Add(new() { Value = CreatedBy });
        command.Parameters.Add(new() { Value = People.Select(person => person.Agency).ToArray() });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    async Task Tell(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            "SELECT string_agg(user_name, ', ' ORDER BY user_name) FROM plan.account WHERE created_by = $1 AND disabled_at IS NULL");
        command.Parameters.Add(new() { Value = CreatedBy });
        if (await command.ExecuteScalarAsync(cancellation) is not string names)
        {
            return;
        }

        terminal.Write("");
        terminal.Say("Tài khoản thử nghiệm", "Demonstration accounts");
        terminal.Write($"  {names}");
        if (IsPublic || !environment.IsDevelopment())
        {
            terminal.Say(
                "  Mật khẩu của chúng ai cũng biết: hãy khóa bằng “./longan user disable TÊN”.",
                "Everybody knows their password: disable them with “./longan user disable NAME”.");
        }
        else
        {
            terminal.Write($"  mật khẩu · password  {Password}");
        }
    }
}

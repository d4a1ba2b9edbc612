using LongAnGis.Core.Accounts;
using LongAnGis.Core.Text;
using LongAnGis.Web.Database;
using LongAnGis.Web.Platform;

namespace LongAnGis.Web.Accounts.Administration;

/// <summary>An agency or area that an officer reports for.</summary>
public sealed record Workplace(string Code, string Name);

/// <summary>What administrators look accounts up by.</summary>
/// <param name="State">active, invited or disabled; null for all.</param>
public sealed record AccountFilter(string? Words, Role? Role, string? State)
{
    public bool IsEmpty => string.IsNullOrWhiteSpace(Words) && Role is null && State is null;

    public bool Takes(AccountRow account) =>
        (string.IsNullOrWhiteSpace(Words)
            || VietnameseText.Fold($"{account.DisplayName} {account.UserName}").Contains(VietnameseText.Fold(Words.Trim()), StringComparison.Ordinal))
        && (Role is not { } role || account.Roles.Contains(role))
        && State switch
        {
            "disabled" => account.IsDisabled,
            "invited" => !account.IsDisabled && !account.HasPassword && !account.HasProvider,
            "active" => !account.IsDisabled && (account.HasPassword || account.HasProvider),
            _ => true,
        };
}

/// <summary>Reads accounts for those who keep them.</summary>
public sealed class AccountRegister(PlanDatabase database, TimeProvider clock)
{
    static readonly string List = Sql.Beside<AccountRegister>("AccountList");
    static readonly string ById = Sql.Beside<AccountRegister>("AccountById");
    static readonly string WorkplacesQuery = Sql.Beside<AccountRegister>("Workplaces");

    public async Task<IReadOnlyList<AccountRow>> All(AccountFilter filter, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(List);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var accounts = new List<AccountRow>();
        while (await row.ReadAsync(cancellation))
        {
            if (AccountRow.Read(row) is var account && filter.Takes(account))
            {
                accounts.Add(account);
            }
        }

        return accounts;
    }

    public async Task<AccountRow?> Find(Guid id, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(ById);
        command.Parameters.Add(new() { Value = id });
        await using var row = await command.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation) ? AccountRow.Read(row) : null;
    }

    public async Task<(IReadOnlyList<Workplace> Agencies, IReadOnlyList<Workplace> Areas)> Workplaces(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(WorkplacesQuery);
        command.Parameters.Add(new() { Value = clock.TodayInVietnam() });
        await using var row = await command.ExecuteReaderAsync(cancellation);
        List<Workplace> agencies = [], areas = [];
        while (await row.ReadAsync(cancellation))
        {
            (row.GetString(0) == "agency" ? agencies : areas).Add(new(row.GetString(1), row.GetString(2)));
        }

        return (agencies, areas);
    }
}

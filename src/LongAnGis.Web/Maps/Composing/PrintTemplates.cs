using LongAnGis.Web.Database;
using Npgsql;

namespace LongAnGis.Web.Maps.Composing;

/// <summary>A map on paper that somebody saved by a name.</summary>
/// <param name="Query">The parameters of the page, without a question mark.</param>
public sealed record PrintTemplate(Guid Id, string Name, string Query);

/// <summary>The maps on paper that people have saved, each person's own.</summary>
public sealed class PrintTemplates(PlanDatabase database, TimeProvider clock)
{
    public const int LongestName = 80, Most = 50;

    const int LongestQuery = 2_000;

    static readonly string Saving = Sql.Beside<PrintTemplates>("SavePrintTemplate");

    public async Task<IReadOnlyList<PrintTemplate>> Of(Guid account, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            """SELECT id, name, query FROM plan.print_template WHERE account_id = $1 ORDER BY name COLLATE "vi-x-icu" """);
        command.Parameters.Add(new() { Value = account });
        await using var row = await command.ExecuteReaderAsync(cancellation);
        List<PrintTemplate> saved = [];
        while (await row.ReadAsync(cancellation))
            saved.Add(new(row.GetGuid(0), row.GetString(1), row.GetString(2)));
        return saved;
    }

    /// <returns>False when the account keeps as many as it may already.</returns>
    public async Task<bool> Save(Guid account, string name, string query, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.Length, LongestQuery);
        await using var command = database.CreateCommand(Saving);
        command.Parameters.Add(new NpgsqlParameter<Guid>("account", account));
        command.Parameters.Add(new("name", name));
        command.Parameters.Add(new("query", query));
        command.Parameters.Add(new("now", clock.GetUtcNow()));
        command.Parameters.Add(new("most", Most));
        return await command.ExecuteNonQueryAsync(cancellation) > 0;
    }

    /// <summary>Removes one of the account's own; another's stays.</summary>
    public async Task Remove(Guid account, Guid id, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("DELETE FROM plan.print_template WHERE id = $1 AND account_id = $2");
        command.Parameters.Add(new() { Value = id });
        command.Parameters.Add(new() { Value = account });
        await command.ExecuteNonQueryAsync(cancellation);
    }
}

using LongAnGis.Web.Database;
using LongAnGis.Web.Plans;
using Npgsql;
using NpgsqlTypes;

namespace LongAnGis.Web.ChangeSets.Together;

/// <summary>Somebody who has a change set open.</summary>
/// <param name="Client">Names the browser tab.</param>
/// <param name="Editing">The feature they are at work on, as layer/code.</param>
/// <param name="At">Longitude and latitude of their pointer, WGS 84.</param>
public sealed record PresentPerson(Guid Client, string Name, string? Editing, IReadOnlyList<double>? At);

/// <summary>
/// Who has which change set open, over all nodes. A browser says so every ten seconds; one that has said nothing for thirty
/// has left.
/// </summary>
public sealed class Presence(PlanDatabase database, TimeProvider clock)
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Tabs in which one account may have the same set open.</summary>
    const int MostTabs = 20;

    static readonly string Come = Sql.Beside<Presence>();
    static readonly string Present = Sql.Beside<Presence>("PeoplePresent");

    public async Task Say(
        Guid changeSet, Guid account, Guid client, string? editing, (double Longitude, double Latitude)? at, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var command = new NpgsqlCommand(Come, connection);
        var now = clock.GetUtcNow();
        command.Parameters.AddWithValue("change_set", changeSet);
        command.Parameters.AddWithValue("client", client);
        command.Parameters.AddWithValue("account", account);
        command.Parameters.AddWithValue("now", now);
        command.Parameters.AddWithValue("gone_before", now - Patience);
        command.Parameters.AddWithValue("editing", NpgsqlDbType.Text, (object?)editing ?? DBNull.Value);
        command.Parameters.AddWithValue("longitude", NpgsqlDbType.Double, (object?)at?.Longitude ?? DBNull.Value);
        command.Parameters.AddWithValue("latitude", NpgsqlDbType.Double, (object?)at?.Latitude ?? DBNull.Value);
        command.Parameters.AddWithValue("most", MostTabs);
        if ((bool)(await command.ExecuteScalarAsync(cancellation))!)
        {
            await ChangeSetNews.TellPresence(connection, changeSet, cancellation);
        }
    }

    public async Task Leave(Guid changeSet, Guid account, Guid client, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var command = new NpgsqlCommand(
            "DELETE FROM plan.presence WHERE change_set_id = $1 AND client = $2 AND account_id = $3", connection);
        command.Parameters.AddWithValue(changeSet);
        command.Parameters.AddWithValue(client);
        command.Parameters.AddWithValue(account);
        if (await command.ExecuteNonQueryAsync(cancellation) > 0)
        {
            await ChangeSetNews.TellPresence(connection, changeSet, cancellation);
        }
    }

    public async Task<IReadOnlyList<PresentPerson>> In(Guid changeSet, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Present);
        command.Parameters.AddWithValue(changeSet);
        command.Parameters.AddWithValue(clock.GetUtcNow() - Patience);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var people = new List<PresentPerson>();
        while (await rows.ReadAsync(cancellation))
        {
            people.Add(new(
                rows.GetGuid(0),
                rows.GetString(1),
                rows.FindString(2),
                await rows.IsDBNullAsync(3, cancellation) ? null : [rows.GetDouble(3), rows.GetDouble(4)]));
        }

        return people;
    }
}

using LongAnGis.Web.Accounts;
using LongAnGis.Web.Database;
using Npgsql;

namespace LongAnGis.Web.ChangeSets.Drafting;

/// <summary>A feature that another open change set touches as well. Whoever may not see that set learns only that there is one.</summary>
/// <param name="ChangeSet">The other set; null where the person may not see it.</param>
public sealed record OverlappingDraft(
    long Feature, string Layer, string Code, Guid? ChangeSet, string TitleVi, string TitleEn, string? Author);

/// <summary>Which features of a change set other open ones touch too: asked when it is opened, so that both know early.</summary>
public sealed class OverlappingDrafts(PlanDatabase database)
{
    static readonly string Query = Sql.Beside<OverlappingDrafts>("AlsoTouched");

    public async Task<IReadOnlyList<OverlappingDraft>> Of(Guid changeSet, Person person, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await Of(connection, changeSet, person, cancellation);
    }

    internal static async Task<IReadOnlyList<OverlappingDraft>> Of(
        NpgsqlConnection connection, Guid changeSet, Person person, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Query, connection);
        command.Parameters.AddWithValue(changeSet);
        command.Parameters.AddWithValue(person.Id);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var found = new List<OverlappingDraft>();
        while (await rows.ReadAsync(cancellation))
        {
            var standing = new ChangeSetStanding(
                rows.GetGuid(3), rows.GetString(7), rows.GetInt32(8), rows.GetBoolean(9), rows.GetBoolean(10), rows.GetBoolean(11), person);
            found.Add(standing.IsVisible
                ? new(rows.GetInt64(0), rows.GetString(1), rows.GetString(2), standing.Id, rows.GetString(4), rows.GetString(5), rows.GetString(6))
                : new(rows.GetInt64(0), rows.GetString(1), rows.GetString(2), null, "một hồ sơ khác", "another change set", null));
        }

        return [.. found.Distinct()];
    }
}

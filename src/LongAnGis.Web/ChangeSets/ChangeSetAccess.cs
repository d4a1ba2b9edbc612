using LongAnGis.Web.Accounts;
using LongAnGis.Web.Database;
using LongAnGis.Web.Platform;
using Npgsql;

namespace LongAnGis.Web.ChangeSets;

/// <summary>
/// The one place that says who sees a change set and what they may do to it. What somebody may not see is answered exactly
/// as an id that never existed, so that nobody learns of a draft by guessing.
/// </summary>
public sealed class ChangeSetAccess(PlanDatabase database)
{
    const string Lock = "SELECT id FROM plan.change_set WHERE id = $1 FOR UPDATE";

    static readonly string Query = Sql.Beside<ChangeSetAccess>();

    /// <summary>The same words for "there is none" and "not for you to see".</summary>
    public static Refusal NotFound { get; } = Refusal.NotFound(
        "Không có hồ sơ điều chỉnh nào với mã này, hoặc bạn không được xem.",
        "There is no change set with this id, or it is not for you to see.");

    public static Refusal NotAllowed { get; } = new(
        StatusCodes.Status403Forbidden,
        "Bạn được xem hồ sơ này nhưng không được làm việc đó.",
        "You may see this change set, but you may not do that to it.");

    /// <summary>The standing of somebody who may see the change set; null when they may not, or when there is none.</summary>
    public async Task<ChangeSetStanding?> Find(Guid changeSet, Person person, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await Read(connection, changeSet, person, cancellation);
    }

    /// <summary>As <see cref="Find"/>, inside the caller's transaction, which nobody else can now overtake.</summary>
    public static async Task<ChangeSetStanding?> FindLocked(
        NpgsqlConnection connection, Guid changeSet, Person person, CancellationToken cancellation)
    {
        await using (var command = new NpgsqlCommand(Lock, connection))
        {
            command.Parameters.AddWithValue(changeSet);
            await command.ExecuteNonQueryAsync(cancellation);
        }

        // Asked once the lock is ours: what others committed while we waited for it counts.
        return await Read(connection, changeSet, person, cancellation);
    }

    static async Task<ChangeSetStanding?> Read(
        NpgsqlConnection connection, Guid changeSet, Person person, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Query, connection);
        command.Parameters.AddWithValue(changeSet);
        command.Parameters.AddWithValue(person.Id);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        if (!await row.ReadAsync(cancellation))
        {
            return null;
        }

        var standing = new ChangeSetStanding(
            changeSet,
            row.GetString(0),
            row.GetInt32(1),
            row.GetBoolean(2),
            row.GetBoolean(3),
            row.GetBoolean(4),
            person);
        return standing.IsVisible ? standing : null;
    }
}

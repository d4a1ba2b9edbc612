using System.Data.Common;
using LongAnGis.Core.ChangeSets;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Database;
using LongAnGis.Web.Plans;

namespace LongAnGis.Web.ChangeSets;

/// <summary>A proposed amendment of the plan (hồ sơ điều chỉnh), without its changes.</summary>
/// <param name="Plan">Code of the plan that it amends; null for context that every plan shares.</param>
/// <param name="IsInstrumentPublic">False for an instrument that was entered for this change set and is not published yet.</param>
/// <param name="InForceFrom">The day on which it takes effect.</param>
/// <param name="AuthorId">Null for what the service itself wrote.</param>
/// <param name="Reverts">The published change set that this one takes back.</param>
public sealed record ChangeSet(
    Guid Id,
    Bilingual Title,
    string Reason,
    ChangeSetState State,
    int Version,
    string? Plan,
    Bilingual? PlanName,
    string Instrument,
    string InstrumentNumber,
    Bilingual InstrumentTitle,
    bool IsInstrumentPublic,
    DateOnly? InForceFrom,
    bool IsSimplified,
    SimplifiedGround? Ground,
    Guid? AuthorId,
    string Author,
    DateTime CreatedAt,
    DateTime UpdatedAt,
    DateTime? SubmittedAt,
    Approval? Approval,
    DateTime? PublishedAt,
    string? PublishedBy,
    int? Revision,
    Guid? Reverts,
    long Changes)
{
    public string Path => $"/change-sets/{Id}";

    /// <summary>Whether the plan of a day shows it by itself: published, and in force by then.</summary>
    public bool IsInPlanOf(DateOnly day) => State == ChangeSetState.Published && (InForceFrom is null || InForceFrom <= day);
}

/// <summary>The document by which a change set was approved.</summary>
/// <param name="At">When the approval was entered here.</param>
public sealed record Approval(string Number, DateOnly Date, string Signer, DateTime? At);

/// <summary>Finds a change set. Whether somebody may see it is for <see cref="ChangeSetAccess"/> to say.</summary>
public sealed class ChangeSetById(PlanDatabase database)
{
    static readonly string Query = Sql.Beside<ChangeSetById>();

    public async Task<ChangeSet?> Find(Guid id, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Query);
        command.Parameters.AddWithValue(id);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation) ? Read(row) : null;
    }

    static ChangeSet Read(DbDataReader row) => new(
        row.GetGuid(0),
        row.GetBilingual(1),
        row.GetString(3),
        ChangeSetStates.Find(row.GetString(4))!.Value,
        row.GetInt32(5),
        row.FindString(6),
        row.FindBilingual(7),
        row.GetString(9),
        row.GetString(10),
        row.GetBilingual(11),
        row.GetBoolean(13),
        row.Find<DateOnly>(14),
        row.GetString(15) == "simplified",
        SimplifiedGround.Find(row.FindString(16)),
        row.Find<Guid>(17),
        row.GetString(18),
        row.GetDateTime(19),
        row.GetDateTime(20),
        row.Find<DateTime>(21),
        row.FindString(22) is { } number
            ? new(number, row.GetFieldValue<DateOnly>(23), row.GetString(24), row.Find<DateTime>(30))
            : null,
        row.Find<DateTime>(25),
        row.FindString(26),
        row.Find<int>(27),
        row.Find<Guid>(28),
        row.GetInt64(29));
}

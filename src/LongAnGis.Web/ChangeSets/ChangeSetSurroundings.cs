using System.Data.Common;
using LongAnGis.Core.ChangeSets;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Database;
using LongAnGis.Web.Plans;

namespace LongAnGis.Web.ChangeSets;

/// <summary>A step that was taken.</summary>
public sealed record PastStep(
    DateTime At, string Actor, Bilingual Done, ChangeSetState? State, string? Note, string? Number, string? Date, string? Signer, int? Revision);

/// <summary>Somebody who edits a change set, or could.</summary>
public sealed record Editor(Guid Id, string Name, string UserName);

/// <summary>Something that was said about a change set, or done about what was said.</summary>
/// <param name="Answers">The comment that it follows on; null for what begins a talk.</param>
/// <param name="Position">The change that the talk is about; null for the whole.</param>
/// <param name="Text">Null where somebody settled the comment or opened it again.</param>
/// <param name="Place">Longitude and latitude in WGS 84; null for no place.</param>
/// <param name="IsSettled">Of a comment: how it stands now. Of a turn: what it was turned to.</param>
/// <param name="About">The feature of that change.</param>
public sealed record Comment(
    long Id,
    long? Answers,
    int? Position,
    DateTime At,
    string Author,
    string? Text,
    (double Longitude, double Latitude)? Place,
    bool IsSettled,
    string? About)
{
    /// <summary>Turns and replies follow; only what begins a talk is settled.</summary>
    public bool IsOpen => Answers is null && !IsSettled;
}

/// <summary>What surrounds a change set: its history, its people, and what is said.</summary>
public sealed class ChangeSetSurroundings(PlanDatabase database)
{
    static readonly string HistoryQuery = Sql.Beside<ChangeSetSurroundings>("ChangeSetHistory");
    static readonly string MembersQuery = Sql.Beside<ChangeSetSurroundings>("MembersOfSet");
    static readonly string PlannersQuery = Sql.Beside<ChangeSetSurroundings>("PlannersToInvite");
    public static readonly string CommentsQuery = Sql.Beside<ChangeSetSurroundings>("CommentsOnSet");

    public Task<IReadOnlyList<PastStep>> History(Guid id, CancellationToken cancellation) => Read(HistoryQuery, id, row => new PastStep(
        row.GetDateTime(0), row.GetString(1), ChangeSetSteps.Done(row.GetString(2)), ChangeSetStates.Find(row.GetString(3)), row.FindString(4),
        row.FindString(5), row.FindString(6), row.FindString(7), row.Find<int>(8)), cancellation);

    public Task<IReadOnlyList<Editor>> Members(Guid id, CancellationToken cancellation) => Read(MembersQuery, id, ReadEditor, cancellation);

    public Task<IReadOnlyList<Editor>> Planners(Guid id, CancellationToken cancellation) => Read(PlannersQuery, id, ReadEditor, cancellation);

    public Task<IReadOnlyList<Comment>> Comments(Guid id, CancellationToken cancellation) => Read(CommentsQuery, id, ReadComment, cancellation);

    public static Comment ReadComment(DbDataReader row) => new(
        row.GetInt64(0), row.Find<long>(1), row.Find<int>(2), row.GetDateTime(3), row.GetString(4), row.FindString(5),
        row.IsDBNull(6) ? null : (row.GetDouble(6), row.GetDouble(7)), row.GetBoolean(8), row.FindString(9));

    static Editor ReadEditor(Npgsql.NpgsqlDataReader row) => new(row.GetGuid(0), row.GetString(1), row.GetString(2));

    async Task<IReadOnlyList<T>> Read<T>(
        string query, Guid id, Func<Npgsql.NpgsqlDataReader, T> read, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(query);
        command.Parameters.AddWithValue(id);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var found = new List<T>();
        while (await row.ReadAsync(cancellation))
            found.Add(read(row));
        return found;
    }
}

using LongAnGis.Core.Accounts;
using LongAnGis.Core.ChangeSets;
using LongAnGis.Web.Accounts;
using LongAnGis.Web.ChangeSets.Drafting;
using LongAnGis.Web.Database;
using LongAnGis.Web.Platform.Forms;
using Npgsql;

namespace LongAnGis.Web.ChangeSets;

/// <summary>A feature that a later publication touched as well.</summary>
public sealed record LaterTouch(string Layer, string Code, long Feature, string Name, int Revision);

/// <summary>
/// Takes a publication back, by a new draft with its changes turned round: each feature has again, on every day, the content
/// that it had. What was published stays in the history, and what takes it back is reviewed like any other change set; where
/// somebody published the same feature since, it is a conflict like any other.
/// </summary>
public sealed class Reversal(ChangeSetById changeSets, ChangeSetOpening opening, PlanDatabase database, TimeProvider clock)
{
    static readonly string Revert = Sql.Beside<Reversal>("Revert");
    static readonly string Later = Sql.Beside<Reversal>("LaterTouched");

    public async Task<IResult> Open(
        NpgsqlConnection connection, Guid published, Person person, SentForm form, CancellationToken cancellation)
    {
        if (!person.May(Permission.EditPlan))
            return ChangeSetAccess.NotAllowed;
        if (await changeSets.Find(published, cancellation) is not { } past || past.State != ChangeSetState.Published)
            return form.Refused(
                StatusCodes.Status409Conflict,
                "Chỉ hoàn nguyên được hồ sơ đã công bố.", "Only what was published can be taken back.");

        if (past.Changes > DraftJudgement.MostChanges)
            return form.Refused(
                StatusCodes.Status409Conflict,
                $"Hồ sơ này có {past.Changes} thay đổi, quá nhiều cho một bản nháp ({DraftJudgement.MostChanges}).",
                $"It has {past.Changes} changes, too many for one draft ({DraftJudgement.MostChanges}).");

        var id = await opening.Write(connection, new(
            Cut($"Hoàn nguyên: {past.Title.Vi}"), Cut($"Take back: {past.Title.In(english: true)}"),
            $"Hoàn nguyên bản công bố {past.Revision}.", past.Plan, past.Instrument, null, past.InForceFrom,
            IsSimplified: false, Ground: null), person, cancellation, published);
        await using var command = new NpgsqlCommand(Revert, connection);
        command.Parameters.Add(new("published", published));
        command.Parameters.Add(new("id", id));
        command.Parameters.Add(new("at", clock.GetUtcNow()));
        command.Parameters.Add(new("by", person.Id));
        return await command.ExecuteScalarAsync(cancellation) is > 0L
            ? new NextPage($"/change-sets/{id}")
            : form.Refused(
                StatusCodes.Status409Conflict,
                "Hồ sơ này không còn thay đổi nào để hoàn nguyên.", "There is nothing left of it to take back.");
    }

    /// <summary>What was published on top of it since: each is a conflict that a person settles.</summary>
    public async Task<IReadOnlyList<LaterTouch>> LaterTouches(Guid published, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Later);
        command.Parameters.AddWithValue(published);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var touches = new List<LaterTouch>();
        while (await row.ReadAsync(cancellation))
            touches.Add(new(row.GetString(0), row.GetString(1), row.GetInt64(2), row.GetString(3), row.GetInt32(4)));
        return touches;
    }

    static string Cut(string title) => title.Length <= ChangeSetDetails.LongestTitle ? title : title[..(ChangeSetDetails.LongestTitle - 1)] + "…";
}

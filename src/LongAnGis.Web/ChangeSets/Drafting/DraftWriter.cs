using System.Text.Json.Nodes;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Accounts;
using LongAnGis.Web.Audit;
using LongAnGis.Web.ChangeSets.Together;
using LongAnGis.Web.Database;
using LongAnGis.Web.Plans.Publishing;
using LongAnGis.Web.Platform;
using Npgsql;
using NpgsqlTypes;

namespace LongAnGis.Web.ChangeSets.Drafting;

/// <summary>A change as it was saved.</summary>
public sealed record SavedChange(int Position, int Version, string Layer, string Code, long? Feature);

/// <summary>What a save did: all of it, in one transaction.</summary>
/// <param name="Version">The change set's version from now on.</param>
public sealed record SavedDraft(int Version, DateTimeOffset SavedAt, IReadOnlyList<SavedChange> Changes);

/// <summary>What came of a save: what was saved, or the refusal with what is wrong with which edit.</summary>
sealed record SaveOutcome(SavedDraft? Saved, Refusal? Refusal)
{
    public IReadOnlyList<EditFault> Faults { get; init; } = [];

    public static SaveOutcome Refused(Refusal refusal, IReadOnlyList<EditFault>? faults = null) => new(null, refusal) { Faults = faults ?? [] };
}

/// <summary>
/// Saves edits of a draft, all or none, inside the caller's transaction. The change set's row is held meanwhile, so saves of one
/// set follow one another; what was judged is what is written.
/// </summary>
sealed class DraftWriter(AuditLog audit, TimeProvider clock)
{
    static readonly string Put = Sql.Beside<DraftWriter>("PutChange");
    static readonly string Remember = Sql.Beside<DraftWriter>("RememberEdits");

    /// <summary>What was saved, or the refusal; after a refusal the caller rolls back.</summary>
    public async Task<SaveOutcome> Save(
        NpgsqlConnection connection,
        Guid changeSet,
        Person person,
        EditRequest request,
        Language language,
        CancellationToken cancellation,
        string action = "edit")
    {
        var standing = await ChangeSetAccess.FindLocked(connection, changeSet, person, cancellation);
        if (Refuse(standing) is { } refusal)
        {
            return SaveOutcome.Refused(refusal);
        }

        var ledger = await DraftLedger.Read(connection, changeSet, cancellation);
        var puts = request.Edits.OfType<PutEdit>().ToList();
        var judgement = new DraftJudgement(
            changeSet,
            ledger,
            await DraftBases.Read(connection, puts, ledger.InForceFrom, cancellation),
            await DraftBases.TakenBy(connection, puts.Where(put => put.Operation == ChangeOperation.Create), ledger.Plan, cancellation),
            await Instruments(connection, puts, cancellation));
        judgement.Judge(request.Edits);
        if (await Refuse(connection, changeSet, judgement, language, cancellation) is { } refused)
        {
            return SaveOutcome.Refused(refused, judgement.Faults);
        }

        var now = clock.GetUtcNow();
        await Write(connection, changeSet, person, judgement, now, cancellation);
        await RememberEdits(connection, changeSet, person, request, judgement, now, cancellation);
        await audit.Record(connection, person, action, changeSet, cancellation, new
        {
            put = judgement.Puts.Select(put => put.Line.Position),
            dropped = judgement.Drops.Select(line => line.Position),
        });
        await ChangeSetNews.TellEdits(
            connection,
            changeSet,
            request.Client,
            person.DisplayName,
            standing!.Version + 1,
            [.. judgement.Puts.Select(put => put.Line.Position), .. judgement.Drops.Select(line => line.Position)],
            cancellation);
        return new(
            new(
                standing.Version + 1,
                now,
                [.. judgement.Puts.Select(put => new SavedChange(
                    put.Line.Position, put.Line.Version, put.Line.Layer, put.Line.Code, put.Line.FeatureId))]),
            Refusal: null);
    }

    /// <summary>Why this person may not save to the set as it is now; null when they may.</summary>
    public static Refusal? Refuse(ChangeSetStanding? standing) => standing switch
    {
        null => ChangeSetAccess.NotFound,
        { IsEditor: false } => ChangeSetAccess.NotAllowed,
        { MayEdit: false } => new(
            StatusCodes.Status409Conflict,
            "Hồ sơ không còn ở bước soạn thảo nên không sửa được; hãy mở lại hồ sơ, hoặc lập hồ sơ mới.",
            "The change set is no longer being drafted and cannot be edited; reopen it, or open a new one."),
        _ => null,
    };

    static async Task<Refusal?> Refuse(
        NpgsqlConnection connection, Guid changeSet, DraftJudgement judgement, Language language, CancellationToken cancellation)
    {
        if (judgement.WithoutExpectation.Count > 0)
        {
            return new(
                StatusCodes.Status428PreconditionRequired,
                "Sửa một thay đổi đã lưu phải nêu “expects”: phiên bản mà bạn đang sửa.",
                "An edit of a saved change must state “expects”: the version that it was made on.")
            {
                Members = new Dictionary<string, object?> { ["edits"] = judgement.WithoutExpectation },
            };
        }

        if (judgement.Stale.Count > 0)
        {
            var current = new List<JsonNode?>();
            await foreach (var change in DraftFile.Read(connection, changeSet, [.. judgement.Stale], cancellation))
            {
                current.Add(JsonNode.Parse(change));
            }

            var there = current.Select(change => change!["id"]!.GetValue<int>()).ToHashSet();
            return new(
                StatusCodes.Status412PreconditionFailed,
                "Có người vừa lưu các thay đổi này; hãy xem bản mới rồi lưu lại phần của bạn.",
                "Somebody has just saved these changes; look at what they are now, then save yours again.")
            {
                Members = new Dictionary<string, object?>
                {
                    ["current"] = current,
                    ["gone"] = judgement.Stale.Where(position => !there.Contains(position)).ToArray(),
                },
            };
        }

        return judgement.Faults.Count > 0 ? EditFault.Refuse(judgement.Faults, language) : null;
    }

    static async Task<HashSet<string>> Instruments(NpgsqlConnection connection, List<PutEdit> puts, CancellationToken cancellation)
    {
        var named = puts.Select(put => put.Instrument).OfType<string>().Distinct().ToArray();
        var known = new HashSet<string>();
        if (named.Length > 0)
        {
            await using var command = new NpgsqlCommand("SELECT code FROM plan.instrument WHERE code = ANY ($1)", connection);
            command.Parameters.AddWithValue(named);
            await using var rows = await command.ExecuteReaderAsync(cancellation);
            while (await rows.ReadAsync(cancellation))
            {
                known.Add(rows.GetString(0));
            }
        }

        return known;
    }

    static async Task Write(
        NpgsqlConnection connection, Guid changeSet, Person person, DraftJudgement judgement, DateTimeOffset now, CancellationToken cancellation)
    {
        if (judgement.Drops.Count > 0)
        {
            await using var drop = new NpgsqlCommand(
                "DELETE FROM plan.change WHERE change_set_id = $1 AND position = ANY ($2)", connection);
            drop.Parameters.AddWithValue(changeSet);
            drop.Parameters.AddWithValue(judgement.Drops.Select(line => line.Position).ToArray());
            await drop.ExecuteNonQueryAsync(cancellation);
        }

        await using var batch = new NpgsqlBatch(connection);
        foreach (var put in judgement.Puts)
        {
            batch.BatchCommands.Add(Command(changeSet, person, put, now));
        }

        if (batch.BatchCommands.Count > 0)
        {
            await batch.ExecuteNonQueryAsync(cancellation);
        }
    }

    static NpgsqlBatchCommand Command(Guid changeSet, Person person, JudgedPut put, DateTimeOffset now)
    {
        var (edit, line) = (put.Edit, put.Line);
        var isDelete = edit.Operation == ChangeOperation.Delete;
        var words = isDelete ? null : FeatureWords.Of(edit.NameVi, edit.NameEn, line.Code, put.Attributes);
        var command = new NpgsqlBatchCommand(Put);
        Value(NpgsqlDbType.Uuid, changeSet);
        Value(NpgsqlDbType.Integer, line.Position);
        Value(NpgsqlDbType.Text, line.Operation);
        Value(NpgsqlDbType.Text, line.Layer);
        Value(NpgsqlDbType.Text, line.Code);
        Value(NpgsqlDbType.Bigint, line.FeatureId);
        Value(NpgsqlDbType.Integer, edit.BaseVersion);
        Value(NpgsqlDbType.Text, isDelete ? null : edit.NameVi);
        Value(NpgsqlDbType.Text, isDelete ? null : edit.NameEn);
        Value(NpgsqlDbType.Jsonb, isDelete ? null : put.Attributes);
        Value(NpgsqlDbType.Geometry, isDelete ? null : edit.Geometry);
        Value(NpgsqlDbType.Text, isDelete ? null : edit.Quality);
        Value(NpgsqlDbType.Text, isDelete ? null : edit.GeometrySource);
        Value(NpgsqlDbType.Jsonb, isDelete ? null : put.Sources ?? "[]");
        Value(NpgsqlDbType.Text, edit.Note);
        Value(NpgsqlDbType.Text, edit.Instrument);
        Value(NpgsqlDbType.Text, edit.Successor);
        Value(NpgsqlDbType.DateRange, new NpgsqlRange<DateOnly>(
            put.InForceFrom ?? default,
            lowerBoundIsInclusive: true,
            lowerBoundInfinite: put.InForceFrom is null,
            edit.InForceUntil ?? default,
            upperBoundIsInclusive: false,
            upperBoundInfinite: edit.InForceUntil is null));
        Value(NpgsqlDbType.Text, words?.Folded);
        Value(NpgsqlDbType.Text, words?.Exact);
        Value(NpgsqlDbType.Integer, line.Version);
        Value(NpgsqlDbType.TimestampTz, now);
        Value(NpgsqlDbType.Uuid, person.Id);
        return command;

        void Value(NpgsqlDbType type, object? value) =>
            command.Parameters.Add(new() { NpgsqlDbType = type, Value = value ?? DBNull.Value });
    }

    static async Task RememberEdits(
        NpgsqlConnection connection,
        Guid changeSet,
        Person person,
        EditRequest request,
        DraftJudgement judgement,
        DateTimeOffset now,
        CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Remember, connection);
        command.Parameters.AddWithValue("at", now);
        command.Parameters.AddWithValue("account", person.Id);
        command.Parameters.AddWithValue("client", NpgsqlDbType.Uuid, (object?)request.Client ?? DBNull.Value);
        command.Parameters.AddWithValue("change_set", changeSet);
        command.Parameters.AddWithValue("put", judgement.Puts.Select(put => put.Line.Position).ToArray());
        command.Parameters.AddWithValue("dropped", judgement.Drops.Select(line => line.Position).ToArray());
        command.Parameters.AddWithValue("dropped_versions", judgement.Drops.Select(line => line.Version).ToArray());
        await command.ExecuteNonQueryAsync(cancellation);
    }
}

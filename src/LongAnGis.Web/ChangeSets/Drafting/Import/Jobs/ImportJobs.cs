using System.Text.Json;
using System.Text.Json.Nodes;
using LongAnGis.Core.Accounts;
using LongAnGis.Web.Accounts;
using LongAnGis.Web.Database;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Platform;
using Npgsql;
using NpgsqlTypes;

namespace LongAnGis.Web.ChangeSets.Drafting.Import.Jobs;

/// <summary>Keeps the files that are imported on a page, for some days, each for whoever sent it.</summary>
sealed class ImportJobs(PlanDatabase database, TimeProvider clock)
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(3);

    /// <summary>How long a node may be silent before another takes its work.</summary>
    public static readonly TimeSpan Held = TimeSpan.FromSeconds(60);

    /// <summary>Of one person at once.</summary>
    const int MostWaiting = 5;

    static readonly string Holding = Sql.Beside<ImportJobs>("HoldImport");
    static readonly string Finding = Sql.Beside<ImportJobs>("ImportById");
    static readonly string AccountQuery = Sql.Beside<ImportJobs>("ImportAccount");

    public async Task<Guid> Keep(
        Guid changeSet, Person person, Language language, string layer, string fileName, byte[] content, ImportSettings settings, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using (var count = new NpgsqlCommand(
            "SELECT count(*) FROM plan.import_job WHERE account_id = $1 AND stage <> 'done' AND cancelled_at IS NULL", connection))
        {
            count.Parameters.AddWithValue(person.Id);
            if ((long)(await count.ExecuteScalarAsync(cancellation))! >= MostWaiting)
            {
                throw new RefusedException(new(
                    StatusCodes.Status503ServiceUnavailable, "Bạn đang có nhiều tệp chờ đọc; xin đợi chúng xong.", "Several of your files wait to be read; let them finish first.",
                    TimeSpan.FromMinutes(1)));
            }
        }

        await using var command = new NpgsqlCommand(
            """
            INSERT INTO plan.import_job (change_set_id, account_id, language, layer_code, file_name, content, wish, step, stage, made_at, expires_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, 'preview', 'waiting', $8, $9)
            RETURNING id
            """,
            connection);
        command.Parameters.AddWithValue(changeSet);
        command.Parameters.AddWithValue(person.Id);
        command.Parameters.AddWithValue(language.Code);
        command.Parameters.AddWithValue(layer);
        command.Parameters.AddWithValue(fileName);
        command.Parameters.AddWithValue(content);
        command.Parameters.AddWithValue(NpgsqlDbType.Jsonb, settings.ToJson());
        command.Parameters.AddWithValue(clock.GetUtcNow());
        command.Parameters.AddWithValue(clock.GetUtcNow() + Kept);
        return (Guid)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <exception cref="RefusedException">404 for another's, for one that is not there and for one that has expired, alike.</exception>
    public async Task<ImportJob> Find(Guid changeSet, Guid id, Person person, CancellationToken cancellation) =>
        await Find(id, cancellation) is { } job && job.ChangeSet == changeSet && job.Account == person.Id
            ? job
            : throw new RefusedException(Refusal.NotFound(
                "Không có tệp nhập nào ở địa chỉ này, hoặc đã hết hạn và đã bị xóa.", "There is no import at this address, or it has expired and was removed."));

    public async Task<ImportJob?> Find(Guid id, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Finding);
        command.Parameters.Add(new NpgsqlParameter<Guid>("id", id));
        command.Parameters.Add(new("now", clock.GetUtcNow()));
        await using var row = await command.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation)
            ? new(
                row.GetGuid(0), row.GetGuid(1), row.GetGuid(2), row.GetString(3) == Language.English.Code, row.GetString(4), row.GetString(5),
                ImportSettings.OfJson(row.GetString(6)), row.GetString(7), row.GetString(8), Json(row.FindString(9)),
                row.FindString(10) is { } vi ? new(vi, row.FindString(11)) : null, Json(row.FindString(12)), row.GetBoolean(13))
            : null;
    }

    public async Task<byte[]> Content(Guid id, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("SELECT content FROM plan.import_job WHERE id = $1");
        command.Parameters.Add(new() { Value = id });
        return (byte[]?)await command.ExecuteScalarAsync(cancellation) ?? [];
    }

    /// <summary>Whoever sent it, with what they may do now; null when they may no longer come in.</summary>
    public async Task<Person?> Account(Guid id, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(AccountQuery);
        command.Parameters.Add(new NpgsqlParameter<Guid>("id", id));
        await using var row = await command.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation)
            ? new(row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetFieldValue<string[]>(3).Select(RoleCodes.Parse).ToHashSet())
            : null;
    }

    /// <summary>Lets it be worked on anew: to be previewed with other settings, to be taken, or to go on where it was stopped.</summary>
    public Task Ask(Guid id, string step, ImportSettings settings, CancellationToken cancellation) => Run(
        """
        UPDATE plan.import_job
        SET step = $2, wish = $3, stage = 'waiting', outcome = NULL, fault_vi = NULL, fault_en = NULL, ask = NULL, cancelled_at = NULL
        WHERE id = $1
          AND NOT (step = 'apply' AND outcome IS NOT NULL)
          -- While a node works on it, what that is doing would be told of another wish.
          AND (stage = 'done' OR (cancelled_at IS NOT NULL AND coalesce(held_until, '-infinity') <= $4))
        """,
        cancellation, id, step, new NpgsqlParameter { Value = settings.ToJson(), NpgsqlDbType = NpgsqlDbType.Jsonb }, clock.GetUtcNow());

    /// <summary>Stops it; what is being written then is given up.</summary>
    public Task Stop(Guid id, CancellationToken cancellation) =>
        Run("UPDATE plan.import_job SET cancelled_at = $2 WHERE id = $1 AND stage <> 'done'", cancellation, id, clock.GetUtcNow());

    public Task Remove(Guid id, CancellationToken cancellation) => Run("DELETE FROM plan.import_job WHERE id = $1", cancellation, id);

    public Task RemoveExpired(CancellationToken cancellation) => Run("DELETE FROM plan.import_job WHERE expires_at <= $1", cancellation, clock.GetUtcNow());

    public Task Tell(Guid id, string stage, CancellationToken cancellation) =>
        Run("UPDATE plan.import_job SET stage = $2 WHERE id = $1 AND stage <> 'done'", cancellation, id, stage);

    public async Task<Guid?> Hold(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Holding);
        command.Parameters.Add(new("now", clock.GetUtcNow()));
        command.Parameters.Add(new("until", clock.GetUtcNow() + Held));
        return (Guid?)await command.ExecuteScalarAsync(cancellation);
    }

    /// <summary>Says that the work goes on; false when it shall not.</summary>
    public async Task<bool> HoldOn(Guid id, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            "UPDATE plan.import_job SET held_until = $2 WHERE id = $1 AND stage <> 'done' AND cancelled_at IS NULL RETURNING true");
        command.Parameters.Add(new() { Value = id });
        command.Parameters.Add(new() { Value = clock.GetUtcNow() + Held });
        return await command.ExecuteScalarAsync(cancellation) is true;
    }

    /// <summary>Also when the service ends: the next one need not wait until the time is over.</summary>
    public Task Release(Guid id) => Run("UPDATE plan.import_job SET held_until = NULL WHERE id = $1", CancellationToken.None, id);

    public async Task Refuse(Guid id, Refusal refusal, CancellationToken cancellation)
    {
        var ask = refusal.Members.ContainsKey("ask") ? JsonSerializer.Serialize(refusal.Members, DraftFile.Json) : null;
        await Run(
            "UPDATE plan.import_job SET stage = 'done', outcome = NULL, fault_vi = $2, fault_en = $3, ask = $4 WHERE id = $1 AND cancelled_at IS NULL",
            cancellation, id, refusal.Vi, refusal.En, new NpgsqlParameter { Value = (object?)ask ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Jsonb });
    }

    /// <summary>Tells what came of it, in the caller's transaction; false when somebody has stopped it or another node was first.</summary>
    public static async Task<bool> Finish(NpgsqlConnection connection, Guid id, byte[] outcome, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            "UPDATE plan.import_job SET stage = 'done', outcome = $2 WHERE id = $1 AND stage <> 'done' AND cancelled_at IS NULL RETURNING true", connection);
        command.Parameters.AddWithValue(id);
        command.Parameters.AddWithValue(NpgsqlDbType.Jsonb, System.Text.Encoding.UTF8.GetString(outcome));
        return await command.ExecuteScalarAsync(cancellation) is true;
    }

    static JsonNode? Json(string? text) => text is null ? null : JsonNode.Parse(text);

    async Task Run(string statement, CancellationToken cancellation, params object[] values)
    {
        await using var command = database.CreateCommand(statement);
        foreach (var value in values)
        {
            command.Parameters.Add(value as NpgsqlParameter ?? new() { Value = value });
        }

        await command.ExecuteNonQueryAsync(cancellation);
    }
}

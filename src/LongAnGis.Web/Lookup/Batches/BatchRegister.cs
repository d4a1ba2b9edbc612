using LongAnGis.Core.Lookup;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Database;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Platform;
using Npgsql;
using NpgsqlTypes;

namespace LongAnGis.Web.Lookup.Batches;

/// <summary>A row of a batch with what came of it.</summary>
/// <param name="Answer">JSON of <see cref="BatchAnswer"/>; null while it waits.</param>
/// <param name="Subject">Null of a row without coordinates.</param>
public sealed record AnsweredRow(IReadOnlyList<string> Cells, string? Answer, Bilingual? Fault, int? Subject, string? Corners);

/// <summary>Keeps batches for a week. Each has an address that cannot be guessed, and no list leads there.</summary>
public sealed class BatchRegister(PlanDatabase database, TimeProvider clock)
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    /// <summary>More batches than this do not wait at once.</summary>
    const int MostWaiting = 100;

    static readonly string Keeping = Sql.Beside<BatchRegister>("KeepBatch");
    static readonly string Finding = Sql.Beside<BatchRegister>("BatchById");
    static readonly string RowsQuery = Sql.Beside<BatchRegister>("BatchRows");

    public async Task<Guid> Keep(
        string kind, Language language, BatchTable table, ReferenceFrame? frame, PointInTime moment, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await JudgeQueue(connection, cancellation);
        await using var command = new NpgsqlCommand(Keeping, connection);
        command.Parameters.AddMoment(moment);
        command.Parameters.AddWithValue("kind", kind);
        command.Parameters.AddWithValue("language", language.Code);
        command.Parameters.AddWithValue("headings", table.Headings.ToArray());
        command.Parameters.AddWithValue("frame", NpgsqlDbType.Integer, (object?)frame?.Srid ?? DBNull.Value);
        command.Parameters.AddWithValue("now", clock.GetUtcNow());
        command.Parameters.AddWithValue("expires", clock.GetUtcNow() + Kept);
        var id = (Guid)(await command.ExecuteScalarAsync(cancellation))!;
        await WriteSubjects(connection, id, table.Subjects, cancellation);
        await WriteRows(connection, id, table.Rows, cancellation);
        await transaction.CommitAsync(cancellation);
        return id;
    }

    /// <exception cref="RefusedException">404 when there is none under this address, or no longer.</exception>
    public async Task<LookupBatch> Find(Guid id, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Finding);
        command.Parameters.Add(new NpgsqlParameter<Guid>("id", id));
        command.Parameters.Add(new("now", clock.GetUtcNow()));
        await using var row = await command.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation)
            ? new(
                id, row.GetString(0), row.GetString(1) == Language.English.Code, row.GetFieldValue<string[]>(2),
                row.IsDBNull(3) ? null : ReferenceFrame.Find(row.GetInt32(3)),
                new(row.GetString(4), row.GetFieldValue<DateOnly>(6), row.GetInt32(5), AskedTime.Now),
                row.GetFieldValue<DateTimeOffset>(7), row.GetFieldValue<DateTimeOffset>(8), row.GetBoolean(9), row.GetBoolean(10),
                row.GetInt32(11), row.GetInt32(12), row.GetInt32(13))
            : throw new RefusedException(Refusal.NotFound(
                "Không có lượt tra cứu nào ở địa chỉ này, hoặc đã hết hạn và đã bị xóa.",
                "There is no batch at this address, or it has expired and was removed."));
    }

    /// <summary>Stops a batch, or lets it go on where it stopped.</summary>
    public Task Stop(Guid id, bool isStopped, CancellationToken cancellation) => Run(
        "UPDATE plan.lookup_batch SET cancelled_at = CASE WHEN $2 THEN coalesce(cancelled_at, $3) END WHERE id = $1 AND finished_at IS NULL",
        cancellation, id, isStopped, clock.GetUtcNow());

    public Task Remove(Guid id, CancellationToken cancellation) => Run("DELETE FROM plan.lookup_batch WHERE id = $1", cancellation, id);

    public Task RemoveExpired(CancellationToken cancellation) => Run("DELETE FROM plan.lookup_batch WHERE expires_at <= $1", cancellation, clock.GetUtcNow());

    public async Task<IReadOnlyList<AnsweredRow>> Rows(Guid id, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(RowsQuery);
        command.Parameters.Add(new NpgsqlParameter<Guid>("id", id));
        await using var row = await command.ExecuteReaderAsync(cancellation);
        List<AnsweredRow> rows = [];
        while (await row.ReadAsync(cancellation))
        {
            rows.Add(new(
                row.GetFieldValue<string[]>(0), row.FindString(1), row.FindString(2) is { } vi ? new(vi, row.FindString(3) ?? vi) : null,
                row.IsDBNull(4) ? null : row.GetInt32(4), row.FindString(5)));
        }

        return rows;
    }

    static async Task JudgeQueue(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("SELECT count(*) FROM plan.lookup_batch WHERE finished_at IS NULL AND cancelled_at IS NULL", connection);
        if ((long)(await command.ExecuteScalarAsync(cancellation))! >= MostWaiting)
            throw new RefusedException(new(
                StatusCodes.Status503ServiceUnavailable, "Đang có nhiều tệp chờ tra cứu; xin thử lại sau ít phút.", "Many batches wait for their answers; please try again in a few minutes.",
                TimeSpan.FromMinutes(5)));
    }

    static async Task WriteSubjects(NpgsqlConnection connection, Guid id, IReadOnlyList<BatchSubject> subjects, CancellationToken cancellation)
    {
        await using var writer = await connection.BeginBinaryImportAsync(
            "COPY plan.lookup_batch_subject (batch_id, position, corners, fault_vi, fault_en) FROM STDIN (FORMAT binary)", cancellation);
        for (var at = 0; at < subjects.Count; at++)
        {
            var (corners, fault) = subjects[at];
            await writer.StartRowAsync(cancellation);
            await writer.WriteAsync(id, cancellation);
            await writer.WriteAsync(at, cancellation);
            await writer.WriteAsync(corners, cancellation);
            await Text(writer, fault?.Vi, cancellation);
            await Text(writer, fault?.En, cancellation);
        }

        await writer.CompleteAsync(cancellation);
    }

    static async Task WriteRows(NpgsqlConnection connection, Guid id, IReadOnlyList<BatchRow> rows, CancellationToken cancellation)
    {
        await using var writer = await connection.BeginBinaryImportAsync(
            "COPY plan.lookup_batch_row (batch_id, position, subject, cells) FROM STDIN (FORMAT binary)", cancellation);
        for (var at = 0; at < rows.Count; at++)
        {
            await writer.StartRowAsync(cancellation);
            await writer.WriteAsync(id, cancellation);
            await writer.WriteAsync(at, cancellation);
            if (rows[at].Subject is { } subject)
                await writer.WriteAsync(subject, cancellation);
            else
                await writer.WriteNullAsync(cancellation);
            await writer.WriteAsync(rows[at].Cells.Select(cell => cell.Replace("\0", "", StringComparison.Ordinal)).ToArray(), cancellation);
        }

        await writer.CompleteAsync(cancellation);
    }

    static Task Text(NpgsqlBinaryImporter writer, string? text, CancellationToken cancellation) =>
        text is null ? writer.WriteNullAsync(cancellation) : writer.WriteAsync(text, cancellation);

    async Task Run(string statement, CancellationToken cancellation, params object[] values)
    {
        await using var command = database.CreateCommand(statement);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(cancellation);
    }
}

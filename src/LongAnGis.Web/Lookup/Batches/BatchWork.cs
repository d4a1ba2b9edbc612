using LongAnGis.Core.Plans;
using LongAnGis.Web.Database;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Platform;
using Npgsql;
using NpgsqlTypes;

namespace LongAnGis.Web.Lookup.Batches;

/// <summary>
/// Answers the batches that wait, in turns of some rows each, so that a small file is not kept waiting by a large one. Each
/// answer is kept as it comes: what a service that died had not answered, the next one does. Nothing of a row is logged.
/// </summary>
sealed class BatchWork(PlanDatabase database, BatchRegister register, BatchAnswers answers, LayerCatalogue catalogue, TimeProvider clock, ILogger<BatchWork> log)
    : BackgroundService
{
    const int RowsATurn = 25;

    static readonly TimeSpan Between = TimeSpan.FromSeconds(1);
    static readonly TimeSpan Held = TimeSpan.FromSeconds(60);
    static readonly TimeSpan BetweenCleanings = TimeSpan.FromMinutes(10);

    static readonly string Holding = Sql.Beside<BatchWork>("HoldBatch");
    static readonly string WaitingQuery = Sql.Beside<BatchWork>("WaitingSubjects");
    static readonly string Releasing = Sql.Beside<BatchWork>("ReleaseBatch");

    DateTimeOffset cleanedAt;

    /// <summary>Answers some rows of the batch whose turn it is.</summary>
    /// <returns>False when none waits.</returns>
    public async Task<bool> TakeTurn(CancellationToken cancellation)
    {
        if (await Hold(cancellation) is not { } id)
            return false;

        try
        {
            var batch = await register.Find(id, cancellation);
            var layers = await catalogue.All(batch.Moment.Revision, cancellation);
            foreach (var (position, corners) in await Waiting(id, cancellation))
                await Answer(batch, layers, position, corners, cancellation);
        }
        catch (RefusedException)
        {
            // Somebody removed it meanwhile, or it has expired.
        }
        finally
        {
            await Release(id);
        }

        return true;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Between, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (clock.GetUtcNow() - cleanedAt > BetweenCleanings)
                {
                    await register.RemoveExpired(stoppingToken);
                    cleanedAt = clock.GetUtcNow();
                }

                while (await TakeTurn(stoppingToken))
                {
                }
            }
            catch (Exception exception) when (exception is NpgsqlException or TimeoutException)
            {
                log.LogWarning("Batches of lookups cannot be worked on ({Cause}); next time", exception.GetType().Name);
            }
        }
    }

    async Task Answer(LookupBatch batch, Layers layers, int position, string corners, CancellationToken cancellation)
    {
        BatchAnswer? answer = null;
        Bilingual? fault;
        try
        {
            (answer, fault) = await answers.Of(corners, batch.Frame, batch.Moment, layers, batch.IsEnglish ? Language.English : Language.Vietnamese, cancellation);
        }
        catch (Exception exception) when (exception is not (NpgsqlException or TimeoutException or OperationCanceledException))
        {
            // One row shall not keep the others from their answers. Its message may hold coordinates, which no log gets.
            log.LogError("A row of a batch could not be answered: {Kind}", exception.GetType().Name);
            fault = new("Không tính được do lỗi của hệ thống.", "It could not be computed, by a fault of the system.");
        }

        await using var command = database.CreateCommand(
            "UPDATE plan.lookup_batch_subject SET answer = $3, fault_vi = $4, fault_en = $5 WHERE batch_id = $1 AND position = $2");
        command.Parameters.Add(new() { Value = batch.Id });
        command.Parameters.Add(new() { Value = position });
        command.Parameters.Add(new() { Value = (object?)answer?.Write() ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Jsonb });
        command.Parameters.Add(new() { Value = (object?)fault?.Vi ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = (object?)fault?.In(english: true) ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    async Task<Guid?> Hold(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Holding);
        command.Parameters.Add(new("now", clock.GetUtcNow()));
        command.Parameters.Add(new("until", clock.GetUtcNow() + Held));
        return (Guid?)await command.ExecuteScalarAsync(cancellation);
    }

    async Task<List<(int Position, string Corners)>> Waiting(Guid id, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(WaitingQuery);
        command.Parameters.Add(new NpgsqlParameter<Guid>("id", id));
        command.Parameters.Add(new("most", RowsATurn));
        await using var row = await command.ExecuteReaderAsync(cancellation);
        List<(int, string)> waiting = [];
        while (await row.ReadAsync(cancellation))
            waiting.Add((row.GetInt32(0), row.GetString(1)));
        return waiting;
    }

    // Also when the service ends: the next one need not wait until the time is over.
    async Task Release(Guid id)
    {
        await using var command = database.CreateCommand(Releasing);
        command.Parameters.Add(new NpgsqlParameter<Guid>("id", id));
        command.Parameters.Add(new("now", clock.GetUtcNow()));
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }
}

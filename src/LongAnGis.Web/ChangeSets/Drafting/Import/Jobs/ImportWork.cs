using LongAnGis.Web.Database;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Platform.Retries;
using Npgsql;

namespace LongAnGis.Web.ChangeSets.Drafting.Import.Jobs;

/// <summary>
/// Works on the files that wait, one after the other. A preview writes nothing; taking a file and saying so is one transaction: a
/// service that dies before its end has done nothing, and the next one begins anew.
/// </summary>
sealed class ImportWork(PlanDatabase database, ImportJobs jobs, ImportRun run, EditedLayers layers, TimeProvider clock, ILogger<ImportWork> log) : BackgroundService
{
    static readonly TimeSpan Between = TimeSpan.FromSeconds(1);
    static readonly TimeSpan BetweenCleanings = TimeSpan.FromMinutes(10);

    static readonly Refusal NobodyThere = new(
        StatusCodes.Status403Forbidden, "Tài khoản gửi tệp không còn hoạt động.", "The account that sent the file is no longer active.");

    static readonly Refusal OwnFault = new(
        StatusCodes.Status500InternalServerError, "Không đọc được tệp do lỗi của hệ thống; lỗi đã được ghi lại.", "The file could not be read, by a fault of the system, which has been recorded.");

    DateTimeOffset cleanedAt;

    /// <summary>Works on the file whose turn it is.</summary>
    /// <returns>False when none waits.</returns>
    public async Task<bool> TakeTurn(CancellationToken cancellation)
    {
        if (await jobs.Hold(cancellation) is not { } id)
        {
            return false;
        }

        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var watching = Watch(id, stopping);
        try
        {
            await Work(id, stopping.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // Somebody stopped it; what had been written went with its transaction.
        }
        catch (Exception exception) when (exception is not (NpgsqlException or TimeoutException or OperationCanceledException))
        {
            // One file shall not keep the others from their turn.
            log.LogError(exception, "An import could not be worked on");
            await jobs.Refuse(id, OwnFault, cancellation);
        }
        finally
        {
            await stopping.CancelAsync();
            await watching;
            await jobs.Release(id);
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
                    await jobs.RemoveExpired(stoppingToken);
                    cleanedAt = clock.GetUtcNow();
                }

                while (await TakeTurn(stoppingToken))
                {
                }
            }
            catch (Exception exception) when (exception is NpgsqlException or TimeoutException)
            {
                log.LogWarning("Imports cannot be worked on ({Cause}); next time", exception.GetType().Name);
            }
        }
    }

    async Task Work(Guid id, CancellationToken cancellation)
    {
        if (await jobs.Find(id, cancellation) is not { } job)
        {
            return;
        }

        var (person, language) = (await jobs.Account(job.Account, cancellation), job.IsEnglish ? Language.English : Language.Vietnamese);
        try
        {
            if (person is null || !(await layers.Read(cancellation)).TryGetValue(job.Layer, out var layer))
            {
                await jobs.Refuse(id, NobodyThere, cancellation);
                return;
            }

            var import = await run.Read(await jobs.Content(id, cancellation), layer, job.Settings, cancellation);
            await jobs.Tell(id, "matching", cancellation);
            await using var connection = await database.OpenConnectionAsync(cancellation);
            var refusal = job.Step == "apply"
                ? await Apply(connection, job, person, import, language, cancellation)
                : await Preview(connection, job, person, import, language, cancellation);
            if (refusal is not null)
            {
                await jobs.Refuse(id, refusal, cancellation);
            }
        }
        catch (RefusedException refused)
        {
            await jobs.Refuse(id, refused.Refusal, cancellation);
        }
    }

    async Task<Refusal?> Preview(
        NpgsqlConnection connection, ImportJob job, Accounts.Person person, ReadImport import, Language language, CancellationToken cancellation)
    {
        byte[] told;
        await using (await connection.BeginTransactionAsync(cancellation))
        {
            // Rolled back at its end, whatever was tried in it.
            (var refusal, told) = await run.Preview(connection, job.ChangeSet, person, import, language, cancellation);
            if (refusal is not null)
            {
                return refusal;
            }
        }

        await ImportJobs.Finish(connection, job.Id, told, cancellation);
        return null;
    }

    async Task<Refusal?> Apply(
        NpgsqlConnection connection, ImportJob job, Accounts.Person person, ReadImport import, Language language, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var result = await run.Save(connection, job.ChangeSet, person, import, null, language, cancellation);
        if (result is not KeptAnswer answer)
        {
            return (Refusal)result;
        }

        if (await ImportJobs.Finish(connection, job.Id, answer.Body, cancellation))
        {
            await transaction.CommitAsync(cancellation);
        }

        return null;
    }

    // Others see that the work goes on, and we see when it shall not.
    async Task Watch(Guid id, CancellationTokenSource stopping)
    {
        using var timer = new PeriodicTimer(Between, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stopping.Token))
            {
                if (!await jobs.HoldOn(id, stopping.Token))
                {
                    await stopping.CancelAsync();
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The work is over.
        }
        catch (Exception exception) when (exception is NpgsqlException or TimeoutException)
        {
            log.LogWarning("Nobody can be told that an import goes on ({Cause})", exception.GetType().Name);
        }
    }
}

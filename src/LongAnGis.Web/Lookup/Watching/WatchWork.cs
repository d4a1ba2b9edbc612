using System.Data.Common;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Database;
using LongAnGis.Web.Mail;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Platform;
using Npgsql;

namespace LongAnGis.Web.Lookup.Watching;

/// <summary>
/// Looks twice a minute for publications and consultations that touch what people follow. The message is kept in the
/// transaction that notes that it was: nobody is told twice, and nobody is forgotten.
/// </summary>
sealed class WatchWork(PlanDatabase database, WatchRegister register, MailOutbox outbox, TimeProvider clock, ILogger<WatchWork> log) : BackgroundService
{
    static readonly TimeSpan Between = TimeSpan.FromSeconds(30);

    static readonly string PublicationsQuery = Sql.Beside<WatchWork>("NewPublications");
    static readonly string ConsultationsQuery = Sql.Beside<WatchWork>("NewConsultations");

    /// <summary>Keeps a message for each that is to be told; answers how many.</summary>
    public async Task<int> Tell(CancellationToken cancellation)
    {
        if (!outbox.IsOpen)
            return 0;

        await register.Forget(cancellation);
        return await TellPublications(cancellation) + await TellConsultations(cancellation);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Between, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await Tell(stoppingToken);
            }
            catch (Exception exception) when (exception is NpgsqlException or TimeoutException)
            {
                log.LogWarning("Who follows a place was not told ({Cause}); next time", exception.GetType().Name);
            }
        }
    }

    async Task<int> TellPublications(CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellation);
        List<Guid> due = [];
        List<Letter> letters = [];
        await using (var command = new NpgsqlCommand(PublicationsQuery, connection))
        await using (var row = await command.ExecuteReaderAsync(cancellation))
        {
            while (await row.ReadAsync(cancellation))
            {
                var one = Read(row);
                due.Add(one.Id);
                if (!row.IsDBNull(7))
                    letters.Add(WatchLetters.Published(one, [.. row.GetFieldValue<string[]>(7).Zip(row.GetFieldValue<string[]>(8), (vi, en) => new Bilingual(vi, en))]));
            }
        }

        foreach (var letter in letters)
            await outbox.Queue(connection, letter, cancellation);
        // Of the same snapshot: what is published meanwhile is looked at next time.
        await Run(connection, "UPDATE plan.watch SET told_revision = (SELECT max(number) FROM plan.revision) WHERE id = ANY ($1)", cancellation, due.ToArray());
        await transaction.CommitAsync(cancellation);
        return letters.Count;
    }

    async Task<int> TellConsultations(CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        List<(Following One, Guid ChangeSet, Bilingual Title)> told = [];
        await using (var command = new NpgsqlCommand(ConsultationsQuery, connection))
        await using (var row = await command.ExecuteReaderAsync(cancellation))
        {
            while (await row.ReadAsync(cancellation))
                told.Add((Read(row), row.GetGuid(7), row.GetBilingual(8)));
        }

        foreach (var (one, changeSet, title) in told)
        {
            await outbox.Queue(connection, WatchLetters.Consulted(one, title, changeSet), cancellation);
            await Run(connection, "INSERT INTO plan.watch_told (watch_id, change_set_id) VALUES ($1, $2) ON CONFLICT DO NOTHING", cancellation, one.Id, changeSet);
        }

        await transaction.CommitAsync(cancellation);
        return told.Count;
    }

    static Following Read(DbDataReader row) => new(
        row.GetGuid(0), row.GetString(1), row.GetString(2) == Language.English.Code ? Language.English : Language.Vietnamese,
        row.GetBilingual(3), row.GetString(5), row.GetString(6));

    static async Task Run(NpgsqlConnection connection, string statement, CancellationToken cancellation, params object[] values)
    {
        await using var command = new NpgsqlCommand(statement, connection);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(cancellation);
    }
}

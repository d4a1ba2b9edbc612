using System.Net.Sockets;
using LongAnGis.Web.Database;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using Npgsql;
using NpgsqlTypes;

namespace LongAnGis.Web.Mail;

/// <summary>
/// Sends what waits in the outbox, one after the other. What the server does not take now is tried again after 1, 2, 4, … minutes,
/// eight times in all; what it refuses for good (a 5xx answer) is given up at once. A process that dies between the server's
/// yes and the commit sends the message again: with the same Message-ID, so that mailboxes may know it.
/// </summary>
public sealed class MailSending(PlanDatabase database, MailSettings? settings, TimeProvider clock, ILogger<MailSending> log) : BackgroundService
{
    const int MostAttempts = 8;

    static readonly TimeSpan Between = TimeSpan.FromSeconds(15);
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    static readonly string NextQuery = Sql.Beside<MailSending>("NextMail");
    static readonly string NoteQuery = Sql.Beside<MailSending>("NoteMail");

    sealed record Waiting(Guid Id, Letter Letter, int Attempts, DateTime MadeAt);

    /// <summary>Sends all that is due; answers how many the server took.</summary>
    public async Task<int> SendDue(CancellationToken cancellation)
    {
        if (settings is null)
            return 0;

        var sent = 0;
        while (await SendNext(settings, cancellation) is { } taken)
        {
            sent += taken ? 1 : 0;
        }

        return sent;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings is null)
            return;

        using var timer = new PeriodicTimer(Between, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await SendDue(stoppingToken);
            }
            catch (Exception exception) when (exception is NpgsqlException or TimeoutException)
            {
                log.LogWarning("The outbox cannot be read ({Cause}); next time", exception.Message);
            }
        }
    }

    /// <summary>Null when nothing is due; true when the server took the message.</summary>
    async Task<bool?> SendNext(MailSettings server, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (await Next(connection, cancellation) is not { } waiting)
            return null;

        var failure = await Try(server, waiting, cancellation);
        await Note(connection, waiting, failure, cancellation);
        await transaction.CommitAsync(CancellationToken.None);
        return failure is null;
    }

    async Task<Waiting?> Next(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(NextQuery, connection);
        command.Parameters.AddWithValue("now", clock.GetUtcNow());
        await using var row = await command.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation)
            ? new(row.GetGuid(0), new(row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4)) { Unsubscribe = row.IsDBNull(7) ? null : row.GetString(7) }, row.GetInt32(5), row.GetDateTime(6))
            : null;
    }

    /// <summary>What went wrong; null when the server took it.</summary>
    static async Task<Exception?> Try(MailSettings server, Waiting waiting, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            using var client = new SmtpClient();
            await client.ConnectAsync(server.Host, server.Port, server.Security, patience.Token);
            if (server.UserName is { Length: > 0 } user)
                await client.AuthenticateAsync(user, server.Password ?? "", patience.Token);
            using var message = Write(server, waiting);
            await client.SendAsync(message, patience.Token);
            await client.DisconnectAsync(quit: true, patience.Token);
            return null;
        }
        catch (OperationCanceledException exception) when (!cancellation.IsCancellationRequested)
        {
            return new TimeoutException($"The mail server did not answer within {Patience.TotalSeconds:0} seconds.", exception);
        }
        catch (Exception exception) when (exception is CommandException or ProtocolException or AuthenticationException or SslHandshakeException
            or SocketException or IOException or NotSupportedException or ServiceNotConnectedException)
        {
            return exception;
        }
    }

    static MimeMessage Write(MailSettings server, Waiting waiting)
    {
        var message = new MimeMessage { Subject = waiting.Letter.Subject, Body = new TextPart("plain") { Text = waiting.Letter.Body } };
        message.From.Add(server.From);
        message.To.Add(new MailboxAddress(waiting.Letter.ToName, waiting.Letter.ToAddress));
        message.Date = new(waiting.MadeAt);
        message.MessageId = $"{waiting.Id:N}@{server.From.Domain}";
        // Nobody's absence notice should answer a machine (RFC 3834).
        message.Headers.Add("Auto-Submitted", "auto-generated");
        if (waiting.Letter.Unsubscribe is { } address)
        {
            message.Headers.Add(HeaderId.ListUnsubscribe, $"<{address}>");
            message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }

        return message;
    }

    // A server's own words may repeat the address that it refuses.
    static string Cause(Exception failure) => failure is SmtpCommandException refused
        ? $"SMTP {(int)refused.StatusCode}"
        : failure.GetType().Name;

    async Task Note(NpgsqlConnection connection, Waiting waiting, Exception? failure, CancellationToken cancellation)
    {
        var isOver = failure is null || waiting.Attempts + 1 >= MostAttempts || failure is SmtpCommandException { StatusCode: >= (SmtpStatusCode)500 };
        await using var command = new NpgsqlCommand(NoteQuery, connection);
        command.Parameters.AddWithValue("id", waiting.Id);
        void Say(string name, NpgsqlDbType type, object? value) => command.Parameters.AddWithValue(name, type, value ?? DBNull.Value);
        Say("sent_at", NpgsqlDbType.TimestampTz, failure is null ? clock.GetUtcNow() : null);
        Say("error", NpgsqlDbType.Text, failure?.Message);
        Say("next_try_at", NpgsqlDbType.TimestampTz, isOver ? null : clock.GetUtcNow() + TimeSpan.FromMinutes(Math.Pow(2, waiting.Attempts)));
        await command.ExecuteNonQueryAsync(cancellation);
        if (failure is not null)
            log.LogWarning("A message was not sent ({Cause}); {Next}", Cause(failure), isOver ? "given up" : "it will be tried again");
    }
}

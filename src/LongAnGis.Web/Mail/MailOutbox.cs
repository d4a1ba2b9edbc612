using LongAnGis.Web.Database;
using MimeKit;
using Npgsql;
using NpgsqlTypes;

namespace LongAnGis.Web.Mail;

/// <summary>A message in plain text.</summary>
public sealed record Letter(string ToName, string ToAddress, string Subject, string Body)
{
    /// <summary>Where one POST ends such messages (RFC 8058); null of those that nobody ordered.</summary>
    public string? Unsubscribe { get; init; }
}

/// <summary>Keeps messages in the transaction of what they tell of: there is never one without the other.</summary>
public sealed class MailOutbox(MailSettings? settings, TimeProvider clock)
{
    static readonly string Query = Sql.Beside<MailOutbox>("QueueMail");

    /// <summary>False when no server is configured.</summary>
    public bool IsOpen => settings is not null;

    /// <summary>False for what no mail server would take.</summary>
    public static bool IsAddress(string? address) =>
        address is { Length: > 0 } && !address.Any(char.IsControl) && MailboxAddress.TryParse(address, out var read) && read.Address == address;

    public async Task Queue(NpgsqlConnection connection, Letter letter, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Query, connection);
        command.Parameters.AddWithValue("id", Guid.NewGuid());
        command.Parameters.AddWithValue("to_name", letter.ToName);
        command.Parameters.AddWithValue("to_address", letter.ToAddress);
        command.Parameters.AddWithValue("subject", letter.Subject);
        command.Parameters.AddWithValue("body", letter.Body);
        command.Parameters.AddWithValue("unsubscribe", NpgsqlDbType.Text, (object?)letter.Unsubscribe ?? DBNull.Value);
        command.Parameters.AddWithValue("now", clock.GetUtcNow());
        await command.ExecuteNonQueryAsync(cancellation);
    }
}

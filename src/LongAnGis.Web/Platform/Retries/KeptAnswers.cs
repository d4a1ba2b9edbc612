using System.Security.Cryptography;
using System.Text;
using LongAnGis.Web.Database;
using Npgsql;
using NpgsqlTypes;

namespace LongAnGis.Web.Platform.Retries;

/// <summary>
/// Writes that may be sent again. A client names each write by a key of its own choice (<c>Idempotency-Key</c>, or the hidden
/// field <c>key</c> of a form); the write and its answer are stored in one transaction. Whoever sends the same again, because
/// the connection broke or a button was pressed twice, gets the first answer byte for byte, and nothing happens a second time.
/// A refusal changes nothing and is not kept: the same request may succeed later.
/// </summary>
public sealed class KeptAnswers(PlanDatabase database, TimeProvider clock)
{
    public const string Header = "Idempotency-Key";

    const int ShortestKey = 8;
    const int LongestKey = 100;

    static readonly string Earlier = Sql.Beside<KeptAnswers>("KeptAnswerByKey");
    static readonly string Keep = Sql.Beside<KeptAnswers>("KeepAnswer");

    static readonly Refusal KeyMissing = new(
        StatusCodes.Status428PreconditionRequired,
        "Yêu cầu ghi phải có tiêu đề Idempotency-Key để gửi lại được an toàn.",
        "A write must carry the header Idempotency-Key, so that it can be sent again safely.");

    static readonly Refusal KeyUnfit = Refusal.BadRequest(
        $"Idempotency-Key phải có từ {ShortestKey} đến {LongestKey} ký tự ASCII in được.",
        $"Idempotency-Key must have {ShortestKey} to {LongestKey} printable ASCII characters.");

    static readonly Refusal UsedForAnother = new(
        StatusCodes.Status422UnprocessableEntity,
        "Khóa Idempotency-Key này đã dùng cho một nội dung khác; mỗi lần ghi mới cần khóa mới.",
        "This Idempotency-Key was used for something else; each new write needs a new key.");

    static readonly Refusal InFlight = new(
        StatusCodes.Status409Conflict,
        "Yêu cầu với khóa này đang được xử lý; xin gửi lại sau giây lát để nhận câu trả lời.",
        "The request with this key is being worked on; send it again in a moment to get its answer.",
        TimeSpan.FromSeconds(1));

    /// <summary>Why a key cannot be used, or null when it can.</summary>
    public static Refusal? Judge(string? key) => key switch
    {
        null or "" => KeyMissing,
        { Length: < ShortestKey or > LongestKey } => KeyUnfit,
        _ when key.Any(character => character is < '!' or > '~') => KeyUnfit,
        _ => null,
    };

    /// <summary>What tells one request from another that bears the same key.</summary>
    /// <param name="address">Method and path.</param>
    public static byte[] Fingerprint(string address, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(address));
        hash.AppendData([0]);
        hash.AppendData(body);
        return hash.GetHashAndReset();
    }

    /// <summary>The first answer to this request, or the refusal of another one with its key; null when the key is new.</summary>
    public async Task<IResult?> Find(Guid account, string key, byte[] fingerprint, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await Find(connection, account, key, fingerprint, cancellation);
    }

    /// <summary>
    /// Runs a write in a transaction and keeps its answer in the same one. What it answers other than a
    /// <see cref="KeptAnswer"/>, and what it throws, rolls everything back.
    /// </summary>
    public async Task<IResult> Once(
        Guid account,
        string key,
        byte[] fingerprint,
        Func<NpgsqlConnection, CancellationToken, Task<IResult>> write,
        CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (!await Take(connection, account, key, cancellation))
        {
            return InFlight;
        }

        if (await Find(connection, account, key, fingerprint, cancellation) is { } earlier)
        {
            return earlier;
        }

        var result = await write(connection, cancellation);
        if (result is not KeptAnswer answer)
        {
            return result;
        }

        await Store(connection, account, key, fingerprint, answer, cancellation);
        // A caller who hangs up now does not stop it: half a second later they will ask what came of it.
        await transaction.CommitAsync(CancellationToken.None);
        return answer;
    }

    // Held until the transaction ends, on whichever node it runs.
    static async Task<bool> Take(NpgsqlConnection connection, Guid account, string key, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            "SELECT pg_try_advisory_xact_lock(hashtextextended($1, 686))", connection);
        command.Parameters.AddWithValue($"{account}/{key}");
        return (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }

    static async Task<IResult?> Find(
        NpgsqlConnection connection, Guid account, string key, byte[] fingerprint, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Earlier, connection);
        command.Parameters.AddWithValue(account);
        command.Parameters.AddWithValue(key);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        if (!await row.ReadAsync(cancellation))
        {
            return null;
        }

        return row.GetFieldValue<byte[]>(0).AsSpan().SequenceEqual(fingerprint)
            ? new KeptAnswer(
                row.GetInt32(1),
                row.IsDBNull(2) ? null : row.GetString(2),
                row.GetFieldValue<byte[]>(4),
                row.IsDBNull(3) ? null : row.GetString(3))
            : UsedForAnother;
    }

    async Task Store(
        NpgsqlConnection connection,
        Guid account,
        string key,
        byte[] fingerprint,
        KeptAnswer answer,
        CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Keep, connection);
        command.Parameters.AddWithValue(account);
        command.Parameters.AddWithValue(key);
        command.Parameters.AddWithValue(fingerprint);
        command.Parameters.AddWithValue(answer.Status);
        command.Parameters.AddWithValue(NpgsqlDbType.Text, (object?)answer.ContentType ?? DBNull.Value);
        command.Parameters.AddWithValue(NpgsqlDbType.Text, (object?)answer.Location ?? DBNull.Value);
        command.Parameters.AddWithValue(answer.Body);
        command.Parameters.AddWithValue(clock.GetUtcNow());
        await command.ExecuteNonQueryAsync(cancellation);
    }
}

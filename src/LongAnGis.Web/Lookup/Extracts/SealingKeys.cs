using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LongAnGis.Web.Database;

namespace LongAnGis.Web.Lookup.Extracts;

/// <summary>A key that seals, by its name in seals.</summary>
sealed record SealingKey(string Id, byte[] PublicKey, byte[] PrivateKey);

/// <summary>
/// The keys with which extracts are sealed: ECDSA on P-256 with SHA-256 (ES256, RFC 7518). The private half stays in the
/// database; the public halves are given to anybody, who then needs no word of ours to verify a seal.
/// </summary>
public sealed class SealingKeys(PlanDatabase database, TimeProvider clock)
{
    static readonly string Newest = Sql.Beside<SealingKeys>("NewestSealingKey");
    static readonly string Keeping = Sql.Beside<SealingKeys>("KeepSealingKey");
    static readonly string Listing = Sql.Beside<SealingKeys>();

    /// <summary>Signs bytes; answers with the key's name and the 64 bytes of the signature (IEEE P1363).</summary>
    public async Task<(string KeyId, byte[] Signature)> Sign(Func<string, byte[]> message, CancellationToken cancellation)
    {
        var key = await Current(cancellation);
        using var signing = ECDsa.Create();
        signing.ImportPkcs8PrivateKey(key.PrivateKey, out _);
        return (key.Id, signing.SignData(message(key.Id), HashAlgorithmName.SHA256));
    }

    /// <summary>Whether bytes are those that a key of ours signed.</summary>
    public async Task<bool> Verify(string keyId, byte[] message, byte[] signature, CancellationToken cancellation)
    {
        if (!(await All(cancellation)).TryGetValue(keyId, out var publicKey))
            return false;

        using var verifying = ECDsa.Create();
        verifying.ImportSubjectPublicKeyInfo(publicKey, out _);
        return verifying.VerifyData(message, signature, HashAlgorithmName.SHA256);
    }

    /// <summary>Public keys (SubjectPublicKeyInfo) by their names.</summary>
    public async Task<IReadOnlyDictionary<string, byte[]>> All(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Listing);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        Dictionary<string, byte[]> keys = [];
        while (await row.ReadAsync(cancellation))
            keys.Add(row.GetString(0), row.GetFieldValue<byte[]>(1));
        return keys;
    }

    /// <summary>The members of a public key's JSON Web Key (RFC 7517), in the order that its thumbprint takes (RFC 7638).</summary>
    public static (string Crv, string Kty, string X, string Y) Members(byte[] publicKey)
    {
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(publicKey, out _);
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        return ("P-256", "EC", Base64Url.EncodeToString(point.X), Base64Url.EncodeToString(point.Y));
    }

    async Task<SealingKey> Current(CancellationToken cancellation)
    {
        if (await Find(cancellation) is { } known)
            return known;

        await Make(cancellation);
        return await Find(cancellation) ?? throw new InvalidOperationException("The key that was made to seal extracts is not there.");
    }

    async Task<SealingKey?> Find(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Newest);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation)
            ? new(row.GetString(0), row.GetFieldValue<byte[]>(1), row.GetFieldValue<byte[]>(2))
            : null;
    }

    async Task Make(CancellationToken cancellation)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var publicKey = key.ExportSubjectPublicKeyInfo();
        await using var command = database.CreateCommand(Keeping);
        command.Parameters.Add(new("id", Thumbprint(publicKey)));
        command.Parameters.Add(new("public_key", publicKey));
        command.Parameters.Add(new("private_key", key.ExportPkcs8PrivateKey()));
        command.Parameters.Add(new("at", clock.GetUtcNow()));
        await command.ExecuteNonQueryAsync(cancellation);
    }

    static string Thumbprint(byte[] publicKey)
    {
        var (crv, kty, x, y) = Members(publicKey);
        return Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new { crv, kty, x, y }))));
    }
}

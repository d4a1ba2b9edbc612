using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace LongAnGis.Web.Lookup.Extracts;

/// <summary>
/// Seals content, as a JSON Web Signature (RFC 7515, compact) that any library reads, and files, by a last line that carries
/// the signature of all bytes before it.
/// </summary>
public sealed class Seal(SealingKeys keys)
{
    /// <summary>A comment of PDF (ISO 32000-1, 7.2.4): readers look for %%EOF in the last 1024 bytes and pass over what follows.</summary>
    static readonly byte[] LineStart = "\n%LongAnGis-seal "u8.ToArray();

    const int LongestLine = 400;

    static readonly JsonSerializerOptions Lenient = new(JsonSerializerDefaults.Web);

    /// <summary>Content in its seal.</summary>
    public async Task<string> Close(byte[] content, CancellationToken cancellation)
    {
        var payload = Base64Url.EncodeToString(content);
        var body = "";
        var (_, signature) = await keys.Sign(
            keyId =>
            {
                body = $"{Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(new Header("ES256", keyId), Lenient))}.{payload}";
                return Encoding.ASCII.GetBytes(body);
            },
            cancellation);
        return $"{body}.{Base64Url.EncodeToString(signature)}";
    }

    /// <summary>The content of a seal that is unbroken; null when it is broken, not ours, or no seal.</summary>
    public async Task<byte[]?> Open(string seal, CancellationToken cancellation)
    {
        var parts = seal.Split('.');
        if (parts.Length != 3 || Decoded(parts[0]) is not { } head || Decoded(parts[1]) is not { } content
            || Decoded(parts[2]) is not { } signature || HeaderOf(head) is not { Alg: "ES256", Kid: { } keyId })
        {
            return null;
        }

        return await keys.Verify(keyId, Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), signature, cancellation) ? content : null;
    }

    /// <summary>A file with its seal as last line.</summary>
    /// <param name="name">What the file is a copy of; the seal covers it.</param>
    public async Task<byte[]> CloseFile(byte[] file, string name, CancellationToken cancellation)
    {
        byte[] signed = [];
        var (_, signature) = await keys.Sign(
            keyId => signed = [.. file, .. LineStart, .. Encoding.ASCII.GetBytes($"{name} {keyId} ")], cancellation);
        return [.. signed, .. Encoding.ASCII.GetBytes(Base64Url.EncodeToString(signature)), (byte)'\n'];
    }

    /// <summary>What a sealed file says it is a copy of; null when a byte of it has changed, or when it never was sealed here.</summary>
    public async Task<string?> NameOf(byte[] file, CancellationToken cancellation)
    {
        var start = file.AsSpan().LastIndexOf(LineStart);
        if (start < 0 || file.Length - start > LongestLine)
            return null;

        var line = Encoding.ASCII.GetString(file.AsSpan(start + LineStart.Length)).TrimEnd('\n', '\r').Split(' ');
        if (line is not [var name, var keyId, var written] || Decoded(written) is not { } signature)
            return null;

        var signed = file[..(start + LineStart.Length + name.Length + keyId.Length + 2)];
        return await keys.Verify(keyId, signed, signature, cancellation) ? name : null;
    }

    static Header? HeaderOf(byte[] json)
    {
        try
        {
            return JsonSerializer.Deserialize<Header>(json, Lenient);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    static byte[]? Decoded(string text) => Base64Url.IsValid(text) ? Base64Url.DecodeFromChars(text) : null;

    sealed record Header(string Alg, string Kid);
}

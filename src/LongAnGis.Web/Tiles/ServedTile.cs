using System.IO.Compression;
using System.Security.Cryptography;

namespace LongAnGis.Web.Tiles;

/// <summary>A content coding that a tile is served in.</summary>
public enum TileCoding
{
    Identity,
    Gzip,
    Brotli,
}

/// <summary>A finished tile, compressed at most once in each coding, with a strong ETag of each representation.</summary>
public sealed class ServedTile
{
    readonly byte[] plain;
    readonly string hash;
    readonly Lazy<byte[]> gzip;
    readonly Lazy<byte[]> brotli;

    public ServedTile(byte[] plain)
    {
        this.plain = plain;
        hash = Convert.ToHexStringLower(SHA256.HashData(plain).AsSpan(0, 12));
        gzip = new(() => Compressed(output => new GZipStream(output, CompressionLevel.Optimal)));
        brotli = new(() => Compressed(output => new BrotliStream(output, CompressionLevel.Optimal)));
    }

    public bool IsEmpty => plain.Length == 0;

    /// <summary>Bytes of memory that keeping the tile costs, all codings counted before they exist.</summary>
    public long Cost => plain.Length * 2L + 256;

    public ReadOnlyMemory<byte> In(TileCoding coding) =>
        coding switch
        {
            TileCoding.Brotli => brotli.Value,
            TileCoding.Gzip => gzip.Value,
            _ => plain,
        };

    /// <summary>The strong ETag: other bytes, other tag, so each coding has its own.</summary>
    public string Tag(TileCoding coding) =>
        coding switch
        {
            TileCoding.Brotli => $"\"{hash}-br\"",
            TileCoding.Gzip => $"\"{hash}-gz\"",
            _ => $"\"{hash}\"",
        };

    /// <summary>Whether a tag that a client holds is one of this tile's, in any coding.</summary>
    public bool IsKnownAs(string tag) =>
        tag == Tag(TileCoding.Identity) || tag == Tag(TileCoding.Gzip) || tag == Tag(TileCoding.Brotli);

    byte[] Compressed(Func<Stream, Stream> compress)
    {
        using var output = new MemoryStream();
        using (var stream = compress(output))
        {
            stream.Write(plain);
        }

        return output.ToArray();
    }
}

using System.Buffers.Binary;
using System.IO.Compression;

namespace LongAnGis.Web.Print;

/// <summary>
/// Unpacks a WOFF 1.0 font (W3C Recommendation of 2012) into the OpenType file it was made from. Skia draws WOFF as it is,
/// but can then only put outlines into a PDF; from OpenType it embeds a subset of the font itself.
/// </summary>
static class WoffFont
{
    const uint Signature = 0x774F4646;
    const int HeaderLength = 44;
    const int EntryLength = 20;

    /// <exception cref="InvalidDataException">When the bytes are no WOFF font.</exception>
    public static byte[] Unpack(ReadOnlySpan<byte> woff)
    {
        if (woff.Length < HeaderLength || BinaryPrimitives.ReadUInt32BigEndian(woff) != Signature)
        {
            throw new InvalidDataException("This is no WOFF font.");
        }

        var count = BinaryPrimitives.ReadUInt16BigEndian(woff[12..]);
        var directory = 12 + 16 * count;
        using var font = new MemoryStream();
        font.Write(Header(woff, count));
        font.SetLength(directory);
        font.Position = directory;
        var entries = new byte[16 * count];
        for (var table = 0; table < count; table++)
        {
            var entry = woff.Slice(HeaderLength + table * EntryLength, EntryLength);
            var offset = (int)font.Position;
            var length = Write(font, woff, entry);
            var listed = entries.AsSpan(16 * table, 16);
            entry[..4].CopyTo(listed);
            entry[16..20].CopyTo(listed[4..]);
            BinaryPrimitives.WriteInt32BigEndian(listed[8..], offset);
            BinaryPrimitives.WriteInt32BigEndian(listed[12..], length);
        }

        font.Position = 12;
        font.Write(entries);
        return font.ToArray();
    }

    static byte[] Header(ReadOnlySpan<byte> woff, ushort count)
    {
        var header = new byte[12];
        woff.Slice(4, 4).CopyTo(header);
        var power = 1 << (int)Math.Log2(count);
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(4), count);
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(6), (ushort)(power * 16));
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(8), (ushort)Math.Log2(power));
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(10), (ushort)((count - power) * 16));
        return header;
    }

    static int Write(MemoryStream font, ReadOnlySpan<byte> woff, ReadOnlySpan<byte> entry)
    {
        var offset = BinaryPrimitives.ReadInt32BigEndian(entry[4..]);
        var packed = BinaryPrimitives.ReadInt32BigEndian(entry[8..]);
        var length = BinaryPrimitives.ReadInt32BigEndian(entry[12..]);
        var table = woff.Slice(offset, packed).ToArray();
        if (packed < length)
        {
            using var unpacked = new ZLibStream(new MemoryStream(table), CompressionMode.Decompress);
            table = new byte[length];
            unpacked.ReadExactly(table);
        }

        font.Write(table);
        // Each table begins at a multiple of four bytes.
        font.Write(stackalloc byte[(4 - length % 4) % 4]);
        return length;
    }
}

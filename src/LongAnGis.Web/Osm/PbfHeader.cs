using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace LongAnGis.Web.Osm;

/// <summary>
/// The first block of an .osm.pbf file, which names the format and says how current the data is. The file is a chain of
/// (length, BlobHeader, Blob); both are Protocol Buffers. https://wiki.openstreetmap.org/wiki/PBF_Format
/// </summary>
static class PbfHeader
{
    // The format's own limits.
    const int MostHeaderBytes = 64 << 10;
    const int MostBlobBytes = 32 << 20;

    /// <summary>True when the stream begins as a PBF extract; then also its replication moment, where it says one.</summary>
    public static bool Read(Stream stream, out DateTimeOffset? taken)
    {
        taken = null;
        try
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(Bytes(stream, 4));
            if (length is <= 0 or > MostHeaderBytes)
                return false;

            var header = new Fields(Bytes(stream, length));
            var size = header.Number(3);
            if (Encoding.ASCII.GetString(header.Bytes(1)) != "OSMHeader" || size is <= 0 or > MostBlobBytes)
                return false;

            var block = new Fields(Content(new Fields(Bytes(stream, (int)size))));
            // osmosis_replication_timestamp, seconds since 1970.
            if (block.Number(32) is > 0 and < 253_402_300_800 and var seconds)
                taken = DateTimeOffset.FromUnixTimeSeconds(seconds);
            return true;
        }
        catch (Exception broken) when (broken is EndOfStreamException or InvalidDataException)
        {
            return false;
        }
    }

    static byte[] Bytes(Stream stream, int count)
    {
        var bytes = new byte[count];
        stream.ReadExactly(bytes);
        return bytes;
    }

    // A blob is raw (field 1) or zlib (field 3); other packings are legal but nobody writes the header so.
    static byte[] Content(Fields blob)
    {
        if (blob.Bytes(1) is { Length: > 0 } raw)
            return raw;

        using var zlib = new ZLibStream(new MemoryStream(blob.Bytes(3)), CompressionMode.Decompress);
        var content = new byte[Math.Clamp(blob.Number(2), 0, MostBlobBytes)];
        zlib.ReadExactly(content);
        return content;
    }

    /// <summary>The fields of one message: numbers (wire type 0) and byte strings (wire type 2), the last of each number.</summary>
    sealed class Fields
    {
        readonly Dictionary<ulong, long> numbers = [];
        readonly Dictionary<ulong, byte[]> strings = [];
        readonly byte[] message;
        int position;

        public Fields(byte[] message)
        {
            this.message = message;
            while (position < message.Length)
            {
                var key = Varint();
                switch (key & 7)
                {
                    case 0: numbers[key >> 3] = (long)Varint(); break;
                    case 1: Take(8); break;
                    case 2: strings[key >> 3] = Take(Varint()); break;
                    case 5: Take(4); break;
                    default: throw new InvalidDataException("No such wire type.");
                }
            }
        }

        public long Number(ulong field) => numbers.GetValueOrDefault(field);

        public byte[] Bytes(ulong field) => strings.GetValueOrDefault(field) ?? [];

        byte[] Take(ulong count)
        {
            if (count > (ulong)(message.Length - position))
                throw new InvalidDataException("A field is longer than its message.");
            position += (int)count;
            return message[(position - (int)count)..position];
        }

        ulong Varint()
        {
            var value = 0UL;
            for (var shift = 0; shift < 64; shift += 7)
            {
                var part = Take(1)[0];
                value |= (ulong)(part & 0x7F) << shift;
                if (part < 0x80)
                    return value;
            }

            throw new InvalidDataException("A number is too long.");
        }
    }
}

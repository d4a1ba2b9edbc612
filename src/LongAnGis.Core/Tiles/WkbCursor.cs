using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace LongAnGis.Core.Tiles;

/// <summary>Kinds of simple features geometry with their WKB codes (OGC 06-103r4, 8.2.4).</summary>
enum WkbKind : uint
{
    Point = 1,
    LineString = 2,
    Polygon = 3,
    MultiPoint = 4,
    MultiLineString = 5,
    MultiPolygon = 6,
    Collection = 7,
}

/// <summary>
/// Walks over well-known binary in place: the OGC's and ISO's (Z = +1000, M = +2000) and PostGIS' extended form with
/// flags and SRID, in either byte order. Heights and measures are passed over. Nothing is allocated, every count is
/// checked against the bytes that are there.
/// </summary>
ref struct WkbCursor(ReadOnlySpan<byte> bytes)
{
    ReadOnlySpan<byte> rest = bytes;
    bool littleEndian;

    /// <summary>The bytes not read yet.</summary>
    public readonly ReadOnlySpan<byte> Rest => rest;

    /// <summary>Numbers of one position: 2 to 4.</summary>
    public int Dimensions { get; private set; }

    public WkbKind ReadHead()
    {
        littleEndian = Take(1)[0] switch
        {
            0 => false,
            1 => true,
            var order => throw new InvalidWkbException($"{order} is no byte order."),
        };
        var type = ReadUInt32();
        var hasZ = (type & 0x8000_0000) != 0;
        var hasM = (type & 0x4000_0000) != 0;
        if ((type & 0x2000_0000) != 0)
            Take(4);
        var iso = type & 0x0FFF_FFFF;
        hasZ |= iso / 1000 is 1 or 3;
        hasM |= iso / 1000 is 2 or 3;
        Dimensions = 2 + (hasZ ? 1 : 0) + (hasM ? 1 : 0);
        return iso < 4000 && iso % 1000 is >= 1 and <= 7 and var kind
            ? (WkbKind)kind
            : throw new InvalidWkbException($"Geometry type {type} cannot be drawn.");
    }

    /// <summary>A count of things that take at least so many bytes each.</summary>
    public int ReadCount(int leastBytesEach)
    {
        var count = ReadUInt32();
        return count <= rest.Length / leastBytesEach
            ? (int)count
            : throw new InvalidWkbException($"{count} parts do not fit into the {rest.Length} bytes left.");
    }

    public WkbPositions ReadPositions(int count)
    {
        var stride = Dimensions * sizeof(double);
        if (count > rest.Length / stride)
            throw new InvalidWkbException($"{count} positions do not fit into the {rest.Length} bytes left.");
        return new(Take(count * stride), Dimensions, littleEndian);
    }

    uint ReadUInt32()
    {
        var four = Take(4);
        return littleEndian ? BinaryPrimitives.ReadUInt32LittleEndian(four) : BinaryPrimitives.ReadUInt32BigEndian(four);
    }

    ReadOnlySpan<byte> Take(int count)
    {
        if (rest.Length < count)
            throw new InvalidWkbException($"The geometry ends {count - rest.Length} bytes early.");
        var taken = rest[..count];
        rest = rest[count..];
        return taken;
    }
}

/// <summary>A run of positions inside well-known binary.</summary>
readonly ref struct WkbPositions(ReadOnlySpan<byte> bytes, int dimensions, bool littleEndian)
{
    readonly ReadOnlySpan<byte> bytes = bytes;

    public int Count => bytes.Length / (dimensions * sizeof(double));

    public (double Longitude, double Latitude) this[int index]
    {
        get
        {
            var position = bytes.Slice(index * dimensions * sizeof(double), 2 * sizeof(double));
            return littleEndian
                ? (BinaryPrimitives.ReadDoubleLittleEndian(position), BinaryPrimitives.ReadDoubleLittleEndian(position[8..]))
                : (BinaryPrimitives.ReadDoubleBigEndian(position), BinaryPrimitives.ReadDoubleBigEndian(position[8..]));
        }
    }

    /// <summary>The numbers in place, when they are two a position in this machine's order, as PostGIS sends them.</summary>
    public bool TryInPlace(out ReadOnlySpan<double> numbers)
    {
        var inPlace = dimensions == 2 && littleEndian == BitConverter.IsLittleEndian;
        numbers = inPlace ? MemoryMarshal.Cast<byte, double>(bytes) : default;
        return inPlace;
    }
}

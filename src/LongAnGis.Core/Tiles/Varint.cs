using System.Runtime.CompilerServices;

namespace LongAnGis.Core.Tiles;

/// <summary>Numbers of seven bits a byte, as Protocol Buffers write them.</summary>
static class Varint
{
    /// <summary>The most bytes that a number takes.</summary>
    internal const int Longest = 10;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int Write(Span<byte> room, ulong value)
    {
        var length = 0;
        while (value >= 0x80)
        {
            room[length++] = (byte)(value | 0x80);
            value >>= 7;
        }

        room[length++] = (byte)value;
        return length;
    }

    internal static int Length(ulong value)
    {
        var length = 1;
        for (; value >= 0x80; value >>= 7)
            length++;
        return length;
    }
}

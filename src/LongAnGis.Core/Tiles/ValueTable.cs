using System.Text;

namespace LongAnGis.Core.Tiles;

/// <summary>
/// The values of a tile's layer, each written once (MVT 2.1, section 4.1) as the Protocol Buffers message it will be.
/// They are found again by their bytes, so that a repeated value costs no object.
/// </summary>
sealed class ValueTable
{
    const byte TextField = (1 << 3) | 2;
    const byte DoubleField = (3 << 3) | 1;
    const byte UnsignedField = 5 << 3;
    const byte SignedField = 6 << 3;
    const byte BooleanField = 7 << 3;

    readonly Growing<byte> bytes = new(1024);
    readonly Growing<int> ends = new();
    int[] slots = new int[256];

    public int Count => ends.Count;

    public int ByteCount => bytes.Count;

    public ReadOnlySpan<byte> this[int index] => bytes.Span[(index == 0 ? 0 : ends[index - 1])..ends[index]];

    public void Clear()
    {
        bytes.Clear();
        ends.Clear();
        Array.Clear(slots);
    }

    public int Text(ReadOnlySpan<char> text)
    {
        var start = bytes.Count;
        var length = Encoding.UTF8.GetByteCount(text);
        var room = bytes.Reserve(1 + Varint.Longest + length);
        room[0] = TextField;
        var head = 1 + Varint.Write(room[1..], (uint)length);
        bytes.Advance(head + Encoding.UTF8.GetBytes(text, room[head..]));
        return Settle(start);
    }

    public int Text(ReadOnlySpan<byte> utf8)
    {
        var start = bytes.Count;
        var room = bytes.Reserve(1 + Varint.Longest + utf8.Length);
        room[0] = TextField;
        var head = 1 + Varint.Write(room[1..], (uint)utf8.Length);
        utf8.CopyTo(room[head..]);
        bytes.Advance(head + utf8.Length);
        return Settle(start);
    }

    /// <summary>A number; whole ones are written as such, which is shorter and the same to every reader.</summary>
    public int Number(double number)
    {
        if (Math.Abs(number) < 1L << 53 && Math.Truncate(number) == number)
            return Whole((long)number);

        var start = bytes.Count;
        var room = bytes.Reserve(9);
        room[0] = DoubleField;
        System.Buffers.Binary.BinaryPrimitives.WriteDoubleLittleEndian(room[1..], number);
        bytes.Advance(9);
        return Settle(start);
    }

    public int Whole(long number) => number >= 0
        ? Field(UnsignedField, (ulong)number)
        : Field(SignedField, (ulong)((number << 1) ^ (number >> 63)));

    public int Truth(bool truth) => Field(BooleanField, truth ? 1u : 0u);

    int Field(byte field, ulong value)
    {
        var start = bytes.Count;
        var room = bytes.Reserve(1 + Varint.Longest);
        room[0] = field;
        bytes.Advance(1 + Varint.Write(room[1..], value));
        return Settle(start);
    }

    /// <summary>The index of the value just written at the end; taken off again when it is there already.</summary>
    int Settle(int start)
    {
        if ((ends.Count + 1) * 2 > slots.Length)
            Widen();
        var value = bytes.Span[start..];
        for (var slot = Slot(value); ; slot = (slot + 1) & (slots.Length - 1))
        {
            if (slots[slot] == 0)
            {
                ends.Add(bytes.Count);
                return (slots[slot] = ends.Count) - 1;
            }

            if (this[slots[slot] - 1].SequenceEqual(value))
            {
                bytes.ShortenTo(start);
                return slots[slot] - 1;
            }
        }
    }

    void Widen()
    {
        slots = new int[slots.Length * 2];
        for (var index = 0; index < ends.Count; index++)
        {
            var slot = Slot(this[index]);
            while (slots[slot] != 0)
                slot = (slot + 1) & (slots.Length - 1);
            slots[slot] = index + 1;
        }
    }

    int Slot(ReadOnlySpan<byte> value)
    {
        var hash = default(HashCode);
        hash.AddBytes(value);
        return hash.ToHashCode() & (slots.Length - 1);
    }
}

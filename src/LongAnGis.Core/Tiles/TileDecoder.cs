using System.Buffers.Binary;
using System.Text;

namespace LongAnGis.Core.Tiles;

/// <summary>A layer read back from a tile.</summary>
public sealed record DecodedLayer(string Name, int Extent, int Version, IReadOnlyList<DecodedFeature> Features);

/// <summary>A feature read back: the parts are points, lines or rings in units of the layer's extent, x right, y down.</summary>
/// <param name="Parts">A multi-point is one part; rings do not repeat their first point.</param>
public sealed record DecodedFeature(
    long Id, TileGeometryType Type, IReadOnlyList<(int X, int Y)[]> Parts, IReadOnlyDictionary<string, object> Attributes);

/// <summary>Reads a Mapbox Vector Tile as strictly as the standard words it: the witness against our own encoder.</summary>
public static class TileDecoder
{
    /// <exception cref="FormatException">The bytes are no tile of version 2.</exception>
    public static IReadOnlyList<DecodedLayer> Decode(ReadOnlySpan<byte> tile)
    {
        var layers = new List<DecodedLayer>();
        var message = new Message(tile);
        while (message.Next())
        {
            if (message.Field != 3)
                throw new FormatException($"A tile has no field {message.Field}.");
            layers.Add(Layer(message.Block));
        }

        return layers.Select(layer => layer.Name).Distinct().Count() == layers.Count
            ? layers
            : throw new FormatException("Two layers have one name.");
    }

    static DecodedLayer Layer(ReadOnlySpan<byte> bytes)
    {
        var (name, extent, version) = ("", 4096, 0);
        var keys = new List<string>();
        var values = new List<object>();
        var message = new Message(bytes);
        while (message.Next())
        {
            switch (message.Field)
            {
                case 1: name = Encoding.UTF8.GetString(message.Block); break;
                case 2: break;
                case 3: keys.Add(Encoding.UTF8.GetString(message.Block)); break;
                case 4: values.Add(Value(message.Block)); break;
                case 5: extent = (int)message.Number; break;
                case 15: version = (int)message.Number; break;
                default: throw new FormatException($"A layer has no field {message.Field}.");
            }
        }

        var features = new List<DecodedFeature>();
        message = new Message(bytes);
        while (message.Next())
        {
            if (message.Field == 2)
                features.Add(Feature(message.Block, keys, values));
        }

        return version == 2 && name.Length > 0 && features.Count > 0
            ? new(name, extent, version, features)
            : throw new FormatException("A layer has version 2, a name and a feature.");
    }

    static DecodedFeature Feature(ReadOnlySpan<byte> bytes, List<string> keys, List<object> values)
    {
        var (id, type) = (0L, TileGeometryType.Unknown);
        var attributes = new Dictionary<string, object>();
        List<(int X, int Y)[]> parts = [];
        var message = new Message(bytes);
        while (message.Next())
        {
            switch (message.Field)
            {
                case 1: id = (long)message.Number; break;
                case 2:
                    var tags = Numbers(message.Block);
                    for (var i = 0; i < tags.Count; i += 2)
                        attributes.Add(keys[(int)tags[i]], values[(int)tags[i + 1]]);
                    break;
                case 3: type = (TileGeometryType)message.Number; break;
                case 4: parts = Parts(Numbers(message.Block), type); break;
                default: throw new FormatException($"A feature has no field {message.Field}.");
            }
        }

        return new(id, type, parts, attributes);
    }

    static List<(int X, int Y)[]> Parts(List<ulong> commands, TileGeometryType type)
    {
        var parts = new List<(int X, int Y)[]>();
        var part = new List<(int X, int Y)>();
        var (x, y) = (0, 0);
        for (var i = 0; i < commands.Count;)
        {
            var (command, count) = (commands[i] & 7, (int)(commands[i++] >> 3));
            var opens = command == 1 && (type == TileGeometryType.Point ? part.Count == 0 : count == 1);
            var draws = command == 2 && type != TileGeometryType.Point && part.Count == 1;
            var closes = command == 7 && type == TileGeometryType.Polygon && count == 1 && part.Count >= 3;
            if (count == 0 || !(opens || draws || closes))
                throw new FormatException($"Command {command} × {count} has no place here.");
            if (closes || (opens && part.Count > 0))
                End();
            for (; !closes && count > 0; count--)
                part.Add((x += Unzigzag(commands[i++]), y += Unzigzag(commands[i++])));
        }

        if (type == TileGeometryType.Polygon && part.Count > 0)
            throw new FormatException("A ring is not closed.");
        End();
        return parts;

        void End()
        {
            if (part.Count > 0)
                parts.Add([.. part]);
            part.Clear();
        }
    }

    static object Value(ReadOnlySpan<byte> bytes)
    {
        var message = new Message(bytes);
        message.Next();
        return message.Field switch
        {
            1 => Encoding.UTF8.GetString(message.Block),
            2 => (double)BinaryPrimitives.ReadSingleLittleEndian(message.Block),
            3 => BinaryPrimitives.ReadDoubleLittleEndian(message.Block),
            4 or 5 => (long)message.Number,
            6 => (long)(message.Number >> 1) ^ -(long)(message.Number & 1),
            7 => message.Number != 0,
            _ => throw new FormatException($"A value has no field {message.Field}."),
        };
    }

    static List<ulong> Numbers(ReadOnlySpan<byte> bytes)
    {
        var numbers = new List<ulong>();
        while (!bytes.IsEmpty)
            numbers.Add(Message.Varint(ref bytes));
        return numbers;
    }

    static int Unzigzag(ulong value) => (int)(value >> 1) ^ -(int)(value & 1);

    /// <summary>The fields of one Protocol Buffers message, in the order in which they stand.</summary>
    ref struct Message(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> rest = bytes;

        public int Field { get; private set; }

        public ulong Number { get; private set; }

        public ReadOnlySpan<byte> Block { get; private set; }

        public bool Next()
        {
            if (rest.IsEmpty)
                return false;

            var head = Varint(ref rest);
            Field = (int)(head >> 3);
            Number = 0;
            Block = default;
            switch (head & 7)
            {
                case 0: Number = Varint(ref rest); break;
                case 1: Block = Take(8); break;
                case 2: Block = Take((int)Varint(ref rest)); break;
                case 5: Block = Take(4); break;
                default: throw new FormatException($"There is no wire type {head & 7}.");
            }

            return true;
        }

        ReadOnlySpan<byte> Take(int count)
        {
            if ((uint)count > (uint)rest.Length)
                throw new FormatException("The tile ends early.");
            var taken = rest[..count];
            rest = rest[count..];
            return taken;
        }

        internal static ulong Varint(ref ReadOnlySpan<byte> bytes)
        {
            var value = 0UL;
            for (var shift = 0; shift < 64 && !bytes.IsEmpty; shift += 7)
            {
                var next = bytes[0];
                bytes = bytes[1..];
                value |= (ulong)(next & 0x7F) << shift;
                if (next < 0x80)
                    return value;
            }

            throw new FormatException("A number does not end.");
        }
    }
}

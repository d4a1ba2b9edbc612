using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;

namespace LongAnGis.Web.Osm;

/// <summary>A bound that the extract went beyond; <paramref name="limit"/> is its name in the configuration.</summary>
sealed class LimitReachedException(string limit) : Exception(limit)
{
    public string Limit => Message;
}

/// <summary>GeoJSON text sequences without record separators: one feature on each line. Memory holds one line at a time.</summary>
static class FeatureLines
{
    public static async Task Read(Stream stream, OsmLimits limits, Action<JsonElement> take, CancellationToken cancellation)
    {
        var pipe = PipeReader.Create(stream, new(bufferSize: 64 << 10));
        long total = 0;
        while (true)
        {
            var result = await pipe.ReadAsync(cancellation);
            var rest = result.Buffer;
            while (TakeLine(ref rest, result.IsCompleted, out var line))
            {
                total += line.Length + 1;
                if (total > limits.OutputBytes)
                    throw new LimitReachedException("Osm:OutputBytes");
                if (!line.IsEmpty)
                {
                    using var feature = JsonDocument.Parse(line);
                    take(feature.RootElement);
                }
            }

            if (rest.Length > limits.ObjectBytes)
                throw new LimitReachedException("Osm:ObjectBytes");
            pipe.AdvanceTo(rest.Start, rest.End);
            if (result.IsCompleted)
                return;
        }
    }

    static bool TakeLine(ref ReadOnlySequence<byte> rest, bool isLast, out ReadOnlySequence<byte> line)
    {
        if (rest.PositionOf((byte)'\n') is { } end)
        {
            line = rest.Slice(0, end);
            rest = rest.Slice(rest.GetPosition(1, end));
            return true;
        }

        line = rest;
        if (!isLast || rest.IsEmpty)
            return false;
        rest = rest.Slice(rest.End);
        return true;
    }
}

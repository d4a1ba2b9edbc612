namespace LongAnGis.Web.Osm;

/// <summary>
/// Whether an XML extract has its nodes before its ways. GDAL builds each way from nodes it has already met and drops the
/// others without a word, which would empty the map: Overpass, for one, writes nodes last unless asked otherwise.
/// </summary>
static class ElementOrder
{
    static ReadOnlySpan<byte> Way => "<way "u8;

    static ReadOnlySpan<byte> Node => "<node "u8;

    /// <summary>Reads the stream to its end, or to the first node that comes after a way.</summary>
    public static async Task<bool> HasNodesFirst(Stream stream, CancellationToken cancellation)
    {
        var buffer = new byte[1 << 18];
        var kept = 0;
        var afterWay = false;
        int count;
        while ((count = await stream.ReadAsync(buffer.AsMemory(kept), cancellation)) > 0)
        {
            var length = kept + count;
            if (HasNodeAfterWay(buffer.AsSpan(0, length), ref afterWay))
                return false;

            // A word may lie across two readings; less than one word is kept, so that none is met twice.
            kept = Math.Min((afterWay ? Node : Way).Length - 1, length);
            buffer.AsSpan(length - kept, kept).CopyTo(buffer);
        }

        return true;
    }

    static bool HasNodeAfterWay(ReadOnlySpan<byte> text, ref bool afterWay)
    {
        if (!afterWay)
        {
            var way = text.IndexOf(Way);
            if (way < 0)
                return false;
            afterWay = true;
            text = text[way..];
        }

        return text.IndexOf(Node) >= 0;
    }
}

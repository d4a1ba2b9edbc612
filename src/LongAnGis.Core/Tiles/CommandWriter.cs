namespace LongAnGis.Core.Tiles;

/// <summary>
/// Writes geometry as the commands of Mapbox Vector Tile 2.1, section 4.3: moves and lines in zigzag-coded differences
/// from one cursor, which all parts of a feature share.
/// </summary>
sealed class CommandWriter
{
    const uint MoveTo = 1;
    const uint LineTo = 2;
    const uint ClosePath = 7;

    readonly Growing<byte> bytes = new(4096);
    GridPoint cursor;

    public ReadOnlySpan<byte> Written => bytes.Span;

    public bool IsEmpty => bytes.Count == 0;

    public void Clear()
    {
        bytes.Clear();
        cursor = default;
    }

    public void Points(ReadOnlySpan<GridPoint> points)
    {
        Command(MoveTo, points.Length);
        Steps(points);
    }

    public void Line(ReadOnlySpan<GridPoint> points)
    {
        Command(MoveTo, 1);
        Steps(points[..1]);
        Command(LineTo, points.Length - 1);
        Steps(points[1..]);
    }

    public void Ring(ReadOnlySpan<GridPoint> points)
    {
        Line(points);
        Command(ClosePath, 1);
    }

    void Command(uint command, int count)
    {
        var room = bytes.Reserve(Varint.Longest);
        bytes.Advance(Varint.Write(room, ((uint)count << 3) | command));
    }

    void Steps(ReadOnlySpan<GridPoint> points)
    {
        var room = bytes.Reserve(points.Length * 2 * Varint.Longest);
        var written = 0;
        var (x, y) = (cursor.X, cursor.Y);
        foreach (var point in points)
        {
            written += Varint.Write(room[written..], Zigzag(point.X - x));
            written += Varint.Write(room[written..], Zigzag(point.Y - y));
            (x, y) = (point.X, point.Y);
        }

        cursor = new(x, y);
        bytes.Advance(written);
    }

    static uint Zigzag(int value) => (uint)((value << 1) ^ (value >> 31));
}

namespace LongAnGis.Core.Tiles;

/// <summary>
/// Turns the well-known binary of one feature into drawing commands on a tile's grid: projected, snapped, clipped where
/// it leaves the tile's buffer, polygons wound and repaired. A collection is drawn by its parts of highest dimension.
/// </summary>
sealed class GeometryDrawing
{
    /// <summary>Collections within collections deeper than this are no plan content.</summary>
    const int DeepestNesting = 16;

    readonly CommandWriter commands = new();
    readonly GridParts snapped = new();
    readonly GridParts clipped = new();
    readonly RingCut cut = new();
    readonly RingCheck check = new();
    TileProjection projection;
    TileOptions options = TileOptions.Default;
    GridBox box;

    /// <summary>What was drawn last.</summary>
    public ReadOnlySpan<byte> Commands => commands.Written;

    public void Begin(TileAddress tile, TileOptions drawing)
    {
        options = drawing;
        box = drawing.Box;
        projection = new(tile, drawing.Extent);
    }

    /// <summary>Draws a geometry; false when nothing of it shows.</summary>
    /// <exception cref="InvalidWkbException">The bytes are no geometry.</exception>
    public bool Draw(ReadOnlySpan<byte> wkb, out TileGeometryType type)
    {
        commands.Clear();
        var cursor = new WkbCursor(wkb);
        type = HighestType(wkb);
        snapped.Clear();
        Walk(ref cursor, type, depth: 0);
        if (type == TileGeometryType.Point && snapped.PointCount > 0)
            commands.Points(snapped.All);
        return !commands.IsEmpty;
    }

    static TileGeometryType HighestType(ReadOnlySpan<byte> wkb)
    {
        var cursor = new WkbCursor(wkb);
        var highest = TileGeometryType.Unknown;
        Survey(ref cursor, ref highest, depth: 0);
        return highest;
    }

    /// <summary>Looks for the highest dimension; only a collection must be read through for that.</summary>
    static void Survey(ref WkbCursor cursor, ref TileGeometryType highest, int depth)
    {
        var kind = cursor.ReadHead();
        if (kind != WkbKind.Collection)
        {
            highest = (TileGeometryType)Math.Max((int)highest, (int)TypeOf(kind));
            if (depth > 0)
                Skip(ref cursor, kind);
            return;
        }

        EnsureShallow(depth);
        for (var left = cursor.ReadCount(5); left > 0; left--)
            Survey(ref cursor, ref highest, depth + 1);
    }

    static void Skip(ref WkbCursor cursor, WkbKind kind)
    {
        switch (kind)
        {
            case WkbKind.Point:
                cursor.ReadPositions(1);
                break;
            case WkbKind.LineString:
                cursor.ReadPositions(cursor.ReadCount(2 * sizeof(double)));
                break;
            case WkbKind.Polygon:
                for (var left = cursor.ReadCount(sizeof(uint)); left > 0; left--)
                    cursor.ReadPositions(cursor.ReadCount(2 * sizeof(double)));
                break;
            default:
                for (var left = cursor.ReadCount(5); left > 0; left--)
                    Skip(ref cursor, Member(ref cursor, kind));
                break;
        }
    }

    void Walk(ref WkbCursor cursor, TileGeometryType wanted, int depth)
    {
        var kind = cursor.ReadHead();
        if (kind == WkbKind.Collection)
        {
            EnsureShallow(depth);
            for (var left = cursor.ReadCount(5); left > 0; left--)
                Walk(ref cursor, wanted, depth + 1);
        }
        else if (TypeOf(kind) != wanted)
        {
            Skip(ref cursor, kind);
        }
        else
        {
            DrawAll(ref cursor, kind);
        }
    }

    void DrawAll(ref WkbCursor cursor, WkbKind kind)
    {
        switch (kind)
        {
            case WkbKind.Point:
                DrawPoint(ref cursor);
                break;
            case WkbKind.LineString:
                DrawLine(ref cursor);
                break;
            case WkbKind.Polygon:
                DrawPolygon(ref cursor);
                break;
            default:
                for (var left = cursor.ReadCount(5); left > 0; left--)
                    DrawAll(ref cursor, Member(ref cursor, kind));
                break;
        }
    }

    /// <summary>The head of a part of a multi-geometry, which must be of the one kind that it may have.</summary>
    static WkbKind Member(ref WkbCursor cursor, WkbKind of) => cursor.ReadHead() is var kind && kind == of - 3
        ? kind
        : throw new InvalidWkbException($"A {of} holds a {kind}.");

    void DrawPoint(ref WkbCursor cursor)
    {
        var (longitude, latitude) = cursor.ReadPositions(1)[0];
        // WKB has no other way to write an empty point than as two times "not a number".
        if (double.IsNaN(longitude) && double.IsNaN(latitude))
            return;

        var point = projection.Snap(longitude, latitude);
        if (box.Holds(point))
            snapped.Add(point);
    }

    void DrawLine(ref WkbCursor cursor)
    {
        snapped.Clear();
        var extent = Snap(ref cursor);
        if (!snapped.EndLine() || !extent.Meets(box))
            return;

        if (extent.IsWithin(box))
        {
            commands.Line(snapped[0]);
            return;
        }

        clipped.Clear();
        LineClip.Clip(snapped[0], box, clipped);
        for (var part = 0; part < clipped.Count; part++)
            commands.Line(clipped[part]);
    }

    void DrawPolygon(ref WkbCursor cursor)
    {
        var polygon = cursor;
        snapped.Clear();
        var count = cursor.ReadCount(sizeof(uint));
        if (count == 0)
            return;

        var extent = Snap(ref cursor);
        var encloses = snapped.EndRing();
        if (encloses)
            snapped.TurnLast(clockwise: true);
        for (var ring = 1; ring < count; ring++)
        {
            Snap(ref cursor);
            if (snapped.EndRing())
                snapped.TurnLast(clockwise: false);
        }

        if (!extent.Meets(box))
            return;
        if (IsSmall(extent))
            DrawPixel(extent);
        else if (encloses)
            DrawRings(extent, polygon);
        else if (extent.Width > 0 && extent.Height > 0)
            Repair(polygon); // a figure of eight, whose two halves cancel out, or a sliver
    }

    void DrawRings(GridExtent extent, WkbCursor polygon)
    {
        var rings = extent.IsWithin(box) ? snapped : cut.Cut(snapped, box);
        if (rings is not null && check.AreSound(rings) && RingOrder.IsComplete(rings))
            RingOrder.Write(rings, commands);
        else
            Repair(polygon);
    }

    void Repair(WkbCursor polygon)
    {
        RingRepair.Draw(polygon, projection, box, clipped);
        RingOrder.Write(clipped, commands);
    }

    bool IsSmall(GridExtent extent) =>
        options.KeepsSmallPolygons && extent.Width < options.Pixel && extent.Height < options.Pixel;

    /// <summary>A square of one pixel in the place of a polygon; left to the tile in which its middle lies.</summary>
    void DrawPixel(GridExtent extent)
    {
        var (x, y) = ((extent.Left + extent.Right - options.Pixel) / 2, (extent.Top + extent.Bottom - options.Pixel) / 2);
        var (right, bottom) = (x + options.Pixel, y + options.Pixel);
        if (box.Holds(new(x, y)) && box.Holds(new(right, bottom)))
            commands.Ring([new(x, y), new(right, y), new(right, bottom), new(x, bottom)]);
    }

    /// <summary>Puts positions on the grid as the last part, and tells the extent of all of them.</summary>
    GridExtent Snap(ref WkbCursor cursor)
    {
        var positions = cursor.ReadPositions(cursor.ReadCount(2 * sizeof(double)));
        var extent = GridExtent.Nothing;
        if (positions.TryInPlace(out var numbers))
        {
            for (var i = 0; i + 1 < numbers.Length; i += 2)
                extent.Take(Snap(numbers[i], numbers[i + 1]));
            return extent;
        }

        for (var i = 0; i < positions.Count; i++)
            extent.Take(Snap(positions[i].Longitude, positions[i].Latitude));
        return extent;
    }

    GridPoint Snap(double longitude, double latitude)
    {
        var point = projection.Snap(longitude, latitude);
        snapped.Add(point);
        return point;
    }

    static TileGeometryType TypeOf(WkbKind kind) => kind switch
    {
        WkbKind.Point or WkbKind.MultiPoint => TileGeometryType.Point,
        WkbKind.LineString or WkbKind.MultiLineString => TileGeometryType.Line,
        _ => TileGeometryType.Polygon,
    };

    static void EnsureShallow(int depth)
    {
        if (depth >= DeepestNesting)
            throw new InvalidWkbException("The collections are nested too deeply.");
    }
}

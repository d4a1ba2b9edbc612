using NetTopologySuite.Geometries;

namespace LongAnGis.Core.Filters;

/// <summary>The shapes inside a CQL2 text: well-known text, and BBOX. A third coordinate is read and left out.</summary>
sealed class WktReader(Cql2Text text, FilterShapes shapes)
{
    static readonly string[] Kinds = ["POINT", "MULTIPOINT", "LINESTRING", "MULTILINESTRING", "POLYGON", "MULTIPOLYGON", "GEOMETRYCOLLECTION"];

    /// <summary>A shape, or the property that holds one.</summary>
    public Operand Operand()
    {
        if (text.Here.Is("BBOX"))
            return new GeometryValue(Box());
        return Kind() is null ? text.Property() : new GeometryValue(Shape());
    }

    string? Kind() => Kinds.FirstOrDefault(kind => text.Here.Is(kind));

    Geometry Shape()
    {
        var kind = Kind() ?? throw text.Unexpected();
        text.Demand(kind);
        _ = text.Take("Z");
        return kind switch
        {
            "GEOMETRYCOLLECTION" => FilterShapes.Collect(text.Inside(() => Bracketed(Shape))),
            "POINT" => FilterShapes.Build(kind, [[Bracketed(Position)]]),
            "MULTIPOINT" => FilterShapes.Build(kind, [.. Bracketed(Loose).Select(one => new[] { new[] { one } })]),
            "LINESTRING" => FilterShapes.Build(kind, [[Bracketed(Position)]]),
            "MULTILINESTRING" => FilterShapes.Build(kind, [.. Bracketed(() => Bracketed(Position)).Select(line => new[] { line })]),
            "POLYGON" => FilterShapes.Build(kind, [Bracketed(() => Bracketed(Position))]),
            _ => FilterShapes.Build(kind, Bracketed(() => Bracketed(() => Bracketed(Position)))),
        };
    }

    Geometry Box()
    {
        text.Demand("BBOX");
        return shapes.Box(Bracketed(text.Signed));
    }

    List<T> Bracketed<T>(Func<T> read)
    {
        text.Demand("(");
        List<T> parts = [];
        do
            parts.Add(read());
        while (text.Take(","));
        text.Demand(")");
        return parts;
    }

    // The points of a MULTIPOINT stand in brackets of their own, or, as many programs write them, without.
    Coordinate Loose()
    {
        var bracketed = text.Take("(");
        var position = Position();
        if (bracketed)
            text.Demand(")");
        return position;
    }

    Coordinate Position()
    {
        var position = shapes.Position(text.Signed(), text.Signed());
        if (text.Here.Kind == TokenKind.Number || text.Here.Is("-"))
            text.Signed();
        return position;
    }
}

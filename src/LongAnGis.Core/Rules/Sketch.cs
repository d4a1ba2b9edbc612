using NetTopologySuite.Geometries;

namespace LongAnGis.Core.Rules;

/// <summary>The kinds of geometry that a feature may have; each may have several parts.</summary>
public enum SketchKind
{
    Point,
    Line,
    Polygon,
}

/// <summary>
/// A geometry as somebody sent it, before anything is known to be right about it: NTS geometries cannot hold a ring that is
/// not closed. Parts have rings, rings have corners; points and lines have one ring a part. WGS 84, X = longitude.
/// </summary>
sealed record Sketch(SketchKind Kind, IReadOnlyList<IReadOnlyList<Coordinate[]>> Parts)
{
    static readonly GeometryFactory Factory = new(new PrecisionModel(), 4326);

    public IEnumerable<(int Part, int Ring, Coordinate[] Corners)> Rings
    {
        get
        {
            for (var part = 0; part < Parts.Count; part++)
            {
                for (var ring = 0; ring < Parts[part].Count; ring++)
                {
                    yield return (part, ring, Parts[part][ring]);
                }
            }
        }
    }

    public static Sketch Of(Geometry geometry)
    {
        var parts = Enumerable.Range(0, geometry.NumGeometries).Select(geometry.GetGeometryN)
            .Where(part => !part.IsEmpty)
            .Select(part => part is Polygon polygon
                ? (IReadOnlyList<Coordinate[]>)[polygon.Shell.Coordinates, .. polygon.Holes.Select(hole => hole.Coordinates)]
                : [part.Coordinates]);
        var kind = geometry.Dimension switch
        {
            Dimension.Point => SketchKind.Point,
            Dimension.Curve => SketchKind.Line,
            _ => SketchKind.Polygon,
        };
        return new(kind, [.. parts]);
    }

    /// <summary>The same sketch with other corners; <paramref name="change"/> gets each ring.</summary>
    public Sketch With(Func<Coordinate[], Coordinate[]> change) =>
        this with { Parts = [.. Parts.Select(part => (IReadOnlyList<Coordinate[]>)[.. part.Select(change)])] };

    /// <summary>The geometry, single where there is one part. Only for sketches whose rings are closed and long enough.</summary>
    public Geometry ToGeometry()
    {
        Geometry[] parts = [.. Parts.Select(Part)];
        return parts.Length == 1 ? parts[0] : Factory.BuildGeometry(parts);
    }

    /// <summary>The geometry as far as it can be one: rings that do not close or are too short become lines.</summary>
    public Geometry ToGeometryOrLines()
    {
        var sound = Kind == SketchKind.Point || Rings.All(ring => ring.Corners.Length >= 4 && ring.Corners[0].Equals2D(ring.Corners[^1]))
            || (Kind == SketchKind.Line && Rings.All(ring => ring.Corners.Length >= 2));
        return sound ? ToGeometry() : Factory.CreateMultiLineString(
            [.. Rings.Where(ring => ring.Corners.Length >= 2).Select(ring => Factory.CreateLineString(ring.Corners))]);
    }

    Geometry Part(IReadOnlyList<Coordinate[]> rings) => Kind switch
    {
        SketchKind.Point => Factory.CreatePoint(rings[0][0]),
        SketchKind.Line => Factory.CreateLineString(rings[0]),
        _ => Factory.CreatePolygon(
            Factory.CreateLinearRing(rings[0]), [.. rings.Skip(1).Select(Factory.CreateLinearRing)]),
    };
}

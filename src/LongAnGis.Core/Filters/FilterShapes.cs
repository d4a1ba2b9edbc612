using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;

namespace LongAnGis.Core.Filters;

/// <summary>Builds the shapes of a filter from numbers and judges them: closed rings, no crossing of itself, finite coordinates.</summary>
sealed class FilterShapes(FilterAxes axes, FilterLimits limits)
{
    static readonly GeometryFactory Factory = new(new PrecisionModel(), 4326);

    public Coordinate Position(double first, double second)
    {
        limits.CountCorner();
        if (!double.IsFinite(first) || !double.IsFinite(second))
            throw new FilterException("Tọa độ phải là số hữu hạn.", "Coordinates must be finite numbers.");
        return axes.NorthFirst ? new(second, first) : new(first, second);
    }

    public static Geometry Build(string kind, IReadOnlyList<IReadOnlyList<IReadOnlyList<Coordinate>>> parts)
    {
        Geometry shape;
        try
        {
            shape = kind switch
            {
                "POINT" => Factory.CreatePoint(parts[0][0][0]),
                "MULTIPOINT" => Factory.CreateMultiPointFromCoords([.. parts.Select(part => part[0][0])]),
                "LINESTRING" => Line(parts[0][0]),
                "MULTILINESTRING" => Factory.CreateMultiLineString([.. parts.Select(part => Line(part[0]))]),
                "POLYGON" => Area(parts[0]),
                _ => Factory.CreateMultiPolygon([.. parts.Select(Area)]),
            };
        }
        catch (Exception broken) when (broken is ArgumentException or ArgumentOutOfRangeException)
        {
            throw new FilterException(
                "Hình trong bộ lọc chưa khép kín hoặc thiếu điểm.", "A shape of the filter is not closed or lacks points.");
        }

        return Judged(shape);
    }

    public static Geometry Collect(IReadOnlyList<Geometry> shapes) => Factory.CreateGeometryCollection([.. shapes]);

    /// <summary>A box by its corners; in degrees one whose west lies east of its east crosses the antimeridian.</summary>
    public Geometry Box(IReadOnlyList<double> numbers)
    {
        if (numbers.Count is not (4 or 6))
            throw new FilterException("BBOX cần 4 hoặc 6 số.", "BBOX takes 4 or 6 numbers.");
        var low = Position(numbers[0], numbers[1]);
        var high = Position(numbers[numbers.Count / 2], numbers[(numbers.Count / 2) + 1]);
        return Box(axes, low, high) ?? throw new FilterException("BBOX bị đảo ngược.", "The BBOX is turned round.");
    }

    static Geometry? Box(FilterAxes axes, Coordinate low, Coordinate high) =>
        low.Y > high.Y ? null
        : low.X <= high.X ? Factory.ToGeometry(new Envelope(low, high))
        : !axes.InDegrees ? null
        : GeometryCombiner.Combine(
            Factory.ToGeometry(new Envelope(low.X, 180, low.Y, high.Y)), Factory.ToGeometry(new Envelope(-180, high.X, low.Y, high.Y)));

    static LineString Line(IReadOnlyList<Coordinate> positions) => Factory.CreateLineString([.. positions]);

    static Polygon Area(IReadOnlyList<IReadOnlyList<Coordinate>> rings) =>
        Factory.CreatePolygon(Ring(rings[0]), [.. rings.Skip(1).Select(Ring)]);

    static LinearRing Ring(IReadOnlyList<Coordinate> positions) => Factory.CreateLinearRing([.. positions]);

    static Geometry Judged(Geometry shape) =>
        shape.IsValid
            ? shape
            : throw new FilterException(
                "Một hình trong bộ lọc tự cắt hoặc không hợp lệ.", "A shape of the filter crosses itself or is not valid.");
}

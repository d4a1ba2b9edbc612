using CsCheck;
using LongAnGis.Core.Tiles;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace LongAnGis.UnitTests.Tiles;

/// <summary>What must hold for every shape that lies in, across or round a tile.</summary>
public class DrawingAnything
{
    static readonly GeometryFactory Factory = new();
    static readonly Geometry Box = Factory.ToGeometry(new Envelope(-64, 4160, -64, 4160));
    static readonly TileOptions Exact = new() { KeepsSmallPolygons = false };

    /// <summary>Stars: simple rings with deep bays, of all sizes, often across several edges of the tile.</summary>
    static readonly Gen<Polygon> Stars =
        from centre in Points(-1000, 5000)
        from size in Gen.Double[0.5, 3.7].Select(power => Math.Pow(10, power))
        from radii in Gen.Double[0.1, 1].Array[3, 80]
        from hole in Gen.Bool
        select Star(centre.Item1, centre.Item2, size, radii, hole);

    /// <summary>Places in sixty-fourths of a unit: fine enough to be rounded, coarse enough for the witness to be exact.</summary>
    static Gen<(double, double)> Points(int low, int high)
    {
        var place = Gen.Int[low * 64, high * 64].Select(part => part / 64.0);
        return Gen.Select(place, place);
    }

    [Fact]
    public void A_polygon_is_sound_and_stays_in_the_buffered_tile() =>
        Stars.Sample(
            star =>
            {
                var drawn = Drawn.Feature(Drawn.ToWgs84(star).AsBinary());
                return drawn is null || (Drawn.Geometry(drawn).IsValid && Box.EnvelopeInternal.Contains(Drawn.Geometry(drawn).EnvelopeInternal));
            },
            iter: 500);

    /// <summary>Rounding moves an edge by at most 0.71 of a unit, so area changes by at most that times the perimeter.</summary>
    [Fact]
    public void A_polygon_covers_what_it_covered_before() =>
        Stars.Sample(
            star =>
            {
                var expected = star.Intersection(Box);
                var drawn = Drawn.Feature(Drawn.ToWgs84(star).AsBinary(), Exact);
                var area = drawn is null ? 0 : Drawn.Geometry(drawn).Area;
                return Math.Abs(area - expected.Area) <= (0.75 * expected.Length) + 4;
            },
            iter: 500);

    [Fact]
    public void A_line_stays_within_a_unit_of_where_it_was() =>
        Points(-3000, 7000).Array[2, 40].Sample(
            points =>
            {
                var line = Factory.CreateLineString([.. points.Select(point => new Coordinate(point.Item1, point.Item2))]);
                var drawn = Drawn.Feature(Drawn.ToWgs84(line).AsBinary()) is { } feature
                    ? Drawn.Geometry(feature)
                    : Factory.CreateMultiLineString();
                var inner = line.Intersection(Factory.ToGeometry(new Envelope(-62, 4158, -62, 4158)));
                return (drawn.IsEmpty || line.Buffer(1.5).Contains(drawn)) && (inner.IsEmpty || drawn.Buffer(1.5).Contains(inner))
                    && (drawn.IsEmpty || Box.EnvelopeInternal.Contains(drawn.EnvelopeInternal));
            },
            iter: 150);

    [Fact]
    public void Rings_that_cross_themselves_come_out_sound() =>
        Points(-500, 4600).Array[3, 12].Sample(
            points =>
            {
                var corners = points.Select(point => new Coordinate(point.Item1, point.Item2)).ToList();
                var scribble = Factory.CreatePolygon([.. corners, corners[0]]);
                var drawn = Drawn.Feature(Drawn.ToWgs84(scribble).AsBinary());
                return drawn is null || Drawn.Geometry(drawn).IsValid;
            },
            iter: 500);

    [Fact]
    public void Many_small_rings_in_one_feature_keep_shells_before_their_holes() =>
        Stars.Array[2, 6].Sample(
            stars =>
            {
                var several = stars.Aggregate((Geometry)Factory.CreatePolygon(), (all, star) => all.Union(star));
                var drawn = Drawn.Feature(Drawn.ToWgs84(several).AsBinary(), Exact);
                var expected = several.Intersection(Box);
                var area = drawn is null ? 0 : Drawn.Geometry(drawn).Area;
                return Math.Abs(area - expected.Area) <= (0.75 * expected.Length) + 4;
            },
            iter: 150);

    [Fact]
    public void Byte_order_heights_measures_and_reference_systems_make_no_difference() =>
        Stars.Sample(
            star =>
            {
                var geometry = Drawn.ToWgs84(star);
                var plain = Bytes(new WKBWriter().Write(geometry));
                geometry.SRID = 4326;
                var rings = ((Polygon)geometry).Holes.Prepend(((Polygon)geometry).Shell)
                    .Select(ring => Factory.CreateLinearRing([.. ring.Coordinates.Select(at => new CoordinateZ(at.X, at.Y, 7))]))
                    .ToArray();
                var withHeights = Factory.CreatePolygon(rings[0], rings[1..]);
                return plain.SequenceEqual(Bytes(new WKBWriter(ByteOrder.BigEndian).Write(geometry)))
                    && plain.SequenceEqual(Bytes(new WKBWriter(ByteOrder.LittleEndian, true, false, false).Write(geometry)))
                    && plain.SequenceEqual(Bytes(new WKBWriter(ByteOrder.LittleEndian, true, true, false).Write(withHeights)))
                    && plain.SequenceEqual(Bytes(new WKBWriter(ByteOrder.BigEndian, false, true, false) { Strict = true }.Write(withHeights)));
            },
            iter: 200);

    [Fact]
    public void Damaged_bytes_are_refused_or_drawn_but_never_break_anything() =>
        Gen.Select(Stars, Gen.Select(Gen.Int[0, 4000], Gen.Byte).Array[0, 6], Gen.Int[0, 2000]).Sample(
            (star, damage, length) =>
            {
                var bytes = Drawn.ToWgs84(star).AsBinary();
                foreach (var (at, value) in damage)
                    bytes[at % bytes.Length] = value;
                try
                {
                    var drawn = Drawn.Feature(bytes[..Math.Min(length + 1, bytes.Length)]);
                    return drawn is null || Drawn.Geometry(drawn).NumGeometries > 0;
                }
                catch (InvalidWkbException)
                {
                    return true;
                }
            },
            iter: 500);

    [Fact]
    public void Bytes_at_random_are_no_geometry() =>
        Gen.Byte.Array[0, 200].Sample(
            bytes =>
            {
                try
                {
                    Drawn.Feature(bytes);
                    return true;
                }
                catch (InvalidWkbException)
                {
                    return true;
                }
            },
            iter: 500);

    static byte[] Bytes(byte[] wkb)
    {
        using var tile = new TileEncoder(Drawn.Tile);
        using (var layer = tile.Layer("layer"))
            layer.Add(1, wkb);
        return tile.ToArray();
    }

    static Polygon Star(double x, double y, double size, double[] radii, bool hole)
    {
        var shell = Ring(1);
        return hole ? Factory.CreatePolygon(shell, [Ring(0.4)]) : Factory.CreatePolygon(shell);

        LinearRing Ring(double share)
        {
            var corners = radii.Select((radius, i) =>
            {
                var (sin, cos) = Math.SinCos(2 * Math.PI * i / radii.Length);
                return new Coordinate(x + (share * size * radius * cos), y + (share * size * radius * sin));
            }).ToList();
            return Factory.CreateLinearRing([.. corners, corners[0].Copy()]);
        }
    }
}

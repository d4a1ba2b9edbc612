using CsCheck;
using LongAnGis.Core.Tiles;
using NetTopologySuite.Coverage;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using NetTopologySuite.Operation.Union;

namespace LongAnGis.UnitTests.Tiles;

public class Overviews
{
    static readonly GeometryFactory Factory = new();

    [Fact]
    public void A_detailed_border_keeps_the_points_that_a_small_map_can_show()
    {
        var wiggly = Factory.CreateLineString([.. Enumerable.Range(0, 1000)
            .Select(i => new Coordinate(106 + (i / 2000.0), 10.5 + (0.0002 * (i % 2))))]);

        var simple = Assert.Single(Overview.For([(7, wiggly)], zoom: 8, coverage: false));

        Assert.Equal(7, simple.Id);
        Assert.InRange(simple.Geometry.NumPoints, 2, 10);
        Assert.Equal(4326, simple.Geometry.SRID);
        Assert.True(simple.Geometry.EnvelopeInternal.Width > 0.49);
    }

    [Fact]
    public void Neighbours_go_on_sharing_their_borders() =>
        Gen.Double[-0.3, 0.3].Array[400].Sample(
            shifts =>
            {
                var cells = Cells(shifts);
                var simple = Overview.For(cells, zoom: 9, coverage: true);
                var pixel = 360.0 / 512 / 512;
                var shapes = simple.Select(feature => feature.Geometry).ToArray();
                var before = UnaryUnionOp.Union(cells.Select(feature => feature.Geometry));
                return CoverageValidator.IsValid(shapes)
                    && shapes.All(shape => shape is { IsEmpty: false, IsValid: true })
                    && simple.Zip(cells).All(pair => pair.First.Id == pair.Second.Id)
                    && before.Buffer(2 * pixel).Contains(CoverageUnion.Union(shapes))
                    && shapes.Sum(shape => shape.NumPoints) < cells.Sum(cell => cell.Geometry.NumPoints) / 2;
            },
            iter: 50);

    [Fact]
    public void A_feature_smaller_than_a_pixel_becomes_a_pixel()
    {
        var parcel = new WKTReader().Read("POLYGON ((106 10.5, 106.001 10.5, 106.001 10.501, 106 10.501, 106 10.5))");
        var path = new WKTReader().Read("LINESTRING (106 10.5, 106.0001 10.5001)");

        var simple = Overview.For([(1, parcel), (2, path)], zoom: 5, coverage: false);

        Assert.Equal(360.0 / 32 / 512, simple[0].Geometry.EnvelopeInternal.Width, 1e-9);
        Assert.Equal(360.0 / 32 / 512, simple[1].Geometry.EnvelopeInternal.Width, 1e-9);
    }

    [Fact]
    public void Points_stay_where_they_are()
    {
        var point = new WKTReader().Read("POINT (106.123456789 10.5)");

        Assert.Same(point, Overview.For([(1, point)], zoom: 3, coverage: false)[0].Geometry);
    }

    [Fact]
    public void A_tile_draws_the_overview_without_changing_it()
    {
        var cells = Cells([.. Enumerable.Range(0, 400).Select(i => (i * 997 % 600 / 1000.0) - 0.3)]);
        var simple = Overview.For(cells, zoom: 9, coverage: true);
        var address = TileAddress.At(new(10.7, 106.2), 9);
        using var tile = new TileEncoder(address);
        using (var layer = tile.Layer("cells"))
        {
            foreach (var (id, geometry) in simple)
                layer.Add(id, geometry.AsBinary());
        }

        var inside = simple.Where(feature => Within(address, feature.Geometry)).ToArray();
        var drawn = TileDecoder.Decode(tile.ToArray())[0].Features.ToDictionary(feature => feature.Id);
        Assert.NotEmpty(inside);
        Assert.All(inside, feature => Assert.Equal(feature.Geometry.NumPoints - 1, drawn[feature.Id].Parts.Sum(part => part.Length)));
    }

    static bool Within(TileAddress address, Geometry geometry)
    {
        var extent = address.Extent();
        return new Envelope(extent.West, extent.East, extent.South, extent.North).Contains(geometry.EnvelopeInternal)
            && geometry.NumGeometries == 1;
    }

    /// <summary>Six by six fields of about 10 km whose shared borders wind in many small steps.</summary>
    static List<(long Id, Geometry Geometry)> Cells(double[] shifts)
    {
        const int cells = 6;
        const int steps = 40;
        return
        [
            .. from column in Enumerable.Range(0, cells)
               from row in Enumerable.Range(0, cells)
               let corners = new[] { (column, row), (column + 1, row), (column + 1, row + 1), (column, row + 1), (column, row) }
               let ring = corners.Zip(corners.Skip(1)).SelectMany(edge => Border(edge.First, edge.Second)).ToList()
               select ((long)(column * cells) + row, (Geometry)Factory.CreatePolygon([.. ring, ring[0].Copy()])),
        ];

        // Both neighbours walk a border along the same points, from its lesser corner to its greater.
        IEnumerable<Coordinate> Border((int, int) from, (int, int) to)
        {
            var turned = from.CompareTo(to) > 0;
            var (start, end) = turned ? (Corner(to), Corner(from)) : (Corner(from), Corner(to));
            var points = Enumerable.Range(0, steps + 1).Select(step => new Coordinate(
                start.X + ((end.X - start.X) * step / steps) + (step % 2 * 0.0001 * (step < steps ? 1 : 0)),
                start.Y + ((end.Y - start.Y) * step / steps) + (step % 2 * 0.0001 * (step < steps ? 1 : 0))));
            return (turned ? points.Reverse() : points).Take(steps);
        }

        Coordinate Corner((int Column, int Row) at) => new(
            106 + (0.1 * (at.Column + shifts[(at.Column * 17) + (at.Row * 2)])),
            10.4 + (0.1 * (at.Row + shifts[(at.Column * 17) + (at.Row * 2) + 1])));
    }
}

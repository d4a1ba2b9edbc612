using CsCheck;
using LongAnGis.Core.Coordinates;
using LongAnGis.Core.Lookup;

namespace LongAnGis.UnitTests.Lookup;

/// <summary>The parcel that a table gives, held against what its paper states.</summary>
public sealed class MeasuringParcels
{
    static ParcelShape Shape(string text)
    {
        var table = CornerTableReader.Read(text);
        return ParcelShape.Of(table, ParcelPlacing.Readings(table, new(), Region.Province)[0]);
    }

    [Fact]
    public void Measures_area_and_perimeter_on_the_plane_of_the_paper()
    {
        var shape = Shape("1203700 573800\n1203760 573950\n1203640 573998\n1203580 573848");

        Assert.Equal(20_880, shape.AreaSquareMetres, 1e-6);
        Assert.Equal(581.598, shape.PerimeterMetres, 0.01);
        Assert.Empty(shape.Remarks);
        Assert.Equal(10.882833107, shape.Wgs84.Coordinates[3].Y, 1e-8);
    }

    [Fact]
    public void Says_which_edge_differs_from_the_paper_and_by_what()
    {
        var shape = Shape("1\t1203700\t573800\t161,55\n2\t1203760\t573950\t129,24\n3\t1203640\t573988\t161,55\n4\t1203580\t573848\t129,24");

        Assert.True(shape.IsSound);
        Assert.Equal([2, 3], shape.Remarks.Select(remark => remark.Row!.Value));
        Assert.Contains("Cạnh 2–3: giấy ghi 129,24 m, tọa độ cho 125,87 m", shape.Remarks[0].Message.Vi, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("20.880 m2", true)]
    [InlineData("20880,9 m2", true)]
    [InlineData("2.088 ", false)]
    public void Holds_the_stated_area_against_the_computed_one(string stated, bool agrees) =>
        Assert.Equal(agrees, Shape("1203700 573800\n1203760 573950\n1203640 573998\n1203580 573848\nDiện tích: " + stated).Remarks.Count == 0);

    [Fact]
    public void Names_the_edges_that_cross_and_offers_an_order_and_a_hull()
    {
        var shape = Shape("1 1203700 573800\n2 1203640 573998\n3 1203760 573950\n4 1203580 573848");

        Assert.False(shape.IsSound);
        Assert.Contains("Cạnh 1–2 cắt cạnh 3–4", Assert.Single(shape.Remarks).Message.Vi, StringComparison.Ordinal);
        Assert.Equal(20_880, shape.Reordered(Untangling.AroundTheMiddle(shape.Corners)!).AreaSquareMetres, 1e-6);
        Assert.Equal(20_880, shape.Reordered(Untangling.Hull(shape.Corners)).AreaSquareMetres, 1e-6);
    }

    [Theory]
    [InlineData("1203700 573800\n1203760 573950", "ít nhất ba")]
    [InlineData("1203700 573800\n1203800 573900\n1203900 574000", "đường thẳng")]
    public void Refuses_corners_that_enclose_nothing(string text, string why)
    {
        var fault = Assert.Single(Shape(text).Remarks);

        Assert.True(fault.IsFault);
        Assert.Contains(why, fault.Message.Vi, StringComparison.Ordinal);
    }

    [Fact]
    public void Lets_a_corner_that_stands_twice_pass_with_a_remark()
    {
        var shape = Shape("1 1203700 573800\n2 1203760 573950\n2a 1203760 573950\n3 1203640 573998\n4 1203580 573848");

        Assert.True(shape.IsSound);
        Assert.Contains("Đỉnh 2 và 2a trùng nhau", Assert.Single(shape.Remarks).Message.Vi, StringComparison.Ordinal);
        Assert.Equal(20_880, shape.AreaSquareMetres, 1e-6);
    }

    [Fact]
    public void Measures_degrees_on_the_grid_of_the_province()
    {
        var shape = Shape("10.883918964 106.426862810\n10.884458379 106.428236071\n10.883372521 106.428672667\n10.882833107 106.427299411");

        Assert.Equal(9210, shape.Zone.Srid);
        Assert.Equal(20_880, shape.AreaSquareMetres, 0.1);
    }

    [Fact]
    public void Finds_every_crossing_that_a_look_at_all_pairs_finds()
    {
        Gen.Select(Gen.Double[0, 100], Gen.Double[0, 100]).Array[4, 12].Sample(points =>
        {
            var corners = points.Select(point => new NetTopologySuite.Geometries.Coordinate(point.Item1, point.Item2)).ToArray();
            var ring = new NetTopologySuite.Geometries.LinearRing([.. corners, corners[0].Copy()]);

            Assert.Equal(ring.IsSimple, !ParcelFaults.Crossings(corners).Any());
        });
    }
}

using System.Globalization;
using CsCheck;
using LongAnGis.Core.Coordinates;
using LongAnGis.Core.Lookup;
using LongAnGis.UnitTests.Coordinates;

namespace LongAnGis.UnitTests.Lookup;

/// <summary>Tables of points between WGS 84 and the grids of VN-2000.</summary>
public sealed class ConvertingCoordinates
{
    /// <summary>The vectors are printed to a millimetre and to 1e-9 degrees.</summary>
    const double Millimetre = 0.001;

    public static TheoryData<GoldenVectors.Vector> Vectors => GoldenVectors.All;

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Agrees_with_the_golden_vectors_to_a_millimetre_both_ways(GoldenVectors.Vector vector)
    {
        var grid = ReferenceFrame.Find(vector.Srid)!;

        var metres = One(Text(vector.Latitude, vector.Longitude), ReferenceFrame.Wgs84, grid);
        var degrees = One(Text(vector.Northing, vector.Easting), grid, ReferenceFrame.Wgs84);

        Assert.Equal(vector.Northing, metres.North, Millimetre);
        Assert.Equal(vector.Easting, metres.East, Millimetre);
        // A millimetre of latitude is 9e-9 degrees.
        Assert.Equal(vector.Latitude, degrees.North, 9e-9);
        Assert.Equal(vector.Longitude, degrees.East, 9e-9);
    }

    [Fact]
    public void Comes_back_to_where_it_was_through_every_frame() =>
        Gen.Double[10.4, 11.8].Select(Gen.Double[105.5, 106.8], Gen.Int[0, ReferenceFrame.All.Count - 1]).Sample((latitude, longitude, at) =>
        {
            var frame = ReferenceFrame.All[at];
            var (north, east) = frame.Locate(new(latitude, longitude));
            var back = frame.Place(north, east);
            Assert.InRange(GeodesicMeasure.DistanceMetres(new(latitude, longitude), back), 0, Millimetre);
        }, iter: 2000);

    [Theory]
    [InlineData("10,5333 106,4133")]
    [InlineData("10.5333\t106.4133")]
    [InlineData("106.4133 10.5333")]
    [InlineData("10°31′59,88″ B 106°24′47,88″ Đ")]
    [InlineData("10°31'59.88\"N 106°24'47.88\"E")]
    [InlineData("106°24'47.88\"E, 10°31'59.88\"N")]
    [InlineData("M1 10°31'59.88\"N 106°24'47.88\"E")]
    [InlineData("1\t10.5333\t106.4133")]
    public void Reads_degrees_in_every_usual_notation(string line)
    {
        var point = Assert.Single(PointTable.Read(line).Points);

        Assert.Equal(10.5333, point.North, 1e-9);
        Assert.Equal(106.4133, point.East, 1e-9);
    }

    [Fact]
    public void Sees_from_its_size_which_number_is_north_and_keeps_names_and_lines()
    {
        var table = PointTable.Read("Điểm\tX (m)\tY (m)\nA\t1.164.915,324\t572.400,671\nB\t572400.671\t1164915.324\n");

        Assert.Empty(table.Faults);
        Assert.Equal([("A", 2), ("B", 3)], table.Points.Select(point => (point.Name, point.Row)));
        Assert.All(table.Points, point => Assert.Equal((1164915.324, 572400.671), (point.North, point.East)));
    }

    [Theory]
    [InlineData("1164915.324", "Dòng 1")]
    [InlineData("10.5 106.4\n1 2", "Dòng 2")]
    [InlineData("10.5 10.6", "Dòng 1")]
    [InlineData("10°61′ 106°24′", "Dòng 1")]
    [InlineData("", "Chưa thấy tọa độ nào")]
    [InlineData("10.5 106.4\n10.6 106.5", "nhiều điểm")]
    [InlineData("1164915.324 572400.671", "kinh tuyến trục")]
    public void Refuses_what_it_cannot_know(string text, string why)
    {
        Assert.Null(ConvertedPoints.Of(PointTable.Read(text), from: null, to: null, out var refusals));
        Assert.Contains(why, refusals[0].Vi, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_lines_that_are_not_in_the_frame_that_was_chosen()
    {
        var table = PointTable.Read("10.5333 106.4133\n1164915.324 572400.671");

        Assert.Null(ConvertedPoints.Of(table, ReferenceFrame.Find(9210), ReferenceFrame.Wgs84, out var refusals));
        Assert.Contains("Dòng 1 viết bằng độ", Assert.Single(refusals).Vi, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_which_lines_fall_outside_Vietnam()
    {
        // As if a paper of the sea in the east were read on the meridian farthest west.
        var table = PointTable.Read("1164915.324 120000");

        Assert.Equal([1], ConvertedPoints.Of(table, ReferenceFrame.Find(5896), ReferenceFrame.Wgs84, out _)!.Outside);
    }

    [Fact]
    public void Gives_a_single_point_in_every_frame_but_its_own()
    {
        var converted = ConvertedPoints.Of(PointTable.Read("10.5333 106.4133"), from: null, to: null, out _)!;

        Assert.Equal(ReferenceFrame.All.Count - 1, converted.Points.Count);
        Assert.DoesNotContain(ReferenceFrame.Wgs84, converted.Points.Select(point => point.Frame));
    }

    [Theory]
    [InlineData(10.5333, true, "10°31′59,88000″ B")]
    [InlineData(106.4133, false, "106°24′47,88000″ Đ")]
    [InlineData(-0.0166666666, true, "0°01′00,00000″ N")]
    public void Writes_angles_and_never_sixty_seconds(double degrees, bool isLatitude, string written) =>
        Assert.Equal(written, CoordinateFormat.Angle(degrees, isLatitude, english: false));

    static ConvertedPoint One(string text, ReferenceFrame from, ReferenceFrame to) =>
        Assert.Single(ConvertedPoints.Of(PointTable.Read(text), from, to, out _)!.Points);

    static string Text(double north, double east) => string.Create(CultureInfo.InvariantCulture, $"{north:0.0000#####} {east:0.0000#####}");
}

using LongAnGis.Core.Coordinates;
using LongAnGis.Core.Lookup;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace LongAnGis.UnitTests.Lookup;

/// <summary>A planned road is cut by the areas that it runs through, and crosses other lines.</summary>
public sealed class LayingLinesOverLayers
{
    static Geometry Shape(string wkt) => new WKTReader().Read(wkt);

    static LineString Line(string wkt) => (LineString)Shape(wkt);

    static LineOverlay<string> Over(string line, params (string, string)[] areas) =>
        LineOverlay.Of(Line(line), areas.Select(area => (area.Item1, Shape(area.Item2))));

    [Fact]
    public void Adds_up_to_the_line_and_tells_where_each_area_begins_and_ends()
    {
        var overlay = Over(
            "LINESTRING(0 0, 1000 0)",
            ("far", "POLYGON((600 -1, 900 -1, 900 1, 600 1, 600 -1))"), ("near", "POLYGON((100 -1, 200 -1, 200 1, 100 1, 100 -1))"));

        Assert.Equal(["near", "far"], overlay.Parts.Select(part => part.Thing));
        Assert.Equal(new Stretch(100, 200), Assert.Single(overlay.Parts[0].Stretches));
        Assert.Equal(300, overlay.Parts[1].LengthMetres, 1e-9);
        Assert.Equal(1000, overlay.RestMetres + overlay.Parts.Sum(part => part.LengthMetres), 1e-9);
    }

    [Fact]
    public void Tells_each_stretch_of_an_area_that_is_entered_twice_and_leaves_out_what_is_only_touched()
    {
        var overlay = Over(
            "LINESTRING(0 0, 1000 0)",
            ("horseshoe", "POLYGON((100 -10, 500 -10, 500 10, 400 10, 400 -5, 200 -5, 200 10, 100 10, 100 -10))"),
            ("above", "POLYGON((0 0.01, 1000 0.01, 1000 5, 0 5, 0 0.01))"));

        var part = Assert.Single(overlay.Parts);
        Assert.Equal([new(100, 200), new(400, 500)], part.Stretches);
        Assert.Equal(800, overlay.RestMetres, 1e-9);
    }

    [Fact]
    public void Counts_both_passes_of_a_line_that_crosses_itself()
    {
        var overlay = Over(
            "LINESTRING(0 0, 100 0, 100 100, 50 100, 50 -100)",
            ("round the crossing", "POLYGON((40 -10, 60 -10, 60 10, 40 10, 40 -10))"));

        Assert.Equal([new(40, 60), new(340, 360)], overlay.Parts[0].Stretches);
        Assert.Equal([50, 350], LineOverlay.Crossings(Line("LINESTRING(0 0, 100 0, 100 100, 50 100, 50 -100)"), Shape("LINESTRING(45 -5, 55 5)")), Nearly);
    }

    [Fact]
    public void Finds_crossings_in_order_and_takes_two_carriageways_for_one_road()
    {
        var at = LineOverlay.Crossings(Line("LINESTRING(0 0, 1000 0)"), Shape("MULTILINESTRING((800 -5, 800 5), (300 -5, 300 5), (300.5 -5, 300.5 5))"));

        Assert.Equal([300, 800], at, Nearly);
    }

    [Fact]
    public void Is_the_same_line_on_WGS_84_and_on_its_grid()
    {
        var table = CornerTableReader.Read("1203700 573800\n1203700 574800\n1204700 574800");
        var shape = LineShape.Of(table, ParcelPlacing.Readings(table, new(ReferenceFrame.Find(9210), true), Region.Province)[0], out var refusal)!;

        Assert.Null(refusal);
        Assert.Equal(2000, shape.LengthMetres, 1e-3);
        Assert.Equal(10.883918964, shape.Wgs84.StartPoint.Y, 1e-8);
        Assert.Equal(106.426862810, shape.Wgs84.StartPoint.X, 1e-8);
    }

    [Fact]
    public void Refuses_one_point_and_keeps_the_closing_of_a_ring_road()
    {
        var point = CornerTableReader.Read("1203700 573800");
        var ring = CornerTableReader.Read("1203700 573800\n1203700 574800\n1204700 574800\n1203700 573800");
        ParcelReading Reading(CornerTable table) => ParcelPlacing.Readings(table, new(ReferenceFrame.Find(9210), true), Region.Province)[0];

        Assert.Null(LineShape.Of(point, Reading(point), out var refusal));
        Assert.Contains("hai điểm", refusal!.Vi, StringComparison.Ordinal);
        Assert.Equal(2000 + (1000 * Math.Sqrt(2)), LineShape.Of(ring, Reading(ring), out _)!.LengthMetres, 1e-3);
    }

    static bool Nearly(double one, double other) => Math.Abs(one - other) < 1e-6;
}

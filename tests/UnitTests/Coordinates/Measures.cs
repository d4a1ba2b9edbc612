using CsCheck;
using LongAnGis.Core.Coordinates;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace LongAnGis.UnitTests.Coordinates;

public class Measures
{
    /// <summary>A parcel whose certificate states 20 880 m², from its corner table on 105°45′ (X north, Y east).</summary>
    static readonly Geometry Parcel = Vn2000Zone.LongAn.GeometryToWgs84(Wkt(
        "POLYGON ((573800 1203700, 573950 1203760, 573998 1203640, 573848 1203580, 573800 1203700))"));

    [Fact]
    public void A_parcel_keeps_the_area_of_its_certificate() =>
        Assert.Equal(20_880, PlanarMeasure.AreaSquareMetres(Parcel), 0.01);

    [Fact]
    public void A_parcel_keeps_the_edges_of_its_certificate() =>
        Assert.Equal(2 * (161.555 + 129.244), PlanarMeasure.LengthMetres(Parcel), 0.002);

    [Fact]
    public void Corners_of_the_parcel_are_where_the_certificate_puts_them()
    {
        Assert.Equal(10.883918964, Parcel.Coordinates[0].Y, 1e-8);
        Assert.Equal(106.426862810, Parcel.Coordinates[0].X, 1e-8);
        Assert.Equal(10.883372521, Parcel.Coordinates[2].Y, 1e-8);
        Assert.Equal(106.428672667, Parcel.Coordinates[2].X, 1e-8);
    }

    /// <summary>Near the central meridian the grid is 0.01 % short, so its areas are 0.02 % small.</summary>
    [Fact]
    public void The_geodesic_area_of_a_parcel_differs_by_the_scale_of_the_grid()
    {
        var ratio = PlanarMeasure.AreaSquareMetres(Parcel) / GeodesicMeasure.AreaSquareMetres(Parcel);

        Assert.InRange(ratio, 0.9998, 1.0002);
    }

    /// <summary>Rows of C. F. F. Karney's GeodTest set, as GeographicLib's own unit tests carry them.</summary>
    [Theory]
    [InlineData(35.60777, -139.44815, -11.17491, -69.95921, 8935244.5604818305, 12841384694976.432)]
    [InlineData(55.52454, 106.05087, 77.03196, 197.18234, 4105086.1713924406, 61674961290615.615)]
    public void Geodesics_agree_with_published_values(
        double latitude1, double longitude1, double latitude2, double longitude2, double metres, double squareMetres)
    {
        var from = new Wgs84Position(latitude1, longitude1);
        var to = new Wgs84Position(latitude2, longitude2);

        Assert.Equal(metres, GeodesicMeasure.DistanceMetres(from, to), 0.001);
        Assert.Equal(squareMetres, GeodesicMeasure.AreaBelow(from, to, reference: 0), squareMetres * 1e-8);
    }

    /// <summary>Flinders Peak to Buninyong: Geoscience Australia's worked example of Vincenty's formulas.</summary>
    [Fact]
    public void The_distance_of_the_surveyors_worked_example_is_met() =>
        Assert.Equal(
            54972.271,
            GeodesicMeasure.DistanceMetres(new(-37.95103341666667, 144.42486788888888),
                new(-37.65282113888889, 143.92649552777777)),
            0.001);

    /// <summary>The area of one degree square at 10° N, by the authalic latitude of its two parallels.</summary>
    [Fact]
    public void Area_between_parallels_is_that_of_the_zone()
    {
        var steps = Enumerable.Range(0, 1001).Select(i => 105 + (i / 1000.0)).ToArray();
        var ring = steps.Select(longitude => new Coordinate(longitude, 10))
            .Concat(steps.Reverse().Select(longitude => new Coordinate(longitude, 11)))
            .Append(new Coordinate(105, 10)).ToArray();

        var area = GeodesicMeasure.AreaSquareMetres(new GeometryFactory().CreatePolygon(ring));

        Assert.Equal(12_108_188_648.31, area, 1000.0);
    }

    [Fact]
    public void A_hole_is_taken_off_in_both_measures()
    {
        var whole = Wkt("POLYGON ((106 10, 106.1 10, 106.1 10.1, 106 10.1, 106 10))");
        var hole = Wkt("POLYGON ((106.02 10.02, 106.05 10.02, 106.05 10.05, 106.02 10.05, 106.02 10.02))");
        var rest = whole.Difference(hole);

        Assert.Equal(Planar(whole) - Planar(hole), Planar(rest), 0.01);
        Assert.Equal(Round(whole) - Round(hole), Round(rest), 0.01);

        static double Planar(Geometry geometry) => PlanarMeasure.AreaSquareMetres(geometry);
        static double Round(Geometry geometry) => GeodesicMeasure.AreaSquareMetres(geometry);
    }

    [Fact]
    public void Lines_and_points_have_no_area_and_points_no_length()
    {
        var everything = Wkt("GEOMETRYCOLLECTION (POINT (106 10), LINESTRING (106 10, 106 11))");

        Assert.Equal(0, GeodesicMeasure.AreaSquareMetres(everything));
        Assert.Equal(110_611, GeodesicMeasure.LengthMetres(everything), 1.0);
        Assert.Equal(0, PlanarMeasure.LengthMetres(Wkt("POINT (106 10)")));
    }

    [Fact]
    public void Anywhere_in_the_province_both_measures_of_a_line_agree_to_three_parts_in_ten_thousand() =>
        Gen.Select(Gen.Double[105.5, 106.7], Gen.Double[10.4, 11.1], Gen.Double[-0.05, 0.05], Gen.Double[-0.05, 0.05])
            .Where((_, _, east, north) => Math.Abs(east) + Math.Abs(north) > 0.001)
            .Sample((longitude, latitude, east, north) =>
            {
                var line = new GeometryFactory().CreateLineString(
                    [new(longitude, latitude), new(longitude + east, latitude + north)]);
                var ratio = PlanarMeasure.LengthMetres(line) / GeodesicMeasure.LengthMetres(line);
                return ratio is > 0.9997 and < 1.0003;
            });

    static Geometry Wkt(string text) => new WKTReader().Read(text);
}

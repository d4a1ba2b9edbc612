using CsCheck;
using LongAnGis.Core.Coordinates;
using NetTopologySuite.Geometries;

namespace LongAnGis.UnitTests.Coordinates;

/// <summary>The national code of a parcel: a GeoHash of a point deep inside it.</summary>
public sealed class CodingParcels
{
    static readonly Polygon Parcel = Polygon((573800, 1203700), (573950, 1203760), (573998, 1203640), (573848, 1203580));

    [Theory]
    // The examples by which the algorithm is usually described.
    [InlineData(57.64911, 10.40744, "u4pruydqqvj8")]
    [InlineData(-25.382708, -49.265506, "6gkzwgjzn820")]
    public void Encodes_as_GeoHash_is_described(double latitude, double longitude, string code) =>
        Assert.Equal(code, ParcelCode.Of(new Wgs84Position(latitude, longitude)).Value);

    [Fact]
    public void Names_a_cell_of_centimetres_that_it_reads_back() => Gen.Double[9, 23].Select(Gen.Double[103, 117]).Sample((latitude, longitude) =>
    {
        var position = new Wgs84Position(latitude, longitude);
        var code = ParcelCode.Of(position);

        Assert.Equal(code, ParcelCode.Parse(code.Value));
        Assert.InRange(GeodesicMeasure.DistanceMetres(position, code.Middle), 0, 0.022);
    });

    [Fact]
    public void Takes_the_middle_of_the_largest_circle_in_the_parcel()
    {
        // An L, whose centre of gravity lies at its corner: the largest circle lies in the broad leg.
        var zone = Vn2000Zone.LongAn;
        var corner = Polygon((573000, 1203000), (573100, 1203000), (573100, 1203040), (573040, 1203040), (573040, 1203100), (573000, 1203100));

        var place = zone.FromWgs84(ParcelCode.Of(zone, corner).Middle);

        Assert.True(corner.Contains(new Point(place.Easting, place.Northing)));
        // The circle through the inner corner that touches both outer sides: its radius is 40 ÷ (1 + 1/√2).
        Assert.Equal(40 / (1 + Math.Sqrt(0.5)), corner.Boundary.Distance(new Point(place.Easting, place.Northing)), 0.05);
    }

    [Fact]
    public void Is_another_code_when_the_datum_is_half_a_metre_off()
    {
        var code = ParcelCode.Of(Vn2000Zone.LongAn, Parcel);
        var moved = new Wgs84Position(code.Middle.Latitude - 1.9e-6, code.Middle.Longitude - 4.6e-6);

        Assert.NotEqual(code, ParcelCode.Of(moved));
        Assert.Equal(code.Value[..8], ParcelCode.Of(moved).Value[..8]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("u4pruydqqvj8")]
    [InlineData("w3gvk1td8ffa")]
    [InlineData("w3gvk1td8ff")]
    [InlineData("khu cong ngh")]
    public void Refuses_what_is_no_code_of_a_place_in_Vietnam(string? text) => Assert.Null(ParcelCode.Parse(text));

    [Fact]
    public void Is_read_where_coordinates_are_typed()
    {
        var code = ParcelCode.Of(Vn2000Zone.LongAn, Parcel);

        var reading = Assert.Single(CoordinateText.Read($" {code.Value.ToUpperInvariant()} ").Readings);

        Assert.Equal(code.Middle, reading.Position);
        Assert.Contains("GeoHash, WGS 84", reading.Meaning.Vi, StringComparison.Ordinal);
    }

    static Polygon Polygon(params (double Easting, double Northing)[] corners) =>
        new(new([.. corners.Append(corners[0]).Select(corner => new Coordinate(corner.Easting, corner.Northing))]));
}

using LongAnGis.Core.Coordinates;
using LongAnGis.Core.Lookup;
using LongAnGis.UnitTests.Coordinates;

namespace LongAnGis.UnitTests.Lookup;

/// <summary>What the numbers of a table can be measured in, found from where its parcel falls, and said.</summary>
public sealed class PlacingParcels
{
    const string Parcel = "1 1203700 573800\n2 1203760 573950\n3 1203640 573998\n4 1203580 573848";

    static IReadOnlyList<ParcelReading> Readings(string text, PlacingWish? wish = null) =>
        ParcelPlacing.Readings(CornerTableReader.Read(text), wish ?? new(), Region.Province);

    [Fact]
    public void Takes_the_provinces_own_meridian_first_and_offers_the_others_that_fall_inside()
    {
        var readings = Readings(Parcel);

        Assert.Equal(9210, readings[0].Frame.Srid);
        Assert.Equal(10.883918964, readings[0].Positions[0].Latitude, 1e-8);
        Assert.Equal(106.426862810, readings[0].Positions[0].Longitude, 1e-8);
        Assert.Contains(readings, reading => reading.Frame.Srid == 9209);
        Assert.All(readings, reading => Assert.True(Region.Province.Holds(reading.Middle)));
    }

    [Fact]
    public void Follows_the_meridian_that_the_paper_names()
    {
        Assert.Equal(9209, Readings("Kinh tuyến trục 105°30'\n" + Parcel)[0].Frame.Srid);
        Assert.Equal(9212, Readings("KTT 106°15', múi 3 độ\n1 1203700 519300\n2 1203760 519450\n3 1203640 519498")[0].Frame.Srid);
    }

    [Fact]
    public void Knows_the_six_degree_zone_when_it_is_named()
    {
        var reading = Readings("Kinh tuyến trục 105°, múi chiếu 6 độ\n1164837.297 654450.913\n1164937 654450\n1164837 654550")[0];

        Assert.Equal(3405, reading.Frame.Srid);
        Assert.Equal(10.5333, reading.Positions[0].Latitude, 1e-8);
    }

    [Fact]
    public void Says_that_columns_were_exchanged_instead_of_doing_it_in_silence()
    {
        var reading = Readings("573800 1203700\n573950 1203760\n573998 1203640")[0];

        Assert.True(reading.IsExchanged);
        Assert.False(reading.NorthFirst);
        Assert.Contains("cột thứ nhất là Y (Đông)", reading.Meaning.Vi, StringComparison.Ordinal);
        Assert.Equal(10.883918964, reading.Positions[0].Latitude, 1e-8);
    }

    [Fact]
    public void Offers_the_leading_digit_that_hands_leave_out()
    {
        var reading = Readings("X\tY\n203700\t73800\n203760\t73950\n203640\t73998")[0];

        Assert.Equal((1_000_000, 500_000), (reading.AddedNorth, reading.AddedEast));
        Assert.Contains("thêm chữ số đầu bị thiếu", reading.Meaning.Vi, StringComparison.Ordinal);
        Assert.Equal(10.883918964, reading.Positions[0].Latitude, 1e-8);
    }

    [Fact]
    public void Reads_degrees_as_degrees_in_either_order()
    {
        Assert.Equal(4326, Readings("10.8839 106.4268\n10.8844 106.4282\n10.8833 106.4286")[0].Frame.Srid);
        Assert.True(Readings("106.4268 10.8839\n106.4282 10.8844\n106.4286 10.8833")[0].IsExchanged);
    }

    [Fact]
    public void Keeps_to_what_a_person_has_chosen()
    {
        var readings = Readings(Parcel, new(ReferenceFrame.Find(9209), NorthFirst: true));

        Assert.Equal(9209, Assert.Single(readings).Frame.Srid);
        Assert.Empty(Readings(Parcel, new(ReferenceFrame.Find(9209), NorthFirst: false)));
    }

    [Fact]
    public void Finds_nothing_for_a_parcel_of_another_province() =>
        Assert.Empty(Readings("1855759 546151\n1855859 546151\n1855859 546251", new(ReferenceFrame.Find(9212))));

    [Theory]
    [MemberData(nameof(GoldenVectors.All), MemberType = typeof(GoldenVectors))]
    public void Agrees_with_the_golden_vectors_in_every_frame(GoldenVectors.Vector vector)
    {
        var position = ReferenceFrame.Find(vector.Srid)!.Place(vector.Northing, vector.Easting);

        Assert.Equal(vector.Latitude, position.Latitude, 1e-8);
        Assert.Equal(vector.Longitude, position.Longitude, 1e-8);
    }

    [Fact]
    public void Tells_UTM_from_the_six_degree_grid_of_VN_2000()
    {
        var utm = ReferenceFrame.Utm48.Place(1164837.297, 654450.913);
        var grid = ReferenceFrame.Find(3405)!.Place(1164837.297, 654450.913);

        Assert.InRange(Geodesic.Between(utm, grid).LengthMetres, 200, 250);
    }
}

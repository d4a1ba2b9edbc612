using LongAnGis.Core.Coordinates;
using LongAnGis.Web.Database;
using Microsoft.Extensions.DependencyInjection;

namespace LongAnGis.IntegrationTests.Coordinates;

/// <summary>PostGIS and ProjNet carry the same positions between VN-2000 and WGS 84, and agree with the golden vectors.</summary>
public sealed class TwoWitnesses(SharedSite shared)
{
    const double Millimetre = 0.001;
    const double MetresInADegree = 111_320;

    /// <summary>Name, northing, easting, EPSG code, then latitude and longitude by the official parameters, and unflipped.</summary>
    public static TheoryData<string, double, double, int, double, double, double, double> Vectors => new()
    {
        { "V1 Tân An", 1164915.324, 572400.671, 9210, 10.5333, 106.4133, 10.533298138, 106.413295413 },
        { "V2 Đức Hòa", 1203708.997, 573814.979, 9210, 10.884, 106.427, 10.883998143, 106.426995341 },
        { "V3 Kiến Tường", 1191798.146, 520144.988, 9210, 10.777, 105.936, 10.776998038, 105.935995366 },
        { "V4 Cần Giuộc", 1173028.258, 600583.439, 9210, 10.606, 106.671, 10.605998193, 106.670995399 },
        { "V5 Tây Ninh", 1250810.474, 565083.535, 9209, 11.31, 106.098, 11.309998068, 106.097995245 },
        { "V6 Tây Ninh on 105°45′", 1250766.452, 537792.540, 9210, 11.31, 106.098, 11.309998074, 106.097995248 },
        { "V7 Tân An on six degrees", 1164837.297, 654450.913, 3405, 10.5333, 106.4133, 10.533298137, 106.413295414 },
        { "V8 TP.HCM", 1189964.000, 600997.000, 9210, 10.759093142, 106.675242471, 10.759091336, 106.675237833 },
        { "V9 Đồng Tháp", 1142228.861, 557975.802, 5897, 10.328439102, 105.531160600, 10.328437056, 105.531156061 },
    };

    [Theory]
    [MemberData(nameof(Vectors))]
    public async Task Agree_to_a_millimetre(
        string name, double northing, double easting, int srid, double latitude, double longitude, double wrongLatitude, double wrongLongitude)
    {
        var core = Vn2000Zone.Find(srid)!.ToWgs84(new GridPosition(northing, easting));
        var postGis = await ByPostGis(northing, easting, srid);

        Assert.True(Apart(core, postGis) < Millimetre, $"{name}: the witnesses are {Apart(core, postGis)} m apart");
        Assert.True(Apart(postGis, new Wgs84Position(latitude, longitude)) < 2 * Millimetre, name);
        // The sign of the rotations as the decision prints it is 0.54 m off; so far from it we must be.
        Assert.True(Apart(postGis, new Wgs84Position(wrongLatitude, wrongLongitude)) > 0.5, name);
    }

    [Theory]
    [MemberData(nameof(Vectors))]
    public async Task Agree_on_the_way_back(
        string name, double northing, double easting, int srid, double latitude, double longitude, double wrongLatitude, double wrongLongitude)
    {
        _ = (wrongLatitude, wrongLongitude);
        var core = Vn2000Zone.Find(srid)!.FromWgs84(new Wgs84Position(latitude, longitude));
        var postGis = await OnTheGrid(latitude, longitude, srid);

        Assert.Equal(core.Northing, postGis.Northing, Millimetre);
        Assert.Equal(core.Easting, postGis.Easting, Millimetre);
        Assert.Equal(northing, postGis.Northing, 2 * Millimetre);
        Assert.True(Math.Abs(easting - postGis.Easting) < 2 * Millimetre, name);
    }

    [Theory]
    [InlineData(10.5333, 106.4133)]
    [InlineData(10.884, 106.427)]
    [InlineData(11.31, 106.098)]
    [InlineData(16.778398623, 106.684777665)]
    public async Task Agree_on_the_code_of_a_parcel(double latitude, double longitude)
    {
        await using var command = (await shared.Get()).Services.GetRequiredService<PlanDatabase>().CreateCommand("SELECT ST_GeoHash(ST_Point($1, $2, 4326), 12)");
        command.Parameters.Add(new() { Value = longitude });
        command.Parameters.Add(new() { Value = latitude });

        Assert.Equal(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken), ParcelCode.Of(new Wgs84Position(latitude, longitude)).Value);
    }

    [Fact]
    public async Task Do_not_take_the_transformation_that_proj_would_choose()
    {
        // V1 by EPSG:5194, as PROJ answers for plain EPSG:9210 south of 11.04° N.
        var byFive = new Wgs84Position(10.533300375, 106.413307325);
        var postGis = await ByPostGis(1164915.324, 572400.671, 9210);

        Assert.True(Apart(postGis, new Wgs84Position(10.5333, 106.4133)) < Millimetre);
        Assert.Equal(0.80, Apart(postGis, byFive), 0.01);
    }

    [Fact]
    public async Task Know_the_same_grids_by_the_same_words()
    {
        var site = await shared.Get();
        await using var command = site.Services.GetRequiredService<PlanDatabase>().CreateCommand(
            "SELECT srid FROM spatial_ref_sys WHERE auth_name = 'LONGAN' AND srid <> 4756 ORDER BY srid");
        await using var row = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var known = new List<int>();
        while (await row.ReadAsync(TestContext.Current.CancellationToken))
        {
            known.Add(row.GetInt32(0));
        }

        Assert.Equal(Vn2000Zone.All.Select(zone => zone.Srid).Order(), known);
    }

    async Task<Wgs84Position> ByPostGis(double northing, double easting, int srid)
    {
        var (x, y) = await Transform(easting, northing, srid, 4326);
        return new Wgs84Position(y, x);
    }

    async Task<GridPosition> OnTheGrid(double latitude, double longitude, int srid)
    {
        var (x, y) = await Transform(longitude, latitude, 4326, srid);
        return new GridPosition(y, x);
    }

    async Task<(double X, double Y)> Transform(double x, double y, int from, int to)
    {
        var site = await shared.Get();
        await using var command = site.Services.GetRequiredService<PlanDatabase>().CreateCommand(
            "SELECT ST_X(p), ST_Y(p) FROM ST_Transform(ST_SetSRID(ST_Point($1, $2), $3), $4) AS p");
        command.Parameters.AddWithValue(x);
        command.Parameters.AddWithValue(y);
        command.Parameters.AddWithValue(from);
        command.Parameters.AddWithValue(to);
        await using var row = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        await row.ReadAsync(TestContext.Current.CancellationToken);
        return (row.GetDouble(0), row.GetDouble(1));
    }

    static double Apart(Wgs84Position one, Wgs84Position other)
    {
        var north = (one.Latitude - other.Latitude) * MetresInADegree;
        var east = (one.Longitude - other.Longitude) * MetresInADegree * Math.Cos(one.Latitude * Math.PI / 180);
        return Math.Sqrt(north * north + east * east);
    }
}

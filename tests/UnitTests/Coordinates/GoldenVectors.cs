using LongAnGis.Core.Coordinates;

namespace LongAnGis.UnitTests.Coordinates;

/// <summary>Points that two independent programs agree on, to 2 mm or 1e-8 degrees, and what the wrong sign gives.</summary>
public static class GoldenVectors
{
    public sealed record Vector(
        string Name, int Srid, double Northing, double Easting, double Latitude, double Longitude,
        double? WrongSignLatitude, double? WrongSignLongitude)
    {
        public Vn2000Zone Zone => Vn2000Zone.Find(Srid)!;

        public override string ToString() => Name;
    }

    /// <summary>V8 is the value of a published Dart example, V9 of a published npm test, V10 a published reference.</summary>
    public static TheoryData<Vector> All =>
    [
        new Vector("V1 Tân An", 9210, 1164915.324, 572400.671, 10.5333, 106.4133, 10.533298138, 106.413295413),
        new Vector("V2 Đức Hòa", 9210, 1203708.997, 573814.979, 10.884, 106.427, 10.883998143, 106.426995341),
        new Vector("V3 Kiến Tường", 9210, 1191798.146, 520144.988, 10.777, 105.936, 10.776998038, 105.935995366),
        new Vector("V4 Cần Giuộc", 9210, 1173028.258, 600583.439, 10.606, 106.671, 10.605998193, 106.670995399),
        new Vector("V5 Tây Ninh", 9209, 1250810.474, 565083.535, 11.31, 106.098, 11.309998068, 106.097995245),
        new Vector("V6 V5 on 105°45′", 9210, 1250766.452, 537792.540, 11.31, 106.098, 11.309998074, 106.097995248),
        new Vector("V7 V1 on 105° 0.9996", 3405, 1164837.297, 654450.913, 10.5333, 106.4133, 10.533298137, 106.413295414),
        new Vector("V8 TP.HCM", 9210, 1189964.000, 600997.000, 10.759093142, 106.675242471, 10.759091336, 106.675237833),
        new Vector("V9 Đồng Tháp", 5897, 1142228.861, 557975.802, 10.328439102, 105.531160600, 10.328437056, 105.531156061),
        new Vector("V10 Quảng Trị", 9212, 1855759.3584, 546151.8072, 16.778398623, 106.684777665, null, null),
    ];
}

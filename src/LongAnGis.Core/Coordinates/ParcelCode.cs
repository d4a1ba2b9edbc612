using LongAnGis.Core.Plans;
using NetTopologySuite.Algorithm.Construct;
using NetTopologySuite.Geometries;

namespace LongAnGis.Core.Coordinates;

/// <summary>
/// The national identifier of a parcel: a GeoHash of twelve characters (a cell of about 3.7 × 1.9 cm here) of a point deep
/// inside the parcel, on WGS 84.
/// </summary>
/// <remarks>
/// Circular 09/2024/TT-BTNMT sets the code; the guidance of the Department of Land Administration of September 2025, repeated
/// by Circular 19/2026, its four steps: the characteristic point is found by the polylabel algorithm on the parcel's VN-2000
/// plane of its own meridian, far from all edges; it is carried to WGS 84, encoded, and recorded. Polylabel looks for the centre
/// of the largest circle in the parcel, here to a centimetre. The guidance prints no tolerance, and no seven parameters but the
/// official ones: a datum that is half a metre off, or another tolerance, gives another code. The code that an office has
/// recorded is the one that counts.
/// </remarks>
public sealed record ParcelCode
{
    public const int Length = 12;

    const string Digits = "0123456789bcdefghjkmnpqrstuvwxyz";
    const int BitsOfDigit = 5;
    const double ToleranceMetres = 0.01;

    ParcelCode(string value, Wgs84Position middle) => (Value, Middle) = (value, middle);

    /// <summary>Twelve characters, small letters.</summary>
    public string Value { get; }

    /// <summary>The middle of the cell that the code names.</summary>
    public Wgs84Position Middle { get; }

    /// <summary>The rule by which a point of the parcel was chosen, in words.</summary>
    public static Bilingual Rule { get; } = new(
        "GeoHash 12 ký tự của điểm nằm sâu nhất trong thửa (thuật toán polylabel trên mặt phẳng VN-2000, kinh tuyến trục của thửa), chuyển sang WGS 84 bằng bảy tham số chính thức (Quyết định 05/2007/QĐ-BTNMT); theo Thông tư 09/2024/TT-BTNMT. Lệch nửa mét đã thành mã khác: mã do cơ quan đăng ký đất đai ghi nhận mới là mã chính thức.",
        "A GeoHash of 12 characters of the point deepest inside the parcel (polylabel on the VN-2000 plane of the parcel's meridian), carried to WGS 84 by the seven official parameters (Decision 05/2007/QĐ-BTNMT); after Circular 09/2024/TT-BTNMT. Half a metre makes another code: the one that the land registry has recorded is official.");

    /// <summary>The code of a parcel.</summary>
    /// <param name="onGrid">The parcel on the plane of its grid (NTS X = easting, metres), valid.</param>
    public static ParcelCode Of(Vn2000Zone zone, Polygon onGrid)
    {
        var deepest = MaximumInscribedCircle.GetCenter(onGrid, ToleranceMetres).Coordinate;
        return Of(zone.ToWgs84(new(Northing: deepest.Y, Easting: deepest.X)));
    }

    /// <summary>The code of a point.</summary>
    public static ParcelCode Of(Wgs84Position position)
    {
        var (code, cell) = (new char[Length], new Cell(new(-90, -180, 90, 180)));
        for (var place = 0; place < Length; place++)
        {
            var digit = 0;
            for (var bit = 0; bit < BitsOfDigit; bit++)
                digit = (digit << 1) | (cell.Halve(position) ? 1 : 0);
            code[place] = Digits[digit];
        }

        return new(new(code), cell.Middle);
    }

    /// <summary>The code that a text is; null when it is none, or of a place outside Vietnam.</summary>
    public static ParcelCode? Parse(string? text)
    {
        var typed = text?.Trim().ToLowerInvariant();
        if (typed is not { Length: Length } || !typed.All(Digits.Contains))
            return null;

        var cell = new Cell(new(-90, -180, 90, 180));
        foreach (var digit in typed)
        {
            for (var bit = BitsOfDigit - 1; bit >= 0; bit--)
                cell.Take(((Digits.IndexOf(digit, StringComparison.Ordinal) >> bit) & 1) == 1);
        }

        return Region.Vietnam.Holds(cell.Middle) ? new(typed, cell.Middle) : null;
    }

    public override string ToString() => Value;

    /// <summary>A box that is halved in turn by longitude and by latitude, longitude first.</summary>
    sealed class Cell(Region box)
    {
        Region box = box;
        bool byLatitude;

        public Wgs84Position Middle => new((box.South + box.North) / 2, (box.West + box.East) / 2);

        /// <summary>Keeps the half that holds a position; true when it is the upper or the eastern one.</summary>
        public bool Halve(Wgs84Position position)
        {
            var upper = byLatitude ? position.Latitude >= Middle.Latitude : position.Longitude >= Middle.Longitude;
            Take(upper);
            return upper;
        }

        public void Take(bool upper)
        {
            box = (byLatitude, upper) switch
            {
                (true, true) => box with { South = Middle.Latitude },
                (true, false) => box with { North = Middle.Latitude },
                (false, true) => box with { West = Middle.Longitude },
                (false, false) => box with { East = Middle.Longitude },
            };
            byLatitude = !byLatitude;
        }
    }
}

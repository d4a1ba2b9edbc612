using LongAnGis.Core.Plans;

namespace LongAnGis.Core.Coordinates;

/// <summary>What was typed before a number. X and Y mean north and east on Vietnamese paper, the opposite in software.</summary>
enum CoordinateAxis
{
    Unsaid,
    North,
    East,
    PaperX,
    PaperY,
}

/// <summary>Two numbers in the order typed, with what was said of each.</summary>
readonly record struct CoordinatePair(double First, CoordinateAxis FirstAxis, double Second, CoordinateAxis SecondAxis)
{
    static readonly Vn2000Zone[] Likely = [Vn2000Zone.LongAn, Vn2000Zone.FormerTayNinh, Vn2000Zone.SixDegrees48];

    internal static CoordinateReading[] OfAngles(AngleText.Angle first, AngleText.Angle second) =>
        (first.Axis, second.Axis) switch
        {
            (AngleText.Axis.Latitude, not AngleText.Axis.Latitude) => Degrees(first.Degrees, second.Degrees, exchanged: false),
            (AngleText.Axis.Longitude, not AngleText.Axis.Longitude) => Degrees(second.Degrees, first.Degrees, exchanged: false),
            (AngleText.Axis.Unsaid, AngleText.Axis.Longitude) => Degrees(first.Degrees, second.Degrees, exchanged: false),
            (AngleText.Axis.Unsaid, AngleText.Axis.Latitude) => Degrees(second.Degrees, first.Degrees, exchanged: false),
            (AngleText.Axis.Unsaid, AngleText.Axis.Unsaid) =>
                new CoordinatePair(first.Degrees, default, second.Degrees, default).InDegrees(exact: true),
            _ => [],
        };

    /// <summary>The readings, likeliest first; none when the numbers are neither degrees nor metres of Vietnam.</summary>
    /// <param name="zone">The grid that was named, if any.</param>
    /// <param name="exact">The numbers were typed with decimals, so that even a place far away is meant as one.</param>
    internal CoordinateReading[] Readings(Vn2000Zone? zone, bool exact)
    {
        if (zone is null && InDegrees(exact) is { Length: > 0 } degrees)
            return degrees;
        if (IsNorthing(First) && IsEasting(Second))
            return InMetres(new(First, Second), zone, FirstAxis is CoordinateAxis.East or CoordinateAxis.PaperY);
        if (IsEasting(First) && IsNorthing(Second))
            return InMetres(new(Second, First), zone, FirstAxis is not CoordinateAxis.East and not CoordinateAxis.PaperY);
        return [];
    }

    CoordinateReading[] InDegrees(bool exact)
    {
        if (FirstAxis == CoordinateAxis.North || SecondAxis == CoordinateAxis.East)
            return Degrees(First, Second, exchanged: false);
        if (FirstAxis == CoordinateAxis.East || SecondAxis == CoordinateAxis.North)
            return Degrees(Second, First, exchanged: false);

        var (asTyped, otherWay) = (new Wgs84Position(First, Second), new Wgs84Position(Second, First));
        if (Region.Vietnam.Holds(asTyped) && exact)
            return Degrees(First, Second, exchanged: false);
        if (Region.Vietnam.Holds(otherWay) && exact)
            return Degrees(Second, First, exchanged: true);
        // Far away, both numbers must look like degrees: "1.5, 2.5" is more often an area than a place in the Gulf of Guinea.
        return exact && asTyped.IsOnTheGlobe && Math.Abs(First) + Math.Abs(Second) > 10 ? Degrees(First, Second, false) : [];
    }

    static CoordinateReading[] Degrees(double latitude, double longitude, bool exchanged)
    {
        var position = new Wgs84Position(latitude, longitude);
        if (!position.IsOnTheGlobe)
            return [];

        var order = new Bilingual(
            exchanged ? "; kinh độ được viết trước" : "", exchanged ? "; longitude was written first" : "");
        return [new(position, null, Said(new("WGS 84", "WGS 84"), position, e => CoordinateFormat.Wgs84(position, e), order), exchanged)];
    }

    static CoordinateReading[] InMetres(GridPosition grid, Vn2000Zone? zone, bool exchanged)
    {
        var order = new Bilingual(
            exchanged ? "; X và Y đổi chỗ cho nhau (X là hướng bắc)" : "",
            exchanged ? "; X and Y were exchanged (X is north)" : "");
        var readings = (zone is null ? Likely : [zone])
            .Select(zone => (Zone: zone, Position: zone.ToWgs84(grid)))
            .Select(at => new CoordinateReading(
                at.Position,
                at.Zone,
                Said(CoordinateFormat.Name(at.Zone), at.Position, english => CoordinateFormat.Grid(grid, english), order),
                exchanged))
            .ToArray();
        var inside = readings.Where(reading => IsPlausible(reading.Zone!, reading.Position)).ToArray();
        return inside.Length > 0 ? inside : readings[..1];
    }

    /// <summary>Papers of Long An are drawn on 105°45′, those of the former Tây Ninh on 105°30′, maps on either.</summary>
    static bool IsPlausible(Vn2000Zone zone, Wgs84Position position) => Region.Province.Holds(position)
        && (zone != Vn2000Zone.FormerTayNinh || position.Latitude > 10.9);

    static Bilingual Said(Bilingual system, Wgs84Position position, Func<bool, string> numbers, Bilingual order)
    {
        var (placeVi, placeEn) = Region.Province.Holds(position) ? ("", "")
            : Region.Vietnam.Holds(position) ? ("; ngoài tỉnh", "; outside the province")
            : ("; ngoài Việt Nam", "; outside Vietnam");
        return new(
            $"{system.Vi}: {numbers(false)}{order.Vi}{placeVi}", $"{system.En}: {numbers(true)}{order.En}{placeEn}");
    }

    // Vietnam lies between 6.5° and 23.5° N; no grid here puts an easting outside 100-900 km. The ranges do not meet.
    static bool IsNorthing(double metres) => metres is > 900_000 and < 2_700_000;

    static bool IsEasting(double metres) => metres is > 100_000 and < 900_000;
}

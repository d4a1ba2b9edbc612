using System.Globalization;
using LongAnGis.Core.Plans;

namespace LongAnGis.Core.Coordinates;

/// <summary>Writes positions for people: 10,533300° B in Vietnamese, 10.533300° N in English.</summary>
public static class CoordinateFormat
{
    /// <summary>Parts of a second that an angle is written to.</summary>
    const long SecondUnits = 100_000;

    /// <summary>Latitude before longitude, six decimals of a degree, which is 11 cm.</summary>
    public static string Wgs84(Wgs84Position position, bool english)
    {
        var culture = AttributeText.Culture(english);
        var (north, south, east, west) = english ? ("N", "S", "E", "W") : ("B", "N", "Đ", "T");
        var latitude = Math.Abs(position.Latitude).ToString("0.000000", culture);
        var longitude = Math.Abs(position.Longitude).ToString("0.000000", culture);
        var parting = english ? "," : ";";
        return $"{latitude}° {(position.Latitude < 0 ? south : north)}{parting} "
            + $"{longitude}° {(position.Longitude < 0 ? west : east)}";
    }

    /// <summary>Degrees, minutes and seconds of a latitude or longitude; the fifth decimal of a second is 0.3 mm.</summary>
    public static string Angle(double degrees, bool isLatitude, bool english)
    {
        var culture = AttributeText.Culture(english);
        // Rounded as a whole, so that no angle is written with sixty seconds.
        var units = (long)Math.Round(Math.Abs(degrees) * 3600 * SecondUnits);
        var (seconds, minutes) = (units % (60 * SecondUnits) / (double)SecondUnits, units / (60 * SecondUnits));
        var side = (isLatitude, degrees < 0) switch
        {
            (true, false) => english ? "N" : "B",
            (true, true) => english ? "S" : "N",
            (false, false) => english ? "E" : "Đ",
            (false, true) => english ? "W" : "T",
        };
        return string.Create(culture, $"{minutes / 60}°{minutes % 60:00}′{seconds:00.00000}″ {side}");
    }

    /// <summary>X (north) before Y (east) as on land certificates, in metres.</summary>
    /// <param name="decimals">3 for surveyed points; 0 says as much as a click on a map knows.</param>
    public static string Grid(GridPosition position, bool english, int decimals = 3)
    {
        var culture = AttributeText.Culture(english);
        var parting = english ? "," : ";";
        return $"X {Metres(position.Northing, decimals, culture)}{parting} Y {Metres(position.Easting, decimals, culture)}";
    }

    /// <summary>The grid in words, as papers name it.</summary>
    public static Bilingual Name(Vn2000Zone zone) => zone.ScaleOnMeridian < 0.9999
        ? new($"VN-2000, múi 6°, kinh tuyến trục {zone.MeridianText}", $"VN-2000, 6° zone, central meridian {zone.MeridianText}")
        : new($"VN-2000, kinh tuyến trục {zone.MeridianText}", $"VN-2000, central meridian {zone.MeridianText}");

    static string Metres(double metres, int decimals, CultureInfo culture) => metres.ToString($"N{decimals}", culture);
}

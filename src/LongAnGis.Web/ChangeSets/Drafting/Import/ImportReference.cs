using System.Globalization;
using System.Text.RegularExpressions;
using LongAnGis.Core.Coordinates;

namespace LongAnGis.Web.ChangeSets.Drafting.Import;

/// <summary>
/// The reference system of a file: what it says itself, or what the planner says of one that says nothing. It is never
/// guessed. VN-2000 goes through our own parameters, because PROJ picks another transformation inside Long An, 0.80 m off.
/// </summary>
/// <param name="Grid">A VN-2000 grid; null for degrees of WGS 84.</param>
sealed partial record ImportReference(Vn2000Zone? Grid)
{
    public const int Wgs84Code = 4326;

    public string Name => Grid is null ? "WGS 84 (EPSG:4326)" : $"{Grid.Name} (EPSG:{Grid.Srid})";

    /// <summary>From the field <c>crs</c> of the form: an EPSG code, with or without its prefix.</summary>
    public static ImportReference? Of(string? code)
    {
        if (string.IsNullOrWhiteSpace(code))
        {
            return null;
        }

        var digits = LastDigits().Match(code.Trim());
        var srid = digits.Success && code.Length < 60 && int.TryParse(digits.Value, CultureInfo.InvariantCulture, out var number) ? number : 0;
        return (srid, Vn2000Zone.Find(srid)) switch
        {
            (Wgs84Code or 84, _) => new((Vn2000Zone?)null),
            (_, { } grid) => new(grid),
            _ when Vn2000Zone.IsBroken(srid) => throw ImportLimits.Refuse(
                $"EPSG:{srid} đã bị hủy vì đảo trục đông và bắc; xin nêu lưới VN-2000 thay thế (Long An: 9210).",
                $"EPSG:{srid} was withdrawn because easting and northing are exchanged; name the VN-2000 grid that replaces it (Long An: 9210)."),
            _ => throw ImportLimits.Refuse(
                "“crs” phải là 4326 hoặc mã EPSG của một lưới VN-2000 (Long An: 9210).",
                "“crs” must be 4326 or the EPSG code of a VN-2000 grid (Long An: 9210)."),
        };
    }

    /// <summary>From OGC WKT 2 as ogrinfo prints it; null where the file says nothing.</summary>
    public static ImportReference? OfWkt(string wkt)
    {
        if (wkt.Length == 0 || wkt.Contains("(unknown)", StringComparison.Ordinal) || wkt.StartsWith("ENGCRS", StringComparison.Ordinal))
        {
            return null;
        }

        if (Vietnam().IsMatch(wkt))
        {
            var meridian = Number(Meridian().Match(wkt));
            var scale = Number(Scale().Match(wkt));
            return Vn2000Zone.All.FirstOrDefault(zone =>
                Math.Abs(zone.CentralMeridian - meridian) < 1e-6 && Math.Abs(zone.ScaleOnMeridian - scale) < 1e-9) is { } grid
                ? new(grid)
                : throw ImportLimits.Refuse(
                    "Tệp dùng một biến thể VN-2000 mà hệ thống không biết; xin xuất lại bằng lưới chuẩn (Long An: EPSG:9210).",
                    "The file is in a variant of VN-2000 that is not known here; export it again in a standard grid (Long An: EPSG:9210).");
        }

        return Degrees().IsMatch(wkt)
            ? new((Vn2000Zone?)null)
            : throw ImportLimits.Refuse(
                "Tệp không dùng WGS 84 hay VN-2000; xin chuyển hệ tọa độ rồi nạp lại.",
                "The file is neither in WGS 84 nor in VN-2000; convert it and import it again.");
    }

    /// <summary>The file's word goes; the planner's is needed where the file has none, and must not contradict it.</summary>
    public static ImportReference Choose(ImportReference? ofFile, ImportReference? asked)
    {
        if (ofFile is not null && asked is not null && ofFile != asked)
        {
            throw ImportLimits.Refuse(
                $"Tệp ghi hệ tọa độ {ofFile.Name}, khác với hệ đã chọn {asked.Name}.",
                $"The file says it is in {ofFile.Name}, other than the chosen {asked.Name}.");
        }

        return ofFile ?? asked ?? throw ImportQuestion.Reference();
    }

    static double Number(Match match) =>
        match.Success ? double.Parse(match.Groups[1].Value, NumberStyles.Float, CultureInfo.InvariantCulture) : double.NaN;

    [GeneratedRegex(@"\AGEOGCRS\[""(?:WGS 84""|unnamed"",\s*(?:DATUM|ENSEMBLE)\[""World Geodetic System 1984)")]
    private static partial Regex Degrees();

    [GeneratedRegex(@"\d{2,6}$")]
    private static partial Regex LastDigits();

    // MapInfo has no name for it: it states the ellipsoid and the translations of Decision 05/2007.
    [GeneratedRegex(@"VN[-_ ]?2000|Vietnam[ _]2000|MIF 9999,28,-191\.904\d*,-39\.303\d*,-111\.450\d*,", RegexOptions.IgnoreCase)]
    private static partial Regex Vietnam();

    [GeneratedRegex(@"""Longitude of natural origin"",([0-9.]+)")]
    private static partial Regex Meridian();

    [GeneratedRegex(@"""Scale factor at natural origin"",([0-9.]+)")]
    private static partial Regex Scale();
}

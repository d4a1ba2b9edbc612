using System.Globalization;
using LongAnGis.Web.Platform;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Valid;

namespace LongAnGis.Web.Investment;

/// <summary>
/// A part of the map that sites must lie in, as addresses have it: <c>bbox=west,south,east,north</c> for what is in view,
/// <c>within=lon,lat;lon,lat;…</c> for what was drawn. WGS 84 degrees.
/// </summary>
static class SiteArea
{
    const int MostCorners = 200;

    static readonly GeometryFactory Factory = new(new PrecisionModel(), 4326);

    public static Envelope? ReadView(string? text)
    {
        if (text is null)
            return null;

        return Numbers(text) is [var west, var south, var east, var north] && west < east && south < north && IsOnTheGlobe(west, south) && IsOnTheGlobe(east, north)
            ? new(west, east, south, north)
            : throw new RefusedException(Refusal.BadRequest(
                "Khung nhìn (bbox) là bốn số: tây,nam,đông,bắc theo độ WGS 84, ví dụ 106.3,10.5,106.7,10.9.",
                "The view (bbox) is four numbers: west,south,east,north in degrees of WGS 84, for example 106.3,10.5,106.7,10.9."));
    }

    public static Polygon? ReadDrawn(string? text)
    {
        if (text is null)
            return null;

        var corners = text.Split(';', MostCorners + 2).Select(Numbers).ToList();
        if (corners.Count is < 3 or > MostCorners || corners.Exists(corner => corner is not [var longitude, var latitude] || !IsOnTheGlobe(longitude, latitude)))
            throw Malformed();

        var ring = corners.Select(corner => new Coordinate(corner![0], corner[1])).ToList();
        if (!ring[0].Equals2D(ring[^1]))
            ring.Add(ring[0].Copy());
        var area = ring.Count >= 4 ? Factory.CreatePolygon([.. ring]) : throw Malformed();
        return new IsValidOp(area).IsValid ? area : throw new RefusedException(Refusal.BadRequest(
            "Vùng vẽ (within) tự cắt nhau hoặc không có diện tích; hãy vẽ lại.",
            "The drawn area (within) crosses itself or has no area; please draw it again."));
    }

    static RefusedException Malformed() => new(Refusal.BadRequest(
        $"Vùng vẽ (within) gồm 3 đến {MostCorners} điểm kinh độ,vĩ độ cách nhau bằng dấu chấm phẩy.",
        $"A drawn area (within) has 3 to {MostCorners} corners longitude,latitude with semicolons between them."));

    static double[]? Numbers(string text)
    {
        var numbers = text.Split(',', 6).Select(part =>
            double.TryParse(part, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : double.NaN).ToArray();
        return Array.TrueForAll(numbers, double.IsFinite) ? numbers : null;
    }

    static bool IsOnTheGlobe(double longitude, double latitude) => longitude is >= -180 and <= 180 && latitude is >= -90 and <= 90;
}

using LongAnGis.Core.Coordinates;
using LongAnGis.Core.Plans;
using NetTopologySuite.Geometries;

namespace LongAnGis.Core.Rules;

/// <summary>
/// R10: every coordinate is a finite longitude and latitude in Vietnam, and for plan content in the window of the map.
/// Where the numbers make sense when read otherwise (latitude first, or metres of a VN-2000 grid), that reading is offered.
/// </summary>
static class PlausiblePlace
{
    /// <summary>The grids whose metres people here paste by mistake, the province's own first.</summary>
    static readonly Vn2000Zone[] LikelyZones = [Vn2000Zone.LongAn, Vn2000Zone.FormerTayNinh, Vn2000Zone.SixDegrees48];

    public static Finding[]? Check(Sketch sketch, bool withinMapWindow)
    {
        var allowed = withinMapWindow ? Region.MapWindow : Region.Vietnam;
        var count = 0;
        foreach (var (part, ring, corners) in sketch.Rings)
        {
            for (var vertex = 0; vertex < corners.Length; vertex++)
            {
                var (longitude, latitude) = (corners[vertex].X, corners[vertex].Y);
                var address = new VertexAddress(part, ring, vertex);
                if (!double.IsFinite(longitude) || !double.IsFinite(latitude))
                {
                    return [NotANumber(address)];
                }

                count += allowed.Holds(new(latitude, longitude)) ? 0 : 1;
            }
        }

        return count == 0 ? null : [Misplaced(sketch, allowed)];
    }

    static Finding NotANumber(VertexAddress address) => new(Rule.R10, Severity.Error, new(
        $"{Corners.Name(address).Vi} không có tọa độ là số hữu hạn (NaN hoặc vô cực).",
        $"{Corners.Name(address).En} has no finite coordinate (NaN or infinity)."))
    {
        Vertex = address,
    };

    static Finding Misplaced(Sketch sketch, Region allowed)
    {
        var swapped = sketch.With(ring => [.. ring.Select(corner => new Coordinate(corner.Y, corner.X))]);
        if (Holds(allowed, swapped))
        {
            return Finding(sketch, allowed, new(
                "Kinh độ và vĩ độ bị đổi chỗ: đọc theo thứ tự ngược lại thì hình nằm đúng trên bản đồ. GeoJSON ghi kinh độ trước.",
                "Longitude and latitude are swapped: read the other way round, the geometry lies on the map. GeoJSON writes longitude first."),
                new Repair(new("Đổi chỗ kinh độ và vĩ độ", "Swap longitude and latitude"), [new(null, swapped.ToGeometryOrLines())]));
        }

        foreach (var zone in LikelyZones)
        {
            foreach (var northingFirst in new[] { false, true })
            {
                if (FromGrid(sketch, zone, northingFirst) is { } converted && Holds(allowed, converted))
                {
                    var name = CoordinateFormat.Name(zone);
                    return Finding(sketch, allowed, new(
                        $"Tọa độ là mét chứ không phải độ: có vẻ thuộc {name.Vi}. Hãy chuyển sang WGS 84; kiểm tra lại kinh tuyến trục trên giấy tờ vì sai kinh tuyến vẫn có thể rơi vào trong tỉnh.",
                        $"The coordinates are metres, not degrees: they seem to be {name.En}. Convert them to WGS 84, and compare the meridian with the paper, since a wrong one may still fall inside the province."),
                        new Repair(
                            new($"Đọc là {name.Vi} và chuyển đổi", $"Read as {name.En} and convert"),
                            [new(null, converted.ToGeometryOrLines())]));
                }
            }
        }

        return Finding(sketch, allowed, allowed == Region.Vietnam || !Holds(Region.Vietnam, sketch)
            ? new(
                "Hình nằm ngoài lãnh thổ Việt Nam. Hãy kiểm tra tọa độ: cần kinh độ, vĩ độ WGS 84 tính bằng độ.",
                "The geometry lies outside Vietnam. Check the coordinates: longitude and latitude on WGS 84 in degrees are asked for.")
            : new(
                "Hình nằm ngoài khung bản đồ của tỉnh (105,3–107,0° Đ; 10,2–11,9° B). Nếu tọa độ được đổi từ VN-2000, có thể sai kinh tuyến trục: Long An dùng 105°45′, Tây Ninh cũ 105°30′.",
                "The geometry lies outside the window of the province's map (105.3–107.0° E, 10.2–11.9° N). If it was converted from VN-2000, the central meridian may be wrong: Long An uses 105°45′, former Tây Ninh 105°30′."));
    }

    static Finding Finding(Sketch sketch, Region allowed, Bilingual message, Repair? repair = null)
    {
        var (part, ring, corners) = sketch.Rings.First(one => one.Corners.Any(corner => !Holds(allowed, corner)));
        var vertex = Array.FindIndex(corners, corner => !Holds(allowed, corner));
        var address = new VertexAddress(part, ring, vertex);
        return new(Rule.R10, Severity.Error, new(
            $"{message.Vi} ({Corners.Name(address).Vi}: {Corners.Written(corners[vertex], english: false)})",
            $"{message.En} ({Corners.Name(address).En}: {Corners.Written(corners[vertex], english: true)})"))
        {
            Vertex = address,
            Place = Holds(Region.World, corners[vertex]) ? Corners.Place(corners[vertex]) : null,
            Repairs = repair is null ? [] : [repair],
        };
    }

    static bool Holds(Region region, Coordinate corner) => region.Holds(new(Latitude: corner.Y, Longitude: corner.X));

    static bool Holds(Region region, Sketch sketch) =>
        sketch.Rings.All(ring => ring.Corners.All(corner => Holds(region, corner)));

    // Converting is dear and pointless when the first corner is already out.
    static Sketch? FromGrid(Sketch sketch, Vn2000Zone zone, bool northingFirst)
    {
        Coordinate Converted(Coordinate corner)
        {
            var position = zone.ToWgs84(northingFirst ? new(corner.X, corner.Y) : new(Northing: corner.Y, Easting: corner.X));
            return new(position.Longitude, position.Latitude);
        }

        var first = sketch.Parts[0][0][0];
        var looksLikeMetres = Math.Max(Math.Abs(first.X), Math.Abs(first.Y)) is > 100_000 and < 3_000_000;
        return looksLikeMetres && Holds(Region.Vietnam, Converted(first)) ? sketch.With(ring => [.. ring.Select(Converted)]) : null;
    }
}

using LongAnGis.Core.Coordinates;
using LongAnGis.Core.Plans;

namespace LongAnGis.Core.Lookup;

/// <summary>A point in the frame that was asked for.</summary>
/// <param name="North">Northing in metres, or latitude in degrees.</param>
/// <param name="East">Easting in metres, or longitude in degrees.</param>
public sealed record ConvertedPoint(StatedPoint Stated, ReferenceFrame Frame, double North, double East);

/// <summary>Points carried from one frame to others, by way of WGS 84 and the seven parameters of <see cref="Vn2000"/>.</summary>
/// <param name="From">What the numbers were read in.</param>
/// <param name="Outside">Lines whose points fall outside Vietnam, which is told: a wrong meridian is the usual reason.</param>
public sealed record ConvertedPoints(ReferenceFrame From, IReadOnlyList<ConvertedPoint> Points, IReadOnlyList<int> Outside)
{
    /// <summary>Metres mean nothing without their grid, and a wrong one is often 27 km off and still inside the province.</summary>
    public static Bilingual NeedsMeridian { get; } = new(
        "Tọa độ tính bằng mét: hãy chọn kinh tuyến trục ghi trên giấy; không đoán thay được.",
        "The coordinates are metres: choose the central meridian that the paper names; it cannot be guessed.");

    public static Bilingual NeedsTarget { get; } = new(
        "Bảng có nhiều điểm: hãy chọn hệ tọa độ cần đổi sang.", "The table has several points: choose what to convert them to.");

    /// <summary>Converts, or says which lines stand in the way.</summary>
    /// <param name="from">Null for degrees, which need no choice.</param>
    /// <param name="to">Null for every frame, of a single point.</param>
    public static ConvertedPoints? Of(PointTable table, ReferenceFrame? from, ReferenceFrame? to, out IReadOnlyList<Bilingual> refusals)
    {
        refusals = Refusals(table, from, to);
        if (refusals.Count > 0)
            return null;

        var source = from ?? ReferenceFrame.Wgs84;
        var placed = table.Points.Select(point => (Point: point, Place: source.Place(point.North, point.East))).ToList();
        IReadOnlyList<ReferenceFrame> targets = to is null ? [.. ReferenceFrame.All.Where(frame => frame != source)] : [to];
        return new(
            source,
            [.. placed.SelectMany(one => targets.Select(target => Carried(one.Point, one.Place, target)))],
            [.. placed.Where(one => !Region.Vietnam.Holds(one.Place)).Select(one => one.Point.Row)]);
    }

    static ConvertedPoint Carried(StatedPoint point, Wgs84Position place, ReferenceFrame target)
    {
        var (north, east) = target.Locate(place);
        return new(point, target, north, east);
    }

    static IReadOnlyList<Bilingual> Refusals(PointTable table, ReferenceFrame? from, ReferenceFrame? to)
    {
        if (table.Faults.Count > 0)
            return [.. table.Faults.Select(fault => fault.Message)];
        if (table.Points.Count == 0)
            return [new("Chưa thấy tọa độ nào trong văn bản.", "There are no coordinates in the text.")];
        if (to is null && table.Points.Count > 1)
            return [NeedsTarget];
        if (from is null && table.Points.FirstOrDefault(point => !point.IsDegrees) is not null)
            return [NeedsMeridian];

        var isDegrees = from?.IsDegrees ?? true;
        return [.. table.Points.Where(point => point.IsDegrees != isDegrees).Take(5).Select(point => Misfit(point, isDegrees))];
    }

    static Bilingual Misfit(StatedPoint point, bool isDegrees) => isDegrees
        ? new($"Dòng {point.Row} viết bằng mét, không phải độ.", $"Line {point.Row} is written in metres, not degrees.")
        : new($"Dòng {point.Row} viết bằng độ, không phải mét.", $"Line {point.Row} is written in degrees, not metres.");
}

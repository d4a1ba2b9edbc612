using System.Globalization;
using LongAnGis.Core.Coordinates;
using LongAnGis.Core.Text;

namespace LongAnGis.Core.Lookup;

/// <summary>A point as a line of a table states it.</summary>
/// <param name="Row">Line of the text, from 1.</param>
/// <param name="North">Northing in metres, or latitude in degrees.</param>
/// <param name="East">Easting in metres, or longitude in degrees.</param>
/// <param name="IsDegrees">Whether the line is written in degrees.</param>
public sealed record StatedPoint(int Row, string Name, double North, double East, bool IsDegrees);

/// <summary>
/// Points that are to be converted, one a line: a name or none, then degrees (decimal, or with minutes and seconds) or metres of
/// a grid. Which number is north is seen from its size: in Vietnam northings begin at 900 km and eastings end there, latitudes
/// stay below 24° and longitudes above 102°.
/// </summary>
/// <param name="Faults">Lines that hold figures but no point; a table with any is refused.</param>
public sealed record PointTable(IReadOnlyList<StatedPoint> Points, IReadOnlyList<TableFault> Faults)
{
    public const int MostPoints = 5_000;

    const string AngleMarks = "°º˚'′’\"″”";

    const double LeastNorthing = 900_000, LeastLongitude = 90;

    /// <summary>What a text states; nothing in it is corrected.</summary>
    public static PointTable Read(string text)
    {
        List<StatedPoint> points = [];
        List<TableFault> faults = [];
        var row = 0;
        foreach (var line in VietnameseText.Canonical(text.TrimStart('\uFEFF')).ReplaceLineEndings("\n").Split('\n'))
        {
            row++;
            var bare = line.Replace('\u00A0', ' ').TrimEnd();
            if (IsSilent(bare))
                continue;
            if (points.Count == MostPoints)
                return new([], [new(row, new($"Bảng có hơn {MostPoints} điểm; hãy chia nhỏ.", $"The table has more than {MostPoints} points; part it."))]);
            if (Point(row, bare, points.Count + 1) is { } point)
                points.Add(point);
            else
                faults.Add(Fault(row, bare));
        }

        return new(points, faults);
    }

    // A heading names axes, a title has no figures: neither is a point.
    static bool IsSilent(string line) =>
        !line.Any(char.IsAsciiDigit) || (TableHeading.Read(TableCells.Split(line, out _)) is not null && TablePair.Scan(TableCells.Split(line, out _)).Count == 0);

    static StatedPoint? Point(int row, string line, int number)
    {
        var unnamed = number.ToString(CultureInfo.InvariantCulture);
        if (line.Any(AngleMarks.Contains))
            return OfAngles(row, unnamed, line) ?? (FirstGap(line) is > 0 and var gap ? OfAngles(row, line[..gap].Trim(), line[(gap + 1)..]) : null);

        return TablePair.Scan(TableCells.Split(line, out _)) is [var pair] ? Of(row, pair.Name ?? unnamed, pair.First, pair.Second) : null;
    }

    static int FirstGap(string line) => line.AsSpan().IndexOfAny(" \t;");

    static StatedPoint? OfAngles(int row, string name, string angles)
    {
        if (CoordinateToken.Split(angles) is not { } tokens || AngleText.Read(tokens) is not [var first, var second])
            return null;

        return (first.Axis, second.Axis) switch
        {
            (AngleText.Axis.Latitude, AngleText.Axis.Latitude) or (AngleText.Axis.Longitude, AngleText.Axis.Longitude) => null,
            (AngleText.Axis.Latitude, _) or (_, AngleText.Axis.Longitude) => new(row, name, first.Degrees, second.Degrees, IsDegrees: true),
            (AngleText.Axis.Longitude, _) or (_, AngleText.Axis.Latitude) => new(row, name, second.Degrees, first.Degrees, IsDegrees: true),
            _ => Of(row, name, first.Degrees, second.Degrees),
        };
    }

    static StatedPoint? Of(int row, string name, double first, double second)
    {
        var areDegrees = TableCells.IsDegrees(first) && TableCells.IsDegrees(second);
        var isFirstLarger = first >= (areDegrees ? LeastLongitude : LeastNorthing);
        var isSecondLarger = second >= (areDegrees ? LeastLongitude : LeastNorthing);
        if (isFirstLarger == isSecondLarger)
            return null;

        // The larger number is the longitude of degrees, and the northing of metres.
        return isFirstLarger == areDegrees ? new(row, name, second, first, areDegrees) : new(row, name, first, second, areDegrees);
    }

    static TableFault Fault(int row, string line)
    {
        var shown = line.Trim() is { Length: > 60 } text ? text[..60] + "…" : line.Trim();
        return new(row, new(
            $"Dòng {row} không đọc được thành một điểm: “{shown}”. Mỗi dòng cần X và Y tính bằng mét, hoặc vĩ độ và kinh độ.",
            $"Line {row} cannot be read as a point: “{shown}”. A line takes X and Y in metres, or latitude and longitude."));
    }
}

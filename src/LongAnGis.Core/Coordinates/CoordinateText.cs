using System.Globalization;
using LongAnGis.Core.Plans;

namespace LongAnGis.Core.Coordinates;

/// <summary>
/// Understands coordinates that somebody types or pastes into the search box: WGS 84 in decimal degrees or degrees,
/// minutes and seconds, VN-2000 metres, or the national code of a parcel, with Vietnamese or English separators and letters. Numbers that make sense in
/// more than one way get a reading each, said in words; an exchanged pair is read and said to be exchanged.
/// </summary>
/// <remarks>Refuses nothing but EPSG:6956-6959; a text without coordinates simply has no readings.</remarks>
public static class CoordinateText
{
    /// <summary>Longer texts are not coordinates of one point.</summary>
    const int LongestText = 120;

    static readonly HashSet<string> Noise =
        ["vn", "wgs", "m", "met", "toa", "do", "ktt", "kt", "truc", "va", "and", "mui", "utm", "tm"];

    static readonly Dictionary<string, CoordinateAxis> Labels = new()
    {
        ["x"] = CoordinateAxis.PaperX,
        ["y"] = CoordinateAxis.PaperY,
        ["n"] = CoordinateAxis.North,
        ["b"] = CoordinateAxis.North,
        ["bac"] = CoordinateAxis.North,
        ["north"] = CoordinateAxis.North,
        ["northing"] = CoordinateAxis.North,
        ["lat"] = CoordinateAxis.North,
        ["latitude"] = CoordinateAxis.North,
        ["vi"] = CoordinateAxis.North,
        ["e"] = CoordinateAxis.East,
        ["d"] = CoordinateAxis.East,
        ["dong"] = CoordinateAxis.East,
        ["east"] = CoordinateAxis.East,
        ["easting"] = CoordinateAxis.East,
        ["lon"] = CoordinateAxis.East,
        ["lng"] = CoordinateAxis.East,
        ["long"] = CoordinateAxis.East,
        ["longitude"] = CoordinateAxis.East,
        ["kinh"] = CoordinateAxis.East,
    };

    public static CoordinateAnswer Read(string text)
    {
        if (ParcelCode.Parse(text) is { } code && text.Any(char.IsAsciiDigit))
            return new([OfCode(code)]);

        if (text.Length > LongestText || CoordinateToken.Split(text) is not { Count: > 0 } tokens)
            return CoordinateAnswer.None;

        var srid = TakeEpsg(tokens);
        if (srid is { } broken && Vn2000Zone.IsBroken(broken))
            return new([], Broken(broken));

        TakeNames(tokens);
        if (AngleText.Read(tokens) is [var first, var second])
            return new(CoordinatePair.OfAngles(first, second));

        var zone = srid is { } known ? Vn2000Zone.Find(known) : TakeMeridian(tokens);
        return Pairs(tokens)
            .Select(pair => pair.Readings(zone, IsExact(text)))
            .FirstOrDefault(readings => readings.Length > 0) is { } found
            ? new(found)
            : CoordinateAnswer.None;
    }

    static CoordinateReading OfCode(ParcelCode code) => new(
        code.Middle,
        null,
        new(
            $"Mã định danh thửa đất {code} (GeoHash, WGS 84): {CoordinateFormat.Wgs84(code.Middle, english: false)}",
            $"Parcel code {code} (GeoHash, WGS 84): {CoordinateFormat.Wgs84(code.Middle, english: true)}"),
        Exchanged: false);

    /// <summary>The pairs of numbers that the tokens can be: two, one to be split at a comma, or more that are groups.</summary>
    static IEnumerable<CoordinatePair> Pairs(List<CoordinateToken> tokens)
    {
        var numbers = new List<string>();
        var labels = new List<CoordinateAxis>();
        var labelled = new List<int>();
        foreach (var token in tokens)
        {
            if (token.Kind == CoordinateTokenKind.Number)
            {
                numbers.Add(token.Text);
            }
            else if (token.Kind == CoordinateTokenKind.Word && Labels.TryGetValue(token.Text, out var axis))
            {
                labels.Add(axis);
                labelled.Add(numbers.Count);
            }
            else if (token.Kind != CoordinateTokenKind.Word || !Noise.Contains(token.Text))
            {
                return [];
            }
        }

        var (one, other) = labels is [var a, var b] ? (a, b) : (CoordinateAxis.Unsaid, CoordinateAxis.Unsaid);
        if (labels.Count is not 0 and not 2 || numbers.Count is 0 or > 8)
            return [];
        if (numbers.Count == 1)
            return AtEachComma(numbers[0], one, other);

        // A label that stands between the numbers says where the first one ends: X 1 164 915 Y 572 400, or 10.5 N 106.4 E.
        var between = labelled.Find(at => at > 0 && at < numbers.Count);
        var ends = between > 0 ? [between] : Enumerable.Range(1, numbers.Count - 1);
        var all = numbers.ToArray();
        return ends.SelectMany(end => Pair(NumberText.Values(all.AsSpan(0, end)), NumberText.Values(all.AsSpan(end)), one, other));
    }

    static IEnumerable<CoordinatePair> AtEachComma(string typed, CoordinateAxis one, CoordinateAxis other) =>
        Enumerable.Range(0, typed.Length)
            .Where(at => typed[at] == ',')
            .SelectMany(at => Pair(NumberText.Values(typed[..at]), NumberText.Values(typed[(at + 1)..]), one, other));

    static IEnumerable<CoordinatePair> Pair(
        IEnumerable<double> firsts, IEnumerable<double> seconds, CoordinateAxis one, CoordinateAxis other) =>
        firsts.SelectMany(first => seconds.Select(second => new CoordinatePair(first, one, second, other)));

    /// <summary>Whole small numbers are house numbers and road names more often than degrees: those need a decimal.</summary>
    static bool IsExact(string text) =>
        text.AsSpan().IndexOfAny('.', ',', '°') >= 0;

    static int? TakeEpsg(List<CoordinateToken> tokens)
    {
        var at = tokens.FindIndex(token => token is { Kind: CoordinateTokenKind.Word, Text: "epsg" });
        if (at < 0 || at + 1 >= tokens.Count
            || !int.TryParse(tokens[at + 1].Text, NumberStyles.None, CultureInfo.InvariantCulture, out var code))
        {
            return null;
        }

        tokens.RemoveRange(at, 2);
        return code;
    }

    /// <summary>Takes "VN-2000" and "WGS 84" out, whose digits are no coordinates, and "kinh tuyến", which is no "kinh độ".</summary>
    static void TakeNames(List<CoordinateToken> tokens)
    {
        for (var i = tokens.Count - 2; i >= 0; i--)
        {
            if ((tokens[i].Text, tokens[i + 1].Text) is ("vn", "2000") or ("wgs", "84") or ("kinh", "tuyen"))
                tokens.RemoveRange(i, 2);
        }
    }

    /// <summary>Takes a central meridian out, such as 105°45′, and gives its three-degree grid.</summary>
    static Vn2000Zone? TakeMeridian(List<CoordinateToken> tokens)
    {
        var at = tokens.FindIndex(token => token.Kind == CoordinateTokenKind.Degree) - 1;
        if (at < 0 || tokens[at].Kind != CoordinateTokenKind.Number)
            return null;

        var minutes = at + 3 < tokens.Count && tokens[at + 3].Kind == CoordinateTokenKind.Minute ? tokens[at + 2].Text : "00";
        var meridian = $"{tokens[at].Text}°{minutes}′";
        var zone = Vn2000Zone.All.FirstOrDefault(zone => zone.MeridianText == meridian && zone.ScaleOnMeridian == 0.9999);
        if (zone is not null)
            tokens.RemoveRange(at, minutes == "00" && !(at + 3 < tokens.Count) ? 2 : Math.Min(4, tokens.Count - at));
        return zone;
    }

    static Bilingual Broken(int code) => new(
        $"Mã EPSG:{code} đã bị hủy vì ghi nhầm gốc tọa độ đông và bắc; hãy cho biết kinh tuyến trục.",
        $"EPSG:{code} was withdrawn because its false easting and northing are exchanged; say the central meridian instead.");
}

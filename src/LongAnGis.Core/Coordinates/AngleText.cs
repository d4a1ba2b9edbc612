namespace LongAnGis.Core.Coordinates;

/// <summary>Reads angles as people type them: 10°32′0.12″N, 106°24,798′ Đ, B 10° 32′, 10.5333°.</summary>
static class AngleText
{
    internal enum Axis
    {
        Unsaid,
        Latitude,
        Longitude,
    }

    internal readonly record struct Angle(double Degrees, Axis Axis);

    /// <summary>The angles that make up the whole of the tokens; null when anything else stands between them.</summary>
    internal static List<Angle>? Read(List<CoordinateToken> tokens)
    {
        var angles = new List<Angle>();
        var before = tokens is [{ Kind: CoordinateTokenKind.Word }, ..];
        for (var i = 0; i < tokens.Count;)
        {
            var (axis, sign) = before ? Hemisphere(tokens, ref i) : (Axis.Unsaid, 1);
            if (Degrees(tokens, ref i) is not { } degrees)
                return null;

            if (!before)
                (axis, sign) = Hemisphere(tokens, ref i);
            angles.Add(new(sign * degrees, axis));
        }

        return angles;
    }

    static double? Degrees(List<CoordinateToken> tokens, ref int i)
    {
        if (Part(tokens, ref i, CoordinateTokenKind.Degree) is not { } degrees)
            return null;

        var minutes = Part(tokens, ref i, CoordinateTokenKind.Minute);
        var seconds = minutes is null ? null : Part(tokens, ref i, CoordinateTokenKind.Second);
        if (minutes is < 0 or >= 60 || seconds is < 0 or >= 60)
            return null;

        return Math.CopySign(Math.Abs(degrees) + ((minutes ?? 0) / 60) + ((seconds ?? 0) / 3600), degrees);
    }

    static double? Part(List<CoordinateToken> tokens, ref int i, CoordinateTokenKind mark)
    {
        // Two minute marks are a second mark to those who type on a telephone.
        var doubled = mark == CoordinateTokenKind.Second && i + 2 < tokens.Count
            && tokens[i + 1].Kind == CoordinateTokenKind.Minute && tokens[i + 2].Kind == CoordinateTokenKind.Minute;
        if (i + 1 >= tokens.Count || tokens[i].Kind != CoordinateTokenKind.Number
            || (tokens[i + 1].Kind != mark && !doubled))
        {
            return null;
        }

        var values = NumberText.Values(tokens[i].Text).ToArray();
        i += doubled ? 3 : 2;
        return values.Length > 0 ? values[0] : null;
    }

    static (Axis Axis, int Sign) Hemisphere(List<CoordinateToken> tokens, ref int i)
    {
        if (i >= tokens.Count || tokens[i].Kind != CoordinateTokenKind.Word)
            return (Axis.Unsaid, 1);

        // A lone N is north in every language here: Vietnam has no southern latitudes, and "nam" is written out.
        (Axis Axis, int Sign) side = tokens[i].Text switch
        {
            "n" or "b" or "bac" or "north" or "lat" => (Axis.Latitude, 1),
            "s" or "nam" or "south" => (Axis.Latitude, -1),
            "e" or "d" or "dong" or "east" or "lon" or "lng" or "long" => (Axis.Longitude, 1),
            "w" or "t" or "tay" or "west" => (Axis.Longitude, -1),
            _ => (Axis.Unsaid, 1),
        };
        i += side.Axis == Axis.Unsaid ? 0 : 1;
        return side;
    }
}

using System.Text.RegularExpressions;

namespace LongAnGis.Core.Osm;

/// <summary>
/// A road's number as signs have it: QL.62, ĐT.830, CT.01. Mappers write the same road as "QL62", "ql 62" or "QL.62", and
/// put several numbers in one tag where roads run together.
/// </summary>
public static partial class RoadNumber
{
    /// <summary>Kinds of number, the one that a road is best known by first: expressways, national, provincial, … roads.</summary>
    static readonly string[] Kinds = ["CT", "QL", "ĐT", "TL", "ĐH", "HL"];

    /// <summary>More numbers than this on one way are a mistake.</summary>
    const int Most = 4;

    /// <summary>The numbers in a <c>ref</c> tag, the best known first, each once.</summary>
    public static IReadOnlyList<string> Parse(string? tag)
    {
        if (TagText.Clean(tag) is not { } text)
            return [];

        return
        [
            .. text.Split([';', ',', '/'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(Written)
                .Distinct(StringComparer.Ordinal)
                .OrderBy(Rank)
                .Take(Most),
        ];
    }

    /// <summary>True for numbers that no two roads of the map share, however far apart their parts lie.</summary>
    public static bool IsUnique(string number) => Kind(number) is "CT" or "QL" or "ĐT";

    static string Written(string number)
    {
        var match = Pattern().Match(number.ToUpperInvariant());
        if (!match.Success)
            return number;

        var kind = match.Groups["kind"].Value switch
        {
            "DT" => "ĐT",
            "DH" => "ĐH",
            var other => other,
        };
        // Asian Highways carry no dot: AH1.
        return kind + (kind == "AH" ? "" : ".") + match.Groups["number"].Value;
    }

    static string Kind(string number)
    {
        var dot = number.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 ? number[..dot] : "";
    }

    static int Rank(string number)
    {
        var rank = Array.IndexOf(Kinds, Kind(number));
        return rank >= 0 ? rank : number.StartsWith("AH", StringComparison.Ordinal) ? Kinds.Length + 1 : Kinds.Length;
    }

    [GeneratedRegex(@"^(?<kind>\p{Lu}{2,3})[ .\-]*(?<number>[0-9]{1,4}[A-ZĐ]{0,2}[0-9]?)$", RegexOptions.NonBacktracking)]
    private static partial Regex Pattern();
}

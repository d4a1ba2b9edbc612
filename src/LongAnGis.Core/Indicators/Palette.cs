using LongAnGis.Core.Plans;

namespace LongAnGis.Core.Indicators;

/// <summary>
/// Colours for classes, sRGB hex, from the lowest class to the highest. Neighbours stay apart for readers without red, green or
/// blue cones, and every colour is drawn with <see cref="Outline"/>, since the lightest are too pale for 3 : 1 on paper.
/// </summary>
/// <remarks>
/// YlGnBu and PuOr are those of ColorBrewer 2 (Cynthia Brewer, Apache License 2.0), except where their neighbours come closer than
/// nine steps of CIEDE2000 in a simulation of colour blindness: some of YlGnBu 6 and 7, and the light purple of PuOr 7.
/// </remarks>
public static class Palette
{
    /// <summary>The line round every fill on paper; in the dark theme the pale one.</summary>
    public const string Outline = "#3B4A50", OutlineOnDark = "#C9D3D6";

    /// <summary>Behind the hatch of what has no data.</summary>
    public const string Missing = "#E4E6E3", MissingOnDark = "#26323A";

    const string Ink = "#16232B", White = "#FFFFFF", Black = "#000000";

    /// <summary>What WCAG 2.2 asks for text (AA).</summary>
    const double Readable = 4.5;

    static readonly string[][] YlGnBu =
    [
        ["#41B6C4"],
        ["#A1DAB4", "#2C7FB8"],
        ["#EDF8B1", "#7FCDBB", "#2C7FB8"],
        ["#FFFFCC", "#A1DAB4", "#41B6C4", "#225EA8"],
        ["#FFFFCC", "#A1DAB4", "#41B6C4", "#2C7FB8", "#253494"],
        ["#FFFFE5", "#B5E0B0", "#7FCDBB", "#31A5C2", "#2C7FB8", "#253494"],
        ["#FFFFE5", "#B5E0B0", "#7FCDBB", "#31A5C2", "#1E82B9", "#225EA8", "#0C2C84"],
    ];

    static readonly string[][] PuOr =
    [
        ["#F7F7F7"],
        ["#F1A340", "#998EC3"],
        ["#F1A340", "#F7F7F7", "#998EC3"],
        ["#E66101", "#FDB863", "#B2ABD2", "#5E3C99"],
        ["#E66101", "#FDB863", "#F7F7F7", "#B2ABD2", "#5E3C99"],
        ["#B35806", "#F1A340", "#FEE0B6", "#D8DAEB", "#998EC3", "#542788"],
        ["#B35806", "#F1A340", "#FEE0B6", "#F7F7F7", "#CBC6E2", "#998EC3", "#542788"],
    ];

    // Blue grows to the right, gold downwards; where both are high they make near-black.
    static readonly string[][] BlueGold =
    [
        ["#F3F3F3", "#B4D3E1", "#509DC2"],
        ["#F3E6B3", "#B3B3B3", "#376387"],
        ["#F3B300", "#B36600", "#16232B"],
    ];

    /// <summary>From little (pale yellow) to much (dark blue).</summary>
    public static IReadOnlyList<string> Sequential(int classes) => Of(YlGnBu, classes);

    /// <summary>From below the plan (orange) over on it (near white) to above (purple).</summary>
    public static IReadOnlyList<string> Diverging(int classes) => Of(PuOr, classes);

    /// <summary>The palette that fits how the classes were made.</summary>
    public static IReadOnlyList<string> For(ClassificationMethod method, int classes) =>
        method == ClassificationMethod.ByTarget ? Diverging(classes) : Sequential(classes);

    /// <summary>Two indicators at once: the class of the first to the right, of the second downwards, each 0 to 2.</summary>
    public static string Bivariate(int first, int second) => BlueGold[second][first];

    /// <summary>The ink that is read on a colour with 4.5 : 1 or more. Between black and white one always is.</summary>
    public static string InkOn(string colour) =>
        Colour.Contrast(colour, Ink) >= Readable ? Ink : Colour.Contrast(colour, White) >= Readable ? White : Black;

    static string[] Of(string[][] palette, int classes) => classes is >= 1 and <= Classification.MostClasses
        ? palette[classes - 1]
        : throw new ArgumentOutOfRangeException(nameof(classes), classes, $"1 to {Classification.MostClasses} classes");
}

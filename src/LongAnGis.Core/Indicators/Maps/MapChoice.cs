namespace LongAnGis.Core.Indicators.Maps;

/// <summary>How figures are drawn: shaded by class, as circles whose area is the value, or shaded by two indicators at once.</summary>
public enum MapMode { Classes, Circles, Bivariate }

/// <summary>What a reader chose for the map of an indicator; the defaults where nothing was chosen.</summary>
/// <param name="Breaks">Only for <see cref="ClassificationMethod.Manual"/>.</param>
public sealed record MapChoice(MapMode Mode, ClassificationMethod Method, int Classes, IReadOnlyList<double> Breaks)
{
    /// <summary>Fewer classes say little, more are not told apart.</summary>
    public const int FewestClasses = 3, MostClasses = Classification.MostClasses, DefaultClasses = 5;

    public static MapChoice For(Indicator indicator) =>
        new(DefaultMode(indicator), ClassificationMethod.Quantile, DefaultClasses, []);

    /// <summary>A total shaded by area would show how large the areas are; it is drawn as circles.</summary>
    public static MapMode DefaultMode(Indicator indicator) => indicator.IsTotal ? MapMode.Circles : MapMode.Classes;

    static readonly (MapMode Mode, string Code)[] Modes =
        [(MapMode.Classes, "classes"), (MapMode.Circles, "circles"), (MapMode.Bivariate, "bivariate")];

    static readonly (ClassificationMethod Method, string Code)[] Methods =
    [
        (ClassificationMethod.Quantile, "quantile"), (ClassificationMethod.EqualInterval, "equal"),
        (ClassificationMethod.NaturalBreaks, "natural"), (ClassificationMethod.ByTarget, "target"), (ClassificationMethod.Manual, "manual"),
    ];

    public static MapMode? ParseMode(string code) =>
        Array.FindIndex(Modes, pair => pair.Code == code) is >= 0 and var found ? Modes[found].Mode : null;

    public static ClassificationMethod? ParseMethod(string code) =>
        Array.FindIndex(Methods, pair => pair.Code == code) is >= 0 and var found ? Methods[found].Method : null;

    public static string Code(MapMode mode) => Array.Find(Modes, pair => pair.Mode == mode).Code;

    public static string Code(ClassificationMethod method) => Array.Find(Methods, pair => pair.Method == method).Code;
}

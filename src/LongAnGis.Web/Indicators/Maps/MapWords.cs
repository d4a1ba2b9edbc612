using LongAnGis.Core.Indicators;
using LongAnGis.Core.Indicators.Areas;
using LongAnGis.Core.Indicators.Maps;
using LongAnGis.Web.Platform;

namespace LongAnGis.Web.Indicators.Maps;

/// <summary>How a value that is not simply recorded is drawn: estimates dotted, what has no value hatched, sums like any other.</summary>
enum OriginTexture { Plain, Dotted, Hatched }

/// <param name="Count">Of regions; over several periods of regions in each.</param>
sealed record OriginLine(OriginTexture Texture, string Words, int Count);

/// <summary>What a map and its legend say, the same on screen and on paper.</summary>
static class MapWords
{
    /// <summary>What is mapped: one indicator, or two.</summary>
    public static string Title(IndicatorMap map, Language language) => map.Picture.Second is { } second
        ? $"{map.Indicator.Name.In(language.IsEnglish)} × {second.Name.In(language.IsEnglish)}"
        : map.Indicator.Name.In(language.IsEnglish);

    /// <summary>What stands by a class of the legend.</summary>
    public static string Class(IndicatorMap map, int index, Language language) =>
        map.Picture.Classes!.Words(index, Math.Max(map.Indicator.Decimals, 1)).In(language.IsEnglish);

    /// <summary>By what the hatch is explained.</summary>
    public static string Missing(IndicatorMap map, Language language) => map.Picture.Second is null
        ? language.Say("không có số liệu", "no figure")
        : language.Say("thiếu ít nhất một số liệu", "one figure or both missing");

    /// <summary>
    /// The lines of a legend below its classes: how many values are estimates or exact sums, how many regions nothing can be
    /// carried to, and how many have no figure. Kinds that there are none of are left out, but one line always explains the hatch.
    /// </summary>
    public static IReadOnlyList<OriginLine> Origins(IndicatorMap map, IReadOnlyList<PicturePeriod> periods, Language language)
    {
        OriginLine Line(CarryLabel label, OriginTexture texture) =>
            new(texture, label.Words(map.Indicator.Transfer).In(language.IsEnglish), periods.Sum(period => period.Count(label)));
        var missing = new OriginLine(OriginTexture.Hatched, Missing(map, language), periods.Sum(period => period.Missing.Count - period.Refused.Count));
        List<OriginLine> lines =
            [Line(CarryLabel.Estimated, OriginTexture.Dotted), Line(CarryLabel.ExactSum, OriginTexture.Plain), Line(CarryLabel.Refused, OriginTexture.Hatched), missing];
        return [.. lines.Where(line => line.Count > 0 || (line == missing && lines[2].Count == 0))];
    }

    public static OriginTexture Texture(DrawnFigure drawn) => drawn.Label == CarryLabel.Estimated ? OriginTexture.Dotted : OriginTexture.Plain;

    /// <summary>The unit, and how classes or circles were made of the values.</summary>
    public static string Method(IndicatorMap map, Language language) => map.Picture.Choice.Mode switch
    {
        MapMode.Circles => language.Say(
            $"{map.Indicator.Unit.Vi}. Diện tích hình tròn tỷ lệ với giá trị.", $"{map.Indicator.Unit.In(true)}. The area of a circle is proportional to the value."),
        MapMode.Bivariate => language.Say("Mỗi chiều ba phân vị, chung ngưỡng cho mọi kỳ.", "Three quantiles each, the same breaks for all periods."),
        _ => $"{map.Indicator.Unit.In(language.IsEnglish)}. {map.Picture.Classes!.MethodWords.In(language.IsEnglish)}{Centre(map, language)}{Shared(map, language)}.",
    };

    /// <summary>Which way the two indicators of a map grow in its legend.</summary>
    public static string Axes(IndicatorMap map, Language language)
    {
        string Said(Indicator one) => $"{one.Name.In(language.IsEnglish)} ({one.Unit.In(language.IsEnglish)})";
        return language.Say(
            $"Ngang, sang phải tăng: {Said(map.Indicator)}. Dọc, lên trên tăng: {Said(map.Picture.Second!)}.",
            $"Across: {Said(map.Indicator)}. Up: {Said(map.Picture.Second!)}.");
    }

    static string? Centre(IndicatorMap map, Language language) =>
        map.Picture.Choice.Method == ClassificationMethod.ByTarget && map.Target is { } target
            ? $" {target.Words(map.Indicator).In(language.IsEnglish)} ({target.Years})"
            : null;

    static string? Shared(IndicatorMap map, Language language)
    {
        var span = $"{map.Picture.Periods.Select(one => one.Period).FirstOrDefault()}–{map.Picture.Periods.Select(one => one.Period).LastOrDefault()}";
        return map.Picture.Periods.Count > 1 ? language.Say($", chung ngưỡng cho {span}", $", the same breaks for {span}") : null;
    }

    /// <summary>The period with its highest and lowest region.</summary>
    public static string Ends(IndicatorMap map, Language language)
    {
        var byValue = map.Shown.Drawn.OrderByDescending(drawn => drawn.Figure.Value).ToList();
        var period = map.Shown.Period.Words.In(language.IsEnglish);
        string Said(int index) =>
            $"{byValue[index].Region.Name.In(language.IsEnglish)} ({CarryWords.WithUnit(map.Indicator, byValue[index].Figure, language.IsEnglish)})";
        var sentence = byValue.Count == 1
            ? $"{period}: {Said(0)}"
            : language.Say($"{period}: cao nhất {Said(0)}, thấp nhất {Said(byValue.Count - 1)}", $"{period}: highest {Said(0)}, lowest {Said(byValue.Count - 1)}");
        return char.ToUpper(sentence[0], language.Culture) + sentence[1..];
    }
}

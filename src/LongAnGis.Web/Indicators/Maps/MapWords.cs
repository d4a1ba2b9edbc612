using LongAnGis.Web.Platform;

namespace LongAnGis.Web.Indicators.Maps;

/// <summary>What a map shows, in a sentence.</summary>
static class MapWords
{
    /// <summary>The period with its highest and lowest region.</summary>
    public static string Ends(IndicatorMap map, Language language)
    {
        var byValue = map.Shown.Drawn.OrderByDescending(drawn => drawn.Figure.Value).ToList();
        var period = map.Shown.Period.Words.In(language.IsEnglish);
        string Said(int index) =>
            $"{byValue[index].Region.Name.In(language.IsEnglish)} ({map.Indicator.WithUnit(byValue[index].Figure.Value, language.IsEnglish)})";
        var sentence = byValue.Count == 1
            ? $"{period}: {Said(0)}"
            : language.Say($"{period}: cao nhất {Said(0)}, thấp nhất {Said(byValue.Count - 1)}", $"{period}: highest {Said(0)}, lowest {Said(byValue.Count - 1)}");
        return char.ToUpper(sentence[0], language.Culture) + sentence[1..];
    }
}

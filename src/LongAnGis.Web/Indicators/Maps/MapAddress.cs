using LongAnGis.Core.Indicators;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Shell;

namespace LongAnGis.Web.Indicators.Maps;

/// <summary>Where the picture of an indicator is for the map client. The period is no part of it while all periods are in it.</summary>
static class MapAddress
{
    /// <summary>The parameters of a page that decide what its picture holds.</summary>
    static readonly string[] Deciding =
    [
        FigureRequest.RegionsParameter, MapRequest.ModeParameter, MapRequest.MethodParameter, MapRequest.ClassesParameter,
        MapRequest.BreaksParameter, MapRequest.SecondParameter,
    ];

    public static string Of(Links links, Language language, Indicator indicator, params IEnumerable<(string Name, string? Value)> parameters) =>
        links.Data(indicator.Path + "/map.json", parameters.Append(("lang", language.Code)));

    /// <summary>The picture of the page that is shown.</summary>
    public static string Here(Links links, Language language, IndicatorMap map)
    {
        var kept = links.PageParameters.Where(pair => Deciding.Contains(pair.Key)).Select(pair => (pair.Key, (string?)pair.Value));
        // Quarters and months come in windows round the one on show, and a year without figures must be in its picture.
        var isInside = map.Shown.Period.Kind == PeriodKind.Year && map.Picture.In(map.Shown.Period) is not null;
        return Of(links, language, map.Indicator, isInside ? kept : kept.Append((FigureRequest.PeriodParameter, map.Shown.Period.ToString())));
    }
}

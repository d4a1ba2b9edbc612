using LongAnGis.Core.Plans;
using LongAnGis.Web.Plans;

namespace LongAnGis.Web.Styles;

/// <summary>
/// One line of a legend: a class (and, in a layer that is drawn by status, one status of it) as the map draws it, on the
/// light and on the dark map, and how many there are.
/// </summary>
public sealed record LegendClass(string? Value, LandStatus? Status, Bilingual? Label, Appearance Looks, Appearance LooksDark, long Count);

/// <summary>
/// Lists the classes of a layer that the map shows at this moment. It resolves the same symbol record as
/// <see cref="PlanStyle"/>, so the two cannot disagree; a class whose features are mostly indicative is drawn so here too.
/// </summary>
public static class Legend
{
    public static IReadOnlyList<LegendClass> Of(Symbol symbol, LayerTally tally)
    {
        var light = symbol.Classes(dark: false);
        var dark = symbol.Classes(dark: true);
        var named = light.Select(one => one.Value).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var lines = new List<LegendClass>();

        for (var i = 0; i < light.Count; i++)
        {
            var value = light[i].Value;
            var own = tally.Parts.Where(part => value is null
                ? part.Value is null || !named.Contains(part.Value)
                : part.Value == value);
            foreach (var alike in own.GroupBy(part => LandStatuses.Find(part.Status)).OrderBy(alike => alike.Key))
            {
                var count = alike.Sum(part => part.Count);
                var isIndicative = alike.Where(part => part.Quality == Quality.Indicative).Sum(part => part.Count) * 2 > count;
                Appearance Drawn(Appearance looks) => isIndicative ? looks.As(alike.Key).Indicative() : looks.As(alike.Key);
                if (count > 0)
                    lines.Add(new(
                        value, symbol.Status is null ? null : alike.Key, light[i].Label, Drawn(light[i].Looks), Drawn(dark[i].Looks), count));
            }
        }

        // A layer without content still shows what its features will look like.
        return lines.Count > 0 ? lines : [new(null, null, null, light[^1].Looks, dark[^1].Looks, 0)];
    }
}

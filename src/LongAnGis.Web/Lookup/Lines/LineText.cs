using LongAnGis.Core.Lookup;
using LongAnGis.Web.Platform;

namespace LongAnGis.Web.Lookup.Lines;

/// <summary>Lengths and places along a line in words, the same on the page and on paper.</summary>
static class LineText
{
    /// <summary>More stretches of one thing, or crossings with it, are not told one by one to people.</summary>
    const int MostTold = 6;

    public static string Metres(double metres, Language language) => metres < 10_000
        ? LookupText.Figure(metres, language) + " m"
        : (metres / 1000).ToString("#,0.000", language.Culture) + " km";

    public static string Stretches(IReadOnlyList<Stretch> stretches, Language language) =>
        Joined(stretches, stretch => $"{Km(stretch.FromMetres, language)}–{Km(stretch.ToMetres, language)}");

    public static string Places(IReadOnlyList<double> atMetres, Language language) => Joined(atMetres, at => Km(at, language));

    /// <summary>A place along the line as road plans write it: Km 3+250.</summary>
    static string Km(double metres, Language language)
    {
        var whole = (long)Math.Round(metres);
        return string.Create(language.Culture, $"Km {whole / 1000}+{whole % 1000:000}");
    }

    static string Joined<T>(IReadOnlyList<T> all, Func<T, string> tell) =>
        string.Join("; ", all.Take(MostTold).Select(tell)) + (all.Count > MostTold ? "; …" : null);
}

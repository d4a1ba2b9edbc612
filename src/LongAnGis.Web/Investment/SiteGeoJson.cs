using System.Buffers;
using System.Text.Json;
using LongAnGis.Core.Investment;
using LongAnGis.Core.Investment.Suitability;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Investment.Suitability;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Styles;

namespace LongAnGis.Web.Investment;

/// <summary>The selected sites that have a place, as GeoJSON points with the symbol that the map client paints for them.</summary>
static class SiteGeoJson
{
    public const string ContentType = "application/geo+json";

    /// <param name="weights">What the sites are ranked by: symbols then bear the colour of their grade. None leaves their own.</param>
    public static byte[] Write(FoundSites found, Language language, IReadOnlyCollection<Weight> weights)
    {
        var grades = SuitabilityRanking.Rank(found.Selection.Sites, weights).ToDictionary(ranked => ranked.Site.Key, ranked => ranked.Grade);
        var buffer = new ArrayBufferWriter<byte>(64 << 10);
        var symbols = new SiteSymbols(found.Layers);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("type", "FeatureCollection");
            json.WriteStartArray("features");
            foreach (var site in found.Selection.Sites)
            {
                if (site.Place is { } place)
                    WriteSite(json, site, place.Longitude, place.Latitude, symbols.Of(site, grades.TryGetValue(site.Key, out var grade) ? SuitabilityRequest.Colours[grade] : null), language);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    static void WriteSite(Utf8JsonWriter json, Site site, double longitude, double latitude, string symbol, Language language)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteNumber("id", site.Id);
        json.WriteStartObject("geometry");
        json.WriteString("type", "Point");
        json.WriteStartArray("coordinates");
        json.WriteNumberValue(Math.Round(longitude, 6));
        json.WriteNumberValue(Math.Round(latitude, 6));
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartObject("properties");
        json.WriteString("layer", site.Layer);
        json.WriteString("code", site.Code);
        json.WriteString("name", site.Name.In(language.IsEnglish));
        json.WriteString("symbol", symbol);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}

/// <summary>Names of the symbols that sites have in their own layers.</summary>
sealed class SiteSymbols(Layers layers)
{
    readonly Dictionary<(string Layer, string? Value, bool IsIndicative, string? Colour), string> known = [];

    /// <param name="colour">The fill instead of the symbol's own; null leaves that.</param>
    public string Of(Site site, string? colour)
    {
        var layer = layers.Find(site.Layer)!;
        var value = layer.Symbol.By?.Attribute switch
        {
            "status" => site.Status,
            "sector" => site.Sector,
            _ => null,
        };
        var key = (site.Layer, value, site.IsIndicative, colour);
        if (!known.TryGetValue(key, out var name))
        {
            var looks = Looks(layer, value, site.IsIndicative);
            known[key] = name = ImageName.Symbol(colour is null ? looks : looks with { Colour = colour, Outline = GradedOutline });
        }

        return name;
    }

    // The palest grade would be lost on paper without it.
    const string GradedOutline = "#3B4A50";

    static Appearance Looks(Layer layer, string? value, bool isIndicative)
    {
        var classes = layer.Symbol.Classes(dark: false);
        var looks = (classes.FirstOrDefault(one => one.Value is not null && one.Value == value) ?? classes[^1]).Looks;
        return isIndicative ? looks.Indicative() : looks;
    }
}

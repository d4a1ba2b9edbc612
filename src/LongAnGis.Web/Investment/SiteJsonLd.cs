using System.Text.Json;
using System.Text.Json.Nodes;
using LongAnGis.Web.Platform;

namespace LongAnGis.Web.Investment;

/// <summary>A site in schema.org's words. Coordinates are told only where the place is known better than a symbol in a commune.</summary>
static class SiteJsonLd
{
    public static string Write(SiteSheet sheet, string address, string summary, Language language)
    {
        var feature = sheet.Placed.Feature;
        var place = new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "Place",
            ["@id"] = address,
            ["url"] = address,
            ["name"] = feature.Name.Vi,
            ["identifier"] = feature.Code,
            ["description"] = summary,
            ["inLanguage"] = language.Code,
        };
        if (feature.Name.En is { } english)
            place["alternateName"] = english;
        if (sheet.Site is { } site)
        {
            place["address"] = new JsonObject
            {
                ["@type"] = "PostalAddress",
                ["addressLocality"] = SiteWords.Where(site),
                ["addressCountry"] = "VN",
            };
            if (site is { Place: { } known, IsIndicative: false })
                place["geo"] = new JsonObject { ["@type"] = "GeoCoordinates", ["latitude"] = known.Latitude, ["longitude"] = known.Longitude };
            place["additionalProperty"] = new JsonArray([.. SiteNumbers.Told(site, language).Select(one => new JsonObject
            {
                ["@type"] = "PropertyValue",
                ["name"] = one.Label.In(language.IsEnglish),
                ["value"] = one.Text,
            })]);
        }

        // The default encoder writes < > & as escapes, so that no name can end the element it stands in.
        return place.ToJsonString(JsonSerializerOptions.Default);
    }
}

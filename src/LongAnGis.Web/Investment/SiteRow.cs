using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using LongAnGis.Core.Coordinates;
using LongAnGis.Core.Investment;
using LongAnGis.Core.Text;
using LongAnGis.Web.Plans;

namespace LongAnGis.Web.Investment;

/// <summary>Makes a site of a feature: the attributes of four layers in the words that an investor compares by.</summary>
static class SiteRow
{
    /// <param name="row">A row of <c>Sites.sql</c>.</param>
    public static Site Read(DbDataReader row)
    {
        var layer = row.GetString(1);
        var facts = JsonElement.Parse(row.GetString(5));
        var districts = Places(Text(facts, "district") ?? Text(facts, "districts"));
        var communes = Places(Text(facts, "commune_2025"));
        var developer = Text(facts, "developer") ?? Text(facts, "responsible_body");
        var status = Text(facts, "status");
        var occupancy = Number(facts, "occupancy_pct");
        Wgs84Position? place = row.IsDBNull(8) ? null : new(row.GetDouble(8), row.GetDouble(9));
        return new(
            row.GetInt64(0), layer, row.GetString(2), row.GetBilingual(3),
            Sector(layer, facts), status, SiteStages.OfStatus(status), Text(facts, "record_kind") == "component", row.GetBoolean(6),
            districts, communes, developer,
            Number(facts, "area_ha"), Free(facts, occupancy), occupancy, Text(facts, "occupancy_as_of"),
            Rent.Read(Text(facts, "rent_usd_m2")), Number(facts, "investment_bn_vnd"),
            YearSpan.Read(Text(facts, "period") ?? Text(facts, "year")),
            place, Distances(place, row.Find<double>(10), row.Find<double>(11)),
            Searched(row.GetString(7), developer, districts, communes));
    }

    /// <summary>
    /// Land that can be let, in hectares: as stated; else nothing where all is let; else the industrial land times the part that is
    /// not let. Unknown when either is.
    /// </summary>
    static decimal? Free(JsonElement facts, decimal? occupancyPct) =>
        Number(facts, "free_ha") ?? occupancyPct switch
        {
            null => null,
            >= 100 => 0,
            { } let => Number(facts, "industrial_land_ha") * (100 - let) / 100,
        };

    static string Sector(string layer, JsonElement facts) => layer switch
    {
        SiteLayers.Projects => Text(facts, "sector") ?? "",
        SiteLayers.EconomicZones => Site.EconomicZone,
        _ => Site.Industry,
    };

    static double[] Distances(Wgs84Position? place, double? expresswayMetres, double? borderGateMetres)
    {
        if (place is not { } from)
            return [];

        var distances = Destinations.Straight(from);
        distances[Destinations.IndexOf(Destinations.Find(Destinations.Expressway)!)] = expresswayMetres ?? double.NaN;
        distances[Destinations.IndexOf(Destinations.Find(Destinations.BorderGate)!)] = borderGateMetres ?? double.NaN;
        return distances;
    }

    static string Searched(string searchText, string? developer, params IEnumerable<IReadOnlyList<NamedPlace>> places) =>
        string.Join(" | ", places.SelectMany(list => list).Select(place => place.Code.Replace('-', ' '))
            .Prepend(VietnameseText.Fold(developer ?? "")).Prepend(searchText));

    static List<NamedPlace> Places(string? names) =>
        [.. (names ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(name => new NamedPlace(VietnameseText.Slug(name), name)).DistinctBy(place => place.Code)];

    static string? Text(JsonElement facts, string key) => facts.TryGetProperty(key, out var value) ? value.ValueKind switch
    {
        JsonValueKind.String when value.GetString() is { Length: > 0 } text => text,
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    } : null;

    static decimal? Number(JsonElement facts, string key) =>
        Text(facts, key) is { } text && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}

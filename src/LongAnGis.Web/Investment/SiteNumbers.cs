using System.Globalization;
using System.Text.Json;
using LongAnGis.Core.Investment;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Platform;

namespace LongAnGis.Web.Investment;

/// <summary>The numbers of a site as people read them. A figure that changes is never shown without its day, or the word that none is known.</summary>
static class SiteNumbers
{
    /// <summary>What stands on a card and in a comparison; only what is stated.</summary>
    public static IEnumerable<(Bilingual Label, string Text)> Told(Site site, Language language)
    {
        if (site.AreaHa is { } area)
            yield return (new("Diện tích", "Area"), Number(area, language) + " ha");
        if (site.FreeHa is { } free)
            yield return (new("Còn cho thuê", "To let"), Free(free, site, language));
        if (site.OccupancyPct is { } occupancy)
            yield return (new("Lấp đầy", "Occupancy"), Number(occupancy, language) + " %" + AsOf(site.OccupancyAsOf, language));
        if (site.Rent is { } rent)
            yield return (new("Giá thuê", "Rent"), Rent(rent, language));
        if (site.CapitalBnVnd is { } capital)
            yield return (new("Vốn đầu tư", "Investment"), Number(capital, language) + language.Say(" tỷ đồng", " bn VND"));
    }

    /// <summary>
    /// What an investor asks first, in the order in which it is asked; null where no source answers. What may change carries its day.
    /// </summary>
    public static IEnumerable<(string Question, string? Answer)> Answers(Site site, JsonElement facts, Language language)
    {
        yield return (language.Say("Đất còn cho thuê", "Land still to let"), site.FreeHa is { } free ? Free(free, site, language) : null);
        yield return (language.Say("Giá thuê cả thời hạn", "Rent for the whole term"), site.Rent is { } rent ? Rent(rent, language) : null);
        yield return (language.Say("Thời hạn đất đến", "Land term until"), Stated(facts, "term_until") is { } until ? CalendarDay.Parse(until) is { } day ? AttributeText.Date(day) : until : null);
        yield return (language.Say("Tỷ lệ lấp đầy", "Occupancy"),
            site.OccupancyPct is { } occupancy ? Number(occupancy, language) + " %" + AsOf(site.OccupancyAsOf, language) : null);
        yield return (language.Say("Điện", "Power"), Stated(facts, "power"));
        yield return (language.Say("Cấp nước", "Water"), Stated(facts, "water_supply"));
        yield return (language.Say("Xử lý nước thải", "Wastewater treatment"), Stated(facts, "wastewater_m3_day") is { } capacity
            ? language.Say($"{capacity} m³/ngày (không rõ thời điểm)", $"{capacity} m³ a day (date not known)") : null);
        yield return (language.Say("Phí quản lý", "Management fee"), Stated(facts, "management_fee"));
        yield return (language.Say("Ưu đãi", "Incentives"), Stated(facts, "incentives"));
    }

    /// <summary>A sentence for search engines and link previews.</summary>
    public static string Summary(SiteSheet sheet, Language language)
    {
        var parts = new List<string> { sheet.Layer.Name.In(language.IsEnglish) };
        if (sheet.Site is { } site)
        {
            parts.Add(site.Stage.Name().In(language.IsEnglish));
            parts.AddRange(site.Districts.Take(2).Select(place => place.Name));
            parts.AddRange(Told(site, language).Select(one => $"{one.Label.In(language.IsEnglish)} {one.Text}"));
            if (site.DistanceKm(0) is { } kilometres)
                parts.Add(language.Say($"cách TP.HCM {Kilometres(kilometres, language)} đường chim bay", $"{Kilometres(kilometres, language)} straight from HCMC"));
        }

        return string.Join(" · ", parts);
    }

    static string? Stated(JsonElement facts, string key) => facts.TryGetProperty(key, out var value) ? value.ValueKind switch
    {
        JsonValueKind.String when value.GetString() is { Length: > 0 } text => text,
        JsonValueKind.Number when value.TryGetDecimal(out var number) => number.ToString("#,0.##", CultureInfo.InvariantCulture),
        _ => null,
    } : null;

    public static string Free(decimal hectares, Site site, Language language) =>
        "≈ " + Number(Math.Round(hectares, hectares < 10 ? 1 : 0), language) + " ha" + AsOf(site.OccupancyAsOf, language);

    public static string Rent(Rent rent, Language language) => (rent switch
    {
        { High: null } => language.Say("từ ", "from ") + Number(rent.Low, language),
        { High: { } high } when high == rent.Low => Number(high, language),
        { High: { } high } => $"{Number(rent.Low, language)}–{Number(high, language)}",
    }) + " USD/m²" + AsOf(rent.AsOf, language);

    /// <summary>The day of a figure in brackets; a figure without one is not passed off as today's.</summary>
    public static string AsOf(string? day, Language language) => day is null
        ? language.Say(" (không rõ thời điểm)", " (date not known)")
        : $" ({(language.IsEnglish ? Bilingual.Of(day).In(english: true) : Bilingual.Of(day).Vi)})";

    public static string Kilometres(double kilometres, Language language) =>
        kilometres.ToString(kilometres < 10 ? "0.0" : "0", language.Culture) + " km";

    public static string Number(decimal number, Language language) => AttributeText.Number(number, language.IsEnglish);

    public static string Invariant(decimal? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}

using System.Globalization;
using LongAnGis.Core.Investment;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Shell;
using NetTopologySuite.Geometries;

namespace LongAnGis.Web.Investment;

/// <summary>Addresses of the investors' pages and of what their map draws.</summary>
static class SiteLinks
{
    public const string Search = "/invest";

    /// <summary>The one page that others may show inside of theirs.</summary>
    public const string Embed = Search + "/embed";

    public static string Path(Site site) => Path(site.Key);

    public static string Path(SiteKey key) => $"{Search}/{key}";

    /// <summary>
    /// Where the map finds exactly the sites that a search selects. The moment is spelled out, so that the answer may be kept for
    /// ever and a publication leads to another address.
    /// </summary>
    public static string MapData(Links links, Language language, PointInTime moment) =>
        AtMoment(links.PageParameters.Where(pair => SiteRequest.Decides(pair.Key)), language, moment);

    /// <summary>Where the map finds these sites.</summary>
    public static string MapData(IEnumerable<Site> sites, Language language, PointInTime moment) =>
        AtMoment([new(SiteRequest.OnlyParameter, string.Join(',', sites.Select(site => site.Key)))], language, moment);

    /// <summary>West, south, east, north in WGS 84 around the sites that have a place; null when none has.</summary>
    public static string? Extent(IEnumerable<Site> sites)
    {
        var box = new Envelope();
        foreach (var site in sites)
        {
            if (site.Place is { } place)
                box.ExpandToInclude(place.Longitude, place.Latitude);
        }

        box.ExpandBy(MarginDegrees);
        return box.IsNull ? null : string.Create(
            CultureInfo.InvariantCulture, $"{box.MinX:0.#####},{box.MinY:0.#####},{box.MaxX:0.#####},{box.MaxY:0.#####}");
    }

    const double MarginDegrees = 0.02;

    static string AtMoment(IEnumerable<KeyValuePair<string, string>> parameters, Language language, PointInTime moment) => Links.To(
        Language.Vietnamese, Search + "/sites.geojson",
        parameters.Concat([
            new("lang", language.Code), new(AskedTime.PlanParameter, moment.Plan), new(AskedTime.AsOfParameter, CalendarDay.Write(moment.AsOf)),
            new(AskedTime.KnownAtParameter, KnownAt.After(moment.Revision).ToString()),
        ]));
}

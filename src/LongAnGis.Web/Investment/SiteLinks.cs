using LongAnGis.Core.Investment;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Shell;

namespace LongAnGis.Web.Investment;

/// <summary>Addresses of the investors' pages and of what their map draws.</summary>
static class SiteLinks
{
    public const string Search = "/invest";

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

    static string AtMoment(IEnumerable<KeyValuePair<string, string>> parameters, Language language, PointInTime moment) => Links.To(
        Language.Vietnamese, Search + "/sites.geojson",
        parameters.Concat([
            new("lang", language.Code), new(AskedTime.PlanParameter, moment.Plan), new(AskedTime.AsOfParameter, CalendarDay.Write(moment.AsOf)),
            new(AskedTime.KnownAtParameter, KnownAt.After(moment.Revision).ToString()),
        ]));
}

using LongAnGis.Core.Investment;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Shell;

namespace LongAnGis.Web.Investment;

/// <summary>What a request asks of the sites, and what the sites of its moment answer.</summary>
public sealed record FoundSites(PointInTime Moment, Layers Layers, SiteRequest Request, SiteCatalogue Catalogue, SiteSelection Selection);

/// <summary>
/// Searches for whoever shows sites. List, map, embedded map and picture all ask here, so that they cannot disagree.
/// </summary>
public sealed class SiteSearch(AskedMoment asked, KnownSites known)
{
    public async Task<FoundSites> Find(IQueryCollection query)
    {
        var moment = await asked.Time();
        var layers = await asked.Layers();
        var request = SiteRequest.Read(query, SiteWords.Sectors(layers).Keys.ToList());
        var catalogue = await known.At(moment, asked.Cancellation);
        return new(moment, layers, request, catalogue, catalogue.Search(request.Filter, request.Order));
    }
}

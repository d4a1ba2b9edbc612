using LongAnGis.Core.Investment;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Platform;
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
        if ((request.Filter.ByRoad || request.Order.IsByRoad) && !catalogue.HasRoads)
            throw new RefusedException(Refusal.BadRequest(
                "Chưa nạp mạng đường nào nên chưa lọc hay sắp xếp theo đường đi được; hãy dùng đường chim bay (bỏ by=road, near-road).",
                "No network of roads was imported, so sites cannot be filtered or ordered along the roads; use straight distances (leave out by=road, near-road)."));
        return new(moment, layers, request, catalogue, catalogue.Search(request.Filter, request.Order));
    }
}

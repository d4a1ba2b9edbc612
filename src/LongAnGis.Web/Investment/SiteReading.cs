using LongAnGis.Core.Coordinates;
using LongAnGis.Core.Investment;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Investment.Roads;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Plans.Features;
using LongAnGis.Web.Plans.Instruments;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Shell;

namespace LongAnGis.Web.Investment;

/// <summary>All that the page and the brochure of a site say: both are written from this, so that they agree.</summary>
/// <param name="Site">Null when the feature is not in force on the asked day.</param>
/// <param name="Roads">Measured along the newest network of roads; null when none was imported, or the reader asks what was known on another day.</param>
public sealed record SiteSheet(
    PointInTime Moment,
    Plans.Layer Layer,
    Layers Layers,
    PlacedFeature Placed,
    Site? Site,
    FeatureReference? Successor,
    Instrument? Instrument,
    IReadOnlyList<Overlap> Overlaps,
    IReadOnlyList<FigureAround> Figures,
    IReadOnlyList<(Site Site, double Kilometres)> Alternatives,
    SiteRoads? Roads)
{
    /// <summary>The sites that the map shows beside each other: this one and its alternatives.</summary>
    public IEnumerable<Site> Shown => Alternatives.Select(one => one.Site).Prepend(Site!);
}

/// <summary>Gathers what is known of one site.</summary>
public sealed class SiteReading(
    AskedMoment asked, KnownSites known, FeatureById features, FeatureReferences references, InstrumentRegister instruments,
    FeatureSurroundings surroundings, PeopleAround people, RoadDistances roads)
{
    const int MostAlternatives = 5;

    public static RefusedException NotASite => new(Refusal.NotFound(
        "Không có khu hay dự án nào ở địa chỉ này tại thời điểm đang xem. Trang Đầu tư liệt kê những nơi đang có.",
        "There is no site at this address at the moment you look at. The page Invest lists those there are."));

    /// <summary>Null when the layer has no such feature at the moment.</summary>
    public async Task<SiteSheet?> Find(SiteKey key)
    {
        var moment = await asked.Time();
        var layers = await asked.Layers();
        if (layers.Find(key.Layer) is not { } layer || await features.Find(key.Layer, key.Id, moment, asked.Cancellation) is not { } placed)
            return null;

        var catalogue = await known.At(moment, asked.Cancellation);
        var site = catalogue.Find(key);
        var successor = placed.Feature.SuccessorId is { } next ? await references.ById(next, moment, asked.Cancellation) : null;
        var district = site?.Districts is [var first, ..] ? first.Name : null;
        return new(
            moment, layer, layers, placed, site, successor,
            await instruments.Find(placed.Feature.Instrument, asked.Cancellation),
            await surroundings.Overlaps(placed.Feature, moment, asked.Cancellation),
            district is null ? [] : await people.In(district, moment, asked.Cancellation),
            site is null ? [] : Nearest(catalogue, site),
            site is null || moment.IsPastKnowledge ? null : await roads.Of(site, asked.Cancellation));
    }

    // Of the same use, where something can still be had or built; the nearest first.
    static List<(Site, double)> Nearest(SiteCatalogue catalogue, Site site)
    {
        if (site.Place is not { } here)
            return [];

        return [.. catalogue.Sites
            .Where(other => other.Sector == site.Sector && other.Id != site.Id && other.Stage != SiteStage.Stopped && other.Place is not null)
            .Select(other => (other, Kilometres: GeodesicMeasure.DistanceMetres(here, other.Place!.Value) / 1000))
            .OrderBy(one => one.Kilometres).Take(MostAlternatives)];
    }
}

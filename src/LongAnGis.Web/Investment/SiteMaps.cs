using LongAnGis.Core.Coordinates;
using LongAnGis.Core.Investment;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Maps;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Platform;
using NetTopologySuite.Geometries;
using SkiaSharp;

namespace LongAnGis.Web.Investment;

/// <summary>Draws sites on the land, for pictures and paper: the chosen ones and no others.</summary>
public sealed class SiteMaps(MapFeatures features)
{
    /// <summary>Indicative places do not bear a larger scale than this.</summary>
    const double LargestScale = 75_000;

    static readonly string[] Ground = ["sea", "neighbours", "province", "communes", "waterways", "roads"];

    /// <summary>What draws it; null when none of the sites has a place, or a past state of knowledge is asked about, which these maps do not know.</summary>
    /// <param name="named">True for few sites, whose names are written.</param>
    public async Task<Action<SKCanvas>?> Prepare(
        IReadOnlyCollection<Site> sites, SKSize size, PointInTime moment, Layers layers, Language language, bool named, CancellationToken cancellation)
    {
        var places = sites.Where(site => site.Place is not null).ToList();
        if (places.Count == 0 || moment.IsPastKnowledge)
            return null;

        var ground = new Envelope();
        foreach (var site in places)
            ground.ExpandToInclude(Vn2000Zone.LongAn.GeometryFromWgs84(new Point(site.Place!.Value.Longitude, site.Place.Value.Latitude) { SRID = 4326 }).Coordinate);
        var sheet = MapSheet.Showing(ground, size, places.Count == 1 ? LargestScale * 2 : LargestScale);
        // Only public layers are asked for: whoever looks at the picture may be anybody.
        var shown = layers.InDrawingOrder.Select(layer => layer.Code).Where(code => Ground.Contains(code) || SiteLayers.All.Contains(code)).ToList();
        var chosen = places.Select(site => site.Id).ToHashSet();
        var drawn = (await features.Published(sheet, shown, moment, cancellation))
            .Where(feature => !SiteLayers.All.Contains(feature.Layer) || (feature.Id is { } id && chosen.Contains(id))).ToList();
        var accents = !named ? [] : drawn.Where(feature => SiteLayers.All.Contains(feature.Layer))
            .Select(feature => new MapAccent(feature.GridMetres, feature.Name.In(language.IsEnglish), AccentKind.Subject)).ToList();
        return canvas => new MapPicture(sheet, layers, language).Draw(canvas, drawn, accents);
    }
}

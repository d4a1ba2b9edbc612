using LongAnGis.Core.Plans;
using LongAnGis.Web.Platform;

namespace LongAnGis.Web.Lookup;

/// <summary>The answer for programs: what the page says, figures unrounded.</summary>
static class LookupJson
{
    public static object Of(StatedParcel stated, ParcelAnswer answer, Language language) => new
    {
        understood = new
        {
            srid = stated.Reading.Frame.Srid,
            northFirst = stated.Reading.NorthFirst,
            exchanged = stated.Reading.IsExchanged,
            meaning = stated.Reading.Meaning.In(language.IsEnglish),
            others = stated.Others.Select(other => new { srid = other.Frame.Srid, northFirst = other.NorthFirst, latitude = other.Middle.Latitude, longitude = other.Middle.Longitude }),
            remarks = stated.Remarks.Select(remark => new { row = remark.Row, message = remark.Message.In(language.IsEnglish) }),
        },
        plan = answer.Moment.Plan,
        asOf = CalendarDay.Write(answer.Moment.AsOf),
        revision = answer.Moment.Revision,
        measuredOn = stated.Shape.Zone.Srid,
        areaSquareMetres = answer.AreaSquareMetres,
        perimeterMetres = stated.Shape.PerimeterMetres,
        layers = answer.Measured.Select(layer => new
        {
            layer = layer.Layer,
            features = layer.Overlay.Parts.Select(part => new
            {
                id = part.Thing.Id,
                code = part.Thing.Code,
                name = part.Thing.Name.Vi,
                nameEn = part.Thing.Name.En,
                inForceFrom = Day(part.Thing.InForceFrom),
                inForceUntil = Day(part.Thing.InForceUntil),
                areaSquareMetres = part.AreaSquareMetres,
                share = part.AreaSquareMetres / answer.AreaSquareMetres,
            }),
            uncoveredSquareMetres = layer.Overlay.Rest.Area,
            slivers = layer.Overlay.Slivers,
        }),
        met = answer.Met.Select(met => new { layer = met.Layer, id = met.Id, name = met.Name.Vi, nameEn = met.Name.En, indicative = met.IsIndicative }),
        nearest = answer.Nearest.Select(near => new { layer = near.Layer, id = near.Id, name = near.Name.Vi, indicative = near.IsIndicative, distanceMetres = near.DistanceMetres }),
        notice = LookupText.Disclaimer.In(language.IsEnglish),
    };

    static string? Day(DateOnly? day) => day is { } known ? CalendarDay.Write(known) : null;
}

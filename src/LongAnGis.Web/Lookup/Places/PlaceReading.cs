using LongAnGis.Core.Plans;
using NetTopologySuite.Geometries;

namespace LongAnGis.Web.Lookup.Places;

/// <summary>Gathers what is told of a place beside the features there.</summary>
public sealed class PlaceReading(PendingAmendments pending, UnitFigures figures, SinceDay since)
{
    /// <param name="units">Districts and communes there, the largest part first.</param>
    /// <param name="now">What speaks there at the moment.</param>
    /// <param name="onDay">Asks what spoke there on another day, as it is known at the moment.</param>
    /// <param name="day">The day that changes are told since; null for none.</param>
    public async Task<PlaceTold> Of(
        Geometry placeWgs84, IEnumerable<FeatureMet> units, IEnumerable<FeatureMet> now, Func<PointInTime, Task<IEnumerable<FeatureMet>>> onDay,
        PointInTime moment, DateOnly? day, CancellationToken cancellation) => new(
            await pending.Over(placeWgs84, moment, cancellation),
            await figures.Of(units, moment, cancellation),
            day is { } known
                ? await since.Of(placeWgs84, known, await onDay(moment with { AsOf = known }), now, moment, cancellation)
                : null);
}

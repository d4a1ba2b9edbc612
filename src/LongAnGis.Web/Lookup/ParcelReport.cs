using LongAnGis.Core.Plans;
using LongAnGis.Web.Lookup.Places;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Plans.Instruments;

namespace LongAnGis.Web.Lookup;

/// <summary>All that is told of a parcel: the page, the extract and the answer for programs say this and nothing else.</summary>
/// <param name="Then">The answer at the moment when the parcel was asked about.</param>
/// <param name="Now">The answer at the moment that is shown.</param>
/// <param name="Bases">The instruments on which what was found rests.</param>
/// <param name="Place">Pending amendments, figures of its units, and changes since a day.</param>
public sealed record ParcelReport(
    ParcelLookup Lookup, StatedParcel Stated, ParcelAnswer Then, ParcelAnswer Now, IReadOnlyList<Instrument> Bases, PlaceTold Place, Layers Layers)
{
    /// <summary>What speaks here now and did not when it was asked, and the reverse.</summary>
    public (IReadOnlyList<FeatureMet> Came, IReadOnlyList<FeatureMet> Went) Changes { get; } = LookupText.Differences(Then.Speaking, Now.Speaking);
}

/// <summary>Gathers what is told of a parcel.</summary>
public sealed class ParcelReports(
    LookupRegister register, ParcelAnswers answers, InstrumentRegister instruments, PlaceReading places, SinceDay since)
{
    /// <param name="sinceDay">The day that changes are told since, as the address writes it; null for none.</param>
    /// <exception cref="Platform.RefusedException">404 when nothing was asked under this address, 400 when the day is none to compare with.</exception>
    public async Task<ParcelReport> Of(Guid id, PointInTime moment, Layers layers, string? sinceDay, CancellationToken cancellation)
    {
        var lookup = await register.Find(id, cancellation);
        var day = since.Read(sinceDay, moment.AsOf);
        var stated = StatedParcel.Of(lookup);
        var now = await answers.Of(stated.Shape, moment, cancellation);
        // The same plan, day and publication have the same answer for ever.
        var then = moment with { Asked = lookup.Asked.Asked } == lookup.Asked ? now : await answers.Of(stated.Shape, lookup.Asked, cancellation);
        var bases = await LookupText.Bases(now.Speaking, layers, instruments, cancellation);
        var place = await places.Of(
            stated.Shape.Wgs84, now.LiesIn, now.Speaking, async other => (await answers.Of(stated.Shape, other, cancellation)).Speaking, moment, day, cancellation);
        return new(lookup, stated, then, now, bases, place, layers);
    }
}

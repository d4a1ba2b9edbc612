using LongAnGis.Core.Plans;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Plans.Instruments;

namespace LongAnGis.Web.Lookup;

/// <summary>All that is told of a parcel: the page, the extract and the answer for programs say this and nothing else.</summary>
/// <param name="Then">The answer at the moment when the parcel was asked about.</param>
/// <param name="Now">The answer at the moment that is shown.</param>
/// <param name="Bases">The instruments on which what was found rests.</param>
public sealed record ParcelReport(
    ParcelLookup Lookup, StatedParcel Stated, ParcelAnswer Then, ParcelAnswer Now, IReadOnlyList<Instrument> Bases, Layers Layers)
{
    /// <summary>What speaks here now and did not when it was asked, and the reverse.</summary>
    public (IReadOnlyList<FeatureMet> Came, IReadOnlyList<FeatureMet> Went) Changes { get; } = LookupText.Differences(Then, Now);
}

/// <summary>Gathers what is told of a parcel.</summary>
public sealed class ParcelReports(LookupRegister register, ParcelAnswers answers, InstrumentRegister instruments)
{
    /// <exception cref="Platform.RefusedException">404 when nothing was asked under this address.</exception>
    public async Task<ParcelReport> Of(Guid id, PointInTime moment, Layers layers, CancellationToken cancellation)
    {
        var lookup = await register.Find(id, cancellation);
        var stated = StatedParcel.Of(lookup);
        var now = await answers.Of(stated.Shape, moment, cancellation);
        // The same plan, day and publication have the same answer for ever.
        var then = moment with { Asked = lookup.Asked.Asked } == lookup.Asked ? now : await answers.Of(stated.Shape, lookup.Asked, cancellation);
        var bases = await LookupText.Bases(now, layers, instruments, cancellation);
        return new(lookup, stated, then, now, bases, layers);
    }
}

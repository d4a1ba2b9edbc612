using LongAnGis.Core.Plans;
using LongAnGis.Web.Lookup.Places;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Plans.Instruments;

namespace LongAnGis.Web.Lookup.Points;

/// <summary>All that is told of a point: the page, the extract and the answer for programs say this and nothing else.</summary>
/// <param name="Then">The answer at the moment when the point was asked about.</param>
/// <param name="Now">The answer at the moment that is shown.</param>
/// <param name="Bases">The instruments on which what was found rests.</param>
/// <param name="Place">Pending amendments, figures of its units, and changes since a day.</param>
public sealed record PointReport(
    PointLookup Lookup, ParcelAnswer Then, ParcelAnswer Now, IReadOnlyList<Instrument> Bases, PlaceTold Place, Layers Layers)
{
    /// <summary>What speaks here now and did not when it was asked, and the reverse.</summary>
    public (IReadOnlyList<FeatureMet> Came, IReadOnlyList<FeatureMet> Went) Changes { get; } = LookupText.Differences(Speaking(Then), Speaking(Now));

    /// <summary>What the plan has at the point; units of administration are told apart.</summary>
    public static IEnumerable<FeatureMet> Speaking(ParcelAnswer answer) => answer.Met.Where(met => !ParcelAnswer.Units.Contains(met.Layer));

    public static IEnumerable<FeatureMet> Units(ParcelAnswer answer) => answer.Met.Where(met => ParcelAnswer.Units.Contains(met.Layer)).OrderBy(met => met.Layer, StringComparer.Ordinal);
}

/// <summary>Gathers what is told of a point.</summary>
public sealed class PointReports(PointRegister register, ParcelAnswers answers, InstrumentRegister instruments, PlaceReading places, SinceDay since)
{
    /// <param name="sinceDay">The day that changes are told since, as the address writes it; null for none.</param>
    /// <exception cref="Platform.RefusedException">404 when nothing was asked under this address, 400 when the day is none to compare with.</exception>
    public async Task<PointReport> Of(Guid id, PointInTime moment, Layers layers, string? sinceDay, CancellationToken cancellation)
    {
        var point = await register.Find(id, cancellation);
        var day = since.Read(sinceDay, moment.AsOf);
        var now = await answers.At(point.Position, moment, cancellation);
        // The same plan, day and publication have the same answer for ever.
        var then = moment with { Asked = point.Asked.Asked } == point.Asked ? now : await answers.At(point.Position, point.Asked, cancellation);
        var bases = await LookupText.Bases(PointReport.Speaking(now), layers, instruments, cancellation);
        var place = await places.Of(
            point.Wgs84, PointReport.Units(now), PointReport.Speaking(now),
            async other => PointReport.Speaking(await answers.At(point.Position, other, cancellation)), moment, day, cancellation);
        return new(point, then, now, bases, place, layers);
    }
}

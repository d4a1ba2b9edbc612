using System.Globalization;

namespace LongAnGis.Core.Plans;

/// <summary>
/// A resolved moment that every read answers from: the plan, the day of legal effect, and the last revision that was
/// known. A version belongs to it when
/// <c>revision_from &lt;= Revision AND (revision_to IS NULL OR revision_to &gt; Revision) AND in_force @&gt; AsOf</c>.
/// The same three values give the same answer for ever, because revisions are only ever added.
/// </summary>
/// <param name="Revision">The last known revision; 0 when nothing had been published yet.</param>
public sealed record PointInTime(string Plan, DateOnly AsOf, int Revision, AskedTime Asked)
{
    /// <summary>True when the reader asked for no other moment than now in the default plan.</summary>
    public bool IsDefault => Asked.IsNow;

    /// <summary>
    /// True when the reader asked what was known then. It does not depend on what was published since, so that the same
    /// question gets the same answer for ever.
    /// </summary>
    public bool IsPastKnowledge => Asked.KnownAt is not null;

    /// <summary>The short form that the map and the comparison use: <c>r12@2026-11-22</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"r{Revision}@{CalendarDay.Write(AsOf)}");
}

using LongAnGis.Core.Filters;

namespace LongAnGis.Web.Ogc;

/// <summary>
/// The relations of two spans of days in SQL (OGC 21-065r2, 7.8), each given by its first and last day. A single day is a span
/// that begins and ends on it.
/// </summary>
static class TemporalSql
{
    public static string Of(TemporalRelation relation, (string Start, string End) a, (string Start, string End) b) => "(" + relation switch
    {
        TemporalRelation.After => $"{a.Start} > {b.End}",
        TemporalRelation.Before => $"{a.End} < {b.Start}",
        TemporalRelation.Disjoint => $"{a.End} < {b.Start} OR {a.Start} > {b.End}",
        TemporalRelation.Equals => $"{a.Start} = {b.Start} AND {a.End} = {b.End}",
        TemporalRelation.Intersects => $"{a.Start} <= {b.End} AND {a.End} >= {b.Start}",
        TemporalRelation.Contains => $"{a.Start} < {b.Start} AND {a.End} > {b.End}",
        TemporalRelation.During => $"{a.Start} > {b.Start} AND {a.End} < {b.End}",
        TemporalRelation.FinishedBy => $"{a.Start} < {b.Start} AND {a.End} = {b.End}",
        TemporalRelation.Finishes => $"{a.Start} > {b.Start} AND {a.End} = {b.End}",
        TemporalRelation.Meets => $"{a.End} = {b.Start}",
        TemporalRelation.MetBy => $"{a.Start} = {b.End}",
        TemporalRelation.OverlappedBy => $"{a.Start} > {b.Start} AND {a.Start} < {b.End} AND {a.End} > {b.End}",
        TemporalRelation.Overlaps => $"{a.Start} < {b.Start} AND {a.End} > {b.Start} AND {a.End} < {b.End}",
        TemporalRelation.StartedBy => $"{a.Start} = {b.Start} AND {a.End} > {b.End}",
        TemporalRelation.Starts => $"{a.Start} = {b.Start} AND {a.End} < {b.End}",
        _ => throw new ArgumentOutOfRangeException(nameof(relation)),
    } + ")";
}

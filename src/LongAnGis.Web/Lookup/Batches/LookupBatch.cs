using LongAnGis.Core.Lookup;
using LongAnGis.Core.Plans;

namespace LongAnGis.Web.Lookup.Batches;

/// <summary>A file of parcels or points that somebody asked about, and how far its answers are.</summary>
/// <param name="Kind">What kind of file it was, in which the answers are given back: xlsx, csv or gpkg.</param>
/// <param name="Frame">What its numbers are in; null where that is found out row by row.</param>
/// <param name="Moment">From which all rows are answered, whenever that happens.</param>
/// <param name="Answered">How many have an answer.</param>
/// <param name="Faulty">How many cannot have one.</param>
public sealed record LookupBatch(
    Guid Id, string Kind, bool IsEnglish, IReadOnlyList<string> Headings, ReferenceFrame? Frame, PointInTime Moment, DateTimeOffset MadeAt,
    DateTimeOffset ExpiresAt, bool IsCancelled, bool IsFinished, int Subjects, int Answered, int Faulty)
{
    public const string Root = "/lookup/batch";

    public string Path => $"{Root}/{Id}";

    public bool IsRunning => !IsCancelled && !IsFinished;

    public int Waiting => Subjects - Answered - Faulty;
}

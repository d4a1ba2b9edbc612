namespace LongAnGis.Web.Lookup.Places;

/// <summary>
/// What is told of a parcel or a line beside the features there, the same on the page, on paper, for programs and in a seal: texts
/// in both languages, days as ISO 8601, values in the unit of their indicator.
/// </summary>
/// <param name="Pending">Amendments that are open for comment, newest first; none for a moment of the past.</param>
/// <param name="Units">Key figures of the districts and communes that the place lies in.</param>
/// <param name="SinceDay">What has changed since the day that the reader chose; null when none was.</param>
public sealed record PlaceTold(
    IReadOnlyList<PlaceTold.Amendment> Pending, IReadOnlyList<PlaceTold.Unit> Units, PlaceTold.Changes? SinceDay)
{
    /// <param name="OpenedOn">The day it was opened for comment, in Vietnam; null where that was not noted.</param>
    /// <param name="Changes">What it would change here; the first of them where there are many.</param>
    /// <param name="ChangesInAll">How many there are here.</param>
    public sealed record Amendment(
        Guid Id, string Title, string? TitleEn, string? OpenedOn, string? InForceFrom, IReadOnlyList<Change> Changes, int ChangesInAll);

    /// <param name="Operation"><c>create</c>, <c>update</c> or <c>delete</c>.</param>
    public sealed record Change(string Operation, string Layer, string Name, string? NameEn);

    public sealed record Unit(string Layer, long Id, string Name, string? NameEn, IReadOnlyList<Figure> Figures);

    /// <param name="Text">The value with its unit as people read it, and with a sign before an estimate.</param>
    /// <param name="Label">How the figure came to the unit: an estimate, carried over, counted together with others; null for the usual one.</param>
    /// <param name="Sources">Pages that state it.</param>
    public sealed record Figure(
        string Indicator, string Name, string? NameEn, decimal Value, string Text, string TextEn, string Period, string? Label, string? LabelEn,
        IReadOnlyList<string> Sources);

    /// <param name="Day">The day with which the one that is shown is compared.</param>
    /// <param name="Came">In force here on the day that is shown, and not then.</param>
    /// <param name="Went">The reverse.</param>
    /// <param name="Publications">Those of that day and after it that touch the place, newest first.</param>
    public sealed record Changes(
        string Day, IReadOnlyList<Content> Came, IReadOnlyList<Content> Went, IReadOnlyList<Publication> Publications);

    public sealed record Content(string Layer, long Id, long Version, string Name, string? NameEn);

    public sealed record Publication(int Revision, string PublishedOn, string Title, string? TitleEn);
}

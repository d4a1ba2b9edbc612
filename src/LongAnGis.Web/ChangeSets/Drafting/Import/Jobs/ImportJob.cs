using System.Text.Json.Nodes;
using LongAnGis.Core.Plans;

namespace LongAnGis.Web.ChangeSets.Drafting.Import.Jobs;

/// <summary>A file that a planner imports on a page, and how far that is.</summary>
/// <param name="Step">preview or apply.</param>
/// <param name="Stage">waiting, reading, matching or done.</param>
/// <param name="Outcome">What would come of it, or came of it; null while it is worked on or when it cannot be taken.</param>
/// <param name="Ask">What has to be said first: <c>ask</c> names it, <c>choices</c> has the answers.</param>
sealed record ImportJob(
    Guid Id,
    Guid ChangeSet,
    Guid Account,
    bool IsEnglish,
    string Layer,
    string FileName,
    ImportSettings Settings,
    string Step,
    string Stage,
    JsonNode? Outcome,
    Bilingual? Fault,
    JsonNode? Ask,
    bool IsCancelled)
{
    public string Path => PathOf(ChangeSet, Id);

    public bool IsRunning => Stage != "done" && !IsCancelled;

    public bool IsTaken => Step == "apply" && Outcome is not null;

    public bool IsPreviewed => Step == "preview" && Outcome is not null && !IsCancelled;

    public static string PathOf(Guid changeSet, Guid job) => $"{ListOf(changeSet)}/{job}";

    public static string ListOf(Guid changeSet) => $"/change-sets/{changeSet}/imports";
}

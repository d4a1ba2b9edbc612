using LongAnGis.Core.Accounts;
using LongAnGis.Core.Investment;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Accounts;
using LongAnGis.Web.Investment.Pipeline;

namespace LongAnGis.Web.Investment.Files;

/// <summary>A document or photo of a site as people see it.</summary>
/// <param name="Sha256">Of its content, in hexadecimal digits: its address.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Width">Of a photo, in pixels; so is <paramref name="Height"/>. Null for a document.</param>
/// <param name="Alternative">What a photo shows; null for a document.</param>
/// <param name="Day">When it was taken or issued.</param>
/// <param name="Source">Who took or issued it.</param>
public sealed record SiteFile(
    Guid Id, string Sha256, string Name, int Size, int? Width, int? Height, Bilingual Caption, Bilingual? Alternative, DateOnly Day, string Source)
{
    public bool IsPhoto => Width is not null;

    /// <summary>PDF, DOCX, …, by the ending that its content was held against.</summary>
    public string Format => System.IO.Path.GetExtension(Name).TrimStart('.').ToUpperInvariant();
}

/// <summary>How far a document or photo has come.</summary>
public enum SiteFileState
{
    Waiting,
    Published,
    Returned,
    Withdrawn,
}

/// <summary>A document or photo as its agency sees it.</summary>
/// <param name="FiledFor">Code of the agency that was responsible when it was sent.</param>
/// <param name="Note">Why it was returned or withdrawn.</param>
public sealed record SentSiteFile(
    SiteFile File, SiteFileState State, string FiledFor, DateTime FiledAt, Guid FiledBy, string FiledByName, string? Note, DateTime? DecidedAt, string? DecidedBy);

/// <summary>
/// Who may write about a site's files: officers of the responsible agency send and withdraw them; reviewers of the plan, and the
/// head of the agency that sent them, decide and withdraw; nobody decides about what they sent themselves.
/// </summary>
static class SiteFileRights
{
    /// <summary>Code of the agency that is responsible for a site today.</summary>
    public static string AgencyOf(ProjectPipeline pipeline, Site site)
    {
        if (pipeline.Find(site.Id) is { } project)
            return project.Agency;
        var asked = SiteAgency.Of(site.Layer, site.Developer);
        return pipeline.Working(asked)?.Code ?? asked;
    }

    public static bool MaySend(ProjectPipeline pipeline, Site site, Person person) =>
        person.May(Permission.ProposeProjects) && pipeline.Working(person.Agency)?.Code == AgencyOf(pipeline, site);

    public static bool MayDecide(ProjectPipeline pipeline, string filedFor, Person person) =>
        person.May(Permission.JudgeProjects) && PipelineRights.Decide(pipeline, filedFor, person) is null;

    /// <summary>Sees what waits, and takes away what is published.</summary>
    public static bool MayKeep(ProjectPipeline pipeline, Site site, Person person) =>
        MaySend(pipeline, site, person) || MayDecide(pipeline, AgencyOf(pipeline, site), person);
}

static class SiteFileLinks
{
    public const string Contents = SiteLinks.Search + "/files";

    /// <summary>The page on which an agency keeps the files of a site.</summary>
    public static string Page(SiteKey site) => SiteLinks.Path(site) + "/files";

    /// <summary>A published file by what is in it.</summary>
    public static string Content(SiteFile file) => $"{Contents}/{file.Sha256}";

    /// <summary>A file for those who keep it, published or not.</summary>
    public static string Kept(SiteKey site, SiteFile file) => $"{Page(site)}/{file.Id}";
}

using LongAnGis.Core.Investment.Pipeline;
using LongAnGis.Core.Plans;

namespace LongAnGis.Web.Investment.Pipeline;

/// <summary>What was decided about a proposal.</summary>
public sealed record ProposalDecision(bool IsApproved, string? Note, DateTime At, string By);

/// <summary>What an officer proposes to say of a project.</summary>
/// <param name="Number">Counts the proposals of the project from 1.</param>
/// <param name="FiledFor">Code of the agency that was responsible then.</param>
public sealed record Proposal(
    long Id, long Project, int Number, string FiledFor, ProjectContent Content, DateTime FiledAt, Guid FiledBy, string FiledByName, ProposalDecision? Decision);

/// <summary>An agency as it works today.</summary>
public sealed record WorkingAgency(string Code, Bilingual Name);

/// <summary>Projects with what agencies said of them, and the register of agencies by every code that it has or had.</summary>
public sealed record ProjectPipeline(IReadOnlyList<PipelineProject> Projects, IReadOnlyDictionary<string, WorkingAgency> Agencies)
{
    public PipelineProject? Find(long id) => Projects.FirstOrDefault(project => project.Site.Id == id);

    /// <summary>The agency that does today what this one did; null when the register has no such code.</summary>
    public WorkingAgency? Working(string? agency) => agency is null ? null : Agencies.GetValueOrDefault(agency);

    public Bilingual NameOf(string agency) => Working(agency)?.Name ?? new(agency);
}

static class PipelineLinks
{
    public const string Board = SiteLinks.Search + "/pipeline";
    public const string Timeline = Board + "/timeline";
    public const string Totals = Board + "/totals";

    /// <summary>The totals of some of the capital, with the projects that it is of.</summary>
    public static string TotalsOf(CapitalSlice slice, PipelineFilter? filter = null) => Totals + QueryString.Create(
        new PipelineRequest(filter ?? new(), slice).Parameters.Where(one => one.Value is not null).Select(one => KeyValuePair.Create(one.Name, one.Value)));

    public static string Path(long project) => FormattableString.Invariant($"{Board}/{project}");

    public static string Edit(long project) => Path(project) + "/edit";
}

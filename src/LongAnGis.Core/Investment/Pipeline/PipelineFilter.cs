using LongAnGis.Core.Text;

namespace LongAnGis.Core.Investment.Pipeline;

/// <summary>What the pipeline is narrowed to; dimensions add up.</summary>
/// <param name="Words">Looked for in names, codes, places and bodies, without regard to diacritics.</param>
/// <param name="District">Code of a district that a project lies in.</param>
/// <param name="Agency">Code of the responsible agency.</param>
public sealed record PipelineFilter(string? Words = null, string? Sector = null, string? District = null, string? Agency = null)
{
    public bool IsEmpty => this == new PipelineFilter();

    public IEnumerable<PipelineProject> Of(IEnumerable<PipelineProject> projects)
    {
        var words = string.IsNullOrWhiteSpace(Words) ? [] : SearchWords.FoldedQuery(Words).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return projects.Where(project =>
            (Sector is null || project.Site.Sector == Sector)
            && (Agency is null || project.Agency == Agency)
            && (District is null || project.Site.Districts.Any(place => place.Code == District))
            && words.All(word => project.Site.SearchText.Contains(word, StringComparison.Ordinal)));
    }
}

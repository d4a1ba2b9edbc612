namespace LongAnGis.Core.Investment.Pipeline;

/// <summary>Capital of one group, in billions of dong; null where nobody stated any.</summary>
/// <param name="Projects">How many projects it is of.</param>
public sealed record CapitalTotal<TGroup>(TGroup Group, decimal? PlannedBnVnd, decimal? DisbursedBnVnd, int Projects)
{
    /// <summary>What was disbursed of each hundred planned; null where one of the two is not stated, or nothing was planned.</summary>
    public decimal? Percent => CapitalTotals.Percent(PlannedBnVnd, DisbursedBnVnd);
}

/// <summary>
/// Adds up what agencies stated. Each amount belongs to one group alone, so that the groups of every question add up to the same
/// whole: a project in several districts is therefore in a group of its own.
/// </summary>
public static class CapitalTotals
{
    public static IReadOnlyList<CapitalTotal<int>> ByYear(IEnumerable<PipelineProject> projects) =>
        [.. By(projects, (_, line) => line.Year).OrderBy(total => total.Group)];

    public static IReadOnlyList<CapitalTotal<CapitalSource>> BySource(IEnumerable<PipelineProject> projects) =>
        [.. By(projects, (_, line) => line.Source).OrderBy(total => total.Group)];

    public static IReadOnlyList<CapitalTotal<string>> BySector(IEnumerable<PipelineProject> projects) =>
        [.. By(projects, (project, _) => project.Site.Sector).OrderByDescending(total => total.PlannedBnVnd ?? 0)];

    /// <summary>The group of code "" holds what lies in several districts, or in none that a source names.</summary>
    public static IReadOnlyList<CapitalTotal<string>> ByDistrict(IEnumerable<PipelineProject> projects) =>
        [.. By(projects, (project, _) => project.OneDistrict?.Code ?? "").OrderByDescending(total => total.PlannedBnVnd ?? 0)];

    /// <summary>By the code of the responsible agency; the least disbursed of what was planned comes first.</summary>
    public static IReadOnlyList<CapitalTotal<string>> ByAgency(IEnumerable<PipelineProject> projects) =>
        [.. By(projects, (project, _) => project.Agency).OrderBy(total => total.Percent ?? decimal.MaxValue).ThenBy(total => total.Group, StringComparer.Ordinal)];

    /// <summary>All of it.</summary>
    /// <param name="group">What the whole is called.</param>
    public static CapitalTotal<TGroup> Whole<TGroup>(TGroup group, IEnumerable<PipelineProject> projects)
    {
        var stated = projects.Where(project => project.HasCapital).ToList();
        return new(group, Sum(stated.Select(project => project.Planned)), Sum(stated.Select(project => project.Disbursed)), stated.Count);
    }

    public static decimal? Percent(decimal? planned, decimal? disbursed) => planned > 0 && disbursed is { } spent ? 100 * spent / planned : null;

    static IEnumerable<CapitalTotal<TGroup>> By<TGroup>(IEnumerable<PipelineProject> projects, Func<PipelineProject, CapitalLine, TGroup> group) =>
        projects.SelectMany(project => project.Stated?.Capital.Select(line => (Project: project, Line: line)) ?? [])
            .GroupBy(one => group(one.Project, one.Line))
            .Select(all => new CapitalTotal<TGroup>(
                all.Key, Sum(all.Select(one => one.Line.PlannedBnVnd)), Sum(all.Select(one => one.Line.DisbursedBnVnd)),
                all.Select(one => one.Project.Site.Id).Distinct().Count()));

    /// <summary>Of nothing stated there is no sum; it is not zero.</summary>
    internal static decimal? Sum(IEnumerable<decimal?> amounts)
    {
        var known = amounts.OfType<decimal>().ToList();
        return known.Count == 0 ? null : known.Sum();
    }
}

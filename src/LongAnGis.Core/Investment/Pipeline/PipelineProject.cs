namespace LongAnGis.Core.Investment.Pipeline;

/// <summary>A project of the plan with what its agency last said of it and had approved.</summary>
/// <param name="Site">The feature of the plan.</param>
/// <param name="Agency">Code of the responsible agency: as it was approved, else by <see cref="SiteAgency"/>; as it works today.</param>
/// <param name="Stated">Null for as long as no agency has said anything.</param>
/// <param name="IsWaiting">A proposal waits for a decision.</param>
public sealed record PipelineProject(Site Site, string Agency, ProjectContent? Stated, bool IsWaiting)
{
    /// <summary>As its agency states it; else as the plan's status tells; null when neither does.</summary>
    public ProjectStage? Stage => Stated?.Stage ?? ProjectStages.OfPlanStatus(Site.Status);

    /// <summary>All districts that it lies in; of several none in particular.</summary>
    public NamedPlace? OneDistrict => Site.Districts is [var only] ? only : null;

    public bool HasCapital => Stated is { Capital.Count: > 0 };

    public decimal? Planned => Sum(line => line.PlannedBnVnd);

    public decimal? Disbursed => Sum(line => line.DisbursedBnVnd);

    /// <summary>The project with no other capital than this.</summary>
    public PipelineProject With(CapitalSlice slice) =>
        Stated is null || slice.IsWhole ? this : this with { Stated = Stated with { Capital = [.. Stated.Capital.Where(slice.Has)] } };

    decimal? Sum(Func<CapitalLine, decimal?> amount) => CapitalTotals.Sum(Stated?.Capital.Select(amount) ?? []);
}

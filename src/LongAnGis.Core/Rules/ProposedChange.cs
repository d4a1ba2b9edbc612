namespace LongAnGis.Core.Rules;

/// <summary>One create, update or delete, with what it starts from and what it leads to.</summary>
/// <param name="Before">The feature in force; null when it is created.</param>
/// <param name="After">The feature as proposed; null when it is deleted.</param>
/// <param name="Position">Names the change inside its set; null while it is not saved.</param>
public sealed record ProposedChange(PlanFeature? Before, PlanFeature? After, int? Position = null)
{
    /// <summary>The version of the feature that the author saw; null when it is created.</summary>
    public int? BaseVersion { get; init; }

    /// <summary>The newest version now; null when the feature does not exist (any more).</summary>
    public int? CurrentVersion { get; init; }

    /// <summary>True when the code of a created feature is taken already, in the plan or in the same set.</summary>
    public bool IsCodeTaken { get; init; }

    /// <summary>Other features of the layer with the same name.</summary>
    public IReadOnlyList<FeatureName> Namesakes { get; init; } = [];

    public FeatureName Name => (After ?? Before)!.Name;
}

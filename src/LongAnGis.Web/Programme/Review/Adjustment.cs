using LongAnGis.Core.Plans;

namespace LongAnGis.Web.Programme.Review;

/// <summary>What a proposal is about.</summary>
public enum AdjustmentKind { Deadline, Assignment, Target }

/// <summary>What a task or target shall say; only what its kind is about is set.</summary>
/// <param name="Leads">Who leads, as people type it: names or codes with semicolons between.</param>
public sealed record ProposedChange(DateOnly? Deadline = null, string? Leads = null, decimal? Value = null, decimal? ValueTo = null, int? Year = null);

public sealed record AdjustmentDecision(bool IsApproved, string? Note, DateTime At, string By);

/// <summary>A proposal to adjust a task or a target.</summary>
/// <param name="Subject">Code of the task or target.</param>
/// <param name="BaseVersion">The version that it was made on.</param>
public sealed record Adjustment(
    Guid Id, AdjustmentKind Kind, string Subject, int BaseVersion, ProposedChange Proposed, string Reason, DateOnly? EffectiveFrom, DateTime ProposedAt,
    Guid ProposedBy, string ProposedByName, AdjustmentDecision? Decision)
{
    public string Path => $"{AdjustmentEndpoints.Page}/{Id}";
}

static class AdjustmentKinds
{
    public static string Code(this AdjustmentKind kind) => kind switch
    {
        AdjustmentKind.Deadline => "deadline",
        AdjustmentKind.Assignment => "assignment",
        _ => "target",
    };

    public static AdjustmentKind? Find(string? code) => code switch
    {
        "deadline" => AdjustmentKind.Deadline,
        "assignment" => AdjustmentKind.Assignment,
        "target" => AdjustmentKind.Target,
        _ => null,
    };

    public static Bilingual Words(this AdjustmentKind kind) => kind switch
    {
        AdjustmentKind.Deadline => new("Hạn chót", "Deadline"),
        AdjustmentKind.Assignment => new("Cơ quan chủ trì", "Who leads"),
        _ => new("Mục tiêu", "Target"),
    };
}

using LongAnGis.Core.Plans;

namespace LongAnGis.Core.Investment.Pipeline;

/// <summary>How far a project has come on the way from an idea to operation.</summary>
public enum ProjectStage
{
    /// <summary>Studied or proposed; nobody has decided.</summary>
    Idea,

    /// <summary>Investors are invited.</summary>
    Calling,

    /// <summary>The investment policy is approved (chủ trương đầu tư).</summary>
    Approved,

    /// <summary>The investment registration certificate, or for public funds the investment decision, is there.</summary>
    Licensed,

    UnderConstruction,

    Operating,

    /// <summary>Delayed, broken off or withdrawn.</summary>
    Stopped,
}

/// <summary>How stages are written in addresses and in the database, and what they are called.</summary>
public static class ProjectStages
{
    public static IReadOnlyList<ProjectStage> All { get; } = Enum.GetValues<ProjectStage>();

    public static string Code(this ProjectStage stage) => stage switch
    {
        ProjectStage.Idea => "idea",
        ProjectStage.Calling => "calling",
        ProjectStage.Approved => "approved",
        ProjectStage.Licensed => "licensed",
        ProjectStage.UnderConstruction => "under-construction",
        ProjectStage.Operating => "operating",
        _ => "stopped",
    };

    /// <summary>The stage that a code names; null for any other word.</summary>
    public static ProjectStage? Find(string? code)
    {
        foreach (var stage in All)
        {
            if (stage.Code() == code)
                return stage;
        }

        return null;
    }

    public static Bilingual Words(this ProjectStage stage) => stage switch
    {
        ProjectStage.Idea => new("Ý tưởng, đề xuất", "Idea"),
        ProjectStage.Calling => new("Mời gọi đầu tư", "Calling for investors"),
        ProjectStage.Approved => new("Đã chấp thuận chủ trương", "Approved"),
        ProjectStage.Licensed => new("Đã cấp phép đầu tư", "Licensed"),
        ProjectStage.UnderConstruction => new("Đang xây dựng", "Under construction"),
        ProjectStage.Operating => new("Đang hoạt động", "Operating"),
        _ => new("Chậm, dừng", "Stopped"),
    };

    /// <summary>
    /// Where a project stands by the status that the plan's layer gives it, for as long as its agency has said nothing. What
    /// is planned, prepared or proposed is an idea: none of these words says that anybody approved it. Null when no source tells.
    /// </summary>
    public static ProjectStage? OfPlanStatus(string? status) => status switch
    {
        "proposed" or "planned" or "preparing" => ProjectStage.Idea,
        "calling" => ProjectStage.Calling,
        "approved" => ProjectStage.Approved,
        "under_construction" or "implementing" => ProjectStage.UnderConstruction,
        "operating" or "partly_operating" or "completed" => ProjectStage.Operating,
        "stalled" or "repealed" => ProjectStage.Stopped,
        _ => null,
    };
}

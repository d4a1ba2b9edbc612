namespace LongAnGis.Core.Investment;

/// <summary>How far a site has come, in the steps that an investor asks about; several statuses of the plan share one.</summary>
public enum SiteStage
{
    /// <summary>Investors are invited.</summary>
    Calling,

    /// <summary>Land is being cleared or works are going on.</summary>
    Building,

    /// <summary>In the plan, approved or in preparation; nothing is built.</summary>
    Planned,

    /// <summary>All or a part of it is in use.</summary>
    Operating,

    /// <summary>Delayed, broken off or repealed.</summary>
    Stopped,

    /// <summary>No source tells.</summary>
    Unknown,
}

/// <summary>How stages are written in addresses, and which statuses of the layers belong to each.</summary>
public static class SiteStages
{
    public static IReadOnlyList<SiteStage> All { get; } = Enum.GetValues<SiteStage>();

    public static string Code(this SiteStage stage) => stage switch
    {
        SiteStage.Calling => "calling",
        SiteStage.Building => "building",
        SiteStage.Planned => "planned",
        SiteStage.Operating => "operating",
        SiteStage.Stopped => "stopped",
        _ => "unknown",
    };

    /// <summary>The stage of a status of the industrial and project layers; statuses that a planner adds are unknown until they are named here.</summary>
    public static SiteStage OfStatus(string? status) => status switch
    {
        "calling" => SiteStage.Calling,
        "under_construction" or "implementing" => SiteStage.Building,
        "approved" or "planned" or "preparing" or "proposed" => SiteStage.Planned,
        "operating" or "partly_operating" or "completed" => SiteStage.Operating,
        "stalled" or "repealed" => SiteStage.Stopped,
        _ => SiteStage.Unknown,
    };
}

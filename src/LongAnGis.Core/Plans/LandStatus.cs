namespace LongAnGis.Core.Plans;

/// <summary>Whether a use of land is there, planned, meant for later than the plan's period, or proposed by an amendment.</summary>
public enum LandStatus { Existing, Planned, Vision, Proposed }

/// <summary>The statuses as data spells them and as people call them.</summary>
public static class LandStatuses
{
    public static readonly IReadOnlyList<LandStatus> All = Enum.GetValues<LandStatus>();

    public static string Code(this LandStatus status) => status switch
    {
        LandStatus.Existing => "existing",
        LandStatus.Planned => "planned",
        LandStatus.Vision => "vision",
        _ => "proposed",
    };

    public static Bilingual Name(this LandStatus status) => status switch
    {
        LandStatus.Existing => new("hiện trạng", "existing"),
        LandStatus.Planned => new("quy hoạch", "planned"),
        LandStatus.Vision => new("tầm nhìn", "vision"),
        _ => new("đề xuất điều chỉnh", "proposed amendment"),
    };

    /// <summary>What does not say its status, or in a word that is not known, is drawn as the symbol alone says: solid.</summary>
    public static LandStatus Find(string? code) => All.FirstOrDefault(status => status.Code() == code, LandStatus.Existing);
}

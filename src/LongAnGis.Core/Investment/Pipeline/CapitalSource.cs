using LongAnGis.Core.Plans;

namespace LongAnGis.Core.Investment.Pipeline;

/// <summary>Whose money it is, as Vietnam's statistics part social investment.</summary>
public enum CapitalSource
{
    /// <summary>The state's: budgets, bonds, state enterprises.</summary>
    State,

    /// <summary>Domestic enterprises and people (vốn xã hội, ngoài nhà nước).</summary>
    Social,

    /// <summary>Foreign direct investment.</summary>
    Fdi,
}

public static class CapitalSources
{
    public static IReadOnlyList<CapitalSource> All { get; } = Enum.GetValues<CapitalSource>();

    public static string Code(this CapitalSource source) => source switch
    {
        CapitalSource.State => "state",
        CapitalSource.Social => "social",
        _ => "fdi",
    };

    public static CapitalSource Parse(string code) => All.First(source => source.Code() == code);

    public static Bilingual Words(this CapitalSource source) => source switch
    {
        CapitalSource.State => new("Nhà nước", "State"),
        CapitalSource.Social => new("Xã hội", "Social"),
        _ => new("FDI", "FDI"),
    };
}

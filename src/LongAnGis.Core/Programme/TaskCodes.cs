namespace LongAnGis.Core.Programme;

/// <summary>How priorities and roles are written in the database and in addresses.</summary>
public static class TaskCodes
{
    public static string Code(this TaskPriority priority) => priority switch
    {
        TaskPriority.High => "high",
        TaskPriority.Normal => "normal",
        TaskPriority.Low => "low",
        _ => throw new ArgumentOutOfRangeException(nameof(priority), priority, "There is no such priority."),
    };

    public static TaskPriority? FindPriority(string? code) => code switch
    {
        "high" => TaskPriority.High,
        "normal" => TaskPriority.Normal,
        "low" => TaskPriority.Low,
        _ => null,
    };

    public static TaskPriority ParsePriority(string code) =>
        FindPriority(code) ?? throw new FormatException($"There is no priority “{code}”.");

    public static string Code(this PartyRole role) => role switch
    {
        PartyRole.Lead => "lead",
        PartyRole.Cooperating => "cooperating",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "There is no such role."),
    };

    public static PartyRole? FindRole(string? code) => code switch
    {
        "lead" => PartyRole.Lead,
        "cooperating" => PartyRole.Cooperating,
        _ => null,
    };

    public static PartyRole ParseRole(string code) => FindRole(code) ?? throw new FormatException($"There is no role “{code}”.");
}

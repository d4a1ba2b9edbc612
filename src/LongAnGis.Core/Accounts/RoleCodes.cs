namespace LongAnGis.Core.Accounts;

/// <summary>How roles are written in the database and on the command line: <c>planner</c>, <c>reviewer</c>, …</summary>
public static class RoleCodes
{
    static readonly Dictionary<string, Role> Known = Enum.GetValues<Role>().ToDictionary(role => role.Code());

    public static string Code(this Role role) => role switch
    {
        Role.Planner => "planner",
        Role.Reviewer => "reviewer",
        Role.Officer => "officer",
        Role.Head => "head",
        Role.Leader => "leader",
        Role.Desk => "desk",
        Role.Admin => "admin",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "There is no such role."),
    };

    public static Role Parse(string code) => Find(code) ?? throw new FormatException($"There is no role “{code}”.");

    /// <summary>The role that a word names; null for any other word.</summary>
    public static Role? Find(string? code) => code is not null && Known.TryGetValue(code, out var role) ? role : null;

    /// <summary>What people call it, in Vietnamese and English.</summary>
    public static (string Vi, string En) Name(this Role role) => role switch
    {
        Role.Planner => ("Chuyên viên quy hoạch", "Planner"),
        Role.Reviewer => ("Người thẩm định", "Reviewer"),
        Role.Officer => ("Cán bộ báo cáo", "Reporting officer"),
        Role.Head => ("Thủ trưởng đơn vị", "Head of an agency or district"),
        Role.Leader => ("Lãnh đạo", "Leader"),
        Role.Desk => ("Đầu mối chương trình", "Programme desk"),
        Role.Admin => ("Quản trị viên", "Administrator"),
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "There is no such role."),
    };
}

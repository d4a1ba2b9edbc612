using LongAnGis.Core.Plans;

namespace LongAnGis.Core.Rules;

/// <summary>
/// The rules of drawing, with numbers that never change meaning: messages, API problems, reasons and dossiers cite them.
/// A number that is retired is not given away again.
/// </summary>
public enum Rule
{
    /// <summary>Rings close, do not cross themselves, and holes lie in their shells.</summary>
    R01 = 1,

    /// <summary>Points, lines or areas as the layer asks for.</summary>
    R02,

    /// <summary>No area below the layer's minimum, no part narrower than its least width.</summary>
    R03,

    /// <summary>Inside the province, where the layer must be.</summary>
    R04,

    /// <summary>No overlap inside a layer that forbids it.</summary>
    R05,

    /// <summary>No gaps inside a coverage.</summary>
    R06,

    /// <summary>No meeting with features of layers that this one must not cross.</summary>
    R07,

    /// <summary>Attributes as the layer's schema says: present, of their type, of their code list.</summary>
    R08,

    /// <summary>A corner on a shared boundary is a corner of both neighbours.</summary>
    R09,

    /// <summary>Coordinates lie in Vietnam, with axes in their order.</summary>
    R10,

    /// <summary>Code and name are free.</summary>
    R11,

    /// <summary>The feature is still what the author saw.</summary>
    R12,

    /// <summary>An indicative place is a symbol, no boundary (Circular 04/2023).</summary>
    R13,

    /// <summary>Days in force make sense.</summary>
    R14,

    /// <summary>No more land of a class than the plan allots.</summary>
    R15,
}

/// <summary>What a finding means for a submission.</summary>
public enum Severity
{
    /// <summary>May stand when the planner gives a reason, which is kept.</summary>
    Warning,

    /// <summary>Stops the submission.</summary>
    Error,
}

public static class RuleNames
{
    /// <summary>The rule in a few words, as headings have it.</summary>
    public static Bilingual Name(this Rule rule) => rule switch
    {
        Rule.R01 => new("Hình học hợp lệ", "Valid geometry"),
        Rule.R02 => new("Kiểu hình học của lớp", "Geometry kind of the layer"),
        Rule.R03 => new("Diện tích tối thiểu, mảnh vụn", "Minimum area and slivers"),
        Rule.R04 => new("Nằm trong tỉnh", "Inside the province"),
        Rule.R05 => new("Không chồng lấn trong lớp", "No overlap within the layer"),
        Rule.R06 => new("Không để hở trong lớp phủ kín", "No gaps in a coverage"),
        Rule.R07 => new("Không cắt lớp bị cấm", "No forbidden crossing"),
        Rule.R08 => new("Thuộc tính", "Attributes"),
        Rule.R09 => new("Đỉnh chung của ranh giáp nhau", "Shared corners"),
        Rule.R10 => new("Tọa độ hợp lý", "Plausible coordinates"),
        Rule.R11 => new("Mã và tên không trùng", "Code and name are free"),
        Rule.R12 => new("Đối tượng chưa bị thay đổi", "The feature has not moved on"),
        Rule.R13 => new("Vị trí minh họa không phải ranh giới", "An indicative place is no boundary"),
        Rule.R14 => new("Thời hạn hiệu lực", "Days in force"),
        _ => new("Chỉ tiêu sử dụng đất", "Land quota"),
    };
}

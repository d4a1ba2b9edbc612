using LongAnGis.Core.Plans;

namespace LongAnGis.Core.Programme;

/// <summary>One thing that a task says otherwise than before; null where it says nothing.</summary>
public sealed record TaskDifference(Bilingual What, string? Before, string? After)
{
    /// <summary>What differs, in the order of a task's page.</summary>
    public static IReadOnlyList<TaskDifference> Between(ProgrammeTask before, ProgrammeTask after, ActionProgramme programme, bool english)
    {
        string? Said(Bilingual? text) => text?.In(english);
        string? Day(DateOnly? day) => day is { } known ? AttributeText.Date(known) : null;
        string? Amount(decimal? dong) => dong is { } known ? AttributeText.Number(known, english, 0) : null;
        string? List(IEnumerable<string> codes) => string.Join(", ", codes) is { Length: > 0 } text ? text : null;
        string? Parties(IEnumerable<TaskParty> parties) => List(parties.Select(party =>
            (party.Agency is { } code ? programme.Agency(code)?.Name ?? new(code) : party.Name)?.In(english) ?? ""));
        string? Group(string code) => programme.Group(code)?.Name.In(english) ?? code;
        string Standing(bool isStopped) => (isStopped ? new Bilingual("đã dừng", "stopped") : new("đang giao", "assigned")).In(english);
        string Priority(TaskPriority priority) => priority.Code();

        TaskDifference[] all =
        [
            new(new("nhiệm vụ", "task"), before.Name.In(english), after.Name.In(english)),
            new(new("nhóm", "group"), Group(before.Group), Group(after.Group)),
            new(new("thuộc nhiệm vụ", "part of"), before.Parent, after.Parent),
            new(new("chủ trì", "led by"), Parties(before.Leads), Parties(after.Leads)),
            new(new("phối hợp", "with"), Parties(before.Cooperating), Parties(after.Cooperating)),
            new(new("đơn vị, người phụ trách", "responsible"), before.Responsible, after.Responsible),
            new(new("trách nhiệm", "accountability"), Said(before.Accountability), Said(after.Accountability)),
            new(new("thẩm quyền", "authority"), Said(before.Authority), Said(after.Authority)),
            new(new("bắt đầu", "start"), Day(before.StartOn), Day(after.StartOn)),
            new(new("hạn chót", "deadline"), Day(before.Deadline), Day(after.Deadline)),
            new(new("hạn theo nguồn", "deadline as stated"), Said(before.DeadlineText), Said(after.DeadlineText)),
            new(new("sản phẩm", "product"), Said(before.Product), Said(after.Product)),
            new(new("mục tiêu của nhiệm vụ", "objective"), Said(before.Objective), Said(after.Objective)),
            new(new("ưu tiên", "priority"), Priority(before.Priority), Priority(after.Priority)),
            new(new("kinh phí (đồng)", "budget (VND)"), Amount(before.BudgetVnd), Amount(after.BudgetVnd)),
            new(new("nguồn vốn", "source of funds"), Said(before.BudgetSource), Said(after.BudgetSource)),
            new(new("tình trạng", "standing"), Standing(before.IsStopped), Standing(after.IsStopped)),
            new(new("huyện", "districts"), List(before.Districts), List(after.Districts)),
            new(new("đối tượng trên bản đồ", "features"), List(before.Features.Select(Number)), List(after.Features.Select(Number))),
            new(new("chỉ tiêu", "indicators"), List(before.Indicators), List(after.Indicators)),
            new(new("mục tiêu quy hoạch", "targets"), List(before.Targets), List(after.Targets)),
            new(new("làm sau", "comes after"), List(before.DependsOn), List(after.DependsOn)),
            new(new("căn cứ", "instrument"), before.Instrument ?? before.InstrumentText, after.Instrument ?? after.InstrumentText),
            new(new("ghi chú", "note"), Said(before.Note), Said(after.Note)),
        ];
        return [.. all.Where(one => one.Before != one.After)];
    }

    static string Number(long id) => id.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

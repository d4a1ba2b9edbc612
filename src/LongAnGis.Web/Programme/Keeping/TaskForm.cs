using System.Globalization;
using System.Text.Json.Nodes;
using LongAnGis.Core.Plans;
using LongAnGis.Core.Programme;
using LongAnGis.Core.Text;
using LongAnGis.Web.Platform.Forms;

namespace LongAnGis.Web.Programme.Keeping;

/// <summary>
/// A task as a form writes it. Lists are typed with semicolons: agencies and districts by name or code, features as
/// <c>projects/DA-01</c>, the others by code. An agency that no register has stays a name.
/// </summary>
static class TaskForm
{
    public const string Name = "task";
    public const int LongestName = 1000;
    public const int LongestText = 4000;
    const int LongestList = 4000;
    const int MostListed = 100;

    /// <summary>The proposal, with feature keys still to be found; what is wrong is said at its field.</summary>
    public static (ProgrammeTask Task, IReadOnlyList<string> Features) Read(SentForm form, string code, ProgrammeTask? before, ActionProgramme programme)
    {
        Bilingual? Text(string field) => form.Lines(field, LongestText) is { } text ? Bilingual.Of(text) : null;

        var name = form.Needed(form.Line("name_vi", LongestName), "name_vi", "Hãy viết tên nhiệm vụ.", "Write what is to be done.");
        var nameEn = form.Line("name_en", LongestName);
        var group = programme.Group(form.Raw("group") ?? "")?.Code;
        if (group is null)
            form.Refuse("group", "Hãy chọn nhóm nhiệm vụ trong danh sách.", "Choose a group from the list.");

        var task = new ProgrammeTask(
            code, before?.Version ?? 0, group ?? "", form.Line("parent", 40), before?.Position ?? NextPosition(programme),
            new(name, nameEn), Text("objective"), Text("product"), Text("accountability"), Text("authority"),
            form.Line("responsible", 400), before?.Instrument, form.Line("instrument_text", 400),
            form.Day("start_on"), form.Day("deadline"), before?.DeadlineText,
            TaskCodes.FindPriority(form.Raw("priority")) ?? TaskPriority.Normal, Budget(form), Text("budget_source"), form.Raw("standing") == "stopped",
            [.. Parties(form, "leads", PartyRole.Lead, before, programme), .. Parties(form, "cooperating", PartyRole.Cooperating, before, programme)],
            [.. List(form, "districts").Select(typed => District(form, typed, programme)).OfType<string>()],
            [], List(form, "indicators"), List(form, "targets"), List(form, "depends_on"), before?.Sources ?? [], Text("note"), "", before?.IsPublic ?? false);
        return (task, List(form, "features"));
    }

    /// <summary>The task as <c>plan.record_tasks</c> takes it.</summary>
    public static JsonObject Write(ProgrammeTask task, string plan, string reason, DateOnly? effectiveFrom) => new()
    {
        ["code"] = task.Code,
        ["plan_code"] = plan,
        ["effective_from"] = Day(effectiveFrom),
        ["group_code"] = task.Group,
        ["parent_code"] = task.Parent,
        ["position"] = task.Position,
        ["name_vi"] = task.Name.Vi,
        ["name_en"] = task.Name.En,
        ["objective"] = task.Objective?.InOneColumn,
        ["product"] = task.Product?.InOneColumn,
        ["accountability"] = task.Accountability?.InOneColumn,
        ["authority"] = task.Authority?.InOneColumn,
        ["responsible"] = task.Responsible,
        ["instrument_code"] = task.Instrument,
        ["instrument_text"] = task.InstrumentText,
        ["start_on"] = Day(task.StartOn),
        ["deadline"] = Day(task.Deadline),
        ["deadline_text"] = task.DeadlineText?.InOneColumn,
        ["priority"] = task.Priority.Code(),
        ["budget_vnd"] = task.BudgetVnd,
        ["budget_source"] = task.BudgetSource?.InOneColumn,
        ["standing"] = task.IsStopped ? "stopped" : "active",
        ["parties"] = new JsonArray([.. task.Parties.Select(Party)]),
        ["districts"] = Array(task.Districts),
        ["features"] = new JsonArray([.. task.Features.Select(id => (JsonNode)id)]),
        ["indicators"] = Array(task.Indicators),
        ["targets"] = Array(task.Targets),
        ["depends_on"] = Array(task.DependsOn),
        ["source_url"] = task.Sources.Count == 0 ? null : string.Join(" | ", task.Sources),
        ["note"] = task.Note?.InOneColumn,
        ["search_text"] = SearchWords.Folded(task.Name.Vi, task.Name.En, task.Code, task.Product?.Vi ?? ""),
        ["reason"] = reason,
    };

    /// <summary>Parties as the form shows them, to be read back by <see cref="Read"/>.</summary>
    public static string Shown(IEnumerable<TaskParty> parties, ActionProgramme programme) =>
        string.Join("; ", parties.Select(party => party.Agency is { } code ? programme.Agency(code)?.Name.Vi ?? code : party.Name!.Vi));

    /// <summary>Who leads, as people type it; whom the task has already stays as it is.</summary>
    public static IEnumerable<TaskParty> Leads(string typed, ProgrammeTask before, ActionProgramme programme) =>
        Parties(Split(typed), PartyRole.Lead, before, programme);

    static IEnumerable<TaskParty> Parties(SentForm form, string field, PartyRole role, ProgrammeTask? before, ActionProgramme programme) =>
        Parties(List(form, field), role, before, programme);

    static IEnumerable<TaskParty> Parties(List<string> list, PartyRole role, ProgrammeTask? before, ActionProgramme programme)
    {
        foreach (var typed in list)
        {
            var key = VietnameseText.Fold(typed);
            var known = before?.Parties.FirstOrDefault(party => party.Role == role && VietnameseText.Fold(Shown([party], programme)) == key);
            var agency = programme.Agencies.FirstOrDefault(one => one.Code == typed || VietnameseText.Fold(one.Name.Vi) == key);
            yield return known ?? new(role, agency?.Code, null, agency is null ? new(typed) : null, false);
        }
    }

    static string? District(SentForm form, string typed, ActionProgramme programme)
    {
        var key = VietnameseText.Fold(typed);
        var known = programme.Districts.FirstOrDefault(one => one.Code == typed || VietnameseText.Fold(one.Name.Vi) == key);
        if (known is null)
            form.Refuse("districts", $"Không có huyện “{typed}”.", $"There is no district “{typed}”.");
        return known?.Code;
    }

    static List<string> List(SentForm form, string field)
    {
        var all = Split(form.Line(field, LongestList) ?? "");
        if (all.Count > MostListed)
            form.Refuse(field, $"Nhiều nhất {MostListed} mục.", $"At most {MostListed} entries.");
        return all;
    }

    static List<string> Split(string typed) =>
        [.. typed.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];

    static decimal? Budget(SentForm form)
    {
        if (form.Line("budget", 40) is not { } typed)
            return null;

        // Dots and spaces group digits in Vietnamese; đồng have no decimals.
        var digits = typed.Replace(".", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        if (digits.Length <= 17 && decimal.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var dong))
            return dong;
        form.Refuse("budget", "Kinh phí là số đồng, ví dụ 10.000.000.000.", "A budget is a number of đồng, as 10.000.000.000.");
        return null;
    }

    static int NextPosition(ActionProgramme programme) => programme.States.Select(state => state.Task.Position).DefaultIfEmpty(0).Max() + 1;

    static JsonObject Party(TaskParty party) => new()
    {
        ["role"] = party.Role.Code(),
        ["agency"] = party.Agency,
        ["kind"] = party.Kind,
        ["name_vi"] = party.Name?.Vi,
        ["name_en"] = party.Name?.En,
        ["inferred"] = party.IsInferred,
    };

    static JsonArray Array(IEnumerable<string> codes) => new([.. codes.Select(code => (JsonNode)code)]);

    static string? Day(DateOnly? day) => day is { } known ? CalendarDay.Write(known) : null;
}

using System.Globalization;
using LongAnGis.Seed.Choices;
using LongAnGis.Seed.Files;

namespace LongAnGis.Seed.Content;

/// <summary>The action programme: groups, tasks, and who works on each.</summary>
public static class ProgrammeTables
{
    /// <summary>All known tasks carry out the plan of Decision 686.</summary>
    const string Plan = "686";

    public static string Groups(Reference reference) => Csv.Write(
        ["code", "plan_code", "position", "name_vi", "name_en"],
        reference.Table("programme_tasks").Select(row => row["group_vi"]).Distinct().Select((group, place) =>
        {
            var choice = ChoiceTables.TaskGroup(group);
            return (string?[])[choice["code"], Plan, Whole(place + 1), group, choice["name_en"]];
        }));

    public static string Tasks(Reference reference) => Csv.Write(
        ["code", "plan_code", "group_code", "parent_code", "position", "name_vi", "name_en", "product", "instrument_code",
            "instrument_text", "start_on", "deadline", "deadline_text", "priority", "budget_vnd", "budget_source", "districts",
            "features", "indicators", "targets", "depends_on", "source_url", "note"],
        reference.Table("programme_tasks").Select((row, place) =>
        {
            var choice = ChoiceTables.Task(row["code"]);
            return (string?[])[row["code"], Plan, ChoiceTables.TaskGroup(row["group_vi"])["code"], choice.Text("parent"),
                Whole(place + 1), row["task_vi"], row["task_en"], row.Text("output"), choice.Text("instrument"),
                row["instrument"], choice.Text("start_on"), choice.Text("deadline"), row.Text("deadline_or_period"),
                Priority(row), choice.Text("budget_vnd"), choice.Text("budget_source"), choice.Text("districts"),
                choice.Text("features"), choice.Text("indicators"), choice.Text("targets"), choice.Text("depends_on"),
                row.Text("source_url"), Note(row, choice)];
        }));

    public static string Parties(Reference reference) => Csv.Write(
        ["task_code", "role", "agency_code", "agency_kind", "name_vi", "name_en", "inferred"],
        reference.Table("programme_tasks").SelectMany(row =>
            Of(row, "lead_agency", "lead").Concat(Of(row, "coordinating_agencies", "cooperating"))));

    static IEnumerable<string?[]> Of(Row row, string column, string role)
    {
        var inferred = ChoiceTables.Task(row["code"]).Text("inferred") == role ? "yes" : null;
        return row.List(column).SelectMany(name =>
        {
            var party = ChoiceTables.Party(name);
            return party.List("agencies") is { Count: > 0 } agencies
                ? agencies.Select(agency => (string?[])[row["code"], role, agency, null, null, null, inferred])
                : [[row["code"], role, null, party.Text("kind"), party["name_vi"], party["name_en"], inferred]];
        });
    }

    // Decision 1003 itself puts these first: “Ưu tiên hạ tầng …”. No source ranks the others.
    static string Priority(Row row) => row["task_vi"].StartsWith("Ưu tiên", StringComparison.Ordinal) ? "high" : "normal";

    static string? Note(Row row, Row choice) => row.Text("note") is not null && choice.Text("note_vi") is null
        ? throw new InvalidDataException($"Choices/programme-tasks.csv leaves out the note of {row["code"]}.")
        : ObservationTables.InOneColumn(choice.Text("note_vi"), choice.Text("note_en"));

    static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}

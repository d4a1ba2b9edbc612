using LongAnGis.Seed.Files;

namespace LongAnGis.Seed.Choices;

/// <summary>
/// What a person had to decide before the facts could be drawn: which points a line runs through, which commune a
/// locator text means, which code a status text stands for. Kept as tables so that a person can check them.
/// </summary>
public static class ChoiceTables
{
    public static IReadOnlyList<Row> Points { get; } = Table("points");
    public static IReadOnlyList<Row> Lines { get; } = Table("lines");
    public static IReadOnlyList<Row> Places { get; } = Table("places");
    public static IReadOnlyList<Row> DissolvedCommunes { get; } = Table("dissolved-communes");
    public static IReadOnlyList<Row> AgencySuccessors { get; } = Table("agency-successors");
    public static IReadOnlyList<Row> Themes { get; } = Table("themes");
    public static IReadOnlyList<Row> AddedIndicators { get; } = Table("added-indicators");
    public static IReadOnlyList<Row> Unions { get; } = Table("unions");

    static readonly Dictionary<(string, string), string> Statuses =
        Table("statuses").ToDictionary(row => (row["layer"], row["text"]), row => row["status"]);

    static readonly Dictionary<string, string> EnglishNames =
        Table("names-en").ToDictionary(row => row["code"], row => row["name_en"]);

    static readonly Dictionary<string, Row> Texts = Table("texts").ToDictionary(row => row["code"]);
    static readonly Dictionary<string, Row> Indicators = Table("indicators").ToDictionary(row => row["code"]);
    static readonly Dictionary<string, Row> Units = Table("units").ToDictionary(row => row["unit"]);
    static readonly Dictionary<string, Row> SourceBodies = Table("source-bodies").ToDictionary(row => row["source_body"]);
    static readonly Dictionary<string, Row> Notes = Table("observation-notes").ToDictionary(row => row["note"]);
    static readonly Dictionary<string, Row> TaskGroups = Table("programme-groups").ToDictionary(row => row["group_vi"]);
    static readonly Dictionary<string, Row> Tasks = Table("programme-tasks").ToDictionary(row => row["code"]);
    static readonly Dictionary<string, Row> Parties = Table("programme-parties").ToDictionary(row => row["party_vi"]);
    static readonly Dictionary<string, Row> Targets = Table("targets").ToDictionary(row => row["code"]);

    /// <summary>The code that a status text of the facts stands for; a text nobody has judged stops the tool.</summary>
    public static string? Status(string layer, string? text) =>
        text is null ? null
        : Statuses.TryGetValue((layer, text), out var status) ? status
        : throw new InvalidDataException($"Choices/statuses.csv says nothing of '{text}' in {layer}.");

    /// <summary>The English name, corrected where the facts mix two languages.</summary>
    public static string? EnglishName(Row row) => EnglishNames.GetValueOrDefault(row["code"]) ?? row.Text("name_en");

    /// <summary>What a corridor, zone or axis is for, in our own words.</summary>
    public static Row Text(string code) => Texts[code];

    /// <summary>Theme, direction, denominator, frequency and Vietnamese definition of an indicator of the catalogue.</summary>
    public static Row Indicator(string code) => Judged(Indicators, "indicators", code);

    /// <summary>How a unit of the facts is written for people, and with how many decimals.</summary>
    public static Row Unit(string unit) => Judged(Units, "units", unit);

    /// <summary>Who measures, in Vietnamese.</summary>
    public static string SourceBody(string body) => Judged(SourceBodies, "source-bodies", body)["source_body_vi"];

    /// <summary>A note of the facts in both languages, and what it says about the basis and the period of the value.</summary>
    public static Row? Note(string? note) => note is null ? null : Judged(Notes, "observation-notes", note);

    /// <summary>What a target measures, how it is stated, and which plan and instrument it belongs to.</summary>
    public static Row Target(string code) => Judged(Targets, "targets", code);

    /// <summary>Code and English name of a group of the action programme.</summary>
    public static Row TaskGroup(string group) => Judged(TaskGroups, "programme-groups", group);

    /// <summary>The days that a task's words about its time stand for, what it is tied to, and what of it is inferred.</summary>
    public static Row Task(string code) => Judged(Tasks, "programme-tasks", code);

    /// <summary>Whom the facts mean by a name: agencies of the register, all of a kind, or somebody else.</summary>
    public static Row Party(string name) => Judged(Parties, "programme-parties", name);

    static Row Judged(Dictionary<string, Row> table, string name, string key) =>
        table.TryGetValue(key, out var row) ? row : throw new InvalidDataException($"Choices/{name}.csv says nothing of '{key}'.");

    static IReadOnlyList<Row> Table(string name)
    {
        using var stream = typeof(ChoiceTables).Assembly.GetManifestResourceStream($"{name}.csv")
            ?? throw new FileNotFoundException($"Choices/{name}.csv is not built into the tool.");
        using var reader = new StreamReader(stream);
        return Csv.Read(reader.ReadToEnd());
    }
}

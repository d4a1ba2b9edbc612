using System.Globalization;
using LongAnGis.Seed.Choices;
using LongAnGis.Seed.Files;

namespace LongAnGis.Seed.Content;

/// <summary>What is measured and what is aimed at: themes, indicators, targets.</summary>
public static class IndicatorTables
{
    public static string Themes() => Csv.Write(
        ["code", "position", "name_vi", "name_en"],
        ChoiceTables.Themes.Select((row, place) => (string?[])[row["code"], Whole(place + 1), row["name_vi"], row["name_en"]]));

    /// <summary>The indicators of the facts, then those that targets and denominators need beside them.</summary>
    public static string Indicators(Reference reference) => Csv.Write(
        ["code", "theme_code", "position", "name_vi", "name_en", "unit_vi", "unit_en", "value_kind", "direction", "transfer",
            "denominator_code", "level", "frequency", "decimals", "definition_vi", "definition_en", "source_body_vi",
            "source_body_en"],
        reference.Table("indicator_catalogue").Select(OfTheFacts)
            .Concat(ChoiceTables.AddedIndicators.Select(Added))
            .Select((row, place) => (string?[])[row[0], row[1], Whole(place + 1), .. row[2..]]));

    static string?[] OfTheFacts(Row row)
    {
        var choice = ChoiceTables.Indicator(row["code"]);
        var unit = ChoiceTables.Unit(row["unit"]);
        var denominator = choice.Text("denominator");
        return [row["code"], choice["theme"], row["name_vi"], row["name_en"], unit["unit_vi"], unit["unit_en"], "number",
            choice["direction"], Transfer(row["aggregation"], denominator), denominator, row["level"], choice["frequency"],
            unit["decimals"], choice["definition_vi"], row["description"], ChoiceTables.SourceBody(row["source_body"]),
            row["source_body"]];
    }

    static string?[] Added(Row row) => [row["code"], row["theme"], row["name_vi"], row["name_en"], row["unit_vi"],
        row["unit_en"], row["value_kind"], row["direction"], row["transfer"], row.Text("denominator"), row["level"],
        row["frequency"], row["decimals"], row["definition_vi"], row["definition_en"], row["source_body_vi"],
        row["source_body_en"]];

    static string Transfer(string aggregation, string? denominator) =>
        aggregation == "sum" ? "additive" : denominator is null ? "none" : "ratio";

    public static string Targets(Reference reference) => Csv.Write(
        ["code", "position", "plan_code", "instrument_code", "standing", "indicator_code", "region_code", "name_vi", "name_en",
            "operator", "value", "value_to", "year_from", "year", "baseline_value", "baseline_period", "source_url", "note"],
        reference.Table("province_targets").Select((row, place) =>
        {
            var choice = ChoiceTables.Target(row["code"]);
            var years = row["year"].Split('-');
            return (string?[])[row["code"], Whole(place + 1), choice.Text("plan"), choice["instrument"], choice["standing"],
                choice["indicator"], choice["region"], row["name_vi"], row["name_en"], choice["operator"], row["target_value"],
                row.Text("target_value_max"), years.Length > 1 ? years[0] : null, years[^1], null, null,
                row.Text("source_url"), ObservationTables.InOneColumn(choice.Text("note_vi"), choice.Text("note_en"))];
        }));

    static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}

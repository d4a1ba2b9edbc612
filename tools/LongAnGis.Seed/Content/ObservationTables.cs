using LongAnGis.Core.Plans;
using LongAnGis.Seed.Choices;
using LongAnGis.Seed.Files;

namespace LongAnGis.Seed.Content;

/// <summary>
/// The figures of districts, unions of districts and the province, each with its page, its note in both languages and,
/// where a definition changed inside a series, the basis it follows. Values are copied as they stand.
/// </summary>
public static class ObservationTables
{
    const string LongAn = "80-to-2025";

    /// <summary>A district states its economic structure by output, the province by GRDP.</summary>
    const string DistrictStructure = "cơ cấu giá trị sản xuất của huyện | output structure of the district";

    /// <summary>Notes of rows that repeat a target of province_targets as if it were a figure of that year.</summary>
    static readonly string[] Repeated = ["Provincial Plan target", "the lower bound is entered"];

    static readonly string[] Header =
        ["indicator_code", "region_code", "period", "status", "value", "basis", "source_url", "instrument_code", "note"];

    public static string Districts(Reference reference) => Csv.Write(
        Header,
        reference.Table("district_indicators").Select(row => Line(
            row,
            RegionTable.Code(row["district_code"]),
            row["indicator_code"].StartsWith("share-", StringComparison.Ordinal) ? DistrictStructure : null)));

    public static string Province(Reference reference)
    {
        var targets = reference.Table("province_targets");
        return Csv.Write(
            Header,
            reference.Table("province_indicators")
                .Where(row => !RepeatsTarget(row, targets))
                .Select(row => Line(row, LongAn, null)));
    }

    /// <summary>Both languages in one column, as <see cref="Bilingual"/> reads them.</summary>
    public static string? InOneColumn(string? vi, string? en) => vi is null ? null : new Bilingual(vi, en).InOneColumn;

    static string?[] Line(Row row, string region, string? basis)
    {
        var note = ChoiceTables.Note(row.Text("note"));
        return [row["indicator_code"], region, note?.Text("period") ?? row["year"], row["status"], row["value"],
            note?.Text("basis") ?? basis, Page(row["source_url"]), null, InOneColumn(note?.Text("note_vi"), note?.Text("note_en"))];
    }

    // What stands there for a target must be a target, with the same number: otherwise a figure would get lost.
    static bool RepeatsTarget(Row row, IReadOnlyList<Row> targets)
    {
        if (!Repeated.Any(words => row.Text("note")?.Contains(words, StringComparison.Ordinal) is true))
        {
            return false;
        }

        return targets.Any(target => ChoiceTables.Target(target["code"])["indicator"] == row["indicator_code"]
                && target["year"].EndsWith(row["year"], StringComparison.Ordinal)
                && target.Number("target_value") == row.Number("value"))
            ? true
            : throw new InvalidDataException($"{row["indicator_code"]} {row["year"]} repeats no target of province_targets.");
    }

    static string Page(string source) => Uri.TryCreate(source, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
        ? source
        : throw new InvalidDataException($"'{source}' is no page: name the instrument instead.");
}

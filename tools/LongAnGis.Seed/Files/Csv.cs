using System.Text;

namespace LongAnGis.Seed.Files;

/// <summary>Comma separated values by RFC 4180: quotes where needed, LF line ends, a header in the first line.</summary>
public static class Csv
{
    /// <summary>Reads every row as a dictionary by header; an empty cell is an empty string.</summary>
    public static IReadOnlyList<Row> Read(string text)
    {
        var records = Records(text).ToList();
        var header = records[0];
        return [.. records.Skip(1).Select(cells => new Row(header.Zip(cells).ToDictionary(
            pair => pair.First, pair => pair.Second.Trim().Normalize(NormalizationForm.FormC))))];
    }

    public static string Write(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string?>> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows.Prepend(header))
        {
            text.AppendJoin(',', row.Select(Quoted)).Append('\n');
        }
        return text.ToString();
    }

    static string Quoted(string? cell) =>
        cell is null ? "" : cell.AsSpan().IndexOfAny(',', '"', '\n') < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    static IEnumerable<List<string>> Records(string text)
    {
        var record = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"')
            {
                cell.Append('"');
                i++;
            }
            else if (c == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && c is ',' or '\n' && !quoted)
            {
                record.Add(cell.ToString());
                cell.Clear();
                if (c == '\n')
                {
                    yield return record;
                    record = [];
                }
            }
            else if (c is not ('\r' or '\uFEFF'))
            {
                cell.Append(c);
            }
        }
        if (cell.Length > 0 || record.Count > 0)
        {
            record.Add(cell.ToString());
            yield return record;
        }
    }
}

/// <summary>One row of a fact table. An unknown value is null, never an empty string and never 0.</summary>
public sealed class Row(IReadOnlyDictionary<string, string> cells)
{
    public string this[string column] => Text(column)
        ?? throw new InvalidDataException($"Column '{column}' is empty in the row {string.Join(',', cells.Values)}");

    public string? Text(string column) => cells.TryGetValue(column, out var cell) && cell.Length > 0 ? cell : null;

    public decimal? Number(string column) =>
        Text(column) is { } text ? decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : null;

    /// <summary>The parts of a list cell, as in <c>Đức Hòa; Bến Lức</c>.</summary>
    public IReadOnlyList<string> List(string column) =>
        Text(column)?.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>The pages a row was taken from.</summary>
    public IReadOnlyList<string> Sources =>
        Text("source_url")?.Split(" | ", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
}

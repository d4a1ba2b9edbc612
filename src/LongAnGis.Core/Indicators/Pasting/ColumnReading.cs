using LongAnGis.Core.Text;

namespace LongAnGis.Core.Indicators.Pasting;

enum ColumnRole { Unknown, Ignored, AreaCode, AreaName, Indicator, Period, Status, Value, ValueOfPeriod, ValueOfIndicator }

/// <summary>What a column holds, by its heading.</summary>
sealed record Column(int Index, ColumnRole Role, string Heading)
{
    internal Period? Period { get; init; }

    internal KnownIndicator? Indicator { get; init; }

    internal FigureStatus? Status { get; init; }

    internal bool HoldsValues => Role is ColumnRole.Value or ColumnRole.ValueOfPeriod or ColumnRole.ValueOfIndicator;
}

/// <summary>Finds the row of headings and reads it, in Vietnamese with or without diacritics or in English.</summary>
static class ColumnReading
{
    /// <summary>Titles above a table take a few rows, not more.</summary>
    internal const int MostTitleRows = 15;

    static readonly Dictionary<ColumnRole, HashSet<string>> Headings = new()
    {
        [ColumnRole.Ignored] =
        [
            "stt", "tt", "so tt", "so thu tu", "no", "ghi chu", "note", "notes", "nguon", "source", "don vi tinh", "dvt", "unit",
            "cach tinh", "basis",
        ],
        [ColumnRole.AreaCode] =
        [
            "ma", "ma dvhc", "ma don vi", "ma don vi hanh chinh", "ma huyen", "ma xa", "ma dia phuong", "code", "area code", "district code", "area",
            "ma lanh tho", "region code",
        ],
        [ColumnRole.AreaName] =
        [
            "don vi", "don vi hanh chinh", "ten don vi", "ten don vi hanh chinh", "dia phuong", "ten dia phuong", "dia ban", "huyen", "ten huyen",
            "huyen thi xa thanh pho", "huyen thi xa tp", "huyen thi", "huyen tx tp", "xa phuong", "xa phuong thi tran", "xa", "ten xa", "ten", "khu vuc",
            "district", "commune", "area name", "district name", "name", "name vi", "unit name",
            "lanh tho", "region",
        ],
        [ColumnRole.Indicator] = ["chi tieu", "ten chi tieu", "ma chi tieu", "chi so", "indicator", "indicator code", "indicator name"],
        [ColumnRole.Period] = ["ky", "ky bao cao", "ky so lieu", "thoi gian", "thoi ky", "thoi diem", "nam", "quy", "thang", "period", "year", "quarter", "month"],
        [ColumnRole.Status] = ["trang thai", "loai so lieu", "loai so", "status", "tinh chat"],
        [ColumnRole.Value] = ["gia tri", "so lieu", "value", "thuc hien", "figure", "ket qua", "so", "ke hoach", "plan", "uoc thuc hien", "uoc", "estimate"],
    };

    /// <summary>The row of headings, counted from 0 among the table's rows, with its columns; null when there is none.</summary>
    internal static (int Row, IReadOnlyList<Column> Columns)? Find(PastedTable table, PasteQuestion question)
    {
        for (var row = 0; row < Math.Min(table.Rows.Count, MostTitleRows); row++)
        {
            var columns = table.Rows[row].Select((cell, index) => Read(index, cell, question)).ToList();
            if (columns.Any(column => column.Role is ColumnRole.AreaCode or ColumnRole.AreaName) && columns.Any(column => column.HoldsValues))
                return (row, columns);
        }

        return null;
    }

    internal static bool IsOfAreas(PastedCell cell) =>
        cell.Kind == CellKind.Text && VietnameseText.Fold(cell.Text) is var folded
        && (Headings[ColumnRole.AreaCode].Contains(folded) || Headings[ColumnRole.AreaName].Contains(folded));

    static Column Read(int index, PastedCell cell, PasteQuestion question)
    {
        var text = cell.Kind == CellKind.Formula ? "" : cell.Text.Trim();
        var folded = VietnameseText.Fold(text);
        if (Headings.FirstOrDefault(pair => pair.Value.Contains(folded)) is { Value: not null } known)
            return new(index, known.Key, text) { Status = known.Key == ColumnRole.Value ? StatusIn(folded) : null };
        if (text.Length is 0 or > PastedTable.LongestCell)
            return new(index, text.Length == 0 ? ColumnRole.Ignored : ColumnRole.Unknown, "");
        if (FindIndicator(text, question) is { } indicator)
            return new(index, ColumnRole.ValueOfIndicator, text) { Indicator = indicator };
        return TypedPeriod.Read(text) is { } period
            ? new(index, ColumnRole.ValueOfPeriod, text) { Period = period, Status = StatusIn(folded) }
            : new(index, ColumnRole.Unknown, text);
    }

    /// <summary>By code, or by name in either language, with or without diacritics, with or without a unit in brackets.</summary>
    internal static KnownIndicator? FindIndicator(string text, PasteQuestion question)
    {
        var open = text.LastIndexOf('(');
        var withoutUnit = open > 0 && text.EndsWith(')') ? text[..open] : text;
        var candidates = question.Indicators.Where(indicator => string.Equals(indicator.Code, text, StringComparison.OrdinalIgnoreCase)).ToList();
        foreach (var folded in new[] { text, withoutUnit }.Select(VietnameseText.Fold).Where(folded => folded.Length > 0))
        {
            if (candidates.Count == 0)
                candidates = [.. question.Indicators.Where(indicator => VietnameseText.Fold(indicator.NameVi) == folded || VietnameseText.Fold(indicator.NameEn ?? "") == folded)];
        }

        return candidates.Count == 1 ? candidates[0] : null;
    }

    /// <summary>“KH 2025”, “Ước TH 2024”, “2024 (sơ bộ)”; null when the words say nothing.</summary>
    internal static FigureStatus? StatusIn(string folded)
    {
        var padded = $" {folded} ";
        bool Has(params string[] words) => words.Any(word => padded.Contains($" {word} ", StringComparison.Ordinal));
        return Has("uoc", "so bo", "estimate", "estimated", "uoc tinh", "preliminary") ? FigureStatus.Estimate
            : Has("kh", "ke hoach", "plan", "planned") ? FigureStatus.Plan
            : Has("th", "thuc hien", "chinh thuc", "observed", "actual", "quan sat") ? FigureStatus.Observed
            : null;
    }
}

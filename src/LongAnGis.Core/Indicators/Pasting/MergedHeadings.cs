namespace LongAnGis.Core.Indicators.Pasting;

/// <summary>
/// Headings of several rows, as reports have them: a year above its plan and its result, a name beside both. They are read
/// only where merged cells say what belongs together; the words of a column are then joined from top to bottom (“2024 KH”).
/// Among the figures no merged cell is read, since its value may be meant for one of its cells or for all.
/// </summary>
static class MergedHeadings
{
    /// <summary>The table with its headings in one row, each cell still where it was.</summary>
    internal static PastedTable Unfold(PastedTable table)
    {
        if (table.Merged.Count == 0)
            return table;

        var named = table.Rows.Take(ColumnReading.MostTitleRows).ToList().FindIndex(row => row.Any(ColumnReading.IsOfAreas));
        if (named < 0)
            return table;

        var names = table.Rows[named].Select((cell, index) => (cell, index)).Where(pair => ColumnReading.IsOfAreas(pair.cell))
            .Select(pair => table.At(named, pair.index).Column).ToHashSet();
        bool IsOfNames(MergedCells merged) => names.Any(column => merged.First.Column <= column && column <= merged.Last.Column);
        var row = table.At(named, 0).Row;
        var bottom = table.Merged.Where(merged => merged.First.Row == row && IsOfNames(merged)).Select(merged => merged.Last.Row).DefaultIfEmpty(row).Max();
        var top = table.Merged.Where(merged => merged.Last.Row == row - 1 && merged.Last.Column > merged.First.Column && !IsOfNames(merged))
            .Select(merged => merged.First.Row).DefaultIfEmpty(row).Min();
        return top == bottom ? table : Join(table, top - table.FirstRow, Math.Min(bottom - table.FirstRow, table.Rows.Count - 1));
    }

    /// <summary>Merged cells below the headings that a figure may stand in; a remark that runs along a row is none.</summary>
    internal static IEnumerable<MergedCells> AmongFigures(PastedTable table, int header, IReadOnlyList<Column> columns) => table.Merged.Where(merged =>
    {
        var covered = columns.Where(column =>
            column.Role != ColumnRole.Ignored && table.At(0, column.Index).Column >= merged.First.Column && table.At(0, column.Index).Column <= merged.Last.Column).ToList();
        var isRemark = covered is [{ HoldsValues: false }, ..] && merged.First.Row == merged.Last.Row;
        return merged.Last.Row > table.At(header, 0).Row && covered.Count > 0 && !isRemark;
    });

    static PastedTable Join(PastedTable table, int top, int bottom)
    {
        var width = table.Rows.Skip(top).Take(bottom - top + 1).Max(row => row.Count);
        var joined = Enumerable.Range(0, width).Select(column =>
        {
            var cells = Enumerable.Range(top, bottom - top + 1).Select(row => Shown(table, row, column)).Where(cell => !cell.IsBlank).Distinct().ToList();
            return cells.Count == 1 ? cells[0] : new PastedCell(string.Join(' ', cells.Select(cell => cell.Text.Trim())));
        }).ToList();
        return table with
        {
            Rows = [.. table.Rows.Select((row, index) => index == bottom ? joined : index >= top && index < bottom ? (IReadOnlyList<PastedCell>)[] : row)],
        };
    }

    /// <summary>What a cell shows: its own content, or that of the merged cells it belongs to.</summary>
    static PastedCell Shown(PastedTable table, int row, int column)
    {
        var at = table.At(row, column);
        foreach (var merged in table.Merged)
        {
            if (merged.First.Row <= at.Row && at.Row <= merged.Last.Row && merged.First.Column <= at.Column && at.Column <= merged.Last.Column)
                (row, column) = (merged.First.Row - table.FirstRow, merged.First.Column - table.FirstColumn);
        }

        return row >= 0 && column >= 0 && row < table.Rows.Count && column < table.Rows[row].Count ? table.Rows[row][column] : new("");
    }
}

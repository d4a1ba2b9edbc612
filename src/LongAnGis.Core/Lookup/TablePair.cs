namespace LongAnGis.Core.Lookup;

/// <summary>Two coordinates on a line of a table, with the cells about them that name the point and measure its edge.</summary>
/// <param name="Block">Which of the blocks that stand side by side, from 0.</param>
readonly record struct TablePair(int Block, string? Name, double First, double Second, double? Edge)
{
    /// <summary>The pairs in the columns that a heading names. A number out of range is read all the same: its column says what it is.</summary>
    public static List<TablePair> ByColumns(string[] cells, IReadOnlyList<TableBlock> blocks)
    {
        List<TablePair> pairs = [];
        for (var block = 0; block < blocks.Count; block++)
        {
            var (firstAt, secondAt, nameAt, edgeAt) = blocks[block];
            if (Coordinate(Cell(cells, firstAt)) is { } first && Coordinate(Cell(cells, secondAt)) is { } second)
            {
                pairs.Add(new(block, NullIfEmpty(Cell(cells, nameAt)), first, second, TableCells.Number(Cell(cells, edgeAt))));
            }
        }

        return pairs;
    }

    /// <summary>The pairs of a line without columns: two numbers of the size of coordinates that stand beside each other.</summary>
    public static List<TablePair> Scan(string[] cells)
    {
        var starts = Starts(cells);
        List<TablePair> pairs = [];
        var taken = 0;
        for (var block = 0; block < starts.Count; block++)
        {
            var at = starts[block];
            var isLast = block + 1 == starts.Count;
            var edge = EdgeOf(cells[(at + 2)..(isLast ? cells.Length : starts[block + 1])], isLast);
            pairs.Add(new(
                block,
                at > taken ? NullIfEmpty(cells[at - 1]) : null,
                TableCells.Coordinate(cells[at])!.Value,
                TableCells.Coordinate(cells[at + 1])!.Value,
                edge));
            taken = at + (edge is null ? 2 : 3);
        }

        return pairs;
    }

    static List<int> Starts(string[] cells)
    {
        List<int> starts = [];
        for (var at = 0; at + 1 < cells.Length; at++)
        {
            if (TableCells.Coordinate(cells[at]) is { } one && TableCells.Coordinate(cells[at + 1]) is { } other
                && TableCells.IsDegrees(one) == TableCells.IsDegrees(other))
            {
                starts.Add(at++);
            }
        }

        return starts;
    }

    // Behind the last pair of a line stands at most its edge. Before a next pair stands that one's name, so that an edge needs a
    // second cell, or decimals, to be told from it.
    static double? EdgeOf(string[] between, bool isLast) =>
        between.Length > 0 && TableCells.Number(between[0]) is > 0 and < 100_000 and var edge
            && (isLast || between.Length > 1 || edge % 1 > 0)
            ? edge
            : null;

    static double? Coordinate(string cell) => TableCells.Coordinate(cell) ?? TableCells.Number(cell);

    static string Cell(string[] cells, int? at) => at is { } place && place < cells.Length ? cells[place] : "";

    static string? NullIfEmpty(string text) => text.Length is > 0 and <= 40 ? text : null;
}

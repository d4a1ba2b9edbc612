using LongAnGis.Core.Plans;
using LongAnGis.Core.Text;

namespace LongAnGis.Core.Lookup;

/// <summary>
/// Reads the corner table of a land certificate as people paste it from a spreadsheet, a PDF or by hand: with or without
/// headings and point numbers, one block or two side by side, decimals by comma or dot, an edge column, a line for the area,
/// the first corner repeated at the end.
/// </summary>
public sealed class CornerTableReader
{
    readonly List<List<StatedCorner>> blocks = [];
    readonly List<TableFault> faults = [];
    readonly TableNotes notes = new();
    TableHeading? heading;
    StatedOrder order;

    CornerTableReader()
    {
    }

    /// <summary>What a text states. Nothing in it is corrected; a line that cannot be used is a fault with its number.</summary>
    public static CornerTable Read(string text)
    {
        if (text.Length > CornerTable.LongestText)
        {
            return Refused(new(
                $"Văn bản dài {text.Length} ký tự; một bảng tọa độ có nhiều nhất {CornerTable.LongestText}.",
                $"The text has {text.Length} characters; a corner table has at most {CornerTable.LongestText}."));
        }

        var reader = new CornerTableReader();
        var row = 0;
        foreach (var line in VietnameseText.Canonical(text.TrimStart('\uFEFF')).ReplaceLineEndings("\n").Split('\n'))
        {
            reader.Line(++row, line.Replace('\u00A0', ' '));
            if (reader.blocks.Sum(block => block.Count) > CornerTable.MostCorners)
            {
                return Refused(new(
                    $"Bảng có hơn {CornerTable.MostCorners} đỉnh. Với ranh giới lớn như vậy, hãy dùng tệp bản đồ.",
                    $"The table has more than {CornerTable.MostCorners} corners. Use a map file for a boundary of that size."));
            }
        }

        return reader.Table();
    }

    static CornerTable Refused(Bilingual message) => new([], StatedOrder.Unsaid, null, [], false, [new(1, message)]);

    CornerTable Table()
    {
        List<StatedCorner> corners = [.. blocks.SelectMany(block => block)];
        var repeats = corners.Count > 2 && (corners[^1].First, corners[^1].Second) == (corners[0].First, corners[0].Second);
        if (repeats)
        {
            corners.RemoveAt(corners.Count - 1);
        }

        return new(corners, order, notes.Meridian, notes.AreaReadings, repeats, faults);
    }

    void Line(int row, string line)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            return;
        }

        var cells = TableCells.Split(line, out var byColumns);
        if (heading is null && TableHeading.Read(cells) is { } found)
        {
            heading = byColumns ? found : found with { Blocks = [] };
            order = found.Order;
            return;
        }

        var pairs = Pairs(cells, byColumns);
        if (pairs.Count > 0)
        {
            Add(row, line, pairs);
        }
        else if (notes.IsMixed is var wasMixed && notes.Read(line))
        {
            if (notes.IsMixed && !wasMixed)
            {
                faults.Add(new(row, new(
                    $"Dòng {row} nêu một kinh tuyến trục khác với dòng trước: một bảng chỉ dùng một múi chiếu. Hãy tách bảng, hoặc đổi về một múi ở trang đổi tọa độ.",
                    $"Line {row} names another central meridian than a line before it: a table is in one zone. Part the table, or convert it to one zone first.")));
            }
        }
        else if (!IsEdge(cells))
        {
            Judge(row, line, cells);
        }
    }

    List<TablePair> Pairs(string[] cells, bool byColumns) =>
        byColumns && heading is { Blocks.Count: > 0 } ? TablePair.ByColumns(cells, heading.Blocks) : TablePair.Scan(cells);

    void Add(int row, string line, List<TablePair> pairs)
    {
        order = order == StatedOrder.Unsaid ? TableNotes.OrderOf(line) : order;
        foreach (var pair in pairs)
        {
            while (blocks.Count <= pair.Block)
            {
                blocks.Add([]);
            }

            var name = pair.Name ?? (blocks[pair.Block].Count + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
            blocks[pair.Block].Add(new(row, name, pair.First, pair.Second, pair.Edge));
        }
    }

    // Certificates print an edge between the two corners that it joins, on a line of its own.
    bool IsEdge(string[] cells)
    {
        var numbers = cells.Where(cell => cell.Length > 0).ToList();
        if (numbers is not [var only] || TableCells.Number(only) is not (> 0 and < 100_000 and var edge) || blocks is not [.., [.., var last]])
        {
            return false;
        }

        blocks[^1][^1] = last with { EdgeMetres = edge };
        return true;
    }

    // Titles and remarks have figures too; a line of nothing but figures was meant to be a corner.
    void Judge(int row, string line, string[] cells)
    {
        if (line.Any(char.IsAsciiDigit) && cells.Count(cell => TableCells.Number(cell) is not null) >= Math.Max(1, cells.Count(cell => cell.Length > 0) - 1))
        {
            faults.Add(new(row, new(
                $"Dòng {row} có số nhưng không đủ hai tọa độ: “{Shortened(line)}”. Mỗi đỉnh cần X và Y tính bằng mét, hoặc vĩ độ và kinh độ.",
                $"Line {row} has figures but not two coordinates: “{Shortened(line)}”. A corner takes X and Y in metres, or latitude and longitude.")));
        }
    }

    static string Shortened(string line) => line.Trim() is { Length: > 60 } text ? text[..60] + "…" : line.Trim();
}

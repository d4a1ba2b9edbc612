using System.Text.RegularExpressions;
using LongAnGis.Core.Text;

namespace LongAnGis.Core.Lookup;

/// <summary>Where one block of a table has its columns. Tables of many corners are printed as two blocks side by side.</summary>
readonly record struct TableBlock(int First, int Second, int? Name, int? Edge);

/// <summary>The heading line of a corner table: X or Bắc or N, Y or Đông or E, the point's number, the edge.</summary>
sealed partial record TableHeading(IReadOnlyList<TableBlock> Blocks, StatedOrder Order)
{
    /// <summary>The heading that a line is; null when it names no two axes.</summary>
    public static TableHeading? Read(IReadOnlyList<string> cells)
    {
        var words = cells.Select(cell => VietnameseText.Fold(cell)).ToList();
        var north = Places(words, North());
        var east = Places(words, East());
        if (north.Count == 0 || north.Count != east.Count)
        {
            return null;
        }

        var order = north[0] < east[0] ? StatedOrder.NorthFirst : StatedOrder.EastFirst;
        var starts = north.Zip(east, Math.Min).ToList();
        var blocks = starts.Select((start, i) =>
        {
            var from = i == 0 ? 0 : Math.Max(north[i - 1], east[i - 1]) + 1;
            var until = i + 1 < starts.Count ? starts[i + 1] : words.Count;
            return new TableBlock(
                start,
                Math.Max(north[i], east[i]),
                Place(words, PointName(), from, start),
                Place(words, Edge(), Math.Max(north[i], east[i]) + 1, until));
        });
        return new([.. blocks], order);
    }

    static List<int> Places(List<string> words, Regex name) =>
        [.. Enumerable.Range(0, words.Count).Where(at => name.IsMatch(words[at]))];

    static int? Place(List<string> words, Regex name, int from, int until)
    {
        for (var at = from; at < until; at++)
        {
            if (name.IsMatch(words[at]))
            {
                return at;
            }
        }

        return null;
    }

    [GeneratedRegex(@"^(x\b|toa do x\b|bac\b|n$|northing\b|vi do\b|lat)")]
    private static partial Regex North();

    [GeneratedRegex(@"^(y\b|toa do y\b|dong\b|e$|easting\b|kinh do\b|lon|lng)")]
    private static partial Regex East();

    [GeneratedRegex(@"^(so hieu|so tt|stt|tt$|diem|dinh|ten|moc|no\b|point|id$|#)")]
    private static partial Regex PointName();

    [GeneratedRegex(@"^(canh|chieu dai|dai|edge|length|s$|d$|kc|khoang cach)")]
    private static partial Regex Edge();
}

using System.Text.RegularExpressions;
using LongAnGis.Core.Plans;
using LongAnGis.Core.Text;

namespace LongAnGis.Core.Lookup;

/// <summary>A row of a batch as it was sent.</summary>
/// <param name="Subject">Which of the subjects it belongs to, from 0; null of a row without coordinates.</param>
public sealed record BatchRow(int? Subject, IReadOnlyList<string> Cells);

/// <summary>A parcel or a point of a batch.</summary>
/// <param name="Corners">Its corners as a table that <see cref="CornerTableReader"/> reads.</param>
/// <param name="Fault">Why it can be neither; it is not asked about then.</param>
public sealed record BatchSubject(string Corners, Bilingual? Fault = null);

/// <summary>
/// A table of many parcels or points: a heading with X and Y (or latitude and longitude), then a row for each point or corner.
/// Rows that bear the same value in a column of parcels (Thửa, Mã thửa, Parcel) are the corners of one parcel in their order; an
/// empty cell there repeats the one above, as merged cells do. One row alone is a point.
/// </summary>
public sealed partial record BatchTable(IReadOnlyList<string> Headings, IReadOnlyList<BatchRow> Rows, IReadOnlyList<BatchSubject> Subjects)
{
    public const int MostSubjects = 2_000;

    /// <summary>Titles may stand above the heading, not a letter's worth of them.</summary>
    const int MostRowsAboveHeading = 15;

    /// <param name="refusal">Why the table cannot be used; null when it can.</param>
    public static BatchTable? Read(IReadOnlyList<IReadOnlyList<string>> rows, out Bilingual? refusal)
    {
        var at = Enumerable.Range(0, Math.Min(rows.Count, MostRowsAboveHeading)).FirstOrDefault(row => TableHeading.Read(rows[row]) is { Blocks.Count: 1 }, -1);
        if (at < 0)
        {
            refusal = new(
                "Không thấy dòng tiêu đề có cột X và Y (hoặc vĩ độ và kinh độ), mỗi cột một lần.",
                "There is no heading with columns X and Y (or latitude and longitude), each once.");
            return null;
        }

        var width = rows.Skip(at).Max(row => row.Count);
        List<string> headings = [.. Enumerable.Range(0, width).Select(column => column < rows[at].Count ? rows[at][column].Trim() : "")];
        var block = TableHeading.Read(rows[at])!.Blocks[0];
        var parcels = headings.FindIndex(heading => ParcelColumn().IsMatch(VietnameseText.Fold(heading)));
        var read = new Reading(rows[at], block, parcels);
        foreach (var row in rows.Skip(at + 1))
            read.Add([.. Enumerable.Range(0, width).Select(column => column < row.Count ? row[column] : "")]);
        refusal = read.Judge();
        return refusal is null ? new(headings, read.Rows, read.Subjects) : null;
    }

    sealed class Reading(IReadOnlyList<string> heading, TableBlock block, int parcels)
    {
        readonly Dictionary<string, int> known = new(StringComparer.OrdinalIgnoreCase);
        readonly List<List<IReadOnlyList<string>>> groups = [];
        string? last;

        public List<BatchRow> Rows { get; } = [];

        public List<BatchSubject> Subjects => [.. groups.Select(Subject)];

        public void Add(IReadOnlyList<string> cells)
        {
            if (cells.All(string.IsNullOrWhiteSpace))
                return;
            if (cells[block.First].Length == 0 && cells[block.Second].Length == 0)
            {
                Rows.Add(new(null, cells));
                return;
            }

            var name = parcels >= 0 && cells[parcels].Trim() is { Length: > 0 } said ? said : parcels >= 0 ? last : null;
            last = name;
            if (name is null || !known.TryGetValue(name, out var group))
            {
                group = groups.Count;
                groups.Add([]);
                if (name is not null)
                    known[name] = group;
            }

            groups[group].Add(cells);
            Rows.Add(new(group, cells));
        }

        public Bilingual? Judge() => groups.Count switch
        {
            0 => new("Bảng không có dòng nào có tọa độ.", "The table has no row with coordinates."),
            > MostSubjects => new(
                $"Tệp có {groups.Count} thửa hoặc điểm; mỗi lần nhiều nhất {MostSubjects}. Hãy chia tệp.",
                $"The file holds {groups.Count} parcels or points; at most {MostSubjects} at a time. Part the file."),
            _ => null,
        };

        BatchSubject Subject(List<IReadOnlyList<string>> corners)
        {
            var lines = corners.Select(cells => $"{cells[block.First]}\t{cells[block.Second]}");
            var table = $"{heading[block.First]}\t{heading[block.Second]}\n{string.Join('\n', lines.Select(line => line.ReplaceLineEndings(" ")))}";
            return corners.Count == 2
                ? new(table, new("Thửa chỉ có hai đỉnh; cần ít nhất ba, hoặc một dòng cho một điểm.", "The parcel has only two corners; it takes three, or one row for a point."))
                : new(table);
        }
    }

    [GeneratedRegex(@"^(thua|so thua|ma thua|ma dinh danh|ma lo|so lo|lo$|khu$|ma khu|ma$|parcel|plot|code$)")]
    private static partial Regex ParcelColumn();
}

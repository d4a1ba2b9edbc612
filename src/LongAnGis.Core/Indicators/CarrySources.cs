using LongAnGis.Core.Plans;

namespace LongAnGis.Core.Indicators;

/// <summary>Which figures make up an area: those that count wholly, those of which a part counts, or why it cannot be told.</summary>
sealed record CarrySources(IReadOnlySet<string> Areas)
{
    internal IReadOnlyList<string> Whole { get; private init; } = [];

    /// <summary>With all parts of the area that was cut, not only those that count here.</summary>
    internal IReadOnlyList<(string Source, IReadOnlyList<(string To, decimal Share)> Parts)> Cut { get; private init; } = [];

    internal Bilingual? Refusal { get; private init; }

    internal IEnumerable<string> All => Whole.Concat(Cut.Select(cut => cut.Source));

    /// <param name="withFigure">Areas and unions that have a figure.</param>
    internal static CarrySources Of(Crosswalk crosswalk, IEnumerable<string> withFigure, string area)
    {
        var known = withFigure.ToHashSet();
        var areas = area.Split('+').ToHashSet();
        var sources = new CarrySources(areas);
        var predecessors = crosswalk.Predecessors(areas);
        if (areas.Any(one => crosswalk.Predecessors([one]).Count == 0))
        {
            return sources with
            {
                Refusal = new(
                    $"Bảng chuyển đổi ngày {Day(crosswalk)} không có {crosswalk.Names(area)}.",
                    $"The crosswalk of {Day(crosswalk)} does not have {crosswalk.Names(area)}."),
            };
        }

        var unions = known.Where(code => code.Contains('+', StringComparison.Ordinal))
            .Select(code => (Code: code, Members: code.Split('+').ToHashSet()))
            .ToList();
        List<string> whole = [];
        List<(string, IReadOnlyList<(string, decimal)>)> cut = [];
        HashSet<string> covered = [];
        // Unions first: a figure of a union stands for members that have none of their own, and then for all its members.
        foreach (var (code, members) in unions.OrderBy(union => union.Code, StringComparer.Ordinal))
        {
            var isNeeded = members.Any(member => predecessors.Contains(member) && !known.Contains(member) && !covered.Contains(member));
            if (!isNeeded)
                continue;
            if (members.Overlaps(covered) || !members.All(member => crosswalk.IsWholly(member, areas)))
            {
                return sources with
                {
                    Refusal = new(
                        $"Số liệu chung của {crosswalk.Names(code)} không tách ra được.",
                        $"The one figure of {crosswalk.Names(code)} cannot be parted."),
                };
            }

            whole.Add(code);
            covered.UnionWith(members);
        }

        foreach (var predecessor in predecessors.Where(code => !covered.Contains(code)))
        {
            if (!known.Contains(predecessor))
            {
                return sources with
                {
                    Refusal = new($"Thiếu số liệu của {crosswalk.Names(predecessor)}.", $"There is no figure for {crosswalk.Names(predecessor)}."),
                };
            }

            if (crosswalk.IsWholly(predecessor, areas))
                whole.Add(predecessor);
            else if (crosswalk.Parts(predecessor) is { } parts)
                cut.Add((predecessor, parts));
            else
            {
                return sources with
                {
                    Refusal = new(
                        $"Chưa biết phần của {crosswalk.Names(predecessor)} lớn bao nhiêu.",
                        $"How large the part of {crosswalk.Names(predecessor)} is, is not known."),
                };
            }
        }

        return sources with { Whole = whole, Cut = cut };
    }

    static string Day(Crosswalk crosswalk) => AttributeText.Date(crosswalk.Day);
}

/// <summary>Areas by name in explanations.</summary>
static class CrosswalkNames
{
    const int Most = 4;

    /// <summary>“Mộc Hóa + Kiến Tường” for a union.</summary>
    internal static string Names(this Crosswalk crosswalk, string area) => string.Join(" + ", area.Split('+').Select(crosswalk.Name));

    /// <summary>“A, B và 3 đơn vị khác”.</summary>
    internal static string Listed(this Crosswalk crosswalk, IEnumerable<string> areas, bool english)
    {
        var names = areas.Select(area => crosswalk.Names(area)).ToList();
        var and = english ? " and " : " và ";
        return names.Count switch
        {
            0 => "",
            1 => names[0],
            <= Most => string.Join(", ", names.SkipLast(1)) + and + names[^1],
            _ => string.Join(", ", names.Take(Most - 1)) + and + (english ? $"{names.Count - Most + 1} more" : $"{names.Count - Most + 1} đơn vị khác"),
        };
    }
}

using LongAnGis.Core.Plans;
using NetTopologySuite.Geometries;

namespace LongAnGis.Core.Rules;

/// <summary>
/// All rules, R01 to R15, asked of a set of changes in its surroundings. Errors first, then warnings, each by rule. A repair
/// is offered only when it was tried: with it the finding is gone and no error is new.
/// </summary>
public static class RuleBook
{
    /// <summary>Trying a repair costs a check; beyond this many the planner mends some and asks again.</summary>
    const int RepairsToTry = 12;

    /// <summary>In larger sets a repair is tried among what lies near it, not among all changes.</summary>
    const int ChangesToTryWhole = 50;

    public static IReadOnlyList<Finding> Check(RuleContext context)
    {
        var found = Judge(context).Concat(Quota(context)).ToList();
        var errors = found.Where(finding => finding.Severity == Severity.Error).Select(finding => finding.Key).ToHashSet();
        // In a heap every trial would be as dear as the check itself.
        var tried = found.Exists(finding => finding.About == OverlapRules.TooManyPairs) ? RepairsToTry : 0;
        return
        [
            .. found
                .Select(finding => finding with
                {
                    Repairs = [.. finding.Repairs.Where(repair => tried++ < RepairsToTry && Mends(context, finding, repair, errors))],
                })
                .OrderByDescending(finding => finding.Severity).ThenBy(finding => finding.Rule)
                .ThenBy(finding => finding.Key, StringComparer.Ordinal),
        ];
    }

    static List<Finding> Judge(RuleContext context)
    {
        var overlaps = OverlapRules.Check(context).ToList();
        // Corners are told once the boundary is one: while two areas overlap, the overlap is what matters.
        var overlapping = overlaps.Select(finding => (finding.Feature!.Path, finding.Other?.Path)).ToHashSet();
        var isHeap = overlaps.Exists(finding => finding.Other is null);
        return
        [
            .. context.Changes.SelectMany(change => ContentRules.Check(context, change)),
            .. context.Changes.Select(change => change.After).OfType<PlanFeature>().SelectMany(feature => ShapeRules.Check(context, feature)),
            .. overlaps,
            .. GapRule.Check(context),
            .. (isHeap ? [] : CornerRule.Check(context)).Where(finding => !overlapping.Contains((finding.Feature!.Path, finding.Other?.Path))),
        ];
    }

    static bool Mends(RuleContext context, Finding finding, Repair repair, HashSet<string> errors)
    {
        if (context.Changes.Count > ChangesToTryWhole)
        {
            var place = new Envelope();
            foreach (var mended in repair.Features)
            {
                place.ExpandToInclude(mended.GeometryWgs84.EnvelopeInternal);
            }

            context = context.Around(place);
        }

        var after = Judge(context.With(repair));
        return after.TrueForAll(one => one.Key != finding.Key)
            && after.TrueForAll(one => one.Severity != Severity.Error || errors.Contains(one.Key));
    }

    // R15: only what these changes add to is theirs to explain.
    static IEnumerable<Finding> Quota(RuleContext context) =>
        from line in context.Ledger
        where line.Limit is { } limit && line.AfterHectares > limit && line.AfterHectares - line.BeforeHectares > 0.0001
        let place = line.AreaName ?? new Bilingual("toàn tỉnh", "the province")
        select new Finding(Rule.R15, Severity.Warning, new(
            $"{line.Name.Vi} ({place.Vi}) sẽ là {Amounts.Hectares(line.AfterHectares, false)}, vượt chỉ tiêu {Amounts.Hectares(line.Limit!.Value, false)} là {Amounts.Hectares(line.AfterHectares - line.Limit.Value, false)}.",
            $"{line.Name.In(true)} ({place.In(true)}) will be {Amounts.Hectares(line.AfterHectares, true)}, which is {Amounts.Hectares(line.AfterHectares - line.Limit.Value, true)} above the allotted {Amounts.Hectares(line.Limit.Value, true)}."))
        {
            About = line.Area is null ? line.LandClass : $"{line.LandClass}/{line.Area}",
            Measure = new(line.AfterHectares - line.Limit.Value, "ha"),
        };
}

using LongAnGis.Core.Indicators;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Platform;

namespace LongAnGis.Web.Indicators.Board;

/// <summary>The results framework at a moment: every target held against the figures known then.</summary>
/// <param name="Edition">The edition of figures it answers from.</param>
/// <param name="Cases">Worst first; within a verdict by how far they are behind, then in the order of the plan.</param>
/// <param name="Horizon">The last year of the plan's period; later targets are its vision.</param>
public sealed record BoardAt(
    PointInTime Moment, int Edition, VerdictRule Rule, IReadOnlyList<TargetCase> Cases, IReadOnlyDictionary<string, Bilingual> Themes, int Horizon)
{
    /// <summary>Targets of the plan that count, to the end of its period.</summary>
    public IEnumerable<TargetCase> OfPlan => Binding.Where(one => one.Stated.Plan == Moment.Plan && one.Stated.Year <= Horizon);

    public IEnumerable<TargetCase> Vision => Binding.Where(one => one.Stated.Plan == Moment.Plan && one.Stated.Year > Horizon);

    /// <summary>Targets of instruments that are no plan: judged by the same rule, never counted with the plan's.</summary>
    public IEnumerable<TargetCase> OfOthers => Binding.Where(one => one.Stated.Plan is null);

    /// <summary>Drafts and what was replaced: kept, not judged.</summary>
    public IEnumerable<TargetCase> NotCounting => Cases.Where(one => !one.IsJudged && (one.Stated.Plan is null || one.Stated.Plan == Moment.Plan));

    IEnumerable<TargetCase> Binding => Cases.Where(one => one.IsJudged);
}

/// <summary>Makes the scoreboard. Three questions, however many targets there are.</summary>
public sealed class Scoreboard(
    Editions editions, IndicatorCatalogue catalogue, StatedTargets targets, BoardFigures figures, VerdictNumbers numbers, PlanRegister plans)
{
    /// <summary>When a plan does not say for which years it is.</summary>
    const int UsualFirstYear = 2021, UsualHorizon = 2030;

    public async Task<BoardAt> At(PointInTime moment, CancellationToken cancellation)
    {
        var edition = await editions.At(moment, cancellation);
        var stated = await targets.All(edition, cancellation);
        return await Board(moment, edition, stated, cancellation);
    }

    /// <summary>One target with its board.</summary>
    /// <exception cref="RefusedException">404 when there is no such target at that moment.</exception>
    public async Task<(BoardAt Board, TargetCase Case)> Find(string code, PointInTime moment, CancellationToken cancellation)
    {
        var edition = await editions.At(moment, cancellation);
        var stated = (await targets.All(edition, cancellation)).Where(target => target.Code == code).ToList();
        if (stated.Count == 0)
            throw new RefusedException(Refusal.NotFound(
                $"Không có mục tiêu “{Short(code)}” ở thời điểm này. Trang Mục tiêu liệt kê các mục tiêu đang có.",
                $"There is no target “{Short(code)}” at this moment. The page Targets lists those there are."));
        var board = await Board(moment, edition, stated, cancellation);
        return (board, board.Cases[0]);
    }

    async Task<BoardAt> Board(PointInTime moment, int edition, IReadOnlyList<StatedTarget> stated, CancellationToken cancellation)
    {
        var rule = await numbers.At(edition, cancellation);
        var entries = (await catalogue.All(cancellation)).ToDictionary(entry => entry.Indicator.Code);
        var known = await figures.Of([.. stated.Select(target => (target.Indicator, target.Region))], moment.AsOf, edition, cancellation);
        var (firstYear, horizon) = (await plans.All(cancellation)).FirstOrDefault(plan => plan.Code == moment.Plan)?.Years ?? (UsualFirstYear, UsualHorizon);
        var cases = stated
            .Select((target, place) => (Place: place, Case: TargetCase.Of(
                target, entries[target.Indicator].Indicator, [.. known[(target.Indicator, target.Region)]], moment.AsOf, firstYear, rule)))
            .OrderBy(one => one.Case.Judgement.Verdict)
            .ThenBy(one => one.Case.Judgement.PercentOfExpected ?? 100)
            .ThenBy(one => one.Place)
            .Select(one => one.Case)
            .ToList();
        var themes = entries.Values.GroupBy(entry => entry.Indicator.Theme).ToDictionary(group => group.Key, group => group.First().Theme);
        return new(moment, edition, rule, cases, themes, horizon);
    }

    static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";
}

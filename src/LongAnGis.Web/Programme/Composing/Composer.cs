using LongAnGis.Core.Indicators;
using LongAnGis.Core.Plans;
using LongAnGis.Core.Programme;
using LongAnGis.Core.Programme.Composing;
using LongAnGis.Core.Programme.Reporting;
using LongAnGis.Web.Accounts;
using LongAnGis.Web.Database;
using LongAnGis.Web.Indicators;
using LongAnGis.Web.Indicators.Board;
using LongAnGis.Web.Investment.Pipeline;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Programme.Reporting;

namespace LongAnGis.Web.Programme.Composing;

/// <summary>
/// Gathers the figures of a report from what was filed and approved: the programme and the targets as they stood on the last
/// day of the period and on the day before its first, the money of projects as it stood on the last, all as known now.
/// </summary>
sealed class Composer(
    PlanDatabase database, ProgrammeReading reading, ReportReading reports, Periods periods, Moments moments, Scoreboard scoreboard, RegionTiles regions,
    PipelineReading projects)
{
    static readonly string WordsQuery = Sql.Beside<Composer>("ApprovedWords");

    /// <summary>Why no report can be composed for a period; null when one can.</summary>
    public Bilingual? Objection(ReportingPeriod period) => periods.Calendar.LastDay(period) >= periods.Today
        ? new(
            $"Kỳ {period.Words.Vi} chưa kết thúc: tổng hợp được từ ngày {AttributeText.Date(periods.Calendar.OpensOn(period))}.",
            $"The period {period.Words.En} is not over: its report can be composed from {AttributeText.Date(periods.Calendar.OpensOn(period))}.")
        : null;

    public async Task<ComposedFigures> Gather(ReportingPeriod period, ReportScope scope, Visitor visitor, CancellationToken cancellation)
    {
        var calendar = periods.Calendar;
        var (first, last) = (calendar.FirstDay(period), calendar.LastDay(period));
        var (now, before) = (await On(last, cancellation), await On(first.AddDays(-1), cancellation));
        var programme = await reading.At(now, visitor, cancellation);
        var tasks = Composition.Tasks(scope, programme, await reading.At(before, visitor, cancellation), await Words(first, last, cancellation));
        return new(
            period.ToString(), first, last, calendar.LastDay(calendar.Next(period)), programme.Edition, (await regions.Revision(now.Revision, cancellation)).Touched,
            scope.Name(programme), await Filing(period, scope, programme, cancellation), await Targets(now, before, scope, programme, cancellation), tasks,
            Composition.Districts(scope, programme), await Capital(scope, programme, now, cancellation));
    }

    async Task<ComposedCapital> Capital(ReportScope scope, ActionProgramme programme, PointInTime now, CancellationToken cancellation)
    {
        var pipeline = await projects.At(now, cancellation);
        return Composition.Capital(scope, programme, pipeline.Projects, now.AsOf, pipeline.NameOf);
    }

    Task<PointInTime> On(DateOnly day, CancellationToken cancellation) => moments.Resolve(new AskedTime(AsOf: day), cancellation);

    async Task<IReadOnlyList<ApprovedWords>> Words(DateOnly first, DateOnly last, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(WordsQuery);
        command.Parameters.AddWithValue("first", first);
        command.Parameters.AddWithValue("last", last);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var words = new List<ApprovedWords>();
        while (await row.ReadAsync(cancellation))
        {
            words.Add(new(row.GetString(0), row.GetString(1), row.GetString(2), row.FindString(3), row.FindString(4), row.FindString(5)));
        }

        return words;
    }

    async Task<ComposedFiling> Filing(ReportingPeriod period, ReportScope scope, ActionProgramme programme, CancellationToken cancellation)
    {
        var standings = await reports.Standings(period, scope.Agency, cancellation);
        var states = ReportingUnits.Due(programme, periods.Calendar, period)
            .Where(one => scope.Has(programme, one.State.Task))
            .SelectMany(one => one.Units.Where(unit => scope.Agency is null || unit == scope.Agency).Select(unit => (unit, one.State.Task.Code)))
            .Select(key => standings.TryGetValue(key, out var standing) ? standing.State : ReportState.Missing).ToList();
        return new(
            states.Count, states.Count(state => state == ReportState.Approved), states.Count(state => state == ReportState.Filed), states.Count(state => state.IsOwed()));
    }

    // The province has all that the plan and other instruments aim at, others what their tasks are tied to.
    async Task<IReadOnlyList<ComposedTarget>> Targets(
        PointInTime now, PointInTime before, ReportScope scope, ActionProgramme programme, CancellationToken cancellation)
    {
        var (board, earlier) = (await scoreboard.At(now, cancellation), await scoreboard.At(before, cancellation));
        var old = earlier.Cases.ToDictionary(one => one.Stated.Code, StringComparer.Ordinal);
        var tied = programme.States.Where(state => scope.Has(programme, state.Task)).SelectMany(state => state.Task.Targets.Concat(state.Task.Indicators)).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. board.OfPlan.Concat(board.OfOthers)
                .Where(one => scope.IsProvince || tied.Contains(one.Stated.Code) || tied.Contains(one.Indicator.Code))
                .Select(one => Target(one, old.GetValueOrDefault(one.Stated.Code))),
        ];
    }

    static ComposedTarget Target(TargetCase one, TargetCase? before)
    {
        var (vi, en) = (new CaseText(one, Language.Vietnamese), new CaseText(one, Language.English));
        return new(
            one.Stated.Code, one.Stated.Name, one.Indicator.Unit, new($"{vi.Stated}, {vi.Years}", $"{en.Stated}, {en.Years}"), one.Indicator.Decimals,
            one.Judgement.Expected, Actual(one), vi.ActualPeriod, before is null ? null : Actual(before),
            before is null ? null : new CaseText(before, Language.Vietnamese).ActualPeriod,
            one.Judgement.PercentOfExpected is { } percent ? Math.Round(percent, 1) : null, VerdictLook.Of(one.Judgement.Verdict).Code,
            before is null ? null : VerdictLook.Of(before.Judgement.Verdict).Code);
    }

    static decimal? Actual(TargetCase one) => one.Judgement.Actual?.Value ?? one.Newest?.Value;
}

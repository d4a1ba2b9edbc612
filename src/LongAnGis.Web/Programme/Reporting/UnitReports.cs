using LongAnGis.Core.Programme;
using LongAnGis.Core.Programme.Reporting;

namespace LongAnGis.Web.Programme.Reporting;

/// <summary>The reports that a unit owes for a period, with how far each is; what needs somebody first.</summary>
static class UnitReports
{
    static readonly ReportStanding Nothing = new(ReportState.Missing, null, null, null);

    public static async Task<IReadOnlyList<ReportTable.Line>> Of(
        ActionProgramme programme, ReportReading reports, ReportingCalendar calendar, ReportingPeriod period, string unit, CancellationToken cancellation)
    {
        var standings = await reports.Standings(period, unit, cancellation);
        var due = ReportingUnits.Due(programme, calendar, period).Where(one => one.Units.Contains(unit)).Select(one => one.State).ToList();
        // What was filed stays in sight when the task has been done or given to others since.
        var filed = standings.Keys.Select(key => programme.Find(key.Task)).OfType<TaskState>();
        return
        [
            .. due.Union(filed).Select(state => new ReportTable.Line(new(period, unit, state.Task.Code), state, standings.GetValueOrDefault((unit, state.Task.Code), Nothing)))
                .OrderBy(line => line.Standing.State).ThenBy(line => line.State.Task.Position),
        ];
    }
}

using LongAnGis.Core.Plans;
using LongAnGis.Core.Programme;
using LongAnGis.Core.Rules;
using LongAnGis.Web.Accounts;
using LongAnGis.Web.Indicators;
using LongAnGis.Web.Indicators.Board;
using LongAnGis.Web.Indicators.Maps;
using LongAnGis.Web.Investment.Pipeline;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Plans.Past;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Programme;
using LongAnGis.Web.Quotas;
using TaskStatus = LongAnGis.Core.Programme.TaskStatus;

namespace LongAnGis.Web.Leaders;

/// <summary>How many tasks of somebody are late.</summary>
public sealed record LateCount(string Code, Bilingual Name, int Late, int Assigned);

/// <summary>The province on a day, and what was not so a week before.</summary>
/// <param name="Since">The day whose end the week is counted from.</param>
/// <param name="Land">Classes of land with a quota, the fullest first.</param>
/// <param name="Pipeline">Projects with what their agencies had approved about them.</param>
public sealed record ProvinceAtAGlance(
    ActionProgramme Programme, BoardAt Board, IReadOnlyList<LateCount> Agencies, IReadOnlyList<LateCount> Districts, IReadOnlyList<LedgerLine> Land,
    DateOnly Since, IReadOnlyList<TaskChange> Changes, IReadOnlyList<Revision> Publications, Outlines Outlines, ProjectPipeline Pipeline)
{
    public TaskTally Tally { get; } = TaskTally.Of(Programme.States);
}

/// <summary>Gathers what the leaders' page says; everything is counted as the pages do that its numbers lead to.</summary>
public sealed class LeadersReading(
    ProgrammeReading reading, Scoreboard scoreboard, LandLedger ledger, RevisionRegister revisions, RegionTiles regions, RegionOutlines outlines,
    PipelineReading projects, Moments moments, TimeProvider clock)
{
    const int DaysOfWeek = 7;

    public async Task<ProvinceAtAGlance> At(PointInTime moment, Visitor visitor, CancellationToken cancellation)
    {
        var programme = await reading.At(moment, visitor, cancellation);
        var since = moment.AsOf.AddDays(-DaysOfWeek);
        return new(
            programme, await scoreboard.At(moment, cancellation), ByAgency(programme), ByDistrict(programme),
            [.. (await ledger.Today(moment.Plan, moment.AsOf, cancellation)).Where(line => line is { Area: null, Limit: > 0 }).OrderByDescending(line => line.AfterHectares / line.Limit)],
            since, await Changes(programme, moment, since, visitor, cancellation), await Publications(moment, since, cancellation),
            await outlines.At((await regions.Revision(moment.Revision, cancellation)).Touched, cancellation),
            await projects.At(moment, cancellation));
    }

    /// <summary>What has become otherwise since the end of a day: as it is known now against as it was known then.</summary>
    public async Task<IReadOnlyList<TaskChange>> Week(PointInTime moment, Visitor visitor, CancellationToken cancellation) =>
        await Changes(await reading.At(moment, visitor, cancellation), moment, moment.AsOf.AddDays(-DaysOfWeek), visitor, cancellation);

    async Task<IReadOnlyList<TaskChange>> Changes(ActionProgramme programme, PointInTime moment, DateOnly since, Visitor visitor, CancellationToken cancellation)
    {
        // Of a day to come nothing was known a week before it but what is known now.
        var known = since <= clock.TodayInVietnam() ? KnownAt.EndOf(since) : null;
        var then = await moments.Resolve(new AskedTime(moment.Plan, since, moment.Asked.KnownAt ?? known), cancellation);
        return TaskChange.Between(await reading.At(then, visitor, cancellation), programme);
    }

    async Task<IReadOnlyList<Revision>> Publications(PointInTime moment, DateOnly since, CancellationToken cancellation)
    {
        var from = VietnamTime.EndOf(since);
        return [.. (await revisions.Until(moment.Revision, cancellation)).Where(revision => revision.PublishedAt >= from && (revision.Plan is null || revision.Plan == moment.Plan))];
    }

    static IReadOnlyList<LateCount> ByAgency(ActionProgramme programme)
    {
        var led = programme.States.SelectMany(state => programme.AgenciesOf(state.Task, PartyRole.Lead).Select(agency => (agency, state))).ToLookup(one => one.agency, one => one.state);
        return Ranked(programme.Agencies.Select(agency => Count(agency.Code, agency.Name, led[agency.Code])));
    }

    static IReadOnlyList<LateCount> ByDistrict(ActionProgramme programme)
    {
        var inside = programme.States.SelectMany(state => programme.DistrictsOf(state.Task).Select(district => (district, state))).ToLookup(one => one.district, one => one.state);
        return Ranked(programme.Districts.Select(district => Count(district.Code, district.Name, inside[district.Code])));
    }

    static LateCount Count(string code, Bilingual name, IEnumerable<TaskState> states)
    {
        var tally = TaskTally.Of(states);
        return new(code, name, tally[TaskStatus.Late], tally.Assigned);
    }

    static IReadOnlyList<LateCount> Ranked(IEnumerable<LateCount> counts) =>
        [.. counts.OrderByDescending(count => count.Late).ThenByDescending(count => count.Assigned).ThenBy(count => count.Code, StringComparer.Ordinal)];
}

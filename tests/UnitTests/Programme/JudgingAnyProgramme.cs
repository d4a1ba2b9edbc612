using CsCheck;
using LongAnGis.Core.Programme;
using TaskStatus = LongAnGis.Core.Programme.TaskStatus;

namespace LongAnGis.UnitTests.Programme;

/// <summary>
/// Random programmes at random moments, told by clocks in random zones, against a calculation that was written a second time:
/// in instants and with the time zone database instead of days and a fixed offset.
/// </summary>
public class JudgingAnyProgramme
{
    static readonly TimeZoneInfo Vietnam = TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh");

    static readonly DateOnly First = new(2024, 1, 1);

    static readonly Gen<DateOnly> Day = Gen.Int[0, 900].Select(days => First.AddDays(days));

    // Seconds around midnight in Vietnam as often as any other moment, in any zone that a clock may show.
    static readonly Gen<DateTimeOffset> Moment = Gen.Select(
        Gen.OneOf(
            Gen.Select(Day, Gen.Int[-2, 2], (day, seconds) => EndOf(day).AddSeconds(seconds)),
            Gen.Int[0, 900 * 86_400].Select(seconds => new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(seconds))),
        Gen.Int[-12 * 4, 14 * 4].Select(quarters => TimeSpan.FromMinutes(quarters * 15)),
        (moment, zone) => moment.ToOffset(zone));

    static readonly Gen<ProgrammeTask> AnyTask = Gen.Select(
        Gen.Int[0, 9999], Day.Nullable(), Gen.Int[0, 400].Nullable(), Gen.Int[0, 9], Gen.Int[0, 2],
        (number, start, length, standing, group) => Between($"NV-{number}", start, length) with { IsStopped = standing == 0, Group = $"g{group}" });

    static readonly Gen<TaskProgress?> AnyProgress = Gen.Select(
        Gen.Bool, Day, Gen.OneOf(Gen.Const(0), Gen.Const(100), Gen.Int[1, 99]), Gen.Int[0, 60],
        (isKnown, day, percent, ago) => isKnown ? Tasks.At(percent, day, percent == 100 ? day.AddDays(-ago) : null) : null);

    static ProgrammeTask Between(string code, DateOnly? start, int? length) =>
        Tasks.New(code, start, length is { } days ? (start ?? First).AddDays(days) : null);

    static DateTimeOffset EndOf(DateOnly day)
    {
        var midnight = day.AddDays(1).ToDateTime(TimeOnly.MinValue);
        return new(midnight, Vietnam.GetUtcOffset(midnight));
    }

    static TaskStatus Expected(ProgrammeTask task, TaskProgress? progress, DateTimeOffset now)
    {
        if (task.IsStopped)
            return TaskStatus.Stopped;
        if (progress?.CompletedOn is { } done)
        {
            var ahead = task.Deadline is { } due ? (EndOf(due) - EndOf(done)).TotalDays : 0;
            return ahead > 0 ? TaskStatus.DoneEarly : ahead < 0 ? TaskStatus.DoneLate : TaskStatus.DoneOnTime;
        }

        if (task.Deadline is null)
            return TaskStatus.Ongoing;
        var left = EndOf(task.Deadline.Value) - now;
        if (left <= TimeSpan.Zero)
            return TaskStatus.Late;
        if (left <= TimeSpan.FromDays(16))
            return TaskStatus.DueSoon;
        var hasBegun = task.StartOn is null || EndOf(task.StartOn.Value.AddDays(-1)) <= now;
        return hasBegun && progress?.Percent != 0 ? TaskStatus.InProgress : TaskStatus.NotStarted;
    }

    [Fact]
    public void The_status_is_that_of_the_calculation_in_instants() => Gen.Select(AnyTask, AnyProgress, Moment).Sample(
        (task, progress, now) => Assert.Equal(Expected(task, progress, now), StatusRule.Judge(task, progress, StatusRule.DayOf(now))),
        iter: 20_000);

    [Fact]
    public void The_clock_s_zone_changes_nothing() => Gen.Select(AnyTask, AnyProgress, Moment).Sample(
        (task, progress, now) => Assert.Equal(
            StatusRule.Judge(task, progress, StatusRule.DayOf(now)),
            StatusRule.Judge(task, progress, StatusRule.DayOf(now.ToUniversalTime()))));

    [Fact]
    public void Roll_ups_are_the_sums_of_the_tasks_and_add_up_over_groups() =>
        Gen.Select(Gen.Select(AnyTask, AnyProgress).Array[0, 80], Moment).Sample((pairs, now) =>
        {
            var day = StatusRule.DayOf(now);
            var states = pairs.Select(pair => TaskState.Of(pair.Item1, pair.Item2, day)).ToList();
            var expected = pairs.Select(pair => Expected(pair.Item1, pair.Item2, now)).ToList();
            var whole = TaskTally.Of(states);
            var groups = states.GroupBy(state => state.Task.Group).Select(TaskTally.Of).ToList();

            foreach (var status in TaskStatuses.All)
            {
                Assert.Equal(expected.Count(one => one == status), whole[status]);
                Assert.Equal(whole[status], groups.Sum(group => group[status]));
            }

            Assert.Equal(pairs.Count(pair => !pair.Item1.IsStopped), whole.Assigned);
            Assert.Equal(whole.Assigned, groups.Sum(group => group.Assigned));
            Assert.Equal(whole.Done, groups.Sum(group => group.Done));
            var percents = pairs.Where(pair => !pair.Item1.IsStopped && pair.Item2 is not null).Select(pair => pair.Item2!.Percent).ToList();
            Assert.Equal(percents.Count, whole.Reported);
            Assert.Equal(percents.Count == 0 ? null : (decimal?)percents.Average(), whole.MeanPercent);
        });

    [Fact]
    public void Days_left_and_status_never_disagree() => Gen.Select(AnyTask, AnyProgress, Day).Sample((task, progress, day) =>
    {
        var state = TaskState.Of(task, progress, day);

        if (state.Status is TaskStatus.Late or TaskStatus.DoneLate)
            Assert.True(state.DaysLeft < 0);
        if (state.Status is TaskStatus.DueSoon)
            Assert.InRange(state.DaysLeft!.Value, 0, StatusRule.SoonDays);
        if (state.Status is TaskStatus.DoneEarly)
            Assert.True(state.DaysLeft > 0);
    });
}

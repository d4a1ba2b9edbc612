using CsCheck;
using LongAnGis.Core.Programme;

namespace LongAnGis.UnitTests.Programme;

public class RefusingATask
{
    static readonly DateOnly Today = Tasks.Day(2026, 3, 1);

    [Fact]
    public void Whose_deadline_lies_before_its_start()
    {
        var task = Tasks.New("NV-1", Tasks.Day(2026, 2, 2), Tasks.Day(2026, 2, 1));

        Assert.Equal("deadline", Assert.Single(TaskJudgement.Judge(task, Tasks.Programme(Today))).Field);
        Assert.Empty(TaskJudgement.Judge(task with { Deadline = task.StartOn }, Tasks.Programme(Today)));
    }

    [Fact]
    public void That_would_wait_for_itself_through_others()
    {
        var programme = Tasks.Programme(
            Today, Tasks.New("NV-1"), Tasks.New("NV-2") with { DependsOn = ["NV-1"] }, Tasks.New("NV-3") with { DependsOn = ["NV-2"] });

        var fault = Assert.Single(TaskJudgement.Judge(Tasks.New("NV-1") with { DependsOn = ["NV-3"] }, programme));

        Assert.Contains("NV-1 → NV-3 → NV-2 → NV-1", fault.Words.Vi, StringComparison.Ordinal);
    }

    [Fact]
    public void That_comes_after_what_it_is_a_part_of()
    {
        var programme = Tasks.Programme(Today, Tasks.New("NV-1"), Tasks.New("NV-2") with { Parent = "NV-1" });

        Assert.NotEmpty(TaskJudgement.Judge(Tasks.New("NV-2") with { Parent = "NV-1", DependsOn = ["NV-1"] }, programme));
        Assert.NotEmpty(TaskJudgement.Judge(Tasks.New("NV-1") with { Parent = "NV-2" }, programme));
    }

    [Fact]
    public void That_names_a_task_that_is_not_there() => Assert.Equal(
        ["depends_on", "parent"],
        TaskJudgement.Judge(Tasks.New("NV-1") with { Parent = "NV-8", DependsOn = ["NV-9"] }, Tasks.Programme(Today)).Select(fault => fault.Field));

    [Fact]
    public void Finds_a_circle_exactly_when_no_order_exists() =>
        Gen.Select(Gen.Int[1, 12], Gen.Int[0, 11].Array[0, 24]).Sample((count, ends) =>
        {
            var links = ends.Chunk(2).Where(pair => pair.Length == 2).Select(pair => (From: pair[0] % count, To: pair[1] % count)).ToHashSet();
            var tasks = Enumerable.Range(0, count)
                .Select(number => Tasks.New($"NV-{number}") with { DependsOn = [.. links.Where(link => link.From == number).Select(link => $"NV-{link.To}")] })
                .ToList();

            // Taking away whoever waits for nobody, again and again, leaves nothing exactly when there is an order.
            var left = Enumerable.Range(0, count).ToHashSet();
            while (left.RemoveWhere(number => !links.Any(link => link.From == number && left.Contains(link.To))) > 0)
            {
            }

            var circle = TaskOrder.FindCircle(tasks);
            Assert.Equal(left.Count > 0, circle is not null);
            if (circle is not null)
                Assert.All(circle.Zip([.. circle.Skip(1), circle[0]]), pair => Assert.Contains(pair.Second, tasks.Single(task => task.Code == pair.First).DependsOn));
        });

    [Fact]
    public void A_chain_of_thousands_is_no_circle() => Assert.Null(TaskOrder.FindCircle(
        Enumerable.Range(1, 20_000).Select(number => Tasks.New($"NV-{number}") with { DependsOn = [$"NV-{number + 1}"] })));

    [Theory]
    [InlineData(101, null, null, "percent")]
    [InlineData(-1, null, null, "percent,reason")]
    [InlineData(100, null, null, "completed_on")]
    [InlineData(50, "2026-02-01", null, "completed_on")]
    [InlineData(100, "2026-03-02", null, "completed_on")]
    [InlineData(30, null, null, "reason")]
    [InlineData(30, null, "Đo lại khối lượng", "")]
    [InlineData(40, null, null, "")]
    [InlineData(100, "2026-03-01", null, "")]
    public void Progress_is_refused_for(int percent, string? done, string? reason, string fields)
    {
        var progress = Tasks.At(percent, Today, done is null ? null : DateOnly.Parse(done, System.Globalization.CultureInfo.InvariantCulture), reason);

        var faults = ProgressJudgement.Judge(progress, Tasks.At(40, Tasks.Day(2026, 2, 1)));

        Assert.Equal(fields, string.Join(',', faults.Select(fault => fault.Field)));
    }
}

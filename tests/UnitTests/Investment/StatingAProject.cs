using LongAnGis.Core.Investment;
using LongAnGis.Core.Investment.Pipeline;

namespace LongAnGis.UnitTests.Investment;

/// <summary>What an agency may say of its project, and what of all of them adds up to.</summary>
public sealed class StatingAProject
{
    static readonly DateOnly Today = new(2026, 11, 28);

    static readonly ProjectContent Plain = new(
        ProjectStage.Approved, null, "S-CT", new(2025, 3, 1), new(2028, 12, 31), Today, "QĐ 12/QĐ-UBND", null, null, [], []);

    static CapitalLine Line(int year, decimal? planned, decimal? disbursed = null, CapitalSource source = CapitalSource.State) => new(year, source, planned, disbursed);

    static IEnumerable<string?> Faults(ProjectContent content) => ProjectRules.Judge(content, Today).Select(fault => fault.Field);

    [Fact]
    public void Is_right_when_figures_days_and_milestones_agree() => Assert.Empty(Faults(Plain with
    {
        StageSince = new(2026, 1, 1),
        Capital = [Line(2025, 100, 100), Line(2026, 50, 20.5m), Line(2030, 10), Line(2026, null, 0, CapitalSource.Fdi)],
        Milestones = [new("Khởi công", new(2025, 3, 1), new(2025, 4, 1)), new("Hoàn thành", new(2028, 6, 1), null)],
    }));

    [Theory]
    [InlineData(2025, -1, null, "planned_state_2025")]
    [InlineData(2025, 10, -1, "disbursed_state_2025")]
    [InlineData(2020, 10, null, "planned_state_2020")]
    [InlineData(2031, 10, null, "planned_state_2031")]
    [InlineData(2027, 10, 5, "disbursed_state_2027")]
    [InlineData(2025, 20_000_000, null, "planned_state_2025")]
    [InlineData(2025, 10, 11, "over_reason")]
    [InlineData(2025, null, 11, "over_reason")]
    public void Says_at_its_field_which_amount_cannot_be(int year, int? planned, int? disbursed, string field) =>
        Assert.Equal([field], Faults(Plain with { Capital = [Line(year, planned, disbursed)] }));

    [Fact]
    public void May_have_disbursed_more_than_planned_for_a_reason() =>
        Assert.Empty(Faults(Plain with { Capital = [Line(2025, 10, 11)], OverReason = "Ứng trước vốn năm 2026" }));

    [Fact]
    public void Names_what_its_capital_rests_on() => Assert.Equal(["basis"], Faults(Plain with { Basis = null, Capital = [Line(2025, 10)] }));

    [Fact]
    public void Has_no_days_in_the_wrong_order()
    {
        Assert.Equal(["as_of"], Faults(Plain with { AsOf = Today.AddDays(1) }));
        Assert.Equal(["stage_since"], Faults(Plain with { StageSince = Today.AddDays(1) }));
        Assert.Equal(["end_on"], Faults(Plain with { EndOn = new(2025, 2, 28) }));
        Assert.Equal(["milestone_due_0"], Faults(Plain with { Milestones = [new("Khởi công", new(2025, 2, 28), null)] }));
        Assert.Equal(["milestone_reached_0"], Faults(Plain with { Milestones = [new("Khởi công", null, Today.AddDays(1))] }));
        Assert.Equal(["milestone_name_0"], Faults(Plain with { Milestones = [new("", new(2026, 1, 1), null)] }));
    }

    [Fact]
    public void Speaks_of_the_row_of_the_form_that_a_milestone_stands_in() => Assert.Equal(
        ["milestone_due_5"], ProjectRules.Judge(Plain with { Milestones = [new("Khởi công", new(2020, 1, 1), null)] }, Today, [5]).Select(fault => fault.Field));

    static PipelineProject Project(long id, string sector, string[] districts, params CapitalLine[] capital) => new(
        new(id, SiteLayers.Projects, $"DA-{id}", new($"Dự án {id}"), sector, "preparing", SiteStage.Planned, false, true,
            [.. districts.Select(name => new NamedPlace(name, name))], [], null, null, null, null, null, null, null, null, null, [], ""),
        "S-CT", Plain with { Capital = capital }, false);

    static readonly PipelineProject[] Several =
    [
        Project(1, "energy", ["a"], Line(2025, 100, 40), Line(2026, 60, null, CapitalSource.Fdi)),
        Project(2, "water", ["a", "b"], Line(2025, 10, 10)),
        Project(3, "energy", ["b"], Line(2026, null, 5, CapitalSource.Social)),
        Project(4, "energy", ["b"]),
    ];

    [Fact]
    public void Adds_up_to_the_same_whole_by_every_question()
    {
        List<(decimal?, decimal?)> wholes =
        [
            Whole(CapitalTotals.ByYear(Several)), Whole(CapitalTotals.BySource(Several)), Whole(CapitalTotals.BySector(Several)), Whole(CapitalTotals.ByDistrict(Several)),
        ];

        Assert.All(wholes, whole => Assert.Equal((170, 55), whole));
        static (decimal?, decimal?) Whole<T>(IReadOnlyList<CapitalTotal<T>> totals) => (totals.Sum(one => one.PlannedBnVnd), totals.Sum(one => one.DisbursedBnVnd));
    }

    [Fact]
    public void Keeps_what_nobody_stated_apart_from_zero_and_what_lies_in_several_districts_apart_from_each()
    {
        Assert.Equal(new(CapitalSource.Social, null, 5, 1), CapitalTotals.BySource(Several).Single(total => total.Group == CapitalSource.Social));
        Assert.Equal([("a", 160m, 1), ("", 10, 1), ("b", null, 1)], CapitalTotals.ByDistrict(Several).Select(total => (total.Group, total.PlannedBnVnd, total.Projects)));
        Assert.Null(Several[3].Planned);
    }

    [Fact]
    public void Stands_by_the_plans_status_until_its_agency_speaks()
    {
        Assert.Equal(ProjectStage.Approved, Several[0].Stage);
        Assert.Equal(ProjectStage.Idea, (Several[0] with { Stated = null }).Stage);
        Assert.Null(ProjectStages.OfPlanStatus("unknown"));
        Assert.All(ProjectStages.All, stage => Assert.Equal(stage, ProjectStages.Find(stage.Code())));
    }

    [Fact]
    public void Is_drawn_from_start_to_end_with_its_milestones()
    {
        var project = Several[0] with
        {
            Stated = Plain with { Milestones = [new("Khởi công", null, new(2025, 4, 1)), new("Cấp phép", new(2026, 1, 1), null), new("Hoàn thành", new(2028, 1, 1), null)] },
        };

        var drawing = PipelineTimeline.Draw([project], Today, english: false, "Tiến trình", "");

        Assert.Equal(1, drawing.Marks.Count(mark => mark.Name == "reached"));
        Assert.Equal(2, drawing.Marks.Count(mark => mark.Name == "due"));
        Assert.Contains("danger", drawing.Svg, StringComparison.Ordinal);
        Assert.Contains("DA-1: 01/03/2025 – 31/12/2028", drawing.Svg, StringComparison.Ordinal);
    }
}

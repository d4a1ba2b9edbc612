using LongAnGis.Core.Plans;
using LongAnGis.Core.Rules;
using NetTopologySuite.Geometries;
using static LongAnGis.UnitTests.Rules.Cadastre;

namespace LongAnGis.UnitTests.Rules;

public class ReadingTheRuleBook
{
    static Finding One(ProposedChange change, params IReadOnlyList<PlanFeature> surroundings) => Assert.Single(Check(change, surroundings));

    static ProposedChange Park(Geometry? geometry, string quality = Quality.Digitised) => New(Feature("parks", "p", geometry, quality));

    [Theory]
    [InlineData("{}", "thiếu “Loại đất”", "R08:zones/z:use")]
    [InlineData("""{"use":""}""", "thiếu “Loại đất”", "R08:zones/z:use")]
    [InlineData("""{"use":"XYZ"}""", "“XYZ”, ngoài danh mục", "R08:zones/z:use")]
    [InlineData("""{"use":"LUA","area_ha":"ten"}""", "không phải là số", "R08:zones/z:area_ha")]
    [InlineData("""{"use":"LUA","since":"31/12/2030"}""", "không phải là ngày", "R08:zones/z:since")]
    [InlineData("""{"use":"LUA","page":"javascript:alert(1)"}""", "http", "R08:zones/z:page")]
    [InlineData("""{"use":"LUA","colour":"red"}""", "“colour” mà lớp", "R08:zones/z:colour")]
    [InlineData("[]", "đối tượng JSON", "R08:zones/z")]
    public void Attributes_follow_the_schema(string attributes, string vi, string key)
    {
        var finding = One(New(Zone("z", Box(0, 0, 1, 1), attributes)));

        Assert.Contains(vi, finding.Message.Vi, StringComparison.Ordinal);
        Assert.Equal(key, finding.Key);
        Assert.Equal(Severity.Error, finding.Severity);
    }

    [Fact]
    public void A_small_park_is_told_how_small()
    {
        var finding = One(Park(Box(0, 0, 0.2, 0.2)));

        Assert.Equal(Rule.R03, finding.Rule);
        Assert.Contains("484", finding.Message.Vi, StringComparison.Ordinal);
        Assert.Contains("1.000 m²", finding.Message.Vi, StringComparison.Ordinal);
    }

    [Fact]
    public void A_narrow_strip_hanging_from_an_area_is_a_sliver()
    {
        var strip = 0.5 / 110;
        var finding = One(Park(Area(At(0, 0), At(1, 0), At(1, 1), At(2, 1), At(2, 1 + strip), At(0, 1 + strip))));

        Assert.Equal(("R03:parks/p:sliver", Severity.Warning), (finding.Key, finding.Severity));
        Assert.Equal(0.5 * 109.4, finding.Measure!.Value, 2.0);
    }

    [Fact]
    public void A_sharp_corner_is_no_sliver() => Assert.Empty(Check(Park(Area(At(0, 0), At(3, 0), At(0, 0.5)))));

    [Fact]
    public void Ground_outside_the_province_is_measured_and_cut_off()
    {
        var context = Context([Park(Box(0, 0, 2, 1))], []);
        context = new(context.Layers, context.Changes, []) { Province = Box(-10, -10, 1, 10) };

        var finding = Assert.Single(RuleBook.Check(context));

        Assert.Equal((Rule.R04, Severity.Error), (finding.Rule, finding.Severity));
        Assert.Equal(109.4 * 110.6, finding.Measure!.Value, 50.0);
        Assert.Empty(RuleBook.Check(context.With(Assert.Single(finding.Repairs))));
    }

    [Fact]
    public void A_little_beyond_the_generalised_outline_is_only_a_warning()
    {
        var context = new RuleContext(Context([], []).Layers, [Park(Box(0, 0, 1, 1))], []) { Province = Box(-10, -10, 0.9, 10) };

        Assert.Equal(Severity.Warning, Assert.Single(RuleBook.Check(context)).Severity);
    }

    [Fact]
    public void A_forbidden_crossing_is_found_from_either_side()
    {
        var park = Feature("parks", "p", Box(0, 0, 1, 1));
        var relic = Feature("relics", "r", Box(0.5, 0.5, 1.5, 1.5));

        Assert.Equal("R07:relics/r:parks/p", One(New(relic), park).Key);
        Assert.Equal("R07:parks/p:relics/r", One(New(park), relic).Key);
        Assert.Single(One(New(park), relic).Repairs);
    }

    [Fact]
    public void A_line_across_restricted_ground_is_measured_by_its_length()
    {
        var finding = One(New(Feature("relics", "r", Line(At(-1, 0.5), At(2, 0.5)))), Feature("parks", "p", Box(0, 0, 1, 1)));

        Assert.Equal("m", finding.Measure!.Unit);
        Assert.Equal(109.4, finding.Measure.Value, 1.0);
    }

    [Fact]
    public void A_line_along_the_edge_from_outside_does_not_cross() => Assert.Empty(
        Check(New(Feature("relics", "r", Line(At(-1, 0), At(0, 0)))), Feature("parks", "p", Box(0, 0, 1, 1))));

    [Fact]
    public void An_indicative_place_is_never_measured_against_others()
    {
        var finding = One(Park(Box(0, 0, 1, 1), Quality.Indicative), Feature("parks", "q", Box(0.5, 0, 1.5, 1)));

        Assert.Equal((Rule.R13, Severity.Error), (finding.Rule, finding.Severity));
    }

    [Fact]
    public void An_indicative_point_is_how_it_should_be() => Assert.Empty(Check(Park(Spot(0, 0), Quality.Indicative)));

    [Fact]
    public void A_boundary_without_a_source_needs_a_reason()
    {
        var park = new PlanFeature(new("parks", "p", new("Khu", "Park")), Box(0, 0, 1, 1), Quality.Surveyed);

        Assert.Equal(("R13:parks/p:geometry_source", Severity.Warning), (One(New(park)).Key, One(New(park)).Severity));
    }

    [Theory]
    [InlineData("có dấu")]
    [InlineData("a/b")]
    [InlineData("-")]
    [InlineData("khu\n")]
    public void A_code_that_no_address_could_hold_is_refused(string code) =>
        Assert.Equal(Rule.R11, One(New(Feature("parks", code, Box(0, 0, 1, 1)))).Rule);

    [Fact]
    public void A_taken_code_stops_and_a_taken_name_warns()
    {
        var change = Park(Box(0, 0, 1, 1)) with { IsCodeTaken = true, Namesakes = [new("parks", "q", new("Khu p"))] };

        Assert.Equal(
            [("R11:parks/p:code", Severity.Error), ("R11:parks/p:parks/q", Severity.Warning)],
            Check(change).Select(finding => (finding.Key, finding.Severity)));
    }

    [Theory]
    [InlineData(3, "bản 3")]
    [InlineData(null, "không còn tồn tại")]
    public void What_has_moved_on_since_is_told(int? current, string vi)
    {
        var park = Feature("parks", "p", Box(0, 0, 1, 1));
        var finding = One(new ProposedChange(park, park) { BaseVersion = 2, CurrentVersion = current });

        Assert.Equal(Rule.R12, finding.Rule);
        Assert.Contains(vi, finding.Message.Vi, StringComparison.Ordinal);
    }

    [Fact]
    public void Days_that_end_before_they_begin_are_refused()
    {
        var park = new PlanFeature(new("parks", "p", new("Khu", "Park")), Spot(0, 0), Quality.Indicative)
        {
            InForceFrom = new(2026, 3, 1),
            InForceUntil = new(2026, 2, 1),
        };

        Assert.Equal("R14:parks/p:order", One(New(park)).Key);
    }

    [Fact]
    public void More_than_the_plan_allots_needs_a_reason()
    {
        var context = new RuleContext(Context([], []).Layers, [Park(Box(0, 0, 1, 1))], [])
        {
            Ledger =
            [
                new("SKK", new("Đất khu công nghiệp", "Industrial park land"), null, null, 12_400, 12_500, 12_499, 12_541.3),
                new("SKN", new("Đất cụm công nghiệp", "Cluster land"), null, null, 4_000, null, 5_000, 4_900),
            ],
        };

        var finding = Assert.Single(RuleBook.Check(context));

        Assert.Equal(("R15:SKK", Severity.Warning), (finding.Key, finding.Severity));
        Assert.Contains("12.541,3 ha", finding.Message.Vi, StringComparison.Ordinal);
        Assert.Contains("41.3 ha", finding.Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Crooked_geometry_is_told_once_and_not_measured()
    {
        var bowTie = Area(At(0, 0), At(1, 1), At(1, 0), At(0, 1));

        Assert.Equal(Rule.R01, One(New(Zone("z", bowTie)), Zone("y", Box(0, 0, 1, 1))).Rule);
    }

    [Fact]
    public void Every_rule_has_a_name_in_both_languages() =>
        Assert.Equal(15, Enum.GetValues<Rule>().Select(rule => rule.Name()).Where(name => !name.LacksEnglish).Distinct().Count());
}

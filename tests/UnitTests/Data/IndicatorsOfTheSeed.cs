using System.Globalization;
using LongAnGis.Core.Indicators;
using LongAnGis.Core.Plans;
using LongAnGis.Seed.Files;
using static LongAnGis.UnitTests.Data.SeedData;

namespace LongAnGis.UnitTests.Data;

public class IndicatorsOfTheSeed
{
    static readonly Dictionary<string, Row> Indicators = Table("indicators.csv").ToDictionary(row => row["code"]);
    static readonly Dictionary<string, Row> Regions = Table("regions.csv").ToDictionary(row => row["code"]);
    static readonly IReadOnlyList<Row> Districts = Table("observations-districts.csv");
    static readonly IReadOnlyList<Row> Province = Table("observations-province.csv");
    static readonly IReadOnlyList<Row> Targets = Table("targets.csv");

    static readonly HashSet<string> Instruments =
        [.. Json("instruments.json").AsArray().Select(entry => entry!["code"]!.GetValue<string>())];

    static IEnumerable<Row> Figures => Districts.Concat(Province);

    [Fact]
    public void Have_every_figure_of_the_facts_but_those_that_repeat_a_target() =>
        Assert.Equal((990, 125 - 17), (Districts.Count, Province.Count));

    [Fact]
    public void Name_a_known_indicator_region_and_period_with_every_figure() => Assert.All(Figures, row =>
    {
        Assert.Contains(row["indicator_code"], Indicators.Keys);
        Assert.Contains(row["region_code"], Regions.Keys);
        Assert.NotNull(Period.Parse(row["period"]));
        Assert.Contains(row["status"], (string[])["observed", "estimate", "plan"]);
        Assert.NotNull(row.Number("value"));
    });

    [Fact]
    public void Say_each_thing_once() => Assert.Empty(Figures
        .GroupBy(row => (row["indicator_code"], row["region_code"], row["period"], row["status"] == "plan"))
        .Where(cell => cell.Count() > 1)
        .Select(cell => cell.Key));

    [Fact]
    public void Rest_on_a_page_or_an_instrument_that_a_person_can_open() => Assert.All(Figures.Concat(Targets), row =>
    {
        Assert.True(row.Text("source_url") is not null || row.Text("instrument_code") is not null);
        Assert.All(row.Sources, page => Assert.True(Uri.TryCreate(page, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"));
        Assert.True(row.Text("instrument_code") is not { } code || Instruments.Contains(code));
    });

    [Fact]
    public void Tell_every_note_in_both_languages() => Assert.All(
        Figures.Concat(Targets).Concat(Regions.Values).Select(row => row.Text("note")).OfType<string>(),
        note => Assert.False(Bilingual.Of(note).LacksEnglish, note));

    [Fact]
    public void Keep_shares_within_a_whole() => Assert.All(
        Figures.Where(row => Indicators[row["indicator_code"]]["unit_vi"] == "%" && !row["indicator_code"].EndsWith("-growth", StringComparison.Ordinal)),
        row => Assert.InRange(row.Number("value")!.Value, 0, 100));

    [Fact]
    public void Weigh_each_ratio_by_an_additive_indicator() => Assert.All(Indicators.Values, row =>
    {
        Assert.Equal(row["transfer"] == "ratio", row.Text("denominator_code") is not null);
        if (row.Text("denominator_code") is { } denominator)
        {
            Assert.Equal("additive", Indicators[denominator]["transfer"]);
        }
    });

    [Fact]
    public void Call_structure_shares_bands_and_not_the_more_the_better() => Assert.All(
        Indicators.Values.Where(row => row["code"].StartsWith("share-", StringComparison.Ordinal)),
        row => Assert.Equal("band", row["direction"]));

    [Fact]
    public void Keep_the_three_populations_apart()
    {
        var years = Figures.Where(row => row["indicator_code"].StartsWith("population-", StringComparison.Ordinal))
            .ToLookup(row => row["indicator_code"], row => row["period"]);

        Assert.Equal(["2009", "2019"], years["population-census"].Distinct().Order());
        Assert.Equal(["2025"], years["population-reorganisation"].Distinct());
        Assert.DoesNotContain("2025", years["population-average"]);
    }

    [Fact]
    public void Add_the_districts_of_a_census_up_to_the_province()
    {
        foreach (var year in new[] { "2009", "2019" })
        {
            bool IsCensus(Row row) => row["indicator_code"] == "population-census" && row["period"] == year;

            Assert.Equal(Province.Single(IsCensus).Number("value"), Districts.Where(IsCensus).Sum(row => row.Number("value")));
        }
    }

    [Fact]
    public void Draw_what_was_counted_together_on_the_union_and_on_no_member()
    {
        // The area of today's Mộc Hóa is known from its seven communes before they were a district of their own.
        var before2013 = Districts.Where(row => string.CompareOrdinal(row["period"], "2013") < 0 && row["indicator_code"] != "area-natural").ToList();

        Assert.Contains(before2013, row => row["region_code"] == "795-798");
        Assert.DoesNotContain(before2013, row => row["region_code"] is "795" or "798");
    }

    [Fact]
    public void Name_the_members_of_each_union_in_its_code()
    {
        var areas = Table("areas.csv").Select(row => row["code"]).ToHashSet();

        Assert.All(Regions.Values, row =>
        {
            Assert.All(row.List("members"), member => Assert.Contains(member, areas));
            Assert.Equal(row["code"], row["kind"] == "union" ? string.Join('-', row.List("members")) : row["members"]);
        });
    }

    [Fact]
    public void State_every_target_of_decision_686_as_its_sources_do()
    {
        var stated = Targets.ToDictionary(row => row["code"], row =>
            string.Join(' ', new[] { row["operator"], row["value"], row.Text("value_to"), row["year"] }.OfType<string>()));

        Assert.Equal(47, stated.Count);
        Assert.Equal("> 180 2030", stated["KT-02"]);
        Assert.Equal("~ 9 2030", stated["KT-01"]);
        Assert.Equal(["~ 24.2 2030", "~ 6.5 2030", "~ 61.8 2030", "~ 7.5 2030"], stated.Where(one => one.Key is "KT-03" or "KT-04" or "KT-05" or "KT-06").Select(one => one.Value).Order(StringComparer.Ordinal));
        Assert.Equal("> 80 2030", stated["XH-02"]);
        Assert.Equal("yes-no 1 2030", stated["XH-08"]);
        Assert.Equal("= 3.3 2030", stated["MT-01"]);
        Assert.Equal("~ 8 10 2030", stated["MT-02"]);
    }

    [Fact]
    public void Give_every_target_an_operator_and_an_indicator_that_the_program_knows() => Assert.All(Targets, row =>
    {
        Assert.NotNull(TargetOperators.Parse(row["operator"]));
        Assert.Equal(row["operator"] == "yes-no", Indicators[row["indicator_code"]]["value_kind"] == "yes-no");
        Assert.Contains(row["region_code"], Regions.Keys);
        Assert.InRange(int.Parse(row["year"], CultureInfo.InvariantCulture), 2025, 2050);
    });

    [Fact]
    public void Never_mix_the_targets_of_two_plans()
    {
        Assert.All(Targets.Where(row => row.Text("plan_code") == "686"), row =>
        {
            Assert.Equal("qd-686-2023", row["instrument_code"]);
            Assert.Equal("80-to-2025", row["region_code"]);
            Assert.Equal("binding", row["standing"]);
        });
        Assert.All(Targets.Where(row => row["standing"] != "binding"), row => Assert.Null(row.Text("plan_code")));
        Assert.Equal(
            ["CN-06", "CN-07", "TN-01", "TN-02", "TN-03", "TN-04"],
            Targets.Where(row => row["standing"] != "binding").Select(row => row["code"]));
    }
}

using CsCheck;
using LongAnGis.Core.Indicators;
using LongAnGis.Core.Indicators.Areas;
using static LongAnGis.UnitTests.Data.SeedData;

namespace LongAnGis.UnitTests.Indicators;

/// <summary>Indicators read on other areas than they were recorded for, over the areas and shares of the seed.</summary>
public class ReadingOverAreas
{
    static readonly Period Year = Period.OfYear(2019);

    static readonly IReadOnlyList<StatisticalRegion> Regions =
    [
        .. Table("regions.csv").Select(row => new StatisticalRegion(
            row["code"], StatisticalRegion.ParseKind(row["kind"]), new(row["name_vi"]), row["full_name_vi"], null, null, null, row["members"].Split(';'))),
    ];

    static readonly RegionCrosswalks Crosswalks = new(
        Regions,
        [
            .. Table("commune-district-shares.csv").Select(row => new Succession(
                row["district_code"], row["commune_code"], new(2025, 7, 1), row.Number("share_of_district"), row.Number("share_of_commune"))),
            new("80-to-2025", "80", new(2025, 7, 1), 1, null),
            new("72", "80", new(2025, 7, 1), 1, null),
        ],
        [.. Codes(RegionKind.District).Select(code => new RegionPart(code, "80-to-2025"))]);

    static IReadOnlyList<string> Codes(RegionKind kind) => [.. Regions.Where(region => region.Kind == kind).Select(region => region.Code)];

    static Indicator Indicator(IndicatorTransfer transfer, string name = "Chỉ tiêu", int decimals = 0) =>
        new("a", "theme", new(name), new("người"), false, IndicatorDirection.Neutral, transfer, null, "district", "year", decimals, new("A"), null);

    static Figure Figure(string region, decimal value, string? basis = null, FigureStatus status = FigureStatus.Observed, string page = "https://example.test/a") =>
        new(region, Year, status, value, basis is null ? null : new(basis), new(page, null), null);

    static readonly Indicator Count = Indicator(IndicatorTransfer.Additive), Area = Indicator(IndicatorTransfer.Additive, "Diện tích", 2);

    static SetFigures Read(RegionSet set, Indicator indicator, params Figure[] figures) => new FigureCarrier(indicator, null, Regions, Crosswalks).Over(set, figures, []);

    static IEnumerable<Figure> Of(SetFigures known, RegionKind kind) => known.Figures.Where(figure => Codes(kind).Contains(figure.Region));

    [Fact]
    public void The_communes_have_as_many_people_as_the_districts_to_the_last_one() => Gen.Int[0, 400_000].Array[15].Sample(people =>
    {
        var read = Read(RegionSet.Communes, Count, [.. Codes(RegionKind.District).Zip(people, (code, value) => Figure(code, value))]);
        var communes = Of(read, RegionKind.Commune).ToList();

        Assert.Equal(60, communes.Count);
        Assert.Empty(read.Refused);
        Assert.Equal(people.Sum(value => (decimal)value), communes.Sum(figure => figure.Value));
        Assert.All(communes, figure => Assert.True(figure.Value == Math.Floor(figure.Value) && figure.Label == CarryLabel.Estimated && figure.Carried!.Band is not null));
    }, iter: 100);

    [Fact]
    public void Whole_communes_add_up_to_their_district_exactly_and_cut_ones_by_estimate() => Gen.Int[0, 90_000].Array[60].Sample(people =>
    {
        var read = Read(RegionSet.Districts, Count, [.. Codes(RegionKind.Commune).Zip(people, (code, value) => Figure(code, value))]);
        var districts = Of(read, RegionKind.District).ToDictionary(figure => figure.Region);

        Assert.Equal(15, districts.Count);
        Assert.Equal(people.Sum(value => (decimal)value), districts.Values.Sum(figure => figure.Value));
        Assert.Equal(CarryLabel.ExactSum, districts["802"].Label);
        Assert.Equal(CarryLabel.Estimated, districts["798"].Label);
    }, iter: 100);

    [Fact]
    public void What_is_recorded_stays_and_comes_first()
    {
        Figure[] recorded = [.. Codes(RegionKind.District).Select(code => Figure(code, 100)), Figure("27991", 7)];
        var read = Read(RegionSet.Communes, Count, recorded);

        Assert.Equal(recorded, read.Figures.Take(recorded.Length));
        Assert.Equal((7, CarryLabel.Observed), (read.Figures.Single(figure => figure.Region == "27991").Value, read.Figures.Single(figure => figure.Region == "27991").Label));
        Assert.Equal(60, Of(read, RegionKind.Commune).Count());
    }

    [Fact]
    public void The_province_is_the_exact_sum_of_districts_and_unions_that_cover_it()
    {
        var parts = Codes(RegionKind.District).Where(code => code is not ("795" or "798")).Select(code => Figure(code, 10)).Append(Figure("795-798", 35));
        var read = Read(RegionSet.Provinces, Count, [.. parts]);
        var province = read.Figures.Single(figure => figure.Region == "80-to-2025");

        Assert.Equal((165, CarryLabel.ExactSum), (province.Value, province.Label));
        Assert.Contains("Tân An", province.Carried!.Words.Vi, StringComparison.Ordinal);
    }

    [Fact]
    public void The_merged_province_needs_both_of_its_predecessors()
    {
        Figure[] districts = [.. Codes(RegionKind.District).Select(code => Figure(code, 10))];

        var alone = Read(RegionSet.Provinces, Count, districts);
        var both = Read(RegionSet.Provinces, Count, [.. districts, Figure("72", 1000)]);

        Assert.Equal("Thiếu số liệu của Tây Ninh (cũ).", Assert.Single(alone.Refused).Why.Vi);
        Assert.Equal((1150, CarryLabel.ExactSum), (both.Figures.Single(figure => figure.Region == "80").Value, both.Figures.Single(figure => figure.Region == "80").Label));
        Assert.Empty(both.Refused);
    }

    [Fact]
    public void A_density_is_weighted_by_its_area_and_never_averaged()
    {
        var density = Indicator(IndicatorTransfer.Ratio, "Mật độ", 2);
        Figure[] densities = [.. Codes(RegionKind.District).Select((code, index) => Figure(code, 100 * (index + 1)))];
        Figure[] areas = [.. Codes(RegionKind.District).Select((code, index) => Figure(code, index == 0 ? 3000 : 50))];

        var province = new FigureCarrier(density, Area, Regions, Crosswalks).Over(RegionSet.Provinces, densities, areas).Figures.Single(figure => figure.Region == "80-to-2025");

        var people = densities.Zip(areas, (one, area) => one.Value * area.Value).Sum();
        Assert.Equal(people / areas.Sum(area => area.Value), province.Value, 10);
        Assert.NotEqual(densities.Average(one => one.Value), province.Value);
        Assert.Equal(CarryLabel.ExactSum, province.Label);
        Assert.StartsWith("Tính lại từ tử số và Diện tích", province.Carried!.Words.Vi, StringComparison.Ordinal);
    }

    [Fact]
    public void A_union_may_be_weighed_by_its_members_together()
    {
        var ratio = Indicator(IndicatorTransfer.Ratio);
        Figure[] ratios = [.. Codes(RegionKind.District).Where(code => code is not ("795" or "798")).Select(code => Figure(code, 10)), Figure("795-798", 40)];
        Figure[] weights = [.. Codes(RegionKind.District).Select(code => Figure(code, 100))];

        var province = new FigureCarrier(ratio, Area, Regions, Crosswalks).Over(RegionSet.Provinces, ratios, weights).Figures.Single(figure => figure.Region == "80-to-2025");

        Assert.Equal(14, province.Value);
    }

    [Fact]
    public void A_ratio_without_its_denominator_is_refused_by_name()
    {
        Figure[] ratios = [.. Codes(RegionKind.District).Select(code => Figure(code, 10))];

        var read = new FigureCarrier(Indicator(IndicatorTransfer.Ratio), Area, Regions, Crosswalks).Over(RegionSet.Provinces, ratios, [Figure("794", 5)]);

        Assert.Equal("Thiếu Diện tích của Kiến Tường để tính lại tỷ lệ.", read.Refused.Single(one => one.Region == "80-to-2025").Why.Vi);
    }

    [Fact]
    public void A_ratio_of_a_district_says_nothing_of_its_communes()
    {
        Figure[] ratios = [.. Codes(RegionKind.District).Select(code => Figure(code, 10))];
        var read = new FigureCarrier(Indicator(IndicatorTransfer.Ratio), Area, Regions, Crosswalks).Over(RegionSet.Communes, ratios, ratios);

        Assert.Empty(Of(read, RegionKind.Commune));
        Assert.Equal(60, read.Refused.Count);
        Assert.Contains("tỷ lệ của cả đơn vị không nói gì về một phần của nó", read.Refused[0].Why.Vi, StringComparison.Ordinal);
    }

    [Fact]
    public void A_growth_rate_stays_where_it_was_measured()
    {
        var read = Read(RegionSet.Provinces, Indicator(IndicatorTransfer.None), Figure("80-to-2025", 9), Figure("72", 7));

        Assert.Equal(2, read.Figures.Count);
        Assert.Equal("Chỉ tiêu này không cộng hay chia lại được khi địa giới thay đổi.", Assert.Single(read.Refused).Why.Vi);
    }

    [Fact]
    public void A_missing_district_is_never_filled_in()
    {
        var read = Read(RegionSet.Communes, Count, Figure("802", 1000));

        Assert.Equal(7, Of(read, RegionKind.Commune).Count());
        Assert.Equal(53, read.Refused.Count);
        Assert.Contains(read.Refused, one => one.Why.Vi == "Thiếu số liệu của Bến Lức.");
    }

    [Fact]
    public void One_figure_of_a_union_is_not_parted_among_communes()
    {
        var read = Read(RegionSet.Communes, Count, Figure("800-801", 1000));

        Assert.Empty(Of(read, RegionKind.Commune));
        Assert.Contains(read.Refused, one => one.Why.Vi == "Số liệu chung của Thạnh Hóa + Đức Huệ không tách ra được.");
    }

    [Fact]
    public void Members_of_a_union_with_a_figure_are_not_open()
    {
        var read = Read(RegionSet.Districts, Count, [Figure("800-801", 1000), .. Codes(RegionKind.Commune).Select(code => Figure(code, 1))]);

        Assert.DoesNotContain(read.Figures, figure => figure.Region is "800" or "801");
        Assert.Contains(read.Figures, figure => figure.Region == "802");
    }

    [Fact]
    public void Figures_of_two_definitions_are_not_added_up()
    {
        Figure[] figures = [.. Codes(RegionKind.District).Select((code, index) => Figure(code, 10, index == 3 ? "cách khác" : null))];

        Assert.Equal(
            "Số liệu của các đơn vị nguồn theo những cách tính khác nhau.",
            Read(RegionSet.Provinces, Count, figures).Refused.Single(one => one.Region == "80-to-2025").Why.Vi);
    }

    [Fact]
    public void A_carried_figure_names_every_page_and_is_an_estimate_of_an_agency_when_one_of_its_sources_is()
    {
        Figure[] figures = [.. Codes(RegionKind.District).Select((code, index) => index == 0
            ? Figure(code, 10, status: FigureStatus.Estimate, page: "https://example.test/b")
            : Figure(code, 10))];
        var province = Read(RegionSet.Provinces, Count, figures).Figures.Single(figure => figure.Region == "80-to-2025");

        Assert.Equal(FigureStatus.Estimate, province.Status);
        Assert.Equal(["https://example.test/a", "https://example.test/b"], province.Source.Pages.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_plan_is_never_carried() =>
        Assert.Single(Read(RegionSet.Communes, Count, Figure("802", 1000, status: FigureStatus.Plan)).Figures);

    [Theory]
    [InlineData(RegionSet.Communes, "802", true)]
    [InlineData(RegionSet.Communes, "80-to-2025", false)]
    [InlineData(RegionSet.Districts, "27991", true)]
    [InlineData(RegionSet.Districts, "802", false)]
    public void Only_other_regions_are_a_source(RegionSet set, string region, bool expected) =>
        Assert.Equal(expected, new FigureCarrier(Count, null, Regions, Crosswalks).HasSources(set, [Figure(region, 1)]));

    [Fact]
    public void An_estimate_never_looks_like_a_count()
    {
        var read = Read(RegionSet.Communes, Count, Figure("803", 1000));
        var benLuc = read.Figures.Single(figure => figure.Region == "27991");

        Assert.Equal("≈\u00A0170\u00A0người", CarryWords.WithUnit(Count, benLuc, english: false));
        Assert.Matches("^ước tính quy đổi, từ [0-9]+ đến [0-9]+\u00A0người$", CarryWords.Label(Count, benLuc, english: false)!);
        Assert.Equal("1.000\u00A0người", CarryWords.WithUnit(Count, read.Figures[0], english: false));
        Assert.Null(CarryWords.Label(Count, read.Figures[0], english: false));
    }
}

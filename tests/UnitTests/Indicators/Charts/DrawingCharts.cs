using System.Globalization;
using System.Xml.Linq;
using CsCheck;
using LongAnGis.Core.Indicators;
using LongAnGis.Core.Indicators.Charts;

namespace LongAnGis.UnitTests.Indicators.Charts;

public class DrawingCharts
{
    static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    const string Hostile = "<img src=x onerror=alert(1)>\"><svg/onload='x'>{{7*7}} \u202Eabc & \0";

    static readonly ChartFrame Frame = new("c1", "Dân số", IsEnglish: false, "người", 1);

    static PeriodValue In(int year, decimal value) => new(Period.OfYear(year), value);

    static IEnumerable<XElement> With(Chart chart, string cssClass) =>
        XDocument.Parse(chart.Svg).Descendants().Where(element => (string?)element.Attribute("class") == cssClass);

    static double Of(XElement element, string attribute) => double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);

    static List<(double X, double Y)> Points(XElement polyline) =>
        [.. polyline.Attribute("points")!.Value.Split(' ').Select(pair => pair.Split(',')).Select(pair => (double.Parse(pair[0], CultureInfo.InvariantCulture), double.Parse(pair[1], CultureInfo.InvariantCulture)))];

    static IEnumerable<Chart> OneOfEach(string name)
    {
        var frame = new ChartFrame("c1", name, IsEnglish: true, name);
        PeriodValue[] series = [In(2020, 1), In(2021, 2)];
        yield return Sparkline.Draw(frame, series, 3);
        yield return TrendChart.Draw(frame, series, new(new(In(2020, 1), In(2030, 9)), new(In(2021, 2), In(2030, 5)), (8, 10)));
        yield return RankedBars.Draw(frame, [new(name, 3), new(name + "2", null), new("b", -2, true, "#FFFFCC")], 2);
        yield return PopulationPyramid.Draw(frame, [new(name, 3, 4)]);
        yield return SmallMultiples.Draw(frame, [new(name, series), new("b", [])], 2);
    }

    [Fact]
    public void Every_chart_is_an_image_with_title_description_and_a_table() => Assert.All(OneOfEach("Dân số"), chart =>
    {
        var root = XDocument.Parse(chart.Svg).Root!;
        Assert.Equal(("img", "c1-title c1-desc"), (root.Attribute("role")!.Value, root.Attribute("aria-labelledby")!.Value));
        Assert.Equal("Dân số", root.Elements(Svg + "title").Single(title => title.Attribute("id")!.Value == "c1-title").Value);
        Assert.False(string.IsNullOrWhiteSpace(root.Element(Svg + "desc")!.Value));
        Assert.Equal("Dân số", chart.Table.Caption);
        Assert.NotEmpty(chart.Table.Rows);
        Assert.All(chart.Table.Rows, row => Assert.Equal(chart.Table.Headings.Count, row.Count));
    });

    [Fact]
    public void Whatever_a_name_holds_stays_text() => Assert.All(OneOfEach(Hostile), chart =>
    {
        var document = XDocument.Parse(chart.Svg);
        string[] known = ["svg", "title", "desc", "g", "defs", "pattern", "line", "polyline", "circle", "rect", "text"];
        Assert.All(document.Descendants(), element => Assert.Contains(element.Name.LocalName, known));
        Assert.All(document.Descendants().Attributes(), attribute => Assert.False(
            attribute.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribute.Name.LocalName is "href" or "style"));
        Assert.DoesNotContain('\u202E', chart.Svg);
        Assert.Contains("&lt;img src=x onerror=alert(1)&gt;", chart.Svg, StringComparison.Ordinal);
    });

    [Fact]
    public void Any_text_at_all_makes_a_well_formed_drawing() => Gen.String.Sample(text =>
    {
        foreach (var chart in OneOfEach(text))
            XDocument.Parse(chart.Svg);
    });

    [Fact]
    public void Colours_follow_the_theme_and_have_one_to_fall_back_on() => Assert.All(OneOfEach("Dân số"), chart => Assert.All(
        XDocument.Parse(chart.Svg).Descendants().Attributes().Where(attribute => attribute.Name.LocalName is "fill" or "stroke"),
        attribute => Assert.Matches(@"^(none|#[0-9A-F]{6}|url\(#c1-hatch\)|var\(--[a-z-]+, #[0-9A-F]{6}\))$", attribute.Value)));

    [Fact]
    public void A_scale_has_readable_ends_that_hold_all_values() => Gen.Select(Gen.Int[-9999, 9999].Array[1, 10], Gen.Int[0, 4], Gen.Int[2, 8], Gen.Bool).Sample((numbers, power, most, withZero) =>
    {
        var values = numbers.Select(number => number / (decimal)Math.Pow(10, power)).ToList();
        var scale = ChartScale.Of(values, 0, 100, most, withZero);
        var ticks = scale.Ticks.ToList();
        return scale.Low <= values.Min() && scale.High >= values.Max() && (!withZero || (scale.Low <= 0 && scale.High >= 0))
            && ticks.Count >= 2 && ticks.Count <= most + 3 && ticks[0] == scale.Low && ticks[^1] == scale.High
            && scale.Step.ToString(CultureInfo.InvariantCulture).Trim('0', '.') is "1" or "2" or "5"
            && Math.Abs(scale.At(scale.Low)) < 1e-9 && Math.Abs(scale.At(scale.High) - 100) < 1e-9;
    });

    [Fact]
    public void A_sparkline_uses_its_whole_height_and_breaks_where_a_year_is_missing()
    {
        var chart = Sparkline.Draw(Frame, [In(2019, 10), In(2020, 20), In(2022, 15), In(2024, 30), In(2025, 10)], 25);
        var lines = XDocument.Parse(chart.Svg).Descendants(Svg + "polyline").Select(Points).ToList();

        Assert.Equal([2, 2], lines.Select(line => line.Count));
        Assert.Equal((4, 28), lines[0][0]);
        Assert.Equal([116.0, 28], [lines[1][1].X, lines[1][1].Y]);
        // 25 of 10 to 30, from 28 upwards to 4.
        Assert.Equal(10, Of(Assert.Single(With(chart, "target")), "y1"));
        // 2022 stands alone, halfway between 2019 and 2025.
        Assert.Contains(XDocument.Parse(chart.Svg).Descendants(Svg + "circle"), dot => Of(dot, "cx") == 60 && Of(dot, "cy") == 22);
        Assert.Equal(116, Of(Assert.Single(With(chart, "latest")), "cx"));
    }

    [Fact]
    public void A_trend_stands_on_its_axes_with_path_and_projection()
    {
        var chart = TrendChart.Draw(
            Frame, [In(2020, 100), In(2022, 140)], new(new(In(2020, 100), In(2030, 200)), new(In(2022, 140), In(2030, 180)), (190, 200)));
        var ticks = With(chart, "tick").ToDictionary(tick => tick.Value, tick => Of(tick, "y") - 4);
        var (path, projection) = (Assert.Single(With(chart, "path")), Assert.Single(With(chart, "projection")));

        Assert.Equal(["100", "120", "140", "160", "180", "200"], ticks.Keys);
        Assert.Equal((ticks["100"], ticks["200"]), (Of(path, "y1"), Of(path, "y2")));
        Assert.Equal((ticks["140"], ticks["180"]), (Of(projection, "y1"), Of(projection, "y2")));
        Assert.Equal([ticks["100"], ticks["140"]], With(chart, "figure").Select(dot => Of(dot, "cy")));
        Assert.Equal((268, 16), (Of(path, "y1"), Of(path, "y2")));
        Assert.Equal((64, 544), (Of(path, "x1"), Of(path, "x2")));
        // Two of ten years along.
        Assert.Equal(160, Of(With(chart, "figure").Last(), "cx"));
        Assert.NotEqual(path.Attribute("stroke-dasharray")!.Value, projection.Attribute("stroke-dasharray")!.Value);
        Assert.Equal(["2020", "2022", "2030 (ngoại suy)", "2030 (mục tiêu)"], chart.Table.Rows.Select(row => row[0]));
    }

    [Fact]
    public void Bars_are_ranked_begin_at_zero_and_are_as_long_as_their_value()
    {
        var chart = RankedBars.Draw(Frame, [new("B", 50), new("A", 100, true), new("Thiếu", null), new("C", 50), new("Đ", -25)], 75);
        var bars = With(chart, "bar").ToList();
        var zero = Of(Assert.Single(With(chart, "zero")), "x1");

        Assert.Equal(["A", "B", "C", "Đ", "Thiếu"], With(chart, "name").Select(name => name.Value));
        Assert.Equal(2, Of(bars[0], "width") / Of(bars[1], "width"), 3);
        Assert.Equal(4, Of(bars[0], "width") / Of(bars[3], "width"), 3);
        Assert.All(bars.Take(3), bar => Assert.Equal(zero, Of(bar, "x")));
        Assert.Equal(zero, Of(bars[3], "x") + Of(bars[3], "width"), 2);
        Assert.Equal(zero + (0.75 * Of(bars[0], "width")), Of(Assert.Single(With(chart, "target")), "x1"), 2);
        Assert.Single(With(chart, "missing"));
        Assert.Equal([("1", "A", "100"), ("2", "B", "50"), ("2", "C", "50"), ("4", "Đ", "−25"), ("–", "Thiếu", "–")], chart.Table.Rows.Select(row => (row[0], row[1], row[2])));
        Assert.Equal(["Đ", "B", "C", "A", "Thiếu"], With(RankedBars.Draw(Frame, [new("B", 50), new("A", 100, true), new("Thiếu", null), new("C", 50), new("Đ", -25)], null, highestFirst: false), "name").Select(name => name.Value));
    }

    [Fact]
    public void Vietnamese_names_of_equal_value_are_in_vietnamese_order() => Assert.Equal(
        ["Bến Lức", "Cần Đước", "Châu Thành", "Đức Hòa", "Đức Huệ", "Tân An"],
        With(RankedBars.Draw(Frame, [new("Tân An", 1), new("Đức Huệ", 1), new("Cần Đước", 1), new("Đức Hòa", 1), new("Bến Lức", 1), new("Châu Thành", 1)]), "name").Select(name => name.Value));

    [Fact]
    public void A_pyramid_is_symmetric_with_the_youngest_at_the_bottom()
    {
        var chart = PopulationPyramid.Draw(Frame, [new("0–4", 200, 100), new("5–9", 100, 200)]);
        var (male, female) = (With(chart, "male").ToList(), With(chart, "female").ToList());

        Assert.Equal(Of(male[0], "width"), Of(female[1], "width"), 2);
        Assert.Equal(Of(male[0], "width"), 2 * Of(male[1], "width"), 1);
        Assert.Equal(Of(male[0], "x") + Of(male[0], "width"), Of(male[1], "x") + Of(male[1], "width"), 2);
        Assert.True(Of(male[0], "y") > Of(male[1], "y"));
        Assert.Equal(Of(male[0], "x"), 560 - Of(female[1], "x") - Of(female[1], "width"), 2);
        Assert.Contains("Nam 300\u00A0người, nữ 300\u00A0người", chart.Svg, StringComparison.Ordinal);
        // No two labels of the axis meet.
        var ticks = With(PopulationPyramid.Draw(Frame, [new("0–4", 62_000, 60_000)]), "tick").Select(tick => (X: Of(tick, "x"), Half: tick.Value.Length * 3.5)).OrderBy(tick => tick.X).ToList();
        Assert.All(ticks.Zip(ticks.Skip(1)), pair => Assert.True(pair.Second.X - pair.First.X > pair.First.Half + pair.Second.Half));
        Assert.True(ticks[0].X > ticks[0].Half);
        Assert.Throws<ArgumentException>(() => PopulationPyramid.Draw(Frame, [new("0–4", -1, 0)]));
    }

    [Fact]
    public void Small_charts_share_their_scales()
    {
        var chart = SmallMultiples.Draw(Frame, [new("A", [In(2020, 0), In(2021, 100)]), new("B", [In(2020, 50), In(2021, 100)]), new("C", [])], 2);
        var panels = With(chart, "panel").ToList();
        var (a, b) = (Points(panels[0].Element(Svg + "polyline")!), Points(panels[1].Element(Svg + "polyline")!));

        Assert.Equal(["translate(0 0)", "translate(164 0)", "translate(0 106)"], panels.Select(panel => panel.Attribute("transform")!.Value));
        Assert.Equal(a[1], b[1]);
        Assert.Equal((a[0].Y + a[1].Y) / 2, b[0].Y, 2);
        Assert.Contains(panels[2].Elements(), element => element.Value == "không có số liệu");
        Assert.Equal(["C", "–", "–"], chart.Table.Rows[2]);
    }

    [Fact]
    public void Without_figures_every_chart_says_so()
    {
        Assert.Contains("Chưa có số liệu.", Sparkline.Draw(Frame, []).Svg, StringComparison.Ordinal);
        Assert.Contains("Chưa có số liệu.", TrendChart.Draw(Frame, []).Svg, StringComparison.Ordinal);
        Assert.Contains("Chưa có số liệu.", RankedBars.Draw(Frame, []).Svg, StringComparison.Ordinal);
        Assert.Contains("Chưa có số liệu.", PopulationPyramid.Draw(Frame, []).Svg, StringComparison.Ordinal);
        XDocument.Parse(SmallMultiples.Draw(Frame, [], 3).Svg);
    }

    [Fact]
    public void Figures_are_written_in_the_language_of_the_chart()
    {
        PeriodValue[] series = [In(2023, 1234.5m), In(2024, 2000)];

        Assert.Contains("Từ 1.234,5\u00A0người (2023) đến 2.000\u00A0người (2024), 2 số liệu.", Sparkline.Draw(Frame, series).Svg, StringComparison.Ordinal);
        Assert.Contains("From 1,234.5\u00A0người (2023)", Sparkline.Draw(Frame with { IsEnglish = true }, series).Svg, StringComparison.Ordinal);
    }
}

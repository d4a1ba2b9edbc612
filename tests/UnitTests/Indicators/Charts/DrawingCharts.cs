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

    static Figure In(int year, decimal value, FigureStatus status = FigureStatus.Observed, string? basis = null) => new(
        "80", Period.OfYear(year), status, value, basis is null ? null : new(basis, null), new(null, null), null);

    static StatedTarget Aim(int year, decimal value, decimal? to = null) => new(
        "KT-01", "686", "qd-686-2023", null, TargetStanding.Binding, "population", "80", new("Dân số", "Population"),
        TargetOperator.AtLeast, value, to, null, year, null, [], null);

    static IEnumerable<XElement> With(Drawing chart, string cssClass) =>
        XDocument.Parse(chart.Svg).Descendants().Where(element => (string?)element.Attribute("class") == cssClass);

    static double Of(XElement element, string attribute) => double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);

    static List<(double X, double Y)> Points(XElement polyline) =>
        [.. polyline.Attribute("points")!.Value.Split(' ').Select(pair => pair.Split(',')).Select(pair => (double.Parse(pair[0], CultureInfo.InvariantCulture), double.Parse(pair[1], CultureInfo.InvariantCulture)))];

    static IEnumerable<Drawing> OneOfEach(string name)
    {
        var frame = new ChartFrame("c1", name, IsEnglish: true, name);
        Figure[] series = [In(2020, 1), In(2021, 2), In(2022, 3, FigureStatus.Estimate), In(2022, 4, FigureStatus.Plan)];
        yield return Sparkline.Draw(frame, series);
        yield return SeriesChart.Draw(
            frame, series, [Aim(2030, 8, 10)], new(new(new(Period.OfYear(2020), 1), new(Period.OfYear(2030), 9)), new(new(Period.OfYear(2021), 2), new(Period.OfYear(2030), 5))));
        yield return RankedBars.Draw(frame, [new(name, 1, 3, name), new("b", 2, -2, IsMarked: true), new(name + "2", null, null)]);
        yield return SmallMultiples.Draw(frame, [new(name, series), new("b", [])], 2);
    }

    [Fact]
    public void Every_chart_is_an_image_with_title_and_description() => Assert.All(OneOfEach("Dân số"), chart =>
    {
        var root = XDocument.Parse(chart.Svg).Root!;
        Assert.Equal(("img", "c1-title c1-desc"), (root.Attribute("role")!.Value, root.Attribute("aria-labelledby")!.Value));
        Assert.Equal("Dân số", root.Elements(Svg + "title").Single(title => title.Attribute("id")!.Value == "c1-title").Value);
        Assert.False(string.IsNullOrWhiteSpace(root.Element(Svg + "desc")!.Value));
    });

    [Fact]
    public void Whatever_a_name_holds_stays_text() => Assert.All(OneOfEach(Hostile), chart =>
    {
        var document = XDocument.Parse(chart.Svg);
        string[] known = ["svg", "title", "desc", "g", "defs", "pattern", "line", "polyline", "polygon", "circle", "rect", "text"];
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
    public void A_line_begins_at_zero_unless_that_would_hide_its_differences()
    {
        Assert.Equal(0, ChartScale.OfLine([20, 90], 0, 100, 5).Low);
        Assert.Equal(92, ChartScale.OfLine([92, 99], 0, 100, 5).Low);
        Assert.Equal(-20, ChartScale.OfLine([-15, 60], 0, 100, 5).Low);
    }

    [Fact]
    public void A_sparkline_uses_its_whole_height_and_only_dots_lead_over_years_without_figures()
    {
        var chart = Sparkline.Draw(Frame, [In(2019, 10), In(2020, 20), In(2022, 15), In(2024, 30), In(2025, 10)]);
        var lines = With(chart, "series").Select(Points).ToList();

        Assert.Equal([2, 2], lines.Select(line => line.Count));
        Assert.Equal((4, 22), lines[0][0]);
        Assert.Equal((92, 22), lines[1][1]);
        Assert.Equal(4, lines[1][0].Y);
        // 2022 stands alone, halfway between 2019 and 2025.
        Assert.Equal(48, Of(Assert.Single(With(chart, "alone")), "cx"));
        Assert.Equal(2, With(chart, "gap").Count());
        Assert.All(With(chart, "gap"), gap => Assert.NotNull(gap.Attribute("stroke-dasharray")));
        Assert.Equal(92, Of(Assert.Single(With(chart, "latest")), "cx"));
    }

    [Fact]
    public void Figures_of_two_bases_are_not_joined_at_all()
    {
        var chart = SeriesChart.Draw(Frame, [In(2014, 5), In(2015, 4), In(2016, 8, basis: "chuẩn mới"), In(2017, 7, basis: "chuẩn mới")], []);

        Assert.Equal(2, With(chart, "series").Count());
        Assert.Empty(With(chart, "gap"));
        Assert.Contains(With(chart, "key"), words => words.Value == "đứt nơi cách tính thay đổi");
    }

    [Fact]
    public void A_series_stands_on_its_axes_with_target_path_and_projection()
    {
        var chart = SeriesChart.Draw(
            Frame, [In(2020, 100), In(2022, 140)], [Aim(2030, 190, 200)],
            new(new(new(Period.OfYear(2020), 100), new(Period.OfYear(2030), 200)), new(new(Period.OfYear(2022), 140), new(Period.OfYear(2030), 180))));
        var ticks = With(chart, "tick").ToDictionary(tick => tick.Value, tick => Of(tick, "y") - 4);
        var (path, projection) = (Assert.Single(With(chart, "path")), Assert.Single(With(chart, "projection")));

        Assert.Equal(["100", "120", "140", "160", "180", "200"], ticks.Keys);
        Assert.Equal((ticks["100"], ticks["200"]), (Of(path, "y1"), Of(path, "y2")));
        Assert.Equal((ticks["140"], ticks["180"]), (Of(projection, "y1"), Of(projection, "y2")));
        Assert.Equal([ticks["100"], ticks["140"]], With(chart, "observed").Take(2).Select(dot => Of(dot, "cy")));
        // Two of ten years along.
        Assert.Equal(Of(path, "x1") + (0.2 * (Of(path, "x2") - Of(path, "x1"))), Of(With(chart, "observed").ElementAt(1), "cx"), 2);
        Assert.Equal((ticks["200"], (ticks["180"] + ticks["200"]) / 2), (Of(Assert.Single(With(chart, "aim-span")), "y"), Of(Assert.Single(With(chart, "aim")), "y1")));
        Assert.NotEqual(path.Attribute("stroke-dasharray")!.Value, projection.Attribute("stroke-dasharray")!.Value);
        Assert.Equal(["thực hiện", "kỳ không có số liệu", "mục tiêu", "đường đến mục tiêu", "ngoại suy"], With(chart, "key").Select(words => words.Value));
    }

    [Fact]
    public void Observed_estimate_and_plan_differ_in_shape_and_only_what_is_drawn_is_in_the_key()
    {
        var chart = SeriesChart.Draw(Frame, [In(2023, 5), In(2024, 6, FigureStatus.Estimate), In(2024, 7, FigureStatus.Plan)], []);

        Assert.NotEqual(With(chart, "observed").First().Attribute("fill")!.Value, With(chart, "estimate").First().Attribute("fill")!.Value);
        Assert.Equal("polygon", With(chart, "plan").First().Name.LocalName);
        // The plan is no part of the line.
        Assert.Equal(2, Points(Assert.Single(With(chart, "series"))).Count);
        Assert.Equal(["thực hiện", "ước", "kế hoạch"], With(chart, "key").Select(words => words.Value));
        Assert.Equal("2024: 6\u00A0người (ước)", With(chart, "estimate").First().Value);
    }

    [Fact]
    public void Labels_of_targets_that_lie_close_do_not_cover_each_other()
    {
        var labels = With(SeriesChart.Draw(Frame, [In(2020, 70)], [Aim(2030, 80), Aim(2030, 81), Aim(2030, 79)]), "aim-text").Select(label => Of(label, "y")).Order().ToList();

        Assert.Equal(3, labels.Count);
        Assert.All(labels.Zip(labels.Skip(1)), pair => Assert.True(pair.Second - pair.First >= 13, $"{pair.First} and {pair.Second}"));
    }

    [Fact]
    public void Bars_begin_at_zero_and_are_as_long_as_their_value()
    {
        var chart = RankedBars.Draw(Frame, [new("A", 1, 100, "ước", true), new("B", 2, 50), new("C", 2, 50), new("Đ", 4, -25), new("Thiếu", null, null)]);
        var bars = With(chart, "bar").ToList();
        var zero = Of(Assert.Single(With(chart, "zero")), "x1");

        Assert.Equal(["A", "B", "C", "Đ", "Thiếu"], With(chart, "name").Select(name => name.Value));
        Assert.Equal(["1", "2", "2", "4"], With(chart, "place").Select(place => place.Value));
        Assert.Equal(["100 (ước)", "50", "50", "−25", "–"], With(chart, "figure").Select(figure => figure.Value));
        Assert.Equal(2, Of(bars[0], "width") / Of(bars[1], "width"), 3);
        Assert.Equal(4, Of(bars[0], "width") / Of(bars[3], "width"), 3);
        Assert.All(bars.Take(3), bar => Assert.Equal(zero, Of(bar, "x")));
        Assert.Equal(zero, Of(bars[3], "x") + Of(bars[3], "width"), 1);
        Assert.Equal("url(#c1-hatch)", Assert.Single(With(chart, "missing")).Attribute("fill")!.Value);
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
        Assert.Contains(panels[2].Elements(), element => element.Value == "chưa có số liệu");
    }

    [Fact]
    public void Without_figures_every_chart_says_so()
    {
        Assert.Contains("Chưa có số liệu.", Sparkline.Draw(Frame, []).Svg, StringComparison.Ordinal);
        Assert.Contains("Chưa có số liệu.", SeriesChart.Draw(Frame, [], []).Svg, StringComparison.Ordinal);
        Assert.Contains("Chưa có số liệu.", RankedBars.Draw(Frame, []).Svg, StringComparison.Ordinal);
        XDocument.Parse(SmallMultiples.Draw(Frame, [], 3).Svg);
    }

    [Fact]
    public void Figures_are_written_in_the_language_of_the_chart()
    {
        Figure[] series = [In(2023, 1234.5m), In(2024, 2000)];

        Assert.Contains("Từ 1.234,5\u00A0người (2023) đến 2.000\u00A0người (2024), 2 số liệu.", Sparkline.Draw(Frame, series).Svg, StringComparison.Ordinal);
        Assert.Contains("From 1,234.5\u00A0người (2023)", Sparkline.Draw(Frame with { IsEnglish = true }, series).Svg, StringComparison.Ordinal);
    }
}

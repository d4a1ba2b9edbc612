using LongAnGis.Core.Plans;

namespace LongAnGis.UnitTests.Plans;

public class ReadingASymbol
{
    const string Parks = """
        {"kind":"point","colour":"#7A3B69","shape":"square","size":16,"glyph":"KCN",
         "by":{"attribute":"status","cases":[
            {"value":"operating","colour":"#0B5D66","label":{"vi":"Đang hoạt động","en":"Operating"}},
            {"value":"planned","pattern":"hatch","label":{"vi":"Quy hoạch","en":"Planned"}}]},
         "dark":{"colour":"#C98FB8"},"label":{"attribute":"name","min_zoom":10}}
        """;

    [Fact]
    public void A_class_inherits_what_it_does_not_say()
    {
        var classes = Symbol.Parse(Parks).Classes(dark: false);

        Assert.Equal(["operating", "planned", null], classes.Select(one => one.Value));
        Assert.Equal("#0B5D66", classes[0].Looks.Colour);
        Assert.Equal("#7A3B69", classes[1].Looks.Colour);
        Assert.Equal(SymbolPattern.Hatch, classes[1].Looks.Pattern);
        Assert.All(classes, one => Assert.Equal((SymbolShape.Square, 16, "KCN"), (one.Looks.Shape, one.Looks.Size, one.Looks.Glyph)));
    }

    [Fact]
    public void The_dark_theme_changes_what_a_class_leaves_open_and_nothing_else()
    {
        var classes = Symbol.Parse(Parks).Classes(dark: true);

        Assert.Equal("#0B5D66", classes[0].Looks.Colour);
        Assert.Equal("#C98FB8", classes[1].Looks.Colour);
    }

    [Fact]
    public void Values_that_no_class_names_are_drawn_and_listed_as_other() =>
        Assert.Equal("Khác", Symbol.Parse(Parks).Classes(dark: false)[^1].Label!.Vi);

    [Theory]
    [InlineData("""{"kind":"fill","colour":"red"}""")]
    [InlineData("""{"kind":"fill","colour":"#12345"}""")]
    [InlineData("""{"kind":"fill","colour":"#12345\u0022 onload=1"}""")]
    [InlineData("""{"kind":"area","colour":"#123456"}""")]
    [InlineData("""{"colour":"#123456"}""")]
    [InlineData("""{"kind":"line","dash":[4]}""")]
    [InlineData("""{"kind":"fill","opacity":2}""")]
    [InlineData("""{"kind":"point","glyph":"<b>"}""")]
    [InlineData("""{"kind":"point","by":{"attribute":"a","cases":[{"value":"x"}]}}""")]
    [InlineData("""{"kind":"line","status":"status"}""")]
    [InlineData("null")]
    [InlineData("[]")]
    public void What_cannot_be_drawn_is_refused(string json) =>
        Assert.Throws<FormatException>(() => Symbol.Parse(json));

    [Fact]
    public void An_indicative_place_never_gets_a_sharp_edge()
    {
        var line = Symbol.Parse("""{"kind":"line","colour":"#B4531A","width":3}""").Classes(false)[0].Looks.Indicative();
        var point = Symbol.Parse(Parks).Classes(false)[0].Looks.Indicative();
        var area = Symbol.Parse("""{"kind":"fill","colour":"#B4531A"}""").Classes(false)[0].Looks.Indicative();

        Assert.True(line is { Width: > 3, Opacity: < 0.7, Dash.Count: 2 });
        Assert.Equal(SymbolEdge.Dashed, point.Edge);
        Assert.Equal((SymbolEdge.Dashed, 2), (area.Edge, area.Dash.Count));
    }

    [Fact]
    public void A_band_stays_a_band_where_its_place_is_indicative()
    {
        var band = Symbol.Parse("""{"kind":"line","colour":"#B4531A","width":16,"opacity":0.3}""").Classes(false)[0].Looks;

        Assert.Equal(band, band.Indicative());
    }

    [Fact]
    public void An_area_shows_its_status_without_any_colour()
    {
        var looks = Symbol.Parse("""{"kind":"fill","colour":"#FAAAA0","opacity":0.75,"status":"status"}""").Classes(false)[0].Looks;

        Assert.True(looks.As(LandStatus.Existing) is { Opacity: 0.75, Pattern: null, Dash.Count: 0, Edge: SymbolEdge.Solid });
        Assert.True(looks.As(LandStatus.Planned) is { Pattern: SymbolPattern.Hatch, Dash.Count: 2, Opacity: > 0 and < 0.75 });
        Assert.True(looks.As(LandStatus.Vision) is { Opacity: 0, Pattern: null, Dash: [1, 2] });
        Assert.True(looks.As(LandStatus.Proposed) is { Edge: SymbolEdge.Doubled, Opacity: 0.75, Dash.Count: 0 });
        Assert.All(LandStatuses.All, status => Assert.Equal((1.25, "#3B4A50"), (looks.As(status).Width, looks.As(status).Outline)));
        Assert.Equal(SymbolEdge.Doubled, looks.As(LandStatus.Proposed).Indicative().Edge);
    }

    [Theory]
    [InlineData("vision", LandStatus.Vision)]
    [InlineData("somewhere else", LandStatus.Existing)]
    [InlineData(null, LandStatus.Existing)]
    public void A_status_that_is_not_known_is_drawn_solid(string? code, LandStatus status) =>
        Assert.Equal(status, LandStatuses.Find(code));
}

using System.Text.Json;
using System.Text.RegularExpressions;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Styles;
using Microsoft.Extensions.DependencyInjection;

namespace LongAnGis.IntegrationTests.Styles;

public sealed partial class DrawingThePlan(SharedSite shared)
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task Gives_every_layer_a_source_and_style_layers_that_name_it(string theme)
    {
        var style = await Style($"theme={theme}");
        var catalogue = await Catalogue();

        Assert.Equal(8, style.GetProperty("version").GetInt32());
        foreach (var layer in catalogue.InDrawingOrder)
        {
            var tiles = style.GetProperty("sources").GetProperty(layer.Code).GetProperty("tiles")[0].GetString()!;
            Assert.Matches($@"^http://localhost/tiles/{layer.Code}/{{z}}/{{x}}/{{y}}\.mvt\?revision=\d+&as-of=\d{{4}}-\d\d-\d\d$", tiles);
            Assert.Contains(Layers(style), drawn => PlanLayer(drawn) == layer.Code);
        }

        var ids = Layers(style).Select(drawn => drawn.GetProperty("id").GetString()).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public async Task Draws_every_class_that_the_legend_lists_in_the_legends_colour()
    {
        var style = await Style("");
        var catalogue = await Catalogue();
        var moment = await (await shared.Get()).Services.GetRequiredService<Moments>().Resolve(AskedTime.Now, Cancellation);
        var tallies = await (await shared.Get()).Services.GetRequiredService<LayerTallies>().Of(catalogue.InDrawingOrder, moment, Cancellation);

        foreach (var layer in catalogue.InDrawingOrder)
        {
            var drawn = string.Concat(Layers(style).Where(one => PlanLayer(one) == layer.Code).Select(one => one.GetRawText()));
            foreach (var line in Legend.Of(layer.Symbol, tallies[layer.Code]))
            {
                var mark = line.Looks.Kind == SymbolKind.Point ? ImageName.Symbol(line.Looks) : line.Looks.Colour;
                Assert.Contains(mark, drawn, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Names_its_images_in_the_grammar_that_the_map_paints()
    {
        var text = (await Style("")).GetRawText();

        var names = ImageText().Matches(text).Select(match => match.Groups[1].Value).ToList();

        Assert.NotEmpty(names);
        Assert.All(names, name => Assert.Matches(Grammar(), name));
    }

    [Fact]
    public async Task Changes_only_the_address_of_the_layer_that_a_publication_touched()
    {
        await using var site = await TestSite.OnItsOwnDatabase();
        var plan = new Plans.Amendments(site);
        using var client = site.CreateClient();
        var before = JsonElement.Parse(await client.GetStringAsync("/styles/plan.json", Cancellation)).GetProperty("sources");

        await plan.Publish(Plans.Amendments.Create("industrial-parks", "KCN-901", Plans.Amendments.Content("KCN Thử")));

        var after = JsonElement.Parse(await client.GetStringAsync("/styles/plan.json", Cancellation)).GetProperty("sources");
        var changed = before.EnumerateObject().Where(one => !JsonElement.DeepEquals(one.Value, after.GetProperty(one.Name))).Select(one => one.Name);
        Assert.Equal(["industrial-parks"], changed);
    }

    [Theory]
    [InlineData("lang=fr")]
    [InlineData("theme=pink")]
    [InlineData("revision=-1")]
    [InlineData("as-of=soon")]
    public async Task Refuses_what_it_cannot_read(string query)
    {
        using var client = await shared.Client();

        using var answer = await client.GetAsync("/styles/plan.json?" + query, Cancellation);

        Assert.Equal(System.Net.HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    async Task<JsonElement> Style(string query)
    {
        using var client = await shared.Client();
        return JsonElement.Parse(await client.GetStringAsync("/styles/plan.json?" + query, Cancellation));
    }

    async Task<Layers> Catalogue() =>
        await (await shared.Get()).Services.GetRequiredService<LayerCatalogue>().All(int.MaxValue, Cancellation);

    static JsonElement.ArrayEnumerator Layers(JsonElement style) => style.GetProperty("layers").EnumerateArray();

    static string? PlanLayer(JsonElement drawn) =>
        drawn.TryGetProperty("metadata", out var metadata) && metadata.TryGetProperty("longan:layer", out var code) ? code.GetString() : null;

    [GeneratedRegex("\"((?:sym|pattern)/[^\"]*)\"")]
    private static partial Regex ImageText();

    [GeneratedRegex("^(sym/(square|circle|diamond|triangle|hexagon|star)/[0-9a-f]{6}/[0-9a-f]{6}/[0-9.]+/(solid|hollow|dashed)/\\w{0,3}|pattern/(hatch|dots)/[0-9a-f]{6})$")]
    private static partial Regex Grammar();
}

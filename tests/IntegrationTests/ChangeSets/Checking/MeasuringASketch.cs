using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using LongAnGis.IntegrationTests.ChangeSets.Drafting;

namespace LongAnGis.IntegrationTests.ChangeSets.Checking;

/// <summary>A figure that is still being drawn is told by districts and communes before anything is saved.</summary>
public sealed class MeasuringASketch(SharedDraftingSite shared) : IClassFixture<SharedDraftingSite>
{
    // Some 4,400 ha in the middle of the province, in more than one district.
    const string Across = """{"type":"Polygon","coordinates":[[[106.36,10.62],[106.44,10.62],[106.44,10.67],[106.36,10.67],[106.36,10.62]]]}""";
    const string BowTie = """{"type":"Polygon","coordinates":[[[106.40,10.60],[106.41,10.61],[106.41,10.60],[106.40,10.61],[106.40,10.60]]]}""";

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    static async Task<HttpResponseMessage> Ask(HttpClient client, Guid changeSet, string body, string query = "")
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await client.PostAsync($"/change-sets/{changeSet}/shares{query}", content, Cancellation);
    }

    static double Hectares(JsonNode answer, string layer) => answer["areas"]!.AsArray()
        .Where(area => area!["layer"]!.GetValue<string>() == layer).Sum(area => area!["hectares"]!.GetValue<double>());

    [Fact]
    public async Task The_districts_share_what_PostGIS_measures_of_the_whole()
    {
        var drafting = await shared.Get();
        var (planner, changeSet) = await drafting.Begin();

        using var response = await Ask(planner, changeSet, $$"""{"geometry":{{Across}}}""");
        var answer = await Drafting.Drafting.Json(response);

        var whole = await drafting.Scalar<double>(
            "SELECT ST_Area(ST_Transform(ST_SetSRID(ST_GeomFromGeoJSON($1), 4326), 9210)) / 10000", Across);
        var districts = answer["areas"]!.AsArray().Where(area => area!["layer"]!.GetValue<string>() == "districts").ToList();
        Assert.True(districts.Count >= 2, answer.ToJsonString());
        // Two lists of borders, drawn by different hands: neither leaves more than a sliver out.
        Assert.InRange(Hectares(answer, "districts"), whole * 0.995, whole * 1.005);
        Assert.InRange(Hectares(answer, "communes"), whole * 0.995, whole * 1.005);
    }

    [Fact]
    public async Task Names_are_in_the_language_of_the_reader()
    {
        var (planner, changeSet) = await (await shared.Get()).Begin();

        using var response = await Ask(planner, changeSet, $$"""{"geometry":{{Drafting.Drafting.Square}}}""", "?lang=en");
        var answer = await Drafting.Drafting.Json(response);

        Assert.DoesNotContain(answer["areas"]!.AsArray(), area => area!["name"]!.GetValue<string>().StartsWith("huyện", StringComparison.OrdinalIgnoreCase));
        Assert.NotEmpty(answer["areas"]!.AsArray());
    }

    [Fact]
    public async Task A_sketch_that_crosses_itself_has_no_shares_and_is_told_why()
    {
        var (planner, changeSet) = await (await shared.Get()).Begin();

        using var response = await Ask(planner, changeSet, $$"""{"geometry":{{BowTie}}}""");
        var answer = await Drafting.Drafting.Json(response);

        Assert.Empty(answer["areas"]!.AsArray());
        Assert.Contains("cắt", answer["why"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"geometry\":")]
    public async Task What_is_no_figure_is_refused(string body)
    {
        var (planner, changeSet) = await (await shared.Get()).Begin();

        using var response = await Ask(planner, changeSet, body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Somebody_elses_draft_is_not_there()
    {
        var drafting = await shared.Get();
        var (_, changeSet) = await drafting.Begin();
        var (stranger, _) = await drafting.Begin();

        using var response = await Ask(stranger, changeSet, $$"""{"geometry":{{Drafting.Drafting.Square}}}""");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Nobody_is_told_without_signing_in()
    {
        var drafting = await shared.Get();
        var (_, changeSet) = await drafting.Begin();
        using var visitor = drafting.Site.Public();

        using var response = await Ask(visitor, changeSet, $$"""{"geometry":{{Drafting.Drafting.Square}}}""");

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }
}

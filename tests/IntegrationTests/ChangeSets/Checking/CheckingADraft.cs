using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using LongAnGis.Core.Accounts;
using LongAnGis.IntegrationTests.ChangeSets.Drafting;
using LongAnGis.Web.ChangeSets.Checks;
using Microsoft.Extensions.DependencyInjection;

namespace LongAnGis.IntegrationTests.ChangeSets.Checking;

public sealed class CheckingADraft(SharedDraftingSite shared) : IClassFixture<SharedDraftingSite>
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A rectangle well inside the province, where no other test of this class draws.</summary>
    static string Box(int row, double west, double east)
    {
        var south = 10.60 + (row * 0.01);
        return string.Create(CultureInfo.InvariantCulture,
            $$"""{"type":"Polygon","coordinates":[[[{{west}},{{south}}],[{{east}},{{south}}],[{{east}},{{south + 0.005}}],[{{west}},{{south + 0.005}}],[{{west}},{{south}}]]]}""");
    }

    static string Zone(string code, string geometry, string landCode = "SKK", int? position = null, int? expects = null) =>
        $$$"""
        {"put":{"position":{{{position?.ToString(CultureInfo.InvariantCulture) ?? "null"}}},"expects":{{{expects?.ToString(CultureInfo.InvariantCulture) ?? "null"}}},
         "op":"create","layer":"land-use","code":"{{{code}}}","nameVi":"Khu {{{code}}}","geometry":{{{geometry}}},
         "quality":"digitised","geometrySource":"Bản đồ thử","attributes":{"land_code":"{{{landCode}}}","status":"planned"} } }
        """;

    static async Task<JsonNode> Check(HttpClient client, Guid changeSet, string[]? unsaved = null, string query = "")
    {
        using var content = new StringContent(Drafting.Drafting.Body(unsaved ?? []), Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync($"/change-sets/{changeSet}/check{query}", content, Cancellation);
        return await Drafting.Drafting.Json(answer);
    }

    static IEnumerable<string> Keys(JsonNode check) => check["findings"]!.AsArray().Select(finding => finding!["key"]!.GetValue<string>());

    [Fact]
    public async Task Two_zones_that_overlap_are_found_with_both_ways_to_mend_it()
    {
        var drafting = await shared.Get();
        var (planner, changeSet) = await drafting.Begin();
        using var saved = await Drafting.Drafting.Save(planner, changeSet, Zone("a", Box(0, 106.40, 106.41)), Zone("b", Box(0, 106.408, 106.42), "LUA"));
        await Drafting.Drafting.Json(saved);

        var check = await Check(planner, changeSet);

        var overlap = Assert.Single(check["findings"]!.AsArray())!;
        Assert.Equal("R05:land-use/a:land-use/b", overlap["key"]!.GetValue<string>());
        Assert.Equal("error", overlap["severity"]!.GetValue<string>());
        Assert.Equal("Không chồng lấn trong lớp", overlap["name"]!.GetValue<string>());
        Assert.Equal(1, overlap["position"]!.GetValue<int>());
        Assert.Equal("Polygon", overlap["place"]!["type"]!.GetValue<string>());
        Assert.InRange(overlap["measure"]!["value"]!.GetValue<double>(), 120_000, 122_000);
        Assert.Equal(2, overlap["repairs"]!.AsArray().Count);
        Assert.Equal(1, overlap["repair"]!["edits"]![0]!["put"]!["position"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_repair_can_be_sent_back_as_it_came()
    {
        var drafting = await shared.Get();
        var (planner, changeSet) = await drafting.Begin();
        using var saved = await Drafting.Drafting.Save(planner, changeSet, Zone("a", Box(1, 106.40, 106.41)), Zone("b", Box(1, 106.408, 106.42)));
        await Drafting.Drafting.Json(saved);
        var repair = (await Check(planner, changeSet))["findings"]![0]!["repair"]!["edits"]!.AsArray();

        using var mended = await Drafting.Drafting.Save(planner, changeSet, [.. repair.Select(edit => edit!.ToJsonString())]);
        await Drafting.Drafting.Json(mended);

        Assert.DoesNotContain("R05:land-use/a:land-use/b", Keys(await Check(planner, changeSet)));
    }

    [Fact]
    public async Task Unsaved_edits_are_judged_as_if_they_were_saved_and_nothing_is_written()
    {
        var drafting = await shared.Get();
        var (planner, changeSet) = await drafting.Begin();
        using var saved = await Drafting.Drafting.Save(planner, changeSet, Zone("a", Box(2, 106.40, 106.41)));
        await Drafting.Drafting.Json(saved);

        Assert.Equal(["R05:land-use/a:land-use/b"], Keys(await Check(planner, changeSet, [Zone("b", Box(2, 106.40, 106.41))])).Take(1));
        Assert.Empty(Keys(await Check(planner, changeSet, ["""{"drop":{"position":1,"expects":1}}"""])));
        Assert.Empty(Keys(await Check(planner, changeSet)));
    }

    [Fact]
    public async Task A_crooked_edit_is_a_finding_with_its_repair()
    {
        var drafting = await shared.Get();
        var (planner, changeSet) = await drafting.Begin();

        var check = await Check(
            planner, changeSet, [Zone("a", """{"type":"Polygon","coordinates":[[[106.4,10.5],[106.5,10.6],[106.5,10.5],[106.4,10.6],[106.4,10.5]]]}""")]);

        Assert.Equal("R01", check["findings"]![0]!["rule"]!.GetValue<string>());
        Assert.Equal("MultiPolygon", check["findings"]![0]!["repair"]!["edits"]![0]!["put"]!["geometry"]!["type"]!.GetValue<string>());
    }

    [Fact]
    public async Task Land_that_changes_is_counted_by_class_and_place()
    {
        var drafting = await shared.Get();
        var (planner, changeSet) = await drafting.Begin();
        using var saved = await Drafting.Drafting.Save(planner, changeSet, Zone("a", Box(3, 106.40, 106.41)));
        await Drafting.Drafting.Json(saved);

        var consequences = (await Check(planner, changeSet))["consequences"]!;

        Assert.StartsWith("+60,5 ha SKK", consequences["words"]![0]!.GetValue<string>().Replace("Đất khu công nghiệp", "SKK", StringComparison.Ordinal), StringComparison.Ordinal);
        var line = consequences["ledger"]!.AsArray().First(one => one!["landClass"]!.GetValue<string>() == "SKK" && one["area"] is null)!;
        Assert.Equal(12_400, line["plannedHa"]!.GetValue<double>());
        Assert.Equal(60.5, line["afterHa"]!.GetValue<double>() - line["beforeHa"]!.GetValue<double>(), 0.2);
        Assert.Contains(consequences["ledger"]!.AsArray(), one => one!["area"] is not null && one["plannedHa"] is null);
        Assert.Equal(60.5, consequences["byCommune"]!.AsArray().Sum(area => area!["hectares"]!.GetValue<double>()), 0.5);
        Assert.Equal(60.5, consequences["byDistrict"]!.AsArray().Sum(area => area!["hectares"]!.GetValue<double>()), 0.5);
    }

    [Fact]
    public async Task What_stands_on_changed_ground_is_named_but_a_symbol_is_not_measured()
    {
        var drafting = await shared.Get();
        var (planner, changeSet) = await drafting.Begin();
        // The whole district round Tân An: several symbols of parks, projects and urban centres stand there.
        using var saved = await Drafting.Drafting.Save(
            planner, changeSet, Zone("a", """{"type":"Polygon","coordinates":[[[106.35,10.47],[106.46,10.47],[106.46,10.57],[106.35,10.57],[106.35,10.47]]]}"""));
        await Drafting.Drafting.Json(saved);

        var consequences = (await Check(planner, changeSet))["consequences"]!;

        Assert.NotEmpty(consequences["conflicts"]!.AsArray());
        Assert.Contains(
            consequences["conflicts"]!.AsArray(), one => one!["why"]!.GetValue<string>().Contains("không đo", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Tasks_of_a_feature_that_changes_ends_or_stands_on_changed_ground_are_named_before_anything_is_saved()
    {
        var drafting = await shared.Get();
        var (planner, changeSet) = await drafting.Begin();
        var (id, code, version, attributes) = await drafting.Feature("projects", "DA-01");
        string Of(string operation, string name) => string.Create(CultureInfo.InvariantCulture,
            $$$"""{"put":{"op":"{{{operation}}}","layer":"projects","code":"{{{code}}}","feature":{{{id}}},"baseVersion":{{{version}}},"nameVi":"{{{name}}}","quality":"indicative","attributes":{{{attributes}}},"geometry":{"type":"Point","coordinates":[106.65,10.65]} } }""");

        async Task<string> WhyOf(string task, string edit)
        {
            var tasks = (await Check(planner, changeSet, [edit]))["consequences"]!["tasks"]!.AsArray();
            return Assert.Single(tasks, one => one!["code"]!.GetValue<string>() == task)!["why"]!.GetValue<string>();
        }

        var ground = """{"type":"Polygon","coordinates":[[[106.0,10.3],[106.9,10.3],[106.9,11.1],[106.0,11.1],[106.0,10.3]]]}""";
        Assert.Contains("thay đổi", await WhyOf("NV-31", Of("update", "Tên mới")), StringComparison.Ordinal);
        Assert.Contains("bãi bỏ", await WhyOf("NV-31", Of("delete", "")), StringComparison.Ordinal);
        Assert.Contains("không đo", await WhyOf("NV-31", Zone("a", ground)), StringComparison.Ordinal);
        Assert.Empty((await Check(planner, changeSet, [Zone("b", Box(6, 106.40, 106.401))]))["consequences"]!["tasks"]!.AsArray());
    }

    [Fact]
    public async Task The_answer_speaks_the_language_that_is_asked_for()
    {
        var drafting = await shared.Get();
        var (planner, changeSet) = await drafting.Begin();

        var check = await Check(planner, changeSet, [Zone("a", Box(4, 106.40, 106.41), "XYZ")], "?lang=en");

        Assert.Contains("not on its list", check["findings"]![0]!["message"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("Attributes", check["findings"]![0]!["name"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_feature_that_has_moved_on_is_told()
    {
        var drafting = await shared.Get();
        var (planner, changeSet) = await drafting.Begin();
        var (id, code, _, attributes) = await drafting.Feature("socio-economic-zones", "V-01");

        var check = await Check(planner, changeSet,
        [
            $$$"""{"put":{"op":"update","layer":"socio-economic-zones","code":"{{{code}}}","feature":{{{id}}},"baseVersion":99,"nameVi":"Vùng","quality":"indicative","attributes":{{{attributes}}},"geometry":{{{Box(5, 106.40, 106.41)}}}}}""",
        ]);

        Assert.Contains("R12:socio-economic-zones/V-01", Keys(check));
    }

    [Fact]
    public async Task A_reason_that_was_given_stays_with_its_warning()
    {
        var drafting = await shared.Get();
        var (planner, changeSet) = await drafting.Begin();
        var park = Zone("a", Box(6, 106.40, 106.41)).Replace("\"geometrySource\":\"Bản đồ thử\",", "", StringComparison.Ordinal);
        using var saved = await Drafting.Drafting.Save(planner, changeSet, park);
        await Drafting.Drafting.Json(saved);
        await drafting.Execute(
            """
            INSERT INTO plan.finding_reason (change_set_id, finding, reason, at, account_id)
            SELECT id, 'R13:land-use/a:geometry_source', 'Vẽ theo ảnh', now(), author_id FROM plan.change_set WHERE id = $1
            """,
            changeSet);

        var check = await Check(planner, changeSet);

        Assert.Equal("Vẽ theo ảnh", check["findings"]![0]!["reason"]!.GetValue<string>());
        var checks = drafting.Site.Services.GetRequiredService<ChangeSetChecks>();
        await using var connection = await drafting.Database.OpenConnectionAsync(Cancellation);
        var outcome = await checks.Check(connection, changeSet, withConsequences: false, Cancellation);
        Assert.True(outcome!.MayGoOn);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"edits":[1]}""")]
    [InlineData("""{"edits":[{"put":{"op":"create","layer":"no-such-layer"}}]}""")]
    [InlineData("""{"edits":[{"put":{"op":"burn","layer":"land-use"}}]}""")]
    public async Task A_body_that_is_no_check_is_refused(string body)
    {
        var (planner, changeSet) = await (await shared.Get()).Begin();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");

        using var answer = await planner.PostAsync($"/change-sets/{changeSet}/check", content, Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Another_planners_draft_does_not_exist()
    {
        var drafting = await shared.Get();
        var (_, changeSet) = await drafting.Begin();
        using var stranger = await drafting.Site.SignedIn(Role.Planner);
        using var content = new StringContent("""{"edits":[]}""", Encoding.UTF8, "application/json");

        using var answer = await stranger.PostAsync($"/change-sets/{changeSet}/check", content, Cancellation);
        using var never = await stranger.PostAsync($"/change-sets/{Guid.NewGuid()}/check", new StringContent("""{"edits":[]}""", Encoding.UTF8, "application/json"), Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, never.StatusCode);
    }
}

using System.Net;
using System.Text.Json.Nodes;

namespace LongAnGis.IntegrationTests.ChangeSets.Drafting;

/// <summary>Edits of the map as they are saved, edit by edit.</summary>
public sealed class SavingADraft(SharedDraftingSite shared) : IClassFixture<SharedDraftingSite>
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Keeps_what_was_drawn_to_the_last_digit()
    {
        var drafting = await shared.Get();
        var (planner, changeSet) = await drafting.Begin();
        const string Point = """{"type":"Point","coordinates":[106.41234567890123,10.612345678901234]}""";

        using var answer = await Drafting.Save(planner, changeSet, Drafting.Create("kcn-moi", Point, "places"));
        var saved = await Drafting.Json(answer);
        var draft = await Drafting.Draft(planner, changeSet);

        Assert.Equal(2, saved["version"]!.GetValue<int>());
        Assert.Equal(
            """{"position":1,"version":1,"layer":"places","code":"kcn-moi","feature":null}""", saved["changes"]![0]!.ToJsonString());
        var change = Assert.Single(Drafting.Changes(draft))!;
        Assert.Equal(
            [106.41234567890123, 10.612345678901234],
            change["geometry"]!["coordinates"]!.AsArray().Select(number => number!.GetValue<double>()));
        Assert.Equal("Khu kcn-moi", change["properties"]!["nameVi"]!.GetValue<string>());
        Assert.Equal("2026-06-01", change["properties"]!["inForceFrom"]!.GetValue<string>());
        Assert.Equal("digitised", change["properties"]!["quality"]!.GetValue<string>());
        Assert.Equal(2, draft["changeSet"]!["version"]!.GetValue<int>());
        Assert.True(draft["changeSet"]!["mayEdit"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Shows_an_update_beside_what_the_author_saw()
    {
        var drafting = await shared.Get();
        var (planner, changeSet) = await drafting.Begin();
        var feature = await drafting.Feature("socio-economic-zones", await FirstPark(drafting));

        using var answer = await Drafting.Save(planner, changeSet, Update(feature, "Tên mới"));
        await Drafting.Json(answer);
        var change = Assert.Single(Drafting.Changes(await Drafting.Draft(planner, changeSet)))!;

        var properties = change["properties"]!;
        Assert.Equal("Tên mới", properties["nameVi"]!.GetValue<string>());
        Assert.NotEqual("Tên mới", properties["before"]!["nameVi"]!.GetValue<string>());
        Assert.Equal(feature.Version, properties["before"]!["version"]!.GetValue<int>());
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(feature.Attributes), properties["attributes"]));
    }

    [Fact]
    public async Task Carries_the_sources_of_the_feature_on()
    {
        var drafting = await shared.Get();
        var (planner, changeSet) = await drafting.Begin();
        var feature = await drafting.Feature("socio-economic-zones", await FirstPark(drafting));

        using var answer = await Drafting.Save(planner, changeSet, Update(feature, "Tên mới"));
        await Drafting.Json(answer);

        Assert.True(await drafting.Scalar<bool>(
            """
            SELECT change.sources = version.sources AND change.search_text LIKE '%ten moi%'
            FROM plan.change
            JOIN plan.feature_version AS version ON version.feature_id = change.feature_id AND version.revision_to IS NULL
            WHERE change.change_set_id = $1
            """,
            changeSet));
    }

    [Fact]
    public async Task Does_all_of_several_edits_or_none()
    {
        var drafting = await shared.Get();
        var (planner, changeSet) = await drafting.Begin();

        using var refused = await Drafting.Save(
            planner, changeSet, Drafting.Create("a"), Drafting.Create("b"), Drafting.Create("c", layer: "no-such-layer"));
        Assert.Equal("Không có lớp “no-such-layer”.", await Drafting.Fault(refused));
        Assert.Empty(Drafting.Changes(await Drafting.Draft(planner, changeSet)));

        using var taken = await Drafting.Save(planner, changeSet, Drafting.Create("a"), Drafting.Create("b"));
        Assert.Equal(2, (await Drafting.Json(taken))["version"]!.GetValue<int>());
    }

    [Fact]
    public async Task Never_gives_a_position_away_twice()
    {
        var drafting = await shared.Get();
        var (planner, changeSet) = await drafting.Begin();
        using var first = await Drafting.Save(planner, changeSet, Drafting.Create("a"));
        using var dropped = await Drafting.Save(planner, changeSet, """{"drop":{"position":1,"expects":1}}""");
        await Drafting.Json(dropped);

        using var second = await Drafting.Save(planner, changeSet, Drafting.Create("a"));

        Assert.Equal(2, (await Drafting.Json(second))["changes"]![0]!["position"]!.GetValue<int>());
    }

    [Fact]
    public async Task Chooses_a_code_where_none_is_given()
    {
        var drafting = await shared.Get();
        var (planner, changeSet) = await drafting.Begin();

        using var answer = await Drafting.Save(
            planner, changeSet, $$$"""{"put":{"op":"create","layer":"socio-economic-zones","geometry":{{{Drafting.Square}}}}}""");

        Assert.Equal($"{changeSet.ToString("N")[..8]}-1", (await Drafting.Json(answer))["changes"]![0]!["code"]!.GetValue<string>());
    }

    [Fact]
    public async Task Remembers_every_saved_state()
    {
        var drafting = await shared.Get();
        var (planner, changeSet) = await drafting.Begin();
        using var first = await Drafting.Save(planner, changeSet, Drafting.Create("a"));
        using var second = await Drafting.Save(planner, changeSet, Again("Khu hai", expects: 1));
        using var third = await Drafting.Save(planner, changeSet, """{"drop":{"position":1,"expects":2}}""");
        await Drafting.Json(third);

        using var answer = await planner.GetAsync($"/change-sets/{changeSet}/changes/1/states", Cancellation);
        var states = (await Drafting.Json(answer))["states"]!.AsArray();

        Assert.Equal([3, 2, 1], states.Select(state => state!["version"]!.GetValue<int>()));
        Assert.True(states[0]!["dropped"]!.GetValue<bool>());
        Assert.Equal("Khu hai", states[1]!["content"]!["nameVi"]!.GetValue<string>());
        Assert.Equal("Polygon", states[2]!["geometry"]!["type"]!.GetValue<string>());
    }

    [Fact]
    public async Task Composes_names_so_that_twins_are_one()
    {
        var drafting = await shared.Get();
        var (planner, changeSet) = await drafting.Begin();
        var decomposed = "Đức Hòa".Normalize(System.Text.NormalizationForm.FormD);

        using var answer = await Drafting.Save(planner, changeSet, Drafting.Create("a").Replace("Khu a", decomposed, StringComparison.Ordinal));
        await Drafting.Json(answer);

        var name = Drafting.Changes(await Drafting.Draft(planner, changeSet))[0]!["properties"]!["nameVi"]!.GetValue<string>();
        Assert.Equal("Đức Hòa", name);
        Assert.True(name.IsNormalized());
    }

    [Fact]
    public async Task Demands_the_version_that_an_edit_was_made_on()
    {
        var drafting = await shared.Get();
        var (planner, changeSet) = await drafting.Begin();
        using var first = await Drafting.Save(planner, changeSet, Drafting.Create("a"));

        using var answer = await Drafting.Save(planner, changeSet, Again("Khu hai", expects: null));

        Assert.Equal(HttpStatusCode.PreconditionRequired, answer.StatusCode);
    }

    [Fact]
    public async Task Answers_a_stale_edit_with_what_is_there_now()
    {
        var drafting = await shared.Get();
        var (planner, changeSet) = await drafting.Begin();
        using var first = await Drafting.Save(planner, changeSet, Drafting.Create("a"), Drafting.Create("b"));
        using var second = await Drafting.Save(planner, changeSet, Again("Khu hai", expects: 1), """{"drop":{"position":2,"expects":1}}""");
        await Drafting.Json(second);

        using var stale = await Drafting.Save(planner, changeSet, Again("Khu ba", expects: 1), """{"drop":{"position":2,"expects":1}}""");
        var problem = await Drafting.Json(stale, HttpStatusCode.PreconditionFailed);

        Assert.Equal("Khu hai", Assert.Single(problem["current"]!.AsArray())!["properties"]!["nameVi"]!.GetValue<string>());
        Assert.Equal("[2]", problem["gone"]!.ToJsonString());
    }

    [Fact]
    public async Task Tells_the_second_of_two_who_began_with_the_same_feature()
    {
        var drafting = await shared.Get();
        var (planner, changeSet) = await drafting.Begin();
        var feature = await drafting.Feature("socio-economic-zones", await FirstPark(drafting));
        using var first = await Drafting.Save(planner, changeSet, Update(feature, "Tên một"));

        using var second = await Drafting.Save(planner, changeSet, Update(feature, "Tên hai"));

        var problem = await Drafting.Json(second, HttpStatusCode.PreconditionFailed);
        Assert.Equal("Tên một", problem["current"]![0]!["properties"]!["nameVi"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("submitted")]
    [InlineData("approved")]
    [InlineData("withdrawn")]
    public async Task Is_refused_once_the_set_is_no_longer_drafted(string state)
    {
        var drafting = await shared.Get();
        var (planner, changeSet) = await drafting.Begin(state);

        using var answer = await Drafting.Save(planner, changeSet, Drafting.Create("a"));

        var problem = await Drafting.Json(answer, HttpStatusCode.Conflict);
        Assert.StartsWith("Hồ sơ không còn ở bước soạn thảo", problem["detail"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Warns_both_of_two_open_sets_that_touch_the_same_feature()
    {
        var drafting = await shared.Get();
        var (mine, changeSet) = await drafting.Begin();
        var (theirs, other) = await drafting.Begin();
        var feature = await drafting.Feature("socio-economic-zones", await FirstPark(drafting));
        using var first = await Drafting.Save(mine, changeSet, Update(feature, "Tên một"));
        using var second = await Drafting.Save(theirs, other, Update(feature, "Tên hai"));
        await drafting.Execute("UPDATE plan.change_set SET state = 'submitted', submitted_at = now() WHERE id = $1", other);

        var seen = (await Drafting.Draft(mine, changeSet))["alsoTouchedBy"]!.AsArray();
        var hidden = (await Drafting.Draft(theirs, other))["alsoTouchedBy"]!.AsArray();

        var open = Assert.Single(seen, warning => warning!["changeSet"]?.GetValue<Guid>() == other)!;
        Assert.Equal("Điều chỉnh thử", open["title"]!["vi"]!.GetValue<string>());
        Assert.Contains(hidden, warning => warning!["changeSet"] is null && warning["title"]!["vi"]!.GetValue<string>() == "một hồ sơ khác");
    }

    [Fact]
    public async Task Leaves_surroundings_as_they_are_in_force()
    {
        var drafting = await shared.Get();
        var (planner, changeSet) = await drafting.Begin();
        var code = await FirstPark(drafting);
        using var saved = await Drafting.Save(planner, changeSet, Update(await drafting.Feature("socio-economic-zones", code), "Tên mới"));
        await Drafting.Json(saved);

        using var answer = await planner.GetAsync(
            $"/change-sets/{changeSet}/surroundings?bbox=105,10,107,12&layers=socio-economic-zones", Cancellation);
        var around = await Drafting.Json(answer);

        var features = around["features"]!.AsArray();
        var park = Assert.Single(features, feature => feature!["properties"]!["code"]!.GetValue<string>() == code)!;
        Assert.NotEqual("Tên mới", park["properties"]!["nameVi"]!.GetValue<string>());
        Assert.False(around["truncated"]!.GetValue<bool>());
        Assert.All(features, feature => Assert.Equal("socio-economic-zones", feature!["properties"]!["layer"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData("bbox=1,2,3")]
    [InlineData("bbox=a,b,c,d")]
    [InlineData("bbox=106,11,106,10")]
    [InlineData("bbox=NaN,10,107,11")]
    [InlineData("bbox=1e308,10,1e309,11")]
    [InlineData("bbox=106,10,107,11,5")]
    [InlineData("bbox=106,10,107,11&layers=no-such-layer")]
    public async Task Refuses_a_window_that_is_none(string query)
    {
        var drafting = await shared.Get();
        var (planner, changeSet) = await drafting.Begin();

        using var answer = await planner.GetAsync($"/change-sets/{changeSet}/surroundings?{query}", Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    static string Again(string name, int? expects) =>
        $$$"""{"put":{"position":1,"expects":{{{expects?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "null"}}},"op":"create","layer":"socio-economic-zones","code":"a","nameVi":"{{{name}}}","geometry":{{{Drafting.Square}}}}}""";

    static string Update((long Id, string Code, int Version, string Attributes) feature, string name) =>
        $$$"""
        {"put":{"op":"update","layer":"socio-economic-zones","code":"{{{feature.Code}}}","feature":{{{Drafting.Number(feature.Id)}}},
          "baseVersion":{{{Drafting.Number(feature.Version)}}},"nameVi":"{{{name}}}","attributes":{{{feature.Attributes}}},"geometry":{{{Drafting.Square}}}}}
        """;

    static Task<string> FirstPark(Drafting drafting) => drafting.Scalar<string>(
        """
        SELECT code FROM plan.feature_version
        WHERE layer_code = 'socio-economic-zones' AND revision_to IS NULL AND geom IS NOT NULL
        ORDER BY code LIMIT 1
        """);
}

using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using LongAnGis.Core.Accounts;
using LongAnGis.Web.Accounts;
using LongAnGis.Web.Accounts.Tokens;
using LongAnGis.Web.Database;
using Microsoft.Extensions.DependencyInjection;

namespace LongAnGis.IntegrationTests.Ogc;

/// <summary>A planner's program that amends the plan through the API, as QGIS and scripts do; everything lands in a change set.</summary>
public sealed class WritingOpenData(WritingOpenData.Site shared) : IClassFixture<WritingOpenData.Site>
{
    const string Parks = "/ogc/collections/industrial-parks/items", Places = "/ogc/collections/urban-centres/items";

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public sealed class Site : IAsyncLifetime
    {
        public TestSite Plan { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Plan = await TestSite.OnItsOwnDatabase();

        public ValueTask DisposeAsync() => Plan.DisposeAsync();
    }

    [Fact]
    public async Task Options_on_items_lists_the_methods_by_which_QGIS_knows_that_it_may_edit()
    {
        using var client = shared.Plan.CreateClient();

        Assert.Equal("GET, HEAD, OPTIONS, POST", await Allowed(client, Parks));
        Assert.Equal("GET, HEAD, OPTIONS, PUT, PATCH, DELETE", await Allowed(client, Parks + "/1"));
        Assert.Equal("GET, HEAD, OPTIONS", await Allowed(client, "/ogc/collections/indicators/items"));
    }

    [Fact]
    public async Task A_feature_that_is_sent_back_as_it_was_read_is_taken_in_every_layer_and_publishes_nothing()
    {
        using var client = await Program();
        var revision = await Scalar<long>("SELECT max(number)::bigint FROM plan.revision");
        var layers = (await client.Ask("/ogc/collections")).GetProperty("collections").EnumerateArray()
            .Where(one => one.GetProperty("links").EnumerateArray().Any(link => link.GetProperty("rel").GetString()!.EndsWith("tilesets-vector", StringComparison.Ordinal)))
            .Select(one => one.GetProperty("id").GetString()!).ToList();
        Assert.InRange(layers.Count, 15, 40);
        foreach (var layer in layers)
        {
            var first = (await client.Items(layer, ("limit", "1"))).Features().FirstOrDefault();
            if (first.ValueKind == JsonValueKind.Undefined)
            {
                continue;
            }

            var address = $"/ogc/collections/{layer}/items/{first.GetProperty("id")}";
            var (tag, feature) = await Read(client, address);
            using var answer = await Send(client, HttpMethod.Put, address, feature, tag);

            Assert.True(answer.StatusCode == HttpStatusCode.Accepted, $"{layer}: {await answer.Content.ReadAsStringAsync(Cancellation)}");
            var drafted = await Json(answer);
            Assert.Equal(Comparable(JsonNode.Parse(feature)!), Comparable(JsonNode.Parse(drafted.GetRawText())!));
        }

        Assert.Equal(revision, await Scalar<long>("SELECT max(number)::bigint FROM plan.revision"));
        // All of it in the one set that was opened for the token.
        Assert.Equal(1, await Scalar<long>("SELECT count(*) FROM plan.change_set WHERE title_vi = 'Thay đổi từ chạy thử' AND state = 'draft' AND author_id = $1", account));
    }

    [Fact]
    public async Task A_new_feature_in_VN_2000_lands_where_it_belongs_and_can_be_read_changed_and_dropped_by_its_own_address()
    {
        using var client = await Program();
        using var request = Request(HttpMethod.Post, Places, Feature("""{"type":"Point","coordinates":[571000.5,1176000.25]}""", """{"name_vi":"Đô thị qua API"}"""));
        request.Content!.Headers.Add("Content-Crs", "<http://www.opengis.net/def/crs/EPSG/0/9210>");
        using var created = await client.SendAsync(request, Cancellation);

        Assert.True(created.StatusCode == HttpStatusCode.Created, await created.Content.ReadAsStringAsync(Cancellation));
        var address = created.Headers.Location!.ToString();
        Assert.Equal(
            "571000.500 1176000.250",
            await Scalar<string>(
                """
                SELECT to_char(ST_X(place), 'FM999999990.000') || ' ' || to_char(ST_Y(place), 'FM999999990.000')
                FROM (SELECT ST_Transform(geom, 9210) AS place FROM plan.change WHERE name_vi = 'Đô thị qua API') AS drafted
                """));
        var (tag, _) = await Read(client, address);
        using var patched = await Send(client, HttpMethod.Patch, address, """{"properties":{"name_vi":"Đô thị đổi tên"}}""", tag, "application/merge-patch+json");
        Assert.Equal("Đô thị đổi tên", (await Json(patched)).Property("name_vi").GetString());
        using (var anonymous = shared.Plan.CreateClient())
        using (var hidden = await anonymous.GetAsync(address, Cancellation))
        {
            Assert.Equal(HttpStatusCode.Unauthorized, hidden.StatusCode);
        }

        using var dropped = await Send(client, HttpMethod.Delete, address, null, patched.Headers.ETag!.ToString());
        Assert.Equal(HttpStatusCode.Accepted, dropped.StatusCode);
        Assert.Equal(0, await Scalar<long>("SELECT count(*) FROM plan.change WHERE name_vi IN ('Đô thị đổi tên', 'Đô thị qua API')"));
    }

    [Fact]
    public async Task A_patch_changes_what_it_names_and_keeps_the_rest()
    {
        using var client = await Program();
        var address = $"{Parks}/{await Id("industrial-parks", "KCN-02")}";
        var (tag, before) = await Read(client, address);

        using var answer = await Send(client, HttpMethod.Patch, address, """{"type":"Feature","properties":{"area_ha":321.5}}""", tag);

        var wanted = JsonNode.Parse(before)!;
        wanted["properties"]!["area_ha"] = 321.5;
        Assert.Equal(Comparable(wanted), Comparable(JsonNode.Parse((await Json(answer)).GetRawText())!));
    }

    [Fact]
    public async Task A_delete_drafts_the_end_of_a_feature_that_readers_still_see()
    {
        using var client = await Program();
        var id = await Id("industrial-parks", "KCN-04");
        var (tag, _) = await Read(client, $"{Parks}/{id}");

        using var answer = await Send(client, HttpMethod.Delete, $"{Parks}/{id}", null, tag);
        using var again = await Send(client, HttpMethod.Delete, $"{Parks}/{id}", null, tag);

        Assert.Equal("delete", (await Json(answer)).GetProperty("changeSet").GetProperty("operation").GetString());
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
        Assert.Equal(tag, (await Read(client, $"{Parks}/{id}")).Tag);
    }

    [Fact]
    public async Task Without_If_Match_nothing_is_changed_and_with_an_old_tag_the_answer_carries_the_feature_as_it_is_now()
    {
        using var client = await Program();
        var address = $"{Parks}/{await Id("industrial-parks", "KCN-05")}";
        var (tag, feature) = await Read(client, address);

        using var blind = await Send(client, HttpMethod.Put, address, feature, null);
        using var first = await Send(client, HttpMethod.Patch, address, """{"properties":{"name_vi":"Tên của tôi"}}""", tag);
        using var old = await Send(client, HttpMethod.Patch, address, """{"properties":{"name_vi":"Tên khác"}}""", tag);
        using var weak = await Send(client, HttpMethod.Patch, address, """{"properties":{"name_vi":"Tên khác"}}""", "W/" + first.Headers.ETag);
        using var nowhere = await Send(client, HttpMethod.Put, Parks + "/999999999", feature, "*");
        using var current = await Send(client, HttpMethod.Patch, address, """{"properties":{"name_vi":"Tên khác"}}""", old.Headers.ETag!.ToString());

        Assert.Equal(HttpStatusCode.PreconditionRequired, blind.StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, first.StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionFailed, old.StatusCode);
        Assert.Equal("Tên của tôi", (await Json(old)).GetProperty("current").Property("name_vi").GetString());
        Assert.Equal(HttpStatusCode.PreconditionFailed, weak.StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionFailed, nowhere.StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, current.StatusCode);
    }

    [Fact]
    public async Task A_reader_who_has_the_feature_already_is_told_so_and_a_draft_does_not_change_its_tag()
    {
        using var client = await Program();
        var address = $"{Parks}/{await Id("industrial-parks", "KCN-06")}";
        var (tag, _) = await Read(client, address);
        (await Send(client, HttpMethod.Patch, address, """{"properties":{"name_vi":"Chỉ là nháp"}}""", tag)).Dispose();

        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        using var answer = await client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
        // Another system is another form with a tag of its own, of the same state.
        var grid = (await Read(client, address + "?crs=http://www.opengis.net/def/crs/EPSG/0/9210")).Tag;
        Assert.NotEqual(tag, grid);
        Assert.Equal(tag.Split('-')[0], grid.Split('-')[0]);
    }

    [Fact]
    public async Task The_same_key_writes_once_and_refuses_another_body()
    {
        using var client = await Program();
        var key = $"key-{Guid.NewGuid():N}";
        async Task<HttpResponseMessage> Post(string name)
        {
            using var request = Request(HttpMethod.Post, Places, Feature(Point, $$"""{"name_vi":"{{name}}"}"""));
            request.Headers.Add("Idempotency-Key", key);
            return await client.SendAsync(request, Cancellation);
        }

        using var first = await Post("Gửi hai lần");
        using var second = await Post("Gửi hai lần");
        using var other = await Post("Nội dung khác");

        Assert.Equal(await first.Content.ReadAsStringAsync(Cancellation), await second.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.StatusCode);
        Assert.Equal(1, await Scalar<long>("SELECT count(*) FROM plan.change WHERE name_vi = 'Gửi hai lần'"));
    }

    public static TheoryData<string, string, string, HttpStatusCode, string> Wrong => new()
    {
        { Parks, Feature("null", """{"name_vi":"A","state":"approved"}"""), "", HttpStatusCode.UnprocessableEntity, "không có thuộc tính “state”" },
        { Parks, Feature("null", """{"name_vi":"A","area_ha":"rộng"}"""), "", HttpStatusCode.UnprocessableEntity, "phải là một số" },
        { Parks, Feature("null", """{"name_vi":5}"""), "", HttpStatusCode.UnprocessableEntity, "“name_vi” phải là văn bản" },
        { "/ogc/collections/socio-economic-zones/items", Feature("""{"type":"LineString","coordinates":[[106.4,10.6],[106.5,10.7]]}""", "{}"), "", HttpStatusCode.UnprocessableEntity, "R02" },
        { Parks, Feature("""{"type":"Polygon","coordinates":[[[106.4,10.6],[106.5,10.7],[106.5,10.6],[106.4,10.7],[106.4,10.6]]]}""", "{}"), "", HttpStatusCode.UnprocessableEntity, "R0" },
        { Parks, Feature("""{"type":"Point","coordinates":[2.35,48.85]}""", "{}"), "", HttpStatusCode.UnprocessableEntity, "geometry" },
        { Parks, """{"type":"Feature","properties":{}}""", "", HttpStatusCode.UnprocessableEntity, "Thiếu “geometry”" },
        { Parks, """{"type":"FeatureCollection","features":[]}""", "", HttpStatusCode.UnprocessableEntity, "kiểu Feature" },
        { Parks, """{"type":"Feature","geometry":null,"crs":{},"properties":{}}""", "", HttpStatusCode.UnprocessableEntity, "Content-Crs" },
        { Parks, "{", "", HttpStatusCode.BadRequest, "không phải JSON hợp lệ" },
        { Parks, Feature("null", "{}"), "?change-set=5b8f2d0e-7e0b-4b5e-9d0f-3c8c4d2f1a11", HttpStatusCode.NotFound, "Không có hồ sơ điều chỉnh" },
        { Parks, Feature("null", "{}"), "?change-set=x", HttpStatusCode.NotFound, "Không có hồ sơ điều chỉnh" },
        { Parks, Feature("null", "{}"), "?plan_code=1", HttpStatusCode.BadRequest, "không có ở đây" },
        { "/ogc/collections/nothing/items", Feature("null", "{}"), "", HttpStatusCode.NotFound, "Không có tập dữ liệu" },
        { "/ogc/collections/areas/items", Feature("null", "{}"), "", HttpStatusCode.MethodNotAllowed, "chỉ đọc" },
        { "/ogc/as-of/2025-01-01/collections/industrial-parks/items", Feature("null", "{}"), "", HttpStatusCode.MethodNotAllowed, "" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_is_wrong_is_refused_with_its_reason_and_leaves_no_draft(string address, string body, string query, HttpStatusCode status, string said)
    {
        using var client = await Program();

        using var answer = await Send(client, HttpMethod.Post, address + query, body, null);

        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.True(status == answer.StatusCode, text);
        Assert.Contains(said, text, StringComparison.Ordinal);
        Assert.Equal(0, await Scalar<long>("SELECT count(*) FROM plan.change_set WHERE author_id = $1", account));
    }

    [Fact]
    public async Task Coordinates_that_cannot_be_of_the_named_system_an_unknown_system_and_another_content_type_are_refused()
    {
        using var client = await Program();
        async Task<(HttpStatusCode, string)> Post(string crs, string type)
        {
            using var request = Request(HttpMethod.Post, Places, Feature(Point, "{}"), type);
            request.Content!.Headers.Add("Content-Crs", crs);
            using var answer = await client.SendAsync(request, Cancellation);
            return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
        }

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Post("<http://www.opengis.net/def/crs/EPSG/0/9210>", "application/geo+json")).Item1);
        Assert.Equal(HttpStatusCode.BadRequest, (await Post("<http://169.254.169.254/x>", "application/geo+json")).Item1);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await Post("<http://www.opengis.net/def/crs/OGC/1.3/CRS84>", "text/plain")).Item1);
    }

    [Fact]
    public async Task Somebody_elses_change_set_does_not_exist_for_a_token_and_one_that_was_submitted_is_closed()
    {
        using var theirs = await Program();
        using var posted = await Send(theirs, HttpMethod.Post, Places, Feature(Point, """{"name_vi":"Của người khác"}"""), null);
        var set = posted.Headers.GetValues("Change-Set").Single();
        using var mine = await Program();

        using var forged = await Send(mine, HttpMethod.Post, $"{Places}?change-set={set}", Feature(Point, "{}"), null);
        using var peeked = await mine.GetAsync(posted.Headers.Location, Cancellation);
        await Execute("UPDATE plan.change_set SET state = 'submitted', submitted_at = now() WHERE id = $1", Guid.Parse(set));
        using var closed = await Send(theirs, HttpMethod.Post, $"{Places}?change-set={set}", Feature(Point, "{}"), null);
        using var reopened = await Send(theirs, HttpMethod.Post, Places, Feature(Point, """{"name_vi":"Hồ sơ mới"}"""), null);

        Assert.Equal(HttpStatusCode.NotFound, forged.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, peeked.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, closed.StatusCode);
        Assert.Equal(HttpStatusCode.Created, reopened.StatusCode);
        Assert.NotEqual(set, reopened.Headers.GetValues("Change-Set").Single());
    }

    [Fact]
    public async Task A_token_that_lacks_the_scope_is_over_revoked_made_up_a_reviewers_or_of_a_disabled_account_opens_nothing()
    {
        using var reading = await Program(scopes: [TokenScope.ReadDrafts]);
        using var expired = await Program();
        await Execute("UPDATE plan.api_token SET created_at = created_at - interval '200 days', expires_at = now() - interval '1 day' WHERE account_id = $1", account);
        using var revoked = await Program();
        await Execute("UPDATE plan.api_token SET revoked_at = now() WHERE account_id = $1", account);
        using var reviewer = await Program(Role.Reviewer);
        var reviewing = account;
        using var disabled = await Program();
        await Execute("UPDATE plan.account SET disabled_at = now() WHERE id = $1", account);
        using var invented = shared.Plan.CreateClient();
        invented.DefaultRequestHeaders.Authorization = new("Bearer", ApiTokens.Prefix + "invented");

        await Refused(reading, HttpStatusCode.Forbidden, "drafts:write");
        await Refused(expired, HttpStatusCode.Unauthorized, "hết hạn");
        await Refused(revoked, HttpStatusCode.Unauthorized, "thu hồi");
        await Refused(reviewer, HttpStatusCode.Forbidden, "không có quyền làm việc này");
        await Refused(disabled, HttpStatusCode.Unauthorized, "đã bị khóa");
        await Refused(invented, HttpStatusCode.Unauthorized, "không đúng");
        Assert.Equal(
            1, await Scalar<long>(
                "SELECT count(*) FROM plan.audit JOIN plan.account ON account.user_name = audit.actor WHERE account.id = $1 AND action = 'write.refused' AND detail ->> 'status' = '403'",
                reviewing));

        async Task Refused(HttpClient client, HttpStatusCode status, string said)
        {
            using var answer = await Send(client, HttpMethod.Post, Places, Feature(Point, "{}"), null);
            Assert.Equal(status, answer.StatusCode);
            Assert.Contains(said, await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
            if (said != "không có quyền làm việc này")
            {
                Assert.Contains("Bearer error=", answer.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task A_token_opens_no_page_and_no_form()
    {
        using var client = await Program();

        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        using var page = await client.GetAsync("/account", Cancellation);
        using var form = await client.PostAsync("/change-sets", new FormUrlEncodedContent([]), Cancellation);

        Assert.Equal("/sign-in?return=%2Faccount", page.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.Forbidden, form.StatusCode);
    }

    const string Point = """{"type":"Point","coordinates":[106.41,10.61]}""";

    Guid account;

    async Task<HttpClient> Program(Role role = Role.Planner, IReadOnlyCollection<TokenScope>? scopes = null)
    {
        var name = $"api-{Guid.NewGuid():N}";
        account = await shared.Plan.NewAccount(name, role);
        var token = await shared.Plan.Services.GetRequiredService<ApiTokens>().Make(
            new Person(account, name, name, new HashSet<Role> { role }), "chạy thử", scopes ?? Enum.GetValues<TokenScope>(), 30, Cancellation);
        var client = shared.Plan.CreateClient(new() { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return client;
    }

    static string Feature(string geometry, string properties) => $$"""{"type":"Feature","geometry":{{geometry}},"properties":{{properties}}}""";

    static HttpRequestMessage Request(HttpMethod method, string address, string? body, string type = "application/geo+json") => new(method, address)
    {
        Content = body is null ? null : new StringContent(body, Encoding.UTF8, MediaTypeHeaderValue.Parse(type)),
    };

    static async Task<HttpResponseMessage> Send(HttpClient client, HttpMethod method, string address, string? body, string? tag, string type = "application/geo+json")
    {
        using var request = Request(method, address, body, type);
        if (tag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", tag);
        }

        return await client.SendAsync(request, Cancellation);
    }

    static async Task<(string Tag, string Feature)> Read(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(address, Cancellation);
        Assert.True(answer.IsSuccessStatusCode, $"{address}: {(int)answer.StatusCode}");
        return (answer.Headers.ETag!.ToString(), await answer.Content.ReadAsStringAsync(Cancellation));
    }

    static async Task<JsonElement> Json(HttpResponseMessage answer) => JsonElement.Parse(await answer.Content.ReadAsStringAsync(Cancellation));

    static async Task<string> Allowed(HttpClient client, string address)
    {
        using var answer = await client.SendAsync(new(HttpMethod.Options, address), Cancellation);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        return string.Join(", ", answer.Content.Headers.Allow);
    }

    // What a draft says for itself (its day and instrument, measures) is left out.
    static string Comparable(JsonNode feature)
    {
        var properties = feature["properties"]!.AsObject();
        foreach (var own in new[] { "in_force_from", "instrument", "area_m2", "length_m", "revision", "plan" })
        {
            properties.Remove(own);
        }

        return $"{feature["id"]} {feature["geometry"]?.ToJsonString()} {properties.ToJsonString()}";
    }

    async Task<long> Id(string layer, string code) => await Scalar<long>("SELECT id FROM plan.feature WHERE layer_code = $1 AND code = $2", layer, code);

    async Task<T> Scalar<T>(string sql, params object[] values)
    {
        await using var command = Command(sql, values);
        return (T)(await command.ExecuteScalarAsync(Cancellation))!;
    }

    async Task Execute(string sql, params object[] values)
    {
        await using var command = Command(sql, values);
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    Npgsql.NpgsqlCommand Command(string sql, object[] values)
    {
        var command = shared.Plan.Services.GetRequiredService<PlanDatabase>().CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.AddWithValue(value);
        }

        return command;
    }
}

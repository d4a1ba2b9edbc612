using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using LongAnGis.Core.Accounts;
using LongAnGis.Web.Database;
using LongAnGis.Web.Platform.Retries;
using Microsoft.Extensions.DependencyInjection;

namespace LongAnGis.IntegrationTests.ChangeSets.Drafting;

/// <summary>Planners at work on one site: change sets are written straight into the database, everything else is asked over HTTP.</summary>
sealed class Drafting(TestSite site)
{
    public static readonly string[] SquareCorners = ["[106.40,10.60]", "[106.41,10.60]", "[106.41,10.61]", "[106.40,10.61]", "[106.40,10.60]"];

    public static string Square { get; } = $$"""{"type":"Polygon","coordinates":[[{{string.Join(',', SquareCorners)}}]]}""";

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public PlanDatabase Database => site.Services.GetRequiredService<PlanDatabase>();

    public TestSite Site => site;

    /// <summary>A planner with a change set of their own.</summary>
    public async Task<(HttpClient Planner, Guid ChangeSet)> Begin(string state = "draft")
    {
        var account = await site.NewAccount($"planner-{Guid.NewGuid():N}", Role.Planner);
        return (await site.SignedIn(account), await ChangeSet(account, state));
    }

    public async Task<Guid> ChangeSet(Guid author, string state = "draft", bool wasSubmitted = false, string plan = "686")
    {
        await using var command = Database.CreateCommand("""
            INSERT INTO plan.change_set (
              plan_code, title_vi, title_en, reason, instrument_code, in_force_from, created_by, author_id, state, submitted_at,
              published_at)
            VALUES (
              $1, 'Điều chỉnh thử', 'Test amendment', 'test', 'qd-686-2023', '2026-06-01', 'test', $2, $3,
              CASE WHEN $4 THEN now() END, CASE WHEN $3 = 'published' THEN now() END)
            RETURNING id
            """);
        command.Parameters.AddWithValue(plan);
        command.Parameters.AddWithValue(author);
        command.Parameters.AddWithValue(state);
        command.Parameters.AddWithValue(wasSubmitted);
        return (Guid)(await command.ExecuteScalarAsync(Cancellation))!;
    }

    public async Task Execute(string sql, params object[] values)
    {
        await using var command = Database.CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.AddWithValue(value);
        }

        await command.ExecuteNonQueryAsync(Cancellation);
    }

    /// <summary>Its version, its changes and its journal are those of a change set that was only opened.</summary>
    public async Task HasNothingOf(Guid changeSet) => Assert.Equal(
        "1 0 0",
        await Scalar<string>(
            """
            SELECT concat_ws(' ', version,
              (SELECT count(*) FROM plan.change WHERE change_set_id = change_set.id),
              (SELECT count(*) FROM plan.draft_edit WHERE change_set_id = change_set.id))
            FROM plan.change_set WHERE id = $1
            """,
            changeSet));

    public async Task<T> Scalar<T>(string sql, params object[] values)
    {
        await using var command = Database.CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.AddWithValue(value);
        }

        return (T)(await command.ExecuteScalarAsync(Cancellation))!;
    }

    public static string Create(string code, string? geometry = null, string layer = "socio-economic-zones", string more = "") =>
        $$$"""{"put":{"op":"create","layer":"{{{layer}}}","code":"{{{code}}}","nameVi":"Khu {{{code}}}","geometry":{{{geometry ?? Square}}}{{{more}}}}}""";

    /// <summary>Saves edits, each a JSON object, under a new key.</summary>
    public static Task<HttpResponseMessage> Save(HttpClient client, Guid changeSet, params string[] edits) =>
        Send(client, changeSet, Body(edits));

    public static string Body(params string[] edits) => $$"""{"client":null,"edits":[{{string.Join(',', edits)}}]}""";

    public static async Task<HttpResponseMessage> Send(
        HttpClient client, Guid changeSet, string body, string? key = null, string contentType = "application/json")
    {
        using var request = Request(changeSet, new StringContent(body, Encoding.UTF8, contentType), key);
        return await client.SendAsync(request, Cancellation);
    }

    public static HttpRequestMessage Request(Guid changeSet, HttpContent content, string? key = null) =>
        new(HttpMethod.Post, $"/change-sets/{changeSet}/edits")
        {
            Content = content,
            Headers = { { KeptAnswers.Header, key ?? Guid.NewGuid().ToString() } },
        };

    public static async Task<JsonNode> Json(HttpResponseMessage answer, HttpStatusCode status = HttpStatusCode.OK)
    {
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.True(answer.StatusCode == status, $"{answer.StatusCode}: {text}");
        return JsonNode.Parse(text)!;
    }

    /// <summary>The sentence of the first fault of a refused save.</summary>
    public static async Task<string> Fault(HttpResponseMessage answer) =>
        (await Json(answer, HttpStatusCode.UnprocessableEntity))["errors"]![0]!["message"]!.GetValue<string>();

    public static async Task<JsonNode> Draft(HttpClient client, Guid changeSet)
    {
        using var answer = await client.GetAsync($"/change-sets/{changeSet}/draft.json", Cancellation);
        return await Json(answer);
    }

    public static JsonArray Changes(JsonNode draft) => draft["changes"]!["features"]!.AsArray();

    /// <summary>A published feature with a place, as an update of it names it.</summary>
    public async Task<(long Id, string Code, int Version, string Attributes)> Feature(string layer, string code)
    {
        await using var command = Database.CreateCommand("""
            SELECT feature.id, feature.version, version.attributes::text
            FROM plan.feature
            JOIN plan.feature_version AS version ON version.feature_id = feature.id AND version.revision_to IS NULL
            WHERE feature.layer_code = $1 AND feature.code = $2
            """);
        command.Parameters.AddWithValue(layer);
        command.Parameters.AddWithValue(code);
        await using var row = await command.ExecuteReaderAsync(Cancellation);
        Assert.True(await row.ReadAsync(Cancellation));
        return (row.GetInt64(0), code, row.GetInt32(1), row.GetString(2));
    }

    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}

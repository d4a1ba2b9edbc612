using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using LongAnGis.Core.Accounts;
using LongAnGis.Web.Database;
using Microsoft.Extensions.DependencyInjection;
using Draft = LongAnGis.IntegrationTests.ChangeSets.Drafting.Drafting;

namespace LongAnGis.IntegrationTests.ChangeSets.Workflow;

/// <summary>What came of a form: a page, or where it leads.</summary>
sealed record FormAnswer(HttpStatusCode Status, string? Location, string Html)
{
    /// <summary>The words of the page without its markup.</summary>
    public string Words => Pages.PageReading.Words(Html);
}

/// <summary>Planners and reviewers of one site, who fill in its forms as a browser without scripts does.</summary>
sealed partial class Office(TestSite site)
{
    public const string Layer = "urban-centres";

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public TestSite Site => site;

    public PlanDatabase Database => site.Services.GetRequiredService<PlanDatabase>();

    public async Task<HttpClient> Somebody(params Role[] roles) => AsBrowser(await site.SignedIn(roles));

    public async Task<HttpClient> As(Guid account) => AsBrowser(await site.SignedIn(account));

    static HttpClient AsBrowser(HttpClient client)
    {
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        return client;
    }

    public static async Task<FormAnswer> Post(HttpClient client, string address, params (string Name, string? Value)[] fields)
    {
        var all = fields.Where(field => field.Value is not null).Select(field => KeyValuePair.Create(field.Name, field.Value!)).ToList();
        if (fields.All(field => field.Name != "key"))
            all.Add(KeyValuePair.Create("key", Guid.NewGuid().ToString()));
        using var answer = await client.PostAsync(address, new FormUrlEncodedContent(all), Cancellation);
        return new(answer.StatusCode, answer.Headers.Location?.ToString(), await answer.Content.ReadAsStringAsync(Cancellation));
    }

    public static async Task<FormAnswer> Get(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(address, Cancellation);
        return new(answer.StatusCode, answer.Headers.Location?.ToString(), await answer.Content.ReadAsStringAsync(Cancellation));
    }

    /// <summary>A well-filled form for a new change set; later fields of the same name win.</summary>
    public static (string Name, string? Value)[] Details(params (string Name, string? Value)[] other) =>
    [
        .. new (string Name, string? Value)[]
        {
            ("title_vi", "Mở rộng khu công nghiệp"), ("title_en", "Enlarge the industrial park"), ("reason", "Đủ đất sạch cho nhà đầu tư."),
            ("plan", "686"), ("instrument", "qd-686-2023"), ("in_force_from", "2026-12-01"), ("kind", "ordinary"),
        }.Where(field => other.All(one => one.Name != field.Name)),
        .. other,
    ];

    /// <summary>A new change set, opened through its form.</summary>
    public static async Task<Guid> Open(HttpClient planner, params (string Name, string? Value)[] other)
    {
        var answer = await Post(planner, "/change-sets", Details(other));
        Assert.True(answer.Status == HttpStatusCode.SeeOther, $"{answer.Status}: {answer.Words}");
        return Guid.Parse(Identity().Match(answer.Location!).Value);
    }

    /// <summary>A new change set with one new point among the urban centres.</summary>
    public static async Task<Guid> OpenWithChange(HttpClient planner, string? code = null)
    {
        var id = await Open(planner);
        await Save(planner, id, Create(code ?? $"W-{Guid.NewGuid():N}"[..12]));
        return id;
    }

    public static string Create(string code, string? name = null) =>
        Put($$"""op":"create","code":"{{code}}","nameVi":"{{name ?? $"Khu thử {code}"}}","quality":"indicative","geometry":{{Point(code)}}""");

    public static string Update(long feature, int version, string name, string more = "") =>
        Put($$"""op":"update","feature":{{Draft.Number(feature)}},"baseVersion":{{Draft.Number(version)}},"nameVi":"{{name}}","quality":"indicative","geometry":{{Point(name)}}{{more}}""");

    public static string Delete(long feature, int version) =>
        Put($$"""op":"delete","feature":{{Draft.Number(feature)}},"baseVersion":{{Draft.Number(version)}}""");

    static string Put(string fields) => "{\"put\":{\"layer\":\"" + Layer + "\",\"" + fields + "}}";

    // Places inside the province that differ by name, so that shapes differ too.
    static string Point(string seed)
    {
        var spread = seed.Aggregate(0, (sum, letter) => ((sum * 31) + letter) & 0xffff) / 65536.0;
        return string.Create(
            CultureInfo.InvariantCulture, $$"""{"type":"Point","coordinates":[{{106.40 + (spread / 20)}},{{10.60 + (spread / 30)}}]}""");
    }

    public static async Task Save(HttpClient planner, Guid changeSet, params string[] edits)
    {
        using var answer = await Draft.Save(planner, changeSet, edits);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
    }

    /// <summary>Asks for a step on the version that the change set has now, or on another.</summary>
    public async Task<FormAnswer> Step(
        HttpClient client, Guid changeSet, string step, int? version = null, params (string Name, string? Value)[] other) =>
        await Post(client, $"/change-sets/{changeSet}/steps",
        [
            ("step", step),
            ("version", (version ?? await Version(changeSet)).ToString(CultureInfo.InvariantCulture)),
            .. step == "approve" && other.Length == 0 ? Approval : other,
        ]);

    public static readonly (string Name, string? Value)[] Approval =
        [("number", "12/QĐ-UBND"), ("date", "2026-11-01"), ("signer", "Nguyễn Văn A")];

    /// <summary>A step that must be taken.</summary>
    public async Task Take(HttpClient client, Guid changeSet, string step, params (string Name, string? Value)[] other)
    {
        var answer = await Step(client, changeSet, step, null, other);
        Assert.True(answer.Status == HttpStatusCode.SeeOther, $"{step}: {answer.Status}: {answer.Words}");
    }

    /// <summary>Submits, approves and publishes; answers the revision.</summary>
    public async Task<int> Publish(HttpClient planner, HttpClient reviewer, Guid changeSet)
    {
        await Take(planner, changeSet, "submit");
        await Take(reviewer, changeSet, "approve");
        await Take(reviewer, changeSet, "publish");
        return await Scalar<int>("SELECT number FROM plan.revision WHERE change_set_id = $1", changeSet);
    }

    public Task<int> Version(Guid changeSet) => Scalar<int>("SELECT version FROM plan.change_set WHERE id = $1", changeSet);

    public Task<string> State(Guid changeSet) => Scalar<string>("SELECT state FROM plan.change_set WHERE id = $1", changeSet);

    public async Task<(long Id, int Version)> Feature(string code)
    {
        var id = await Scalar<long>("SELECT id FROM plan.feature WHERE layer_code = $1 AND code = $2", Layer, code);
        return (id, await Scalar<int>("SELECT version FROM plan.feature WHERE id = $1", id));
    }

    public async Task<T> Scalar<T>(string sql, params object[] values)
    {
        await using var command = Database.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.AddWithValue(value);
        var found = await command.ExecuteScalarAsync(Cancellation);
        Assert.True(found is T, $"{sql} answers {found ?? "nothing"}");
        return (T)found!;
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Identity();
}

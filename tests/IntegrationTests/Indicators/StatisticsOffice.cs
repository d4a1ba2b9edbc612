using System.Net;
using System.Text.RegularExpressions;
using LongAnGis.Core.Accounts;
using LongAnGis.IntegrationTests.ChangeSets.Workflow;
using LongAnGis.Web.Database;
using Microsoft.Extensions.DependencyInjection;

namespace LongAnGis.IntegrationTests.Indicators;

/// <summary>Officers of one site who enter and import figures as a browser without scripts does.</summary>
sealed partial class StatisticsOffice(TestSite site)
{
    public const string Page = "/figures/new?indicator=households&from=2023&to=2024";

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static readonly (string Name, string Value)[] Why = [("source_url", "https://example.org/bao-cao"), ("reason", "Báo cáo năm 2024 của huyện")];

    public Figures Figures { get; } = new(site);

    /// <summary>An officer, of an area or of none.</summary>
    public async Task<HttpClient> Officer(string? area = null)
    {
        var account = await site.NewAccount($"officer-{Guid.NewGuid():N}", Role.Officer);
        if (area is not null)
        {
            await using var command = site.Services.GetRequiredService<PlanDatabase>().CreateCommand("UPDATE plan.account SET area_code = $2 WHERE id = $1");
            command.Parameters.AddWithValue(account);
            command.Parameters.AddWithValue(area);
            await command.ExecuteNonQueryAsync(Cancellation);
        }

        var client = await site.SignedIn(account);
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        return client;
    }

    public Task<int> Edition() => Figures.Scalar<int>("SELECT max(number) FROM plan.edition");

    public Task<long> Drafts() => Figures.Scalar<long>("SELECT count(*) FROM plan.figure_draft");

    /// <summary>Opens the grid and sends it back with some cells typed over.</summary>
    public static async Task<FormAnswer> Enter(HttpClient officer, string page, params (string Name, string Value)[] typed)
    {
        var opened = await Office.Get(officer, page);
        Assert.Equal(HttpStatusCode.OK, opened.Status);
        return await Send(officer, page, opened.Html, typed);
    }

    /// <summary>Sends a grid that was opened earlier.</summary>
    public static Task<FormAnswer> Send(HttpClient officer, string page, string opened, params (string Name, string Value)[] typed)
    {
        var fields = new Dictionary<string, string?>();
        foreach (var tag in Input().Matches(opened).Select(match => match.Value))
        {
            fields[Attribute(tag, "name")] = Attribute(tag, "value");
        }

        foreach (var (name, value) in Why.Concat(typed))
        {
            fields[name] = value;
        }

        return Office.Post(officer, page, [.. fields.Select(field => (field.Key, field.Value))]);
    }

    /// <summary>The draft that an answer leads to, saved.</summary>
    public static async Task<FormAnswer> Save(HttpClient officer, FormAnswer entered, string? key = null)
    {
        Assert.True(entered.Status == HttpStatusCode.SeeOther, $"{entered.Status}: {entered.Words}");
        return await Office.Post(officer, entered.Location!, ("key", key ?? $"figures-{Guid.NewGuid()}"));
    }

    public static async Task<FormAnswer> Upload(HttpClient officer, string name, byte[] bytes, params (string Name, string Value)[] fields)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(bytes), "file", name } };
        foreach (var (field, value) in Why.Append(("status", "observed")).Where(one => fields.All(other => other.Name != one.Item1)).Concat(fields))
        {
            form.Add(new StringContent(value), field);
        }

        using var answer = await officer.PostAsync("/figures/import", form, Cancellation);
        return new(answer.StatusCode, answer.Headers.Location?.ToString(), await answer.Content.ReadAsStringAsync(Cancellation));
    }

    static string Attribute(string tag, string name) =>
        WebUtility.HtmlDecode(Regex.Match(tag, $" {name}=\"([^\"]*)\"", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value);

    [GeneratedRegex("<input[^>]* name=\"(?:v\\.|seen)[^>]*>")]
    private static partial Regex Input();
}

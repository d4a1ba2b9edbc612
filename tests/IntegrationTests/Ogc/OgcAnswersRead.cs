using System.Net;
using System.Text.Json;

namespace LongAnGis.IntegrationTests.Ogc;

/// <summary>Asks the open data service as a program does.</summary>
static class OgcAnswersRead
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The JSON at an address; query values are escaped here.</summary>
    public static async Task<JsonElement> Ask(this HttpClient client, string path, params (string Name, string Value)[] query)
    {
        using var answer = await client.GetAsync(Address(path, query), Cancellation);
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {(int)answer.StatusCode} {text[..Math.Min(300, text.Length)]}");
        return JsonElement.Parse(text);
    }

    public static async Task<JsonElement> Items(this HttpClient client, string collection, params (string Name, string Value)[] query) =>
        await client.Ask($"/ogc/collections/{collection}/items", query);

    /// <summary>How many features match.</summary>
    public static async Task<long> Matched(this HttpClient client, string collection, params (string Name, string Value)[] query) =>
        (await client.Items(collection, [.. query, ("limit", "1")])).GetProperty("numberMatched").GetInt64();

    public static string Address(string path, params (string Name, string Value)[] query) =>
        path + (query.Length == 0 ? "" : "?" + string.Join('&', query.Select(one => $"{one.Name}={Uri.EscapeDataString(one.Value)}")));

    /// <summary>The address of a relation, without the site's own name; null when there is no such link.</summary>
    public static string? Link(this JsonElement document, string relation) => document.GetProperty("links").EnumerateArray()
        .Where(link => link.GetProperty("rel").GetString() == relation)
        .Select(link => new Uri(link.GetProperty("href").GetString()!).PathAndQuery)
        .FirstOrDefault();

    public static IEnumerable<JsonElement> Features(this JsonElement items) => items.GetProperty("features").EnumerateArray();

    public static JsonElement Property(this JsonElement feature, string name) => feature.GetProperty("properties").GetProperty(name);
}

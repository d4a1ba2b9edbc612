using System.Net;

namespace LongAnGis.IntegrationTests.Accounts;

/// <summary>Sends forms as a browser does.</summary>
static class Forms
{
    public static Task<HttpResponseMessage> Send(this HttpClient client, string address, params (string Name, string Value)[] fields) =>
        Send(client, address, origin: null, fields);

    /// <param name="origin">Where the form says it comes from; null leaves the client's own.</param>
    public static async Task<HttpResponseMessage> Send(
        this HttpClient client, string address, string? origin, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        request.Headers.Accept.ParseAdd("text/html");
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public static Task<HttpResponseMessage> SignIn(this HttpClient client, string userName, string password = TestSite.Password, string back = "/") =>
        client.Send("/sign-in", ("user", userName), ("password", password), ("return", back));

    /// <summary>The words of an answer's page.</summary>
    public static async Task<string> Words(this HttpResponseMessage answer) =>
        Pages.PageReading.Words(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

    public static async Task<HttpStatusCode> Status(this HttpClient client, string address)
    {
        using var answer = await client.GetAsync(address, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}

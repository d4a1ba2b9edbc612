using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace LongAnGis.IntegrationTests.Platform;

/// <summary>Programs get RFC 9457 problem details, people a page, both with the same status and in their language.</summary>
public sealed class RefusingARequest(SharedSite shared)
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Gives_a_program_problem_details_with_a_trace()
    {
        using var client = await shared.Client();

        using var answer = await client.GetAsync("/tiles/no-such-layer.json", Cancellation);
        var problem = await Problem(answer);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(404, problem.GetProperty("status").GetInt32());
        Assert.Equal("Không tìm thấy", problem.GetProperty("title").GetString());
        Assert.Matches("^[0-9a-f]{32}$", problem.GetProperty("traceId").GetString());
    }

    [Theory]
    [InlineData("en", "Not found")]
    [InlineData("en-GB,vi;q=0.5", "Not found")]
    [InlineData("fr,vi;q=0.5,en;q=0.3", "Không tìm thấy")]
    [InlineData("fr", "Không tìm thấy")]
    public async Task Speaks_the_language_that_a_program_accepts(string accepted, string title)
    {
        using var client = await shared.Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/tiles/no-such-layer.json");
        request.Headers.AcceptLanguage.ParseAdd(accepted);

        using var answer = await client.SendAsync(request, Cancellation);

        Assert.Equal(title, (await Problem(answer)).GetProperty("title").GetString());
    }

    [Theory]
    [InlineData("/no/such/page", "Không tìm thấy", "vi")]
    [InlineData("/en/no/such/page", "Not found", "en")]
    public async Task Gives_a_person_a_page_in_the_language_of_the_address(string path, string title, string language)
    {
        using var client = await shared.Client();
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));

        using var answer = await client.GetAsync(path, Cancellation);
        var page = await answer.Content.ReadAsStringAsync(Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains(title, page, StringComparison.Ordinal);
        Assert.Contains($"<html lang=\"{language}\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/?q=%00")]
    [InlineData("/search?q=a%0D%0Ab")]
    [InlineData("/plan/%1B%5B31m")]
    [InlineData("/tiles/a%7Fb.json")]
    public async Task Refuses_control_characters_anywhere_in_the_address(string path)
    {
        using var client = await shared.Client();

        using var answer = await client.GetAsync(path, Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("/search?q=")]
    [InlineData("/tiles/a.json?q=")]
    public async Task Refuses_an_address_of_a_hundred_kilobytes(string path)
    {
        using var client = await shared.Client();

        using var answer = await client.GetAsync(path + new string('a', 100_000), Cancellation);

        Assert.Equal(HttpStatusCode.RequestUriTooLong, answer.StatusCode);
    }

    [Fact]
    public async Task Answers_HEAD_as_GET()
    {
        using var client = await shared.Client();
        using var request = new HttpRequestMessage(HttpMethod.Head, "/");

        using var answer = await client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("TRACE")]
    public async Task Knows_no_method_that_changes_something(string method)
    {
        using var client = await shared.Client();
        using var request = new HttpRequestMessage(new HttpMethod(method), "/health/live");

        using var answer = await client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.NotEmpty(answer.Content.Headers.Allow);
    }

    static async Task<JsonElement> Problem(HttpResponseMessage answer) =>
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation)).RootElement;
}

using System.IO.Compression;
using System.Text;

namespace LongAnGis.IntegrationTests.Platform;

public sealed class WhatEveryAnswerCarries(SharedSite shared)
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/")]
    [InlineData("/no-such-page")]
    [InlineData("/tiles/no-such-layer.json")]
    [InlineData("/health/live")]
    [InlineData("/?q=%01")]
    public async Task Forbids_the_browser_what_we_do_not_need(string path)
    {
        using var client = await shared.Client();

        using var answer = await client.GetAsync(path, Cancellation);

        Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(["strict-origin-when-cross-origin"], answer.Headers.GetValues("Referrer-Policy"));
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-inline", policy, StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Is_compressed_as_the_browser_likes(string encoding)
    {
        using var client = await shared.Client();
        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd(encoding);

        using var answer = await client.GetAsync("/", Cancellation);
        await using var body = await answer.Content.ReadAsStreamAsync(Cancellation);
        await using Stream plain = encoding is "br"
            ? new BrotliStream(body, CompressionMode.Decompress)
            : new GZipStream(body, CompressionMode.Decompress);
        using var reader = new StreamReader(plain, Encoding.UTF8);

        Assert.Equal([encoding], answer.Content.Headers.ContentEncoding);
        // As letters, not as entities.
        Assert.Contains("Quy hoạch", await reader.ReadToEndAsync(Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/", "no-cache, private")]
    [InlineData("/tiles", "no-cache")]
    [InlineData("/no-such-page", "no-store")]
    public async Task Says_how_long_it_may_be_kept(string path, string kept)
    {
        using var client = await shared.Client();

        using var answer = await client.GetAsync(path, Cancellation);

        Assert.Equal(kept, string.Join(", ", answer.Headers.GetValues("Cache-Control")));
    }

    [Fact]
    public async Task Keeps_the_query_when_the_English_front_page_gets_its_slash()
    {
        using var client = await shared.Client();

        using var answer = await client.GetAsync("/en?as-of=2024-01-01", Cancellation);

        Assert.Equal("/en/?as-of=2024-01-01", answer.Headers.Location?.ToString());
    }
}

using System.Net;
using System.Net.Sockets;
using System.Text;

namespace LongAnGis.IntegrationTests.Platform;

/// <summary>Bytes that no browser sends: each is refused or cut off, and the next visitor notices nothing.</summary>
public sealed class ATamperedRequest(ListeningSite site) : IClassFixture<ListeningSite>
{
    public static TheoryData<string, string> Requests => new()
    {
        { "another host", "GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n" },
        { "no host", "GET / HTTP/1.1\r\n\r\n" },
        { "two hosts", "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: evil.example\r\n\r\n" },
        { "two lengths", "POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 3\r\nContent-Length: 5\r\n\r\nabcde" },
        { "length and chunks", "POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" },
        { "a lone LF in a chunk extension", "POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\n2;a\nxx\r\nab\r\n0\r\n\r\n" },
        { "a folded header", "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-A: b\r\n c\r\n\r\n" },
        { "a header of 100 kB", $"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-A: {new string('a', 100_000)}\r\n\r\n" },
        { "10,000 headers", $"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n{string.Concat(Enumerable.Range(0, 10_000).Select(i => $"X-{i}: a\r\n"))}\r\n" },
        { "a path of 300 kB", $"GET /{new string('a', 300_000)} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n" },
        { "U+0000 in the path", "GET /plan/%00 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n" },
        { "bytes that are no HTTP", "\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03\r\n\r\n" },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task Is_refused_and_harms_nobody(string name, string request)
    {
        var status = await Send(request);

        Assert.True(status is null or (>= 400 and < 500), $"{name}: {status}");
        Assert.Equal(200, await Send("GET /health/live HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"));
    }

    [Fact]
    public async Task Cannot_put_words_into_our_links()
    {
        using var client = new HttpClient { BaseAddress = site.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/tiles");
        request.Headers.Add("X-Forwarded-Host", "evil.example");
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-For", "1.2.3.4");

        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.DoesNotContain("evil.example", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cannot_hold_the_service_up_by_being_slow()
    {
        var slow = new List<TcpClient>();
        try
        {
            for (var i = 0; i < 200; i++)
            {
                var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, site.Address.Port, TestContext.Current.CancellationToken);
                await client.GetStream().WriteAsync("GET / HTTP/1.1\r\nHost:"u8.ToArray(), TestContext.Current.CancellationToken);
                slow.Add(client);
            }

            Assert.Equal(200, await Send("GET /health/live HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"));
        }
        finally
        {
            slow.ForEach(client => client.Dispose());
        }
    }

    /// <summary>The status of the first answer, or null when the connection was closed without one.</summary>
    async Task<int?> Send(string request)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(20));
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, site.Address.Port, limit.Token);
        var stream = client.GetStream();
        try
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes(request), limit.Token);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            return await reader.ReadLineAsync(limit.Token) is { } line ? int.Parse(line.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture) : null;
        }
        catch (IOException)
        {
            return null;
        }
    }
}

/// <summary>A site with a real port, for what the in-memory client cannot send.</summary>
public sealed class ListeningSite : IAsyncLifetime
{
    TestSite? site;

    public Uri Address { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        site = new TestSite(await TestCluster.NewSeededDatabase());
        Address = new(await site.Listen());
    }

    public ValueTask DisposeAsync() => site?.DisposeAsync() ?? ValueTask.CompletedTask;
}

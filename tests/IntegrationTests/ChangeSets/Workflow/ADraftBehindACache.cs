using System.Collections.Concurrent;
using System.Net;
using LongAnGis.Core.Accounts;
using LongAnGis.Web.Accounts.Sessions;
using Microsoft.Extensions.DependencyInjection;

namespace LongAnGis.IntegrationTests.ChangeSets.Workflow;

/// <summary>
/// A cache that everybody shares stands between people and the service, and keeps whatever it is not forbidden to keep. What
/// somebody reads of their draft never reaches the next who asks for the same address.
/// </summary>
public sealed class ADraftBehindACache : IAsyncLifetime
{
    static readonly string[] OfADraft =
        ["", "/edit", "/changes/1", "/draft.json", "/surroundings?bbox=106,10,107,11", "/changes/1/states", "/dossier.pdf"];

    Office office = null!;
    Guid author;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        office = new(await TestSite.OnItsOwnDatabase());
        author = await office.Site.NewAccount("nguyen.lan", Role.Planner);
    }

    public ValueTask DisposeAsync() => office.Site.DisposeAsync();

    [Fact]
    public async Task Is_kept_from_everybody_else()
    {
        using var planner = await office.As(author);
        var draft = await Office.OpenWithChange(planner);
        var invented = Guid.NewGuid();
        using var cache = new SharedCache(office.Site.Server.CreateHandler());
        using var client = new HttpClient(cache, disposeHandler: false) { BaseAddress = new("http://localhost") };
        var (mine, theirs) = (await Cookie(author), await Cookie(await office.Site.NewAccount("tran.minh", Role.Planner)));

        foreach (var path in OfADraft)
        {
            using var read = await Get(client, $"/change-sets/{draft}{path}", mine);
            Assert.True(read.StatusCode == HttpStatusCode.OK, $"{path}: {read.StatusCode}");
            Assert.True(read.Headers.CacheControl is { Private: true, NoStore: true }, $"{path}: {read.Headers.CacheControl}");

            foreach (var cookie in new[] { null, theirs })
            {
                using var asked = await Get(client, $"/change-sets/{draft}{path}", cookie);
                using var never = await Get(client, $"/change-sets/{invented}{path}", cookie);
                Assert.Equal(cookie is null ? HttpStatusCode.Unauthorized : HttpStatusCode.NotFound, asked.StatusCode);
                Assert.Equal(await Words(never, invented), await Words(asked, draft));
            }
        }

        Assert.Equal(0, cache.Hits);
    }

    [Fact]
    public async Task Does_not_stop_the_cache_from_doing_its_work()
    {
        using var cache = new SharedCache(office.Site.Server.CreateHandler());
        using var client = new HttpClient(cache, disposeHandler: false) { BaseAddress = new("http://localhost") };
        var tile = await Tile(client);

        (await Get(client, tile, await Cookie(author))).Dispose();
        (await Get(client, tile, null)).Dispose();

        Assert.Equal(1, cache.Hits);
    }

    static async Task<string> Tile(HttpClient client)
    {
        var style = System.Text.Json.JsonDocument.Parse(await client.GetStringAsync("/tiles/districts.json", Cancellation));
        return new Uri(style.RootElement.GetProperty("tiles")[0].GetString()!.Replace("{z}/{x}/{y}", "8/203/120", StringComparison.Ordinal)).PathAndQuery;
    }

    async Task<string> Cookie(Guid account) =>
        "longan=" + await office.Site.Services.GetRequiredService<SessionStore>().Open(account, "test", [], Cancellation);

    static async Task<HttpResponseMessage> Get(HttpClient client, string address, string? cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.ParseAdd("application/json");
        if (cookie is not null)
        {
            request.Headers.Add("Cookie", cookie);
        }

        return await client.SendAsync(request, Cancellation);
    }

    static async Task<string> Words(HttpResponseMessage answer, Guid id) => System.Text.RegularExpressions.Regex.Replace(
        (await answer.Content.ReadAsStringAsync(Cancellation)).Replace(id.ToString(), "{id}", StringComparison.Ordinal), "[0-9a-f]{32}", "{reference}");

    /// <summary>Keeps every good answer by its address, whoever got it, unless the answer says that nobody may (RFC 9111, 3).</summary>
    sealed class SharedCache(HttpMessageHandler origin) : DelegatingHandler(origin)
    {
        readonly ConcurrentDictionary<string, (byte[] Body, string? Type)> kept = new();

        public int Hits { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var address = request.RequestUri!.PathAndQuery;
            if (kept.TryGetValue(address, out var known))
            {
                Hits++;
                return new(HttpStatusCode.OK) { Content = new ByteArrayContent(known.Body), RequestMessage = request };
            }

            var answer = await base.SendAsync(request, cancellationToken);
            if (answer.IsSuccessStatusCode && answer.Headers.CacheControl is not { NoStore: true } and not { Private: true } and not { NoCache: true })
            {
                var body = await answer.Content.ReadAsByteArrayAsync(cancellationToken);
                kept[address] = (body, answer.Content.Headers.ContentType?.ToString());
            }

            return answer;
        }
    }
}

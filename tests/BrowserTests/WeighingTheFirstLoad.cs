using System.Globalization;
using Microsoft.Playwright;

namespace LongAnGis.BrowserTests;

/// <summary>
/// What the first load and a link inside the application cost over the wire, by the browser's own account
/// (PerformanceResourceTiming.transferSize: headers and compressed bodies). Times are a benchmark's affair, bytes are not.
/// </summary>
public sealed class WeighingTheFirstLoad(TestBrowser browser)
{
    const string Transfers = """
        () => performance.getEntriesByType('navigation').concat(performance.getEntriesByType('resource'))
          .filter(e => !e.name.endsWith('/events'))
          .map(e => ({ name: e.name, size: e.transferSize, begin: e.responseStart, end: e.responseEnd }))
        """;

    /// <summary>A slow line, so that what is fetched first is also there first: 1.6 Mbit/s and 150 ms, as on weak 4G.</summary>
    static async Task SlowLine(Visit visit)
    {
        var tools = await visit.Page.Context.NewCDPSessionAsync(visit.Page);
        await tools.SendAsync("Network.enable");
        await tools.SendAsync("Network.emulateNetworkConditions", new Dictionary<string, object>
        {
            ["offline"] = false,
            ["latency"] = 150,
            ["downloadThroughput"] = 200_000,
            ["uploadThroughput"] = 100_000,
        });
    }

    [Fact]
    public async Task Shows_text_and_controls_within_the_first_80_kB()
    {
        await using var visit = await browser.Visit("about:blank");
        await SlowLine(visit);
        await visit.Page.GotoAsync("/");
        await Assertions.Expect(visit.Heading("Quy hoạch tỉnh Long An")).ToBeVisibleAsync();
        await visit.MapIsDrawn();

        // Text can be painted when the document and its styles are there, controls work with the small script. Not the
        // paint itself is the mark, because a busy machine paints late, but the last of what it waits for. What had
        // arrived by then counts, and of what was still arriving the part that had.
        var transfers = await visit.Page.EvaluateAsync<Transfer[]>(Transfers);
        var readable = transfers.Where(one => IsAwaited(one.Name)).Max(one => one.End);
        var arrived = transfers.Where(one => one.Begin < readable).Sum(one => one.End <= readable
            ? one.Size
            : one.Size * (readable - one.Begin) / (one.End - one.Begin));
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"text and controls after {arrived / 1000:0.0} kB"));

        Assert.True(arrived <= 80_000, $"The first text came after {arrived} bytes");
    }

    [Fact]
    public async Task Makes_the_map_usable_within_650_kB_and_30_requests()
    {
        await using var visit = await browser.Visit("/");
        await visit.MapIsDrawn();

        var transfers = await visit.Page.EvaluateAsync<Transfer[]>(Transfers);
        var report = TestContext.Current.TestOutputHelper!;
        report.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"map usable after {transfers.Sum(one => one.Size) / 1000.0:0.0} kB in {transfers.Length} requests"));
        foreach (var one in transfers.OrderByDescending(one => one.Size))
        {
            report.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{one.Size,8} {one.Name}"));
        }

        Assert.True(transfers.Sum(one => one.Size) <= 650_000, "The map weighs more than 650 kB");
        Assert.True(transfers.Length <= 30, $"{transfers.Length} requests");
    }

    [Fact]
    public async Task Moves_at_most_30_kB_for_a_link_inside_the_application()
    {
        await using var visit = await browser.Visit("/");
        await visit.MapIsDrawn();
        var heaviest = 0L;
        foreach (var link in new[] { "Số liệu", "Lịch sử", "Căn cứ", "Nguồn" })
        {
            var answer = await visit.Page.RunAndWaitForResponseAsync(
                () => visit.Page.GetByRole(AriaRole.Navigation).First.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).ClickAsync(),
                response => response.Request.ResourceType is "fetch" or "document" && response.Headers.GetValueOrDefault("content-type", "").StartsWith("text/html", StringComparison.Ordinal));
            await answer.FinishedAsync();
            var sizes = await answer.Request.SizesAsync();
            heaviest = Math.Max(heaviest, sizes.ResponseBodySize + sizes.ResponseHeadersSize);
            TestContext.Current.TestOutputHelper!.WriteLine($"{link}: {sizes.ResponseBodySize + sizes.ResponseHeadersSize} bytes");
        }

        Assert.True(heaviest <= 30_000, $"A link moved {heaviest} bytes");
    }

    static bool IsAwaited(string name) =>
        new Uri(name).AbsolutePath is var path
        && (path == "/" || path == "/map/main.js" || path == "/map/theme.js"
            || (path.EndsWith(".css", StringComparison.Ordinal) && !path.Contains("/print.", StringComparison.Ordinal)));

    sealed class Transfer
    {
        public string Name { get; set; } = "";

        public long Size { get; set; }

        public double Begin { get; set; }

        public double End { get; set; }
    }
}

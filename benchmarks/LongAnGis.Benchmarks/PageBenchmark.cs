using System.Diagnostics;
using System.Globalization;

namespace LongAnGis.Benchmarks;

/// <summary>
/// What pages and lists cost beside a layer of many zones, over the whole pipeline of the service and without a network.
/// The budget is what a reader does not notice; a page above it is marked.
/// </summary>
sealed class PageBenchmark(BenchmarkSite site)
{
    const int Rounds = 7;
    const double BudgetMilliseconds = 100;

    public async Task Run()
    {
        var middle = await Middle();
        using var client = site.CreateClient();
        Console.WriteLine($"{"page",-76}{"ms",10}{"kB",10}");
        foreach (var path in Pages(middle))
        {
            var (milliseconds, bytes) = await Best(client, path);
            var mark = milliseconds > BudgetMilliseconds ? "  over the budget" : "";
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{path,-76}{milliseconds,10:0.0}{bytes / 1000.0,10:0.0}{mark}"));
        }
    }

    static IEnumerable<string> Pages(long zone)
    {
        const string list = $"/plan/{SyntheticZones.Layer}";
        yield return "/";
        yield return "/plan";
        yield return list;
        yield return $"{list}?sort=-area_ha";
        yield return $"{list}?sort=name";
        yield return $"{list}?q=so+77";
        yield return $"{list}?q=khong-co-o-dau";
        yield return $"{list}?land_use=SKK";
        yield return $"{list}/{zone}";
        yield return $"/at?lat=10.75&lon=106.2&layers={SyntheticZones.Layer}";
        yield return "/search?q=vung+so+4242";
        yield return "/search?q=duc+hoa";
        yield return "/search/suggest?q=vu";
        yield return "/search/suggest?q=zzzz";
        yield return "/history";
        yield return "/compare?from=2019-12-31&to=2020-01-02";
        yield return "/sources";
    }

    static async Task<(double Milliseconds, long Bytes)> Best(HttpClient client, string path)
    {
        var best = double.MaxValue;
        var bytes = 0L;
        for (var round = 0; round < Rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            using var answer = await client.GetAsync(path);
            bytes = (await answer.Content.ReadAsByteArrayAsync()).Length;
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            answer.EnsureSuccessStatusCode();
        }

        return (best, bytes);
    }

    async Task<long> Middle()
    {
        await using var command = site.Public.CreateCommand("SELECT max(feature_id) / 2 FROM pub.fv_benchmark_zones");
        return (long)(await command.ExecuteScalarAsync())!;
    }
}

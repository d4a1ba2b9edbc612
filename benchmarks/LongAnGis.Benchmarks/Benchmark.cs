using System.Globalization;

namespace LongAnGis.Benchmarks;

/// <summary>
/// Figures for a person to read, not tests: <c>./longan bench tiles|pages|rules|drag|lookup [zones]</c>
/// or <c>indicators|programme [question whose plan is shown]</c> or <c>invest</c>. <c>ConnectionStrings__Plan</c> names a
/// server on which a database of our own may be made; without it the service starts a private one.
/// </summary>
static class Benchmark
{
    static async Task<int> Main(string[] args)
    {
        if (args is not ([] or ["tiles" or "pages" or "rules" or "drag" or "lookup" or "indicators" or "programme", ..] or ["invest"]) || args.Length > 2)
        {
            Console.Error.WriteLine(
                "usage: tiles|pages [number of zones, 100000 unless told] | rules|drag [number of zones, 20000 unless told] | lookup [number of zones, 1000000 unless told] | indicators|programme [question to explain] | invest");
            return 2;
        }

        // The service says of a surprise that its log has the details; here the log is silent, and the reader wants them.
        AppDomain.CurrentDomain.UnhandledException += (_, surprise) => Console.Error.WriteLine(surprise.ExceptionObject);
        if (args is ["indicators", ..])
        {
            await using var figures = await BenchmarkSite.Start();
            return await new IndicatorBenchmark(figures, args.ElementAtOrDefault(1)).Run() ? 0 : 1;
        }

        if (args is ["invest"])
        {
            await using var sites = await BenchmarkSite.Start();
            return await new InvestBenchmark(sites).Run() ? 0 : 1;
        }

        if (args is ["programme", ..])
        {
            await using var programme = await BenchmarkSite.Start();
            return await new ProgrammeBenchmark(programme, args.ElementAtOrDefault(1)).Run() ? 0 : 1;
        }

        var isEditing = args is ["rules" or "drag", ..];
        var zones = args.Length == 2 ? int.Parse(args[1], NumberStyles.None, CultureInfo.InvariantCulture) : isEditing ? 20_000 : args is ["lookup", ..] ? 1_000_000 : 100_000;
        await using var site = await BenchmarkSite.Start(isBrowsed: args is ["drag", ..]);
        Console.WriteLine($"Making {zones} zones …");
        if (isEditing)
        {
            var isKept = args is ["drag", ..] ? await new DragBenchmark(site, zones).Run() : await new RuleBenchmark(site, zones).Run();
            return isKept ? 0 : 1;
        }

        await new SyntheticZones(site).Make(zones);
        if (args is ["lookup", ..])
            return await new LookupBenchmark(site).Run() ? 0 : 1;

        if (args is ["pages", ..])
        {
            await new PageBenchmark(site).Run();
        }
        else
        {
            await new TileBenchmark(site).Run();
        }

        return 0;
    }
}

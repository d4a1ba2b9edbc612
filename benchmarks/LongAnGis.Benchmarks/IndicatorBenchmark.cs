using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using LongAnGis.Web.Database;
using Npgsql;

namespace LongAnGis.Benchmarks;

/// <summary>
/// What every question of the indicator pages costs at the database beside millions of observations, as the public role asks
/// it: the execution time that EXPLAIN (ANALYZE, BUFFERS) tells, now and as known an edition ago. With a name the plan of that
/// question is printed.
/// </summary>
sealed partial class IndicatorBenchmark(BenchmarkSite site, string? explained)
{
    const double MostMilliseconds = 50;

    /// <summary>Of several tries the best counts: what a busy machine adds is not ours.</summary>
    const int Tries = 7;

    static readonly DateOnly Year = new(2020, 1, 1), Month = new(2020, 5, 1), First = new(1900, 1, 1), Last = new(2199, 12, 31);

    /// <summary>True when the bar is kept.</summary>
    public async Task<bool> Run()
    {
        Console.WriteLine("Making figures …");
        var made = Stopwatch.GetTimestamp();
        var count = await SyntheticFigures.Fill(site);
        var (seconds, size) = (Stopwatch.GetElapsedTime(made).TotalSeconds, await Size());
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count:N0} observations in {seconds:0} s, {size}"));

        var edition = await Newest();
        var isKept = true;
        if (await Load() is { } load)
        {
            Console.WriteLine($"load of the machine: {load} on {Environment.ProcessorCount} cores");
        }

        Console.WriteLine($"{"question",-44}{"now ms",10}{"earlier ms",12}");
        foreach (var (name, file, values) in Questions())
        {
            var (now, plan) = await Best(file, values(edition));
            var (earlier, _) = await Best(file, values(edition - 1));
            isKept &= now < MostMilliseconds && earlier < MostMilliseconds;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-44}{now,10:0.0}{earlier,12:0.0}"));
            if (explained == file)
            {
                Console.WriteLine(plan);
            }
        }

        Console.WriteLine(isKept ? $"Kept: below {MostMilliseconds} ms." : $"NOT KEPT: the bar is {MostMilliseconds} ms.");
        return isKept;
    }

    static IEnumerable<(string Name, string File, Func<int, object[]> Values)> Questions()
    {
        const string indicator = SyntheticFigures.Indicator, region = SyntheticFigures.Region;
        yield return ("map and ranking of a year", "FiguresInPeriod", edition => [indicator, edition, "year", Year]);
        yield return ("map and ranking of a month", "FiguresInPeriod", edition => [indicator, edition, "month", Month]);
        yield return ("periods with their counts", "FigurePeriods", edition => [indicator, edition]);
        yield return ("series of a region", "FigureSeries", edition => [indicator, edition, region]);
        yield return ("table of years", "FigureTable", edition => [indicator, edition, "year", First, Last]);
        yield return ("table of the months of a year", "FigureTable", edition => [indicator, edition, "month", Year, Year.AddMonths(11)]);
        yield return ("catalogue: newest of each indicator", "CatalogueNewest", edition => [region, edition]);
        yield return ("catalogue: years of each indicator", "CatalogueSeries", edition => [region, edition]);
        yield return ("catalogue: districts with data", "CatalogueCoverage", edition => [edition]);
        yield return ("targets of all indicators", "TargetsStated", edition => [DBNull.Value, edition]);
        yield return ("scoreboard: figures of targets", "Board/BoardFigures", edition => [Pairs("benchmark"), Pairs(region), edition, Year]);
        yield return ("ranks of a district", "Districts/RankedFigures", edition => [Pairs("benchmark"), Pairs("year"), Enumerable.Repeat(Year, PairCount).ToArray(), edition]);
        yield return ("ways between regions", "RegionSuccessions", _ => []);
        yield return ("parts of provinces", "RegionParts", _ => []);
        yield return ("last edition of an indicator", "LastEdition", edition => [indicator, edition]);
        yield return ("regions", "Regions", _ => []);
        yield return ("shapes of regions in a tile", "RegionShapes", _ => [9, int.MaxValue, 105.4, 10.3, 106.9, 11.1]);
    }

    /// <summary>The mean number of processes that ran or waited for a core in the last minute, where the system tells it.</summary>
    static async Task<string?> Load() => File.Exists("/proc/loadavg") ? (await File.ReadAllTextAsync("/proc/loadavg")).Split(' ')[0] : null;

    /// <summary>About as many targets and indicators as there are on one page.</summary>
    const int PairCount = 60;

    /// <summary>Indicators by turns, or the same again for each of them.</summary>
    static string[] Pairs(string code) =>
        [.. Enumerable.Range(1, PairCount).Select(number => code == "benchmark" ? $"benchmark-{number}" : code)];

    async Task<(double Milliseconds, string Plan)> Best(string file, object[] values)
    {
        var best = (Milliseconds: double.MaxValue, Plan: "");
        await using var connection = await site.Public.OpenConnectionAsync();
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            await using var command = new NpgsqlCommand("EXPLAIN (ANALYZE, BUFFERS) " + Text(file), connection);
            foreach (var value in values)
            {
                command.Parameters.Add(value is DBNull ? new NpgsqlParameter { Value = value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text } : new() { Value = value });
            }

            var lines = new List<string>();
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
            {
                lines.Add(rows.GetString(0));
            }

            var took = double.Parse(ExecutionTime().Match(lines[^1]).Groups[1].Value, CultureInfo.InvariantCulture);
            if (took < best.Milliseconds)
            {
                best = (took, string.Join('\n', lines));
            }
        }

        return best;
    }

    async Task<int> Newest()
    {
        await using var command = site.Public.CreateCommand("SELECT max(number) FROM pub.edition");
        return (int)(await command.ExecuteScalarAsync())!;
    }

    async Task<string> Size()
    {
        await using var command = site.Plan.CreateCommand("""
            SELECT pg_size_pretty(pg_table_size('plan.observation')) || ' and ' || pg_size_pretty(pg_indexes_size('plan.observation')) || ' of indexes'
            """);
        return (string)(await command.ExecuteScalarAsync())!;
    }

    static string Text(string file)
    {
        using var stream = typeof(Sql).Assembly.GetManifestResourceStream($"Indicators/{file}.sql")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"Execution Time: ([\d.]+) ms")]
    private static partial Regex ExecutionTime();
}

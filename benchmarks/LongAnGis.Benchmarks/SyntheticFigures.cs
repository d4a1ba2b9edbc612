using Npgsql;
using NpgsqlTypes;

namespace LongAnGis.Benchmarks;

/// <summary>
/// 200 indicators for 200 regions over 15 years, by month and by year, one in fifty of them corrected once: 7.8 million
/// observations beside those of the seed. Foreign keys and triggers are off while they are made, since they would check
/// what is right by construction; what triggers keep is made of the figures afterwards.
/// </summary>
static class SyntheticFigures
{
    public const string Indicator = "benchmark-100";
    public const string Region = "bench-100";
    const int Indicators = 200, Regions = 200, Years = 15;

    const string Make = """
        SET session_replication_role = replica;
        INSERT INTO plan.indicator (
          code, theme_code, position, name_vi, name_en, unit_vi, unit_en, value_kind, direction, transfer, level, frequency,
          decimals, definition_vi, definition_en, search_text
        )
        SELECT 'benchmark-' || number, 'economy', 1000 + number, 'Chỉ tiêu đo ' || number, 'Benchmark ' || number, '%', '%', 'number',
               'higher', 'additive', 'district', 'month', 2, 'Chỉ để đo.', 'For measuring only.', 'chi tieu do'
        FROM generate_series(1, @indicators) AS number;
        INSERT INTO plan.region (code, kind, name_vi, name_en, full_name_vi, valid)
        SELECT 'bench-' || number, CASE WHEN number % 4 = 0 THEN 'commune' ELSE 'district' END, 'Vùng ' || number,
               'Region ' || number, 'Vùng ' || number, '(,)'
        FROM generate_series(1, @regions) AS number;
        INSERT INTO plan.area (code, kind, name_vi, full_name_vi, valid)
        SELECT code, 'commune', name_vi, full_name_vi, valid FROM plan.region WHERE code LIKE 'bench-%';
        INSERT INTO plan.region_member SELECT code, code FROM plan.region WHERE code LIKE 'bench-%';
        INSERT INTO plan.edition (number, recorded_at, recorded_by, reason)
        SELECT (SELECT max(number) FROM plan.edition) + step, now(), 'benchmark', 'benchmark' FROM generate_series(1, 2) AS step;
        INSERT INTO plan.observed_region (indicator_code, region_code, edition_from)
        SELECT 'benchmark-' || indicator, 'bench-' || region, (SELECT max(number) - 1 FROM plan.edition)
        FROM generate_series(1, @indicators) AS indicator, generate_series(1, @regions) AS region;
        INSERT INTO plan.edition_indicator (indicator_code, number)
        SELECT 'benchmark-' || indicator, edition.number
        FROM generate_series(1, @indicators) AS indicator, (SELECT number FROM plan.edition ORDER BY number DESC LIMIT 2) AS edition;
        """;

    /// <summary>What recording keeps beside the figures, made of them as the migration makes it.</summary>
    const string Count = """
        INSERT INTO plan.figure_count (indicator_code, period_kind, period_start, region_kind, edition, change)
        SELECT observation.indicator_code, observation.period_kind, observation.period_start, region.kind, step.edition, sum(step.change)
        FROM plan.observation
        JOIN plan.region ON region.code = observation.region_code
        CROSS JOIN LATERAL (VALUES (observation.edition_from, 1), (observation.edition_to, -1)) AS step (edition, change)
        WHERE observation.indicator_code LIKE 'benchmark-%' AND step.edition IS NOT NULL
        GROUP BY observation.indicator_code, observation.period_kind, observation.period_start, region.kind, step.edition;
        SET session_replication_role = DEFAULT;
        """;

    const string Indexes = """
        SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid)
        FROM pg_index
        WHERE indrelid = 'plan.observation'::regclass AND NOT indisprimary
        """;

    /// <summary>Answers how many observations there are.</summary>
    public static async Task<long> Fill(BenchmarkSite site)
    {
        await using var connection = await site.Plan.OpenConnectionAsync();
        await Run(connection, Make, ("indicators", Indicators), ("regions", Regions));
        // An index is built faster from all of a table than row by row.
        var indexes = await DropIndexes(connection);
        await Copy(connection);
        foreach (var index in indexes)
        {
            await Run(connection, index);
        }

        await Run(connection, Count);
        // The visibility map is what lets an index answer alone.
        foreach (var table in (string[])["observation", "observed_region", "figure_count", "edition_indicator", "indicator", "region", "region_member"])
        {
            await Run(connection, $"VACUUM (ANALYZE) plan.{table}");
        }

        await using var count = new NpgsqlCommand("SELECT count(*) FROM plan.observation", connection) { CommandTimeout = 0 };
        return (long)(await count.ExecuteScalarAsync())!;
    }

    /// <summary>One in fifty series says everything twice: first at the earlier edition, corrected at the last.</summary>
    static async Task Copy(NpgsqlConnection connection)
    {
        await using var newest = new NpgsqlCommand("SELECT max(number) FROM plan.edition", connection);
        var last = (int)(await newest.ExecuteScalarAsync())!;
        await using var rows = await connection.BeginBinaryImportAsync("""
            COPY plan.observation (
              indicator_code, region_code, period_kind, period_start, status, version, value, source_url, edition_from, edition_to
            ) FROM STDIN (FORMAT BINARY)
            """);
        foreach (var indicator in Enumerable.Range(1, Indicators))
        {
            foreach (var region in Enumerable.Range(1, Regions))
            {
                var versions = (indicator + region) % 50 == 0 ? 2 : 1;
                foreach (var (kind, start) in Periods)
                {
                    for (var version = 1; version <= versions; version++)
                    {
                        await rows.StartRowAsync();
                        await rows.WriteAsync($"benchmark-{indicator}", NpgsqlDbType.Text);
                        await rows.WriteAsync($"bench-{region}", NpgsqlDbType.Text);
                        await rows.WriteAsync(kind, NpgsqlDbType.Text);
                        await rows.WriteAsync(start, NpgsqlDbType.Date);
                        await rows.WriteAsync(region % 9 == 0 ? "estimate" : "observed", NpgsqlDbType.Text);
                        await rows.WriteAsync(version, NpgsqlDbType.Integer);
                        await rows.WriteAsync(100m + indicator + region + start.Year - 2010 + version, NpgsqlDbType.Numeric);
                        await rows.WriteAsync("https://example.org/figures", NpgsqlDbType.Text);
                        await rows.WriteAsync(last - 2 + version, NpgsqlDbType.Integer);
                        if (version < versions)
                            await rows.WriteAsync(last, NpgsqlDbType.Integer);
                        else
                            await rows.WriteNullAsync();
                    }
                }
            }
        }

        await rows.CompleteAsync();
    }

    static readonly IReadOnlyList<(string Kind, DateOnly Start)> Periods =
    [
        .. Enumerable.Range(0, Years * 12).Select(month => ("month", new DateOnly(2010, 1, 1).AddMonths(month))),
        .. Enumerable.Range(2010, Years).Select(year => ("year", new DateOnly(year, 1, 1))),
    ];

    /// <summary>Answers the statements that make them again.</summary>
    static async Task<IReadOnlyList<string>> DropIndexes(NpgsqlConnection connection)
    {
        var found = new List<(string Name, string Definition)>();
        await using (var indexes = new NpgsqlCommand(Indexes, connection))
        await using (var row = await indexes.ExecuteReaderAsync())
        {
            while (await row.ReadAsync())
            {
                found.Add((row.GetString(0), row.GetString(1)));
            }
        }

        foreach (var (name, _) in found)
        {
            await Run(connection, $"DROP INDEX {name}");
        }

        return found.ConvertAll(index => index.Definition);
    }

    static async Task Run(NpgsqlConnection connection, string statement, params (string Name, object Value)[] values)
    {
        await using var command = new NpgsqlCommand(statement, connection) { CommandTimeout = 0 };
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value);
        }

        await command.ExecuteNonQueryAsync();
    }
}

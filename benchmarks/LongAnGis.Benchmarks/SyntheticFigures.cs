using Npgsql;

namespace LongAnGis.Benchmarks;

/// <summary>
/// 200 indicators for 200 regions over 15 years, by month and by year, one in fifty of them corrected once: 7.8 million
/// observations beside those of the seed. Foreign keys and triggers are off while they are made, since they would check
/// what is right by construction.
/// </summary>
static class SyntheticFigures
{
    public const string Indicator = "benchmark-100";
    public const string Region = "bench-100";
    const int Indicators = 200, Regions = 200;

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
        INSERT INTO plan.region_member SELECT code, (SELECT min(code) FROM plan.area) FROM plan.region WHERE code LIKE 'bench-%';
        INSERT INTO plan.edition (number, recorded_at, recorded_by, reason)
        SELECT (SELECT max(number) FROM plan.edition) + step, now(), 'benchmark', 'benchmark' FROM generate_series(1, 2) AS step;
        INSERT INTO plan.observation (
          indicator_code, region_code, period_kind, period_start, status, version, value, source_url, edition_from, edition_to
        )
        SELECT 'benchmark-' || indicator, 'bench-' || region, period.kind, period.start,
               CASE WHEN region % 9 = 0 THEN 'estimate' ELSE 'observed' END, version.number,
               round((100 + indicator + region + extract(year FROM period.start) - 2010 + version.number)::numeric, 2),
               'https://example.org/figures', last.edition - 2 + version.number,
               CASE WHEN version.number < version.all THEN last.edition END
        FROM (SELECT max(number) AS edition FROM plan.edition) AS last,
             generate_series(1, @indicators) AS indicator,
             generate_series(1, @regions) AS region,
             LATERAL (
               SELECT 'month' AS kind, month::date AS start FROM generate_series('2010-01-01'::date, '2024-12-01', '1 month') AS month
               UNION ALL
               SELECT 'year', year::date FROM generate_series('2010-01-01'::date, '2024-01-01', '1 year') AS year
             ) AS period,
             LATERAL (
               SELECT number, CASE WHEN (indicator + region) % 50 = 0 THEN 2 ELSE 1 END AS all
               FROM generate_series(1, CASE WHEN (indicator + region) % 50 = 0 THEN 2 ELSE 1 END) AS number
             ) AS version;
        INSERT INTO plan.observed_region (indicator_code, region_code, edition_from)
        SELECT 'benchmark-' || indicator, 'bench-' || region, (SELECT max(number) - 1 FROM plan.edition)
        FROM generate_series(1, @indicators) AS indicator, generate_series(1, @regions) AS region;
        INSERT INTO plan.edition_indicator (indicator_code, number)
        SELECT 'benchmark-' || indicator, edition.number
        FROM generate_series(1, @indicators) AS indicator, (SELECT number FROM plan.edition ORDER BY number DESC LIMIT 2) AS edition;
        SET session_replication_role = DEFAULT;
        """;

    /// <summary>Answers how many observations there are.</summary>
    public static async Task<long> Fill(BenchmarkSite site)
    {
        await using var connection = await site.Plan.OpenConnectionAsync();
        await using (var make = new NpgsqlCommand(Make, connection) { CommandTimeout = 0 })
        {
            make.Parameters.AddWithValue("indicators", Indicators);
            make.Parameters.AddWithValue("regions", Regions);
            await make.ExecuteNonQueryAsync();
        }

        // The visibility map is what lets an index answer alone.
        foreach (var table in (string[])["observation", "observed_region", "edition_indicator", "indicator", "region"])
        {
            await using var vacuum = new NpgsqlCommand($"VACUUM (ANALYZE) plan.{table}", connection) { CommandTimeout = 0 };
            await vacuum.ExecuteNonQueryAsync();
        }

        await using var count = new NpgsqlCommand("SELECT count(*) FROM plan.observation", connection) { CommandTimeout = 0 };
        return (long)(await count.ExecuteScalarAsync())!;
    }
}

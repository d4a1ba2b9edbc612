using LongAnGis.Web.Accounts.Sessions;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace LongAnGis.Benchmarks;

/// <summary>
/// 5,000 tasks of 60 agencies over 60 months, beside those of the seed: each with a lead, two others who help, two districts, a
/// task before it, three versions, and progress reported for every month: 300,000 reports.
/// </summary>
static class SyntheticProgramme
{
    /// <summary>A reporting period that is over, for which all units have reports, most of them approved.</summary>
    public const string Period = "2026-M05";

    const string Make = """
        SET session_replication_role = replica;
        INSERT INTO plan.agency (code, kind, name_vi, name_en)
        SELECT 'BENCH-' || number, 'benchmark', 'Cơ quan đo ' || number, 'Benchmark agency ' || number FROM generate_series(1, 60) AS number;
        INSERT INTO plan.edition (number, recorded_at, recorded_by, reason)
        SELECT (SELECT max(number) FROM plan.edition) + step, now(), 'benchmark', 'benchmark' FROM generate_series(1, 3) AS step;
        INSERT INTO plan.task (code, plan_code, is_public)
        SELECT 'DO-' || number, '686', true FROM generate_series(1, 5000) AS number;
        INSERT INTO plan.task_version (
          task_code, version, group_code, position, name_vi, name_en, product, start_on, deadline, priority, parties, districts,
          depends_on, search_text, reason, in_force, edition_from, edition_to
        )
        SELECT 'DO-' || number, version,
               (ARRAY['transport', 'energy', 'industry', 'housing', 'agriculture', 'planning'])[1 + number % 6], 1000 + number,
               'Nhiệm vụ đo số ' || number || ' về đường giao thông và hạ tầng kỹ thuật', 'Benchmark task ' || number, 'Sản phẩm đo ' || number,
               '2024-01-01'::date + number % 700, '2025-06-30'::date + number % 1400 + version,
               (ARRAY['normal', 'normal', 'high', 'low'])[1 + number % 4],
               jsonb_build_array(
                 jsonb_build_object('role', 'lead', 'agency', 'BENCH-' || 1 + number % 60, 'inferred', false),
                 jsonb_build_object('role', 'cooperating', 'agency', 'BENCH-' || 1 + (number + 7) % 60, 'inferred', false),
                 jsonb_build_object('role', 'cooperating', 'kind', 'district-committee', 'name_vi', 'UBND cấp huyện', 'inferred', false)),
               ARRAY[(794 + number % 15)::text, (794 + (number + 4) % 15)::text],
               CASE WHEN number % 5 > 0 THEN ARRAY['DO-' || number - 1] ELSE '{}' END,
               'do ' || number || ' | nhiem vu do so ' || number || ' ve duong giao thong va ha tang ky thuat |', 'benchmark', '(,)',
               last.edition - 3 + version, CASE WHEN version < 3 THEN last.edition - 2 + version END
        FROM (SELECT max(number) AS edition FROM plan.edition) AS last, generate_series(1, 5000) AS number, generate_series(1, 3) AS version;
        INSERT INTO plan.task_progress (task_code, day, percent, completed_on, said, edition_from)
        SELECT 'DO-' || number, day.day, percent.percent, CASE WHEN percent.percent = 100 THEN day.day END, 'Đã làm trong kỳ ' || month, last.edition
        FROM (SELECT max(number) AS edition FROM plan.edition) AS last, generate_series(1, 5000) AS number, generate_series(0, 59) AS month,
             LATERAL (SELECT ('2022-01-01'::date + month * interval '1 month' + interval '13 days')::date AS day) AS day,
             LATERAL (SELECT least(100, (month + 1) * (1 + number % 3)) AS percent) AS percent;
        INSERT INTO plan.account (id, user_name, display_name, roles, agency_code, created_at, created_by)
        VALUES ('5b0a4c1e-0000-4000-8000-000000000001', 'benchmark', 'Người đo', ARRAY['desk', 'head', 'officer'], 'BENCH-7', now(), 'benchmark');
        INSERT INTO plan.report (period, agency_code, task_code, version, last_day, percent, done, obstacles, filed_at, filed_by)
        SELECT '2026-M05', 'BENCH-' || 1 + number % 60, 'DO-' || number, 1, '2026-05-14', 40, 'Đã làm trong kỳ', 'Chậm bàn giao mặt bằng', now(), '5b0a4c1e-0000-4000-8000-000000000001'
        FROM generate_series(1, 5000) AS number;
        INSERT INTO plan.report_decision (report_id, verdict, edition, decided_at, decided_by)
        SELECT report.id, 'approved', (SELECT max(number) FROM plan.edition), now(), report.filed_by FROM plan.report WHERE id % 10 > 0;
        SET session_replication_role = DEFAULT;
        """;

    static readonly string[] Filled = ["plan.agency", "plan.task", "plan.task_version", "plan.task_progress", "plan.edition", "plan.report", "plan.report_decision"];

    /// <summary>A key for somebody who keeps the programme and heads an agency.</summary>
    public static async Task<string> SignIn(BenchmarkSite site) =>
        await site.Services.GetRequiredService<SessionStore>().Open(new("5b0a4c1e-0000-4000-8000-000000000001"), "benchmark", [], CancellationToken.None)
        ?? throw new InvalidOperationException("The account of the benchmark is disabled.");

    public static async Task Fill(BenchmarkSite site)
    {
        await using var connection = await site.Plan.OpenConnectionAsync();
        await using (var make = new NpgsqlCommand(Make, connection) { CommandTimeout = 0 })
        {
            await make.ExecuteNonQueryAsync();
        }

        foreach (var table in Filled)
        {
            await using var analyze = new NpgsqlCommand($"VACUUM ANALYZE {table}", connection) { CommandTimeout = 0 };
            await analyze.ExecuteNonQueryAsync();
        }
    }
}

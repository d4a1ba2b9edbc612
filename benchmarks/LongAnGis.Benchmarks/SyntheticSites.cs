using Npgsql;

namespace LongAnGis.Benchmarks;

/// <summary>Twenty thousand projects and two thousand parks beside the real ones, spread over the province; the same at every run.</summary>
static class SyntheticSites
{
    const string Publish = """
        WITH newest AS (
          SELECT number, change_set_id, change_set.instrument_code
          FROM plan.revision
          JOIN plan.change_set ON change_set.id = change_set_id
          ORDER BY number DESC
          LIMIT 1
        ),
        site AS (
          SELECT
            n,
            n < 20000 AS is_project,
            (ARRAY['Đức Hòa', 'Bến Lức', 'Cần Giuộc', 'Cần Đước', 'Thủ Thừa', 'Tân An', 'Thạnh Hóa', 'Tân Trụ'])[1 + n % 8] AS district,
            ST_SetSRID(ST_MakePoint(105.6 + (n * 37 % 10007) / 10007.0 * 1.1, 10.45 + (n * 101 % 9973) / 9973.0 * 0.5), 4326) AS place
          FROM generate_series(0, 21999) AS n
        )
        INSERT INTO pub.feature_version (
          version_id, feature_id, version, layer_code, plan_code, code, name_vi, attributes, geom, geometry_quality, sources,
          instrument_code, in_force, revision_from, recorded_at, recorded_by, change_set_id, change_op, search_text, search_key
        )
        SELECT
          10000000 + n, 10000000 + n, 1, CASE WHEN is_project THEN 'projects' ELSE 'industrial-parks' END, '686',
          'DO-' || n, (CASE WHEN is_project THEN 'Dự án đo số ' ELSE 'KCN đo số ' END) || n,
          jsonb_strip_nulls(jsonb_build_object(
            'sector', CASE WHEN is_project THEN (ARRAY['energy', 'logistics', 'urban', 'water', 'health', 'tourism'])[1 + n % 6] END,
            'status', (ARRAY['operating', 'calling', 'planned', 'under_construction', 'stalled'])[1 + n % 5],
            'area_ha', CASE WHEN n % 3 > 0 THEN n * 7 % 900 END,
            'investment_bn_vnd', CASE WHEN n % 4 > 0 THEN n * 13 % 20000 END,
            'occupancy_pct', CASE WHEN NOT is_project THEN n % 100 END,
            'industrial_land_ha', CASE WHEN NOT is_project THEN n % 300 END,
            'rent_usd_m2', CASE WHEN NOT is_project THEN (90 + n % 150) || '-' || (120 + n % 180) || ' (2026)' END,
            'developer', CASE WHEN NOT is_project THEN 'Công ty CP số ' || n % 700 END,
            'responsible_body', CASE WHEN is_project THEN 'Đơn vị số ' || n % 900 END,
            'period', CASE WHEN is_project THEN (2015 + n % 10) || '–' || (2026 + n % 9) END,
            'districts', district,
            'commune_2025', 'Xã ' || n % 60)),
          place, 'indicative', '[]', newest.instrument_code, '[2023-06-13,)', newest.number, now(), 'benchmark',
          newest.change_set_id, 'create', 'do so ' || n || ' | do ' || n || ' |', ' đo số ' || n
        FROM site
        CROSS JOIN newest;
        INSERT INTO pub.road_network (extract, taken_on, reach_m, nodes, edges, measured_at)
        VALUES ('benchmark.osm.pbf', '2026-01-01', 3000, 100000, 150000, now());
        INSERT INTO pub.road_site (feature_id, latitude, longitude, access_m)
        SELECT feature_id, ST_Y(geom), ST_X(geom), 100 FROM pub.feature_version WHERE feature_id >= 10000000 AND feature_id % 10 > 0;
        INSERT INTO pub.road_distance (feature_id, destination, metres)
        SELECT site.feature_id, destination.code, 1000 + site.feature_id * destination.factor % 120000
        FROM pub.road_site AS site
        CROSS JOIN (VALUES
          ('hcmc', 37), ('port-long-an', 41), ('port-hiep-phuoc', 43), ('port-cat-lai', 47), ('airport-tan-son-nhat', 53), ('airport-long-thanh', 59),
          ('expressway', 61), ('border-gate', 67)) AS destination (code, factor);
        ANALYZE pub.fv_projects;
        ANALYZE pub.fv_industrial_parks;
        """;

    public static async Task Fill(BenchmarkSite site)
    {
        await using var connection = await site.Plan.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(Publish, connection) { CommandTimeout = 300 };
        await command.ExecuteNonQueryAsync();
    }
}

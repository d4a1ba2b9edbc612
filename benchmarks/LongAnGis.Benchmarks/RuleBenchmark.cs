using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using LongAnGis.Web.ChangeSets.Checks;
using Microsoft.Extensions.DependencyInjection;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO.Converters;
using Npgsql;
using NpgsqlTypes;

namespace LongAnGis.Benchmarks;

/// <summary>
/// What a live check costs in a coverage of 20,000 zones that are in force: a corner that four zones share is dragged, in all
/// four (nothing to find) or in one only (overlaps, gaps, and repairs that are tried). Everything the editor waits for but
/// HTTP: the questions, the rule book, consequences and the answer's bytes.
/// </summary>
sealed class RuleBenchmark(BenchmarkSite site, int zones)
{
    const double MostMilliseconds = 150;
    const int Drags = 60;

    /// <summary>Of several tries of a drag the best counts: what a busy machine adds is not ours.</summary>
    const int Tries = 5;

    const string MakeLayer = """
        INSERT INTO plan.layer (
          code, plan_scoped, group_code, position, name_vi, name_en, geometry_kind, attributes, is_coverage, may_overlap,
          inside_province, land_class_attribute
        )
        SELECT 'benchmark-coverage', true, group_code, 998, 'Lớp phủ đo', 'Benchmark coverage', 'polygon',
               '[{"key": "land_use", "type": "text", "label": {"vi": "Loại đất", "en": "Land class"}}]', true, false, false, 'land_use'
        FROM plan.layer
        LIMIT 1;
        CREATE TEMPORARY TABLE zone (number bigint, geom geometry);
        """;

    const string Publish = """
        INSERT INTO plan.feature (layer_code, plan_code, code, version, created_revision)
        SELECT 'benchmark-coverage', '686', 'Z' || number, 1, 1
        FROM zone;
        INSERT INTO plan.feature_version (
          feature_id, version, layer_code, plan_code, code, name_vi, attributes, geom, label_point, geometry_quality,
          geometry_source, instrument_code, area_m2, in_force, revision_from, recorded_at, recorded_by, change_set_id, change_op
        )
        SELECT
          feature.id, 1, feature.layer_code, feature.plan_code, feature.code, 'Vùng số ' || zone.number,
          jsonb_build_object('land_use', ('{LUC,CLN,SKK,ODT,ONT}'::text[])[1 + zone.number % 5]), zone.geom,
          ST_PointOnSurface(zone.geom), 'digitised', 'benchmark', 'qd-686-2023', ST_Area(ST_Transform(zone.geom, 9210)),
          '[2023-06-13,)', 1, now(), 'benchmark', revision.change_set_id, 'create'
        FROM zone
        JOIN plan.feature ON feature.layer_code = 'benchmark-coverage' AND feature.code = 'Z' || zone.number
        JOIN plan.revision ON revision.number = 1;
        ANALYZE plan.feature;
        ANALYZE plan.feature_version;
        """;

    const string OpenChangeSet = """
        INSERT INTO plan.change_set (plan_code, title_vi, title_en, reason, instrument_code, in_force_from, created_by)
        VALUES ('686', 'Đo', 'Benchmark', 'benchmark', 'qd-686-2023', '2026-06-01', 'benchmark')
        RETURNING id
        """;

    static readonly JsonSerializerOptions GeoJson = new() { Converters = { new GeoJsonConverterFactory() } };

    readonly int side = SyntheticZones.Side(zones);

    /// <summary>True when the bar is kept.</summary>
    public async Task<bool> Run()
    {
        await using var connection = await site.Plan.OpenConnectionAsync();
        await Make(connection);
        var changeSet = (Guid)(await Scalar(connection, OpenChangeSet))!;
        var ids = await Ids(connection);
        var checks = site.Services.GetRequiredService<ChangeSetChecks>();

        var together = await Measure(checks, changeSet, ids, zonesMoved: 4);
        var alone = await Measure(checks, changeSet, ids, zonesMoved: 1);
        Console.WriteLine($"{"dragging a shared corner",-34}{"median ms",12}{"p95 ms",10}{"findings",10}");
        Print("in all four zones", together);
        Print("in one zone only, repairs tried", alone);
        Console.WriteLine();
        await Explain(connection, changeSet);
        var isKept = together.P95 < MostMilliseconds && alone.P95 < MostMilliseconds;
        Console.WriteLine(isKept ? $"Kept: below {MostMilliseconds} ms." : $"NOT KEPT: the bar is {MostMilliseconds} ms.");
        return isKept;
    }

    async Task<(double Median, double P95, double Findings)> Measure(
        ChangeSetChecks checks, Guid changeSet, Dictionary<string, long> ids, int zonesMoved)
    {
        var random = new Random(zonesMoved);
        var took = new List<double>();
        var found = 0;
        for (var drag = 0; drag < Drags; drag++)
        {
            using var edits = Drag(random.Next(1, side - 3), random.Next(1, (zones / side) - 3), zonesMoved, ids);
            var best = double.MaxValue;
            for (var attempt = 0; attempt < Tries; attempt++)
            {
                var start = Stopwatch.GetTimestamp();
                var outcome = await checks.Check(changeSet, edits.RootElement, default);
                _ = CheckAnswer.Write(outcome!, isEnglish: false);
                best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                found += outcome!.Findings.Count;
            }

            took.Add(best);
        }

        took.Sort();
        return (took[Drags / 2], took[Drags * 95 / 100], found / (double)(Drags * Tries));
    }

    /// <summary>The corner north-east of a field, moved a tenth of a field in the first so many of its four zones.</summary>
    JsonDocument Drag(int column, int row, int zonesMoved, Dictionary<string, long> ids)
    {
        (int Column, int Row)[] fields = [(column, row), (column + 1, row), (column + 1, row + 1), (column, row + 1)];
        var shapes = fields.Select(field => SyntheticZones.Field(field.Column, field.Row, side)).ToArray();
        var shared = shapes.Select(shape => shape.Coordinates.Distinct()).Aggregate((one, other) => one.Intersect(other)).Single();
        var (east, north) = (0.1 * 1.3 / side, 0.05 * 0.7 / side);
        var puts = fields.Zip(shapes).Take(zonesMoved).Select(zone =>
        {
            var moved = (Polygon)zone.Second.Copy();
            foreach (var corner in moved.Coordinates.Where(corner => corner.Equals2D(shared)))
            {
                (corner.X, corner.Y) = (shared.X + east, shared.Y + north);
            }

            moved.GeometryChanged();
            var number = (zone.First.Row * side) + zone.First.Column + 1;
            var code = string.Create(CultureInfo.InvariantCulture, $"Z{number}");
            return new
            {
                put = new
                {
                    op = "update",
                    layer = "benchmark-coverage",
                    code,
                    feature = ids[code],
                    baseVersion = 1,
                    nameVi = $"Vùng số {number}",
                    quality = "digitised",
                    geometrySource = "benchmark",
                    attributes = new { land_use = ((string[])["LUC", "CLN", "SKK", "ODT", "ONT"])[number % 5] },
                    geometry = (Geometry)moved,
                },
            };
        });
        return JsonSerializer.SerializeToDocument(new { edits = puts.ToArray() }, GeoJson);
    }

    async Task Explain(NpgsqlConnection connection, Guid changeSet)
    {
        var box = SyntheticZones.Field(side / 2, side / 2, side).EnvelopeInternal;
        (string, Envelope)[] boxes = [.. Enumerable.Repeat(("benchmark-coverage", box), 4)];
        var set = new CheckedSet(changeSet, "686", new(2026, 6, 1), null, 1);
        await using var command = CheckedRows.NearCommand(connection, set, boxes, "EXPLAIN (ANALYZE, BUFFERS, COSTS OFF) ");
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            Console.WriteLine(rows.GetString(0));
        }
    }

    async Task Make(NpgsqlConnection connection)
    {
        await Execute(connection, MakeLayer);
        await using (var table = await connection.BeginBinaryImportAsync("COPY zone (number, geom) FROM STDIN (FORMAT BINARY)"))
        {
            for (var zone = 0; zone < zones; zone++)
            {
                await table.StartRowAsync();
                await table.WriteAsync(zone + 1L, NpgsqlDbType.Bigint);
                await table.WriteAsync(SyntheticZones.Field(zone % side, zone / side, side), NpgsqlDbType.Geometry);
            }

            await table.CompleteAsync();
        }

        await Execute(connection, Publish);
    }

    static async Task<Dictionary<string, long>> Ids(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand("SELECT code, id FROM plan.feature WHERE layer_code = 'benchmark-coverage'", connection);
        await using var rows = await command.ExecuteReaderAsync();
        var ids = new Dictionary<string, long>();
        while (await rows.ReadAsync())
        {
            ids[rows.GetString(0)] = rows.GetInt64(1);
        }

        return ids;
    }

    static void Print(string what, (double Median, double P95, double Findings) figures) => Console.WriteLine(
        string.Create(CultureInfo.InvariantCulture, $"{what,-34}{figures.Median,12:0.0}{figures.P95,10:0.0}{figures.Findings,10:0.0}"));

    static async Task<object?> Scalar(NpgsqlConnection connection, string statement)
    {
        await using var command = new NpgsqlCommand(statement, connection);
        return await command.ExecuteScalarAsync();
    }

    static async Task Execute(NpgsqlConnection connection, string statements)
    {
        await using var command = new NpgsqlCommand(statements, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
    }
}

using NetTopologySuite.Geometries;
using Npgsql;
using NpgsqlTypes;

namespace LongAnGis.Benchmarks;

/// <summary>
/// A layer of zones that cover the province without gaps, as land-use plans do: fields of a bent lattice whose shared
/// borders wind in small steps, 32 corners each. The same number gives the same zones on every machine.
/// </summary>
sealed class SyntheticZones(BenchmarkSite site)
{
    public const string Layer = "benchmark-zones";
    const double West = 105.5;
    const double South = 10.4;
    const double Width = 1.3;
    const double Height = 0.7;
    const int StepsPerSide = 8;

    const string MakeLayer = """
        INSERT INTO plan.layer (
          code, plan_scoped, group_code, position, name_vi, name_en, geometry_kind, attributes, tile_attributes, is_coverage
        )
        SELECT 'benchmark-zones', false, group_code, 999, 'Vùng đo', 'Benchmark zones', 'polygon',
               '[{"key": "land_use", "type": "code", "list": true}, {"key": "area_ha", "type": "number", "list": true}]', '{land_use,area_ha}', true
        FROM plan.layer
        LIMIT 1;
        INSERT INTO plan.layer_day VALUES ('benchmark-zones', '2020-01-01');
        INSERT INTO plan.layer_revision SELECT 'benchmark-zones', max(number) FROM plan.revision;
        CREATE TEMPORARY TABLE zone (id bigint, geom geometry);
        """;

    const string Publish = """
        INSERT INTO pub.feature_version (
          version_id, feature_id, version, layer_code, code, name_vi, attributes, geom, label_point, geometry_quality,
          sources, instrument_code, in_force, revision_from, recorded_at, recorded_by, change_set_id, change_op,
          search_text, search_key
        )
        SELECT
          id, id, 1, 'benchmark-zones', 'Z' || id, 'Vùng số ' || id,
          jsonb_build_object('land_use', ('{LUC,CLN,SKK,ODT,ONT}'::text[])[1 + id % 5], 'area_ha', round((id % 997) / 7.0, 1)),
          geom, ST_PointOnSurface(geom), 'digitised', '[]', revision.instrument_code, '[2020-01-01,)', revision.number,
          now(), 'benchmark', revision.change_set_id, 'create', 'vung so ' || id, 'vùng số ' || id
        FROM zone
        CROSS JOIN (
          SELECT number, change_set_id, instrument_code FROM plan.revision
          JOIN plan.change_set ON change_set.id = change_set_id
          ORDER BY number DESC LIMIT 1
        ) AS revision
        ORDER BY ST_GeoHash(geom, 8);
        ANALYZE pub.fv_benchmark_zones;
        """;

    static readonly GeometryFactory Factory = new(new PrecisionModel(), 4326);

    public async Task Make(int zones)
    {
        await using var connection = await site.Plan.OpenConnectionAsync();
        await Execute(connection, MakeLayer);
        var side = Side(zones);
        await using (var table = await connection.BeginBinaryImportAsync("COPY zone (id, geom) FROM STDIN (FORMAT BINARY)"))
        {
            for (var zone = 0; zone < zones; zone++)
            {
                await table.StartRowAsync();
                await table.WriteAsync(zone + 1L, NpgsqlDbType.Bigint);
                await table.WriteAsync(Field(zone % side, zone / side, side), NpgsqlDbType.Geometry);
            }

            await table.CompleteAsync();
        }

        await Execute(connection, Publish);
    }

    /// <summary>How many fields stand side by side when there are so many in all.</summary>
    public static int Side(int zones) => (int)Math.Ceiling(Math.Sqrt(zones));

    public static Polygon Field(int column, int row, int side)
    {
        (int, int)[] corners = [(column, row), (column + 1, row), (column + 1, row + 1), (column, row + 1), (column, row)];
        var ring = corners.Zip(corners.Skip(1)).SelectMany(edge => Border(edge.First, edge.Second, side)).ToList();
        return Factory.CreatePolygon([.. ring, ring[0].Copy()]);
    }

    /// <summary>Both neighbours walk a border along the same points, from its lesser corner to its greater.</summary>
    static IEnumerable<Coordinate> Border((int, int) from, (int, int) to, int side)
    {
        var turned = from.CompareTo(to) > 0;
        var (start, end) = turned ? (to, from) : (from, to);
        var points = Enumerable.Range(0, StepsPerSide + 1).Select(step =>
        {
            var along = step / (double)StepsPerSide;
            var bend = step % StepsPerSide == 0 ? 0 : 0.05 * Noise(start, end, step);
            return new Coordinate(
                West + (Width / side * (Corner(start).X + (along * (Corner(end).X - Corner(start).X)) + bend)),
                South + (Height / side * (Corner(start).Y + (along * (Corner(end).Y - Corner(start).Y)) + bend)));
        });
        return (turned ? points.Reverse() : points).Take(StepsPerSide);
    }

    static Coordinate Corner((int Column, int Row) at) =>
        new(at.Column + (0.3 * Noise(at, at, 0)), at.Row + (0.3 * Noise(at, at, 1)));

    /// <summary>A number from -1 to 1 that always belongs to these: the hash of Knuth's multiplicative method.</summary>
    static double Noise((int Column, int Row) one, (int Column, int Row) other, int step)
    {
        var hash = unchecked((((((uint)one.Column * 31) + (uint)one.Row) * 131) + ((uint)other.Column * 17) + (uint)other.Row
            + ((uint)step * 7919)) * 2654435761u);
        return (hash / (double)uint.MaxValue * 2) - 1;
    }

    static async Task Execute(NpgsqlConnection connection, string statements)
    {
        await using var command = new NpgsqlCommand(statements, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
    }
}

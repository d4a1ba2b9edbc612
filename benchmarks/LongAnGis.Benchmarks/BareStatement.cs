using LongAnGis.Core.Tiles;
using Npgsql;
using NpgsqlTypes;

namespace LongAnGis.Benchmarks;

/// <summary>The same features drawn by PostGIS: one prepared ST_AsMVT statement on an open connection, nothing round it.</summary>
sealed class BareStatement(NpgsqlConnection connection) : IAsyncDisposable
{
    const string Statement = """
        SELECT ST_AsMVT(drawn, 'benchmark-zones', 4096, 'geom', 'id')
        FROM (
          SELECT
            feature_id AS id,
            name_vi AS name,
            code,
            geometry_quality AS quality,
            attributes ->> 'land_use' AS land_use,
            (attributes ->> 'area_ha')::double precision AS area_ha,
            ST_AsMVTGeom(ST_Transform(geom, 3857), ST_TileEnvelope($1, $2, $3), 4096, 64, true) AS geom
          FROM pub.fv_benchmark_zones
          WHERE geom && ST_Transform(ST_TileEnvelope($1, $2, $3, margin => 64.0 / 4096), 4326)
            AND revision_from <= $4
            AND (revision_to IS NULL OR revision_to > $4)
            AND in_force @> $5
        ) AS drawn
        """;

    readonly NpgsqlCommand command = new(Statement, connection)
    {
        Parameters =
        {
            new() { NpgsqlDbType = NpgsqlDbType.Integer },
            new() { NpgsqlDbType = NpgsqlDbType.Integer },
            new() { NpgsqlDbType = NpgsqlDbType.Integer },
            new() { NpgsqlDbType = NpgsqlDbType.Integer, Value = int.MaxValue - 1 },
            new() { NpgsqlDbType = NpgsqlDbType.Date, Value = new DateOnly(2026, 1, 1) },
        },
    };

    public Task Prepare() => command.PrepareAsync();

    public async Task<int> Draw(TileAddress tile)
    {
        command.Parameters[0].Value = tile.Zoom;
        command.Parameters[1].Value = tile.Column;
        command.Parameters[2].Value = tile.Row;
        return ((byte[])(await command.ExecuteScalarAsync())!).Length;
    }

    public ValueTask DisposeAsync() => command.DisposeAsync();
}

using System.Text.Json;
using System.Text.Json.Nodes;
using LongAnGis.Web.Database;
using LongAnGis.Web.Platform;
using Npgsql;

namespace LongAnGis.Web.Ogc.Writing;

/// <summary>
/// Carries the positions of a GeoJSON geometry from the system that a client wrote it in to WGS 84, longitude first; by PostGIS, as
/// reading carries them the other way. Whether they make a shape is judged afterwards.
/// </summary>
sealed class CarriedShape(PlanDatabase database)
{
    const string Query = """
        SELECT ST_X(place), ST_Y(place)
        FROM (
          SELECT ST_Transform(ST_SetSRID(ST_MakePoint(x, y), $3), 4326) AS place, number
          FROM unnest($1::double precision[], $2::double precision[]) WITH ORDINALITY AS sent (x, y, number)
        ) AS carried
        ORDER BY number
        """;

    /// <exception cref="RefusedException">422 when a position cannot be carried.</exception>
    public async Task<JsonElement> ToWgs84(JsonElement feature, OgcCrs crs, CancellationToken cancellation)
    {
        if (crs == OgcCrs.Crs84
            || feature.ValueKind != JsonValueKind.Object || !feature.TryGetProperty("geometry", out var shape) || shape.ValueKind != JsonValueKind.Object
            || !shape.TryGetProperty("coordinates", out _))
        {
            return feature;
        }

        var carried = JsonNode.Parse(feature.GetRawText())!.AsObject();
        var positions = new List<JsonArray>();
        Gather(carried["geometry"]!["coordinates"], positions);
        var (x, y) = (positions.Select(one => Number(one, crs.NorthFirst ? 1 : 0, crs)).ToArray(), positions.Select(one => Number(one, crs.NorthFirst ? 0 : 1, crs)).ToArray());
        if (!crs.IsStored)
        {
            await Transform(x, y, crs, cancellation);
        }

        for (var i = 0; i < positions.Count; i++)
        {
            (positions[i][0], positions[i][1]) = (x[i], y[i]);
        }

        return JsonSerializer.SerializeToElement(carried);
    }

    async Task Transform(double[] x, double[] y, OgcCrs crs, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Query);
        command.Parameters.AddWithValue(x);
        command.Parameters.AddWithValue(y);
        command.Parameters.AddWithValue(crs.Srid);
        try
        {
            await using var row = await command.ExecuteReaderAsync(cancellation);
            for (var i = 0; await row.ReadAsync(cancellation); i++)
            {
                (x[i], y[i]) = (row.GetDouble(0), row.GetDouble(1));
            }
        }
        catch (PostgresException failed) when (failed.SqlState == PostgresErrorCodes.InternalError)
        {
            // PROJ has no place for it.
            throw Beyond(crs);
        }

        if (x.Concat(y).Any(number => !double.IsFinite(number)))
        {
            throw Beyond(crs);
        }
    }

    static void Gather(JsonNode? node, List<JsonArray> positions)
    {
        if (node is not JsonArray list)
        {
            return;
        }

        if (list is [JsonValue first, JsonValue second, ..] && first.GetValueKind() == JsonValueKind.Number && second.GetValueKind() == JsonValueKind.Number)
        {
            positions.Add(list);
            return;
        }

        foreach (var item in list)
        {
            Gather(item, positions);
        }
    }

    static double Number(JsonArray position, int place, OgcCrs crs) =>
        position[place]!.AsValue().TryGetValue<double>(out var number) && Math.Abs(number) < (crs.InDegrees ? 361 : 1e8) ? number : throw Beyond(crs);

    static RefusedException Beyond(OgcCrs crs) => new(new(
        StatusCodes.Status422UnprocessableEntity,
        $"Tọa độ nằm ngoài phạm vi của hệ đã nêu ở Content-Crs ({crs.Uri}); kiểm tra lại hệ và thứ tự trục.",
        $"Coordinates lie beyond the system that Content-Crs names ({crs.Uri}); check the system and the order of its axes."));
}

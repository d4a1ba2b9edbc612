using LongAnGis.Core.Tiles;
using LongAnGis.Web.Database;
using NetTopologySuite.Geometries;
using Npgsql;
using NpgsqlTypes;

namespace LongAnGis.Web.Plans.Publishing;

/// <summary>
/// Makes the generalised geometry of a revision's lines and areas for the zooms up to <see cref="Overview.DeepestZoom"/>,
/// and keeps it where it is lighter than the original. What earlier revisions brought keeps the shape it was given: a
/// tile of the past never changes.
/// </summary>
public sealed class Generalisation
{
    static readonly string Shapes = Sql.Beside<Generalisation>("ShapesToGeneralise");

    /// <summary>Works inside the publication's transaction, after its versions were copied into pub.</summary>
    public async Task Make(NpgsqlConnection connection, int revision, CancellationToken cancellation)
    {
        var shapes = await Read(connection, revision, cancellation);
        if (shapes.Count == 0)
        {
            return;
        }

        await using var table = await connection.BeginBinaryImportAsync(
            "COPY pub.feature_overview (layer_code, zoom, version_id, geom) FROM STDIN (FORMAT BINARY)",
            cancellation
        );
        foreach (var neighbours in shapes.GroupBy(shape => (shape.Layer, shape.Day)))
        {
            foreach (var overview in Overviews([.. neighbours]))
            {
                await table.StartRowAsync(cancellation);
                await table.WriteAsync(overview.Layer, NpgsqlDbType.Text, cancellation);
                await table.WriteAsync(overview.Zoom, NpgsqlDbType.Integer, cancellation);
                await table.WriteAsync(overview.VersionId, NpgsqlDbType.Bigint, cancellation);
                await table.WriteAsync(overview.Geometry, NpgsqlDbType.Geometry, cancellation);
            }
        }

        await table.CompleteAsync(cancellation);
    }

    static IEnumerable<LighterShape> Overviews(List<Shape> shapes)
    {
        var originals = shapes.Select(shape => (shape.VersionId, shape.Geometry)).ToList();
        for (var zoom = shapes[0].FirstZoom; zoom <= Overview.DeepestZoom; zoom++)
        {
            var simple = Overview.For(originals, zoom, shapes[0].IsCoverage);
            for (var i = 0; i < shapes.Count; i++)
            {
                if (shapes[i].IsFresh && simple[i].Geometry.NumPoints < shapes[i].Geometry.NumPoints)
                {
                    yield return new(shapes[i].Layer, zoom, shapes[i].VersionId, simple[i].Geometry);
                }
            }
        }
    }

    static async Task<List<Shape>> Read(NpgsqlConnection connection, int revision, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Shapes, connection) { CommandTimeout = 0 };
        command.Parameters.AddWithValue(revision);
        await using var rows = await command.ExecuteReaderAsync(cancellation);

        var shapes = new List<Shape>();
        while (await rows.ReadAsync(cancellation))
        {
            shapes.Add(
                new(
                    rows.GetString(0),
                    rows.GetBoolean(1),
                    rows.GetInt32(2),
                    rows.GetFieldValue<DateOnly>(3),
                    rows.GetInt64(4),
                    rows.GetBoolean(5),
                    rows.GetFieldValue<Geometry>(6)
                )
            );
        }

        return shapes;
    }

    sealed record Shape(string Layer, bool IsCoverage, int FirstZoom, DateOnly Day, long VersionId, bool IsFresh, Geometry Geometry);

    sealed record LighterShape(string Layer, int Zoom, long VersionId, Geometry Geometry);
}

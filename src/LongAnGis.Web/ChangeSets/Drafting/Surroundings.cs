using System.Text;
using LongAnGis.Web.Database;
using LongAnGis.Web.Platform;
using NetTopologySuite.Geometries;

namespace LongAnGis.Web.ChangeSets.Drafting;

/// <summary>
/// The plan around a draft at full precision, to snap to and to share boundaries with. Bounded, because a window can hold
/// the whole province: then <c>"truncated": true</c> says that the editor should ask for a smaller one.
/// </summary>
public sealed class Surroundings(PlanDatabase database, TimeProvider clock)
{
    public const int MostFeatures = 20_000;
    public const int MostVertices = 1_000_000;

    static readonly string Query = Sql.Beside<Surroundings>();

    public async Task Write(
        Stream output, Guid changeSet, Envelope window, IReadOnlyList<string> layers, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Query);
        command.Parameters.AddWithValue("today", clock.TodayInVietnam());
        command.Parameters.AddWithValue("change_set", changeSet);
        command.Parameters.AddWithValue("layers", layers.ToArray());
        command.Parameters.AddWithValue("west", window.MinX);
        command.Parameters.AddWithValue("south", window.MinY);
        command.Parameters.AddWithValue("east", window.MaxX);
        command.Parameters.AddWithValue("north", window.MaxY);
        command.Parameters.AddWithValue("most", MostFeatures + 1);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        await using var text = new StreamWriter(output, new UTF8Encoding(false), 64 << 10, leaveOpen: true);

        await text.WriteAsync("{\"type\":\"FeatureCollection\",\"features\":[");
        var (features, vertices, isTruncated) = (0, 0L, false);
        while (!isTruncated && await rows.ReadAsync(cancellation))
        {
            vertices += rows.GetInt32(0);
            isTruncated = ++features > MostFeatures || vertices > MostVertices;
            if (!isTruncated)
            {
                await text.WriteAsync(features > 1 ? ",\n" : "");
                await text.WriteAsync(rows.GetString(1).AsMemory(), cancellation);
            }
        }

        if (isTruncated)
        {
            // Or the rest of the province would be read through to the end.
            command.Cancel();
        }

        await text.WriteAsync(isTruncated ? "],\"truncated\":true}" : "],\"truncated\":false}");
    }
}

using LongAnGis.Core.Plans;
using LongAnGis.Web.Database;
using LongAnGis.Web.Plans;
using NetTopologySuite.Geometries;
using Npgsql;

namespace LongAnGis.Web.Programme.Ties;

/// <summary>A task that is still to be done and that an amendment touches.</summary>
/// <param name="Code">The task's code.</param>
/// <param name="Feature">The feature between them, by layer and code.</param>
public sealed record TouchedTask(string Code, Bilingual Name, Bilingual Why, string Feature);

/// <summary>Which tasks of the action programme an amendment of the plan touches.</summary>
static class TasksTouched
{
    static readonly string Query = Sql.Beside<TouchedTask>("TasksTouched");

    /// <summary>Those still open, in the order of their codes.</summary>
    /// <param name="ended">Ids of features that the amendment ends.</param>
    /// <param name="changed">Ids of features that it changes.</param>
    /// <param name="grounds">Ground that it changes, WGS 84.</param>
    /// <param name="day">From which the amendment is in force.</param>
    public static async Task<IReadOnlyList<TouchedTask>> By(
        NpgsqlConnection connection, long[] ended, long[] changed, Geometry[] grounds, DateOnly day, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Query, connection);
        command.Parameters.AddWithValue("ended", ended);
        command.Parameters.AddWithValue("changed", changed);
        command.Parameters.AddWithValue("grounds", grounds);
        command.Parameters.AddWithValue("day", day);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var touched = new List<TouchedTask>();
        while (await row.ReadAsync(cancellation))
            touched.Add(new(row.GetString(0), row.GetBilingual(1), Words(row.GetString(3)), row.GetString(4)));
        return touched;
    }

    static Bilingual Words(string why) => why switch
    {
        "ended" => new("đối tượng mà nhiệm vụ thực hiện bị bãi bỏ", "the feature that the task carries out would end"),
        "changed" => new("đối tượng mà nhiệm vụ thực hiện thay đổi", "the feature that the task carries out would change"),
        "ground" => new("đối tượng của nhiệm vụ nằm trên đất thay đổi", "the task's feature stands on ground that changes"),
        "symbol" => new("ký hiệu của nhiệm vụ nằm trên đất thay đổi (minh họa, không đo)", "the task's symbol stands on ground that changes (indicative, not measured)"),
        _ => throw new ArgumentOutOfRangeException(nameof(why), why, "no such reason"),
    };
}

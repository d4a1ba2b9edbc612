using System.Text;
using LongAnGis.Web.Database;

namespace LongAnGis.Web.ChangeSets.Drafting;

/// <summary>Every state in which a change was ever saved, newest first, so that a draft can be taken back to any of them.</summary>
public sealed class SavedStates(PlanDatabase database)
{
    const int MostVertices = 1_000_000;

    static readonly string Query = Sql.Beside<SavedStates>();

    /// <summary>The states as JSON, or null when this change never had one.</summary>
    public async Task<string?> Of(Guid changeSet, int position, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Query);
        command.Parameters.AddWithValue(changeSet);
        command.Parameters.AddWithValue(position);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var text = new StringBuilder("{\"states\":[");
        var (states, vertices) = (0, 0L);
        while (vertices <= MostVertices && await rows.ReadAsync(cancellation))
        {
            vertices += rows.GetInt32(1);
            text.Append(states++ > 0 ? ",\n" : "").Append(rows.GetString(2));
        }

        return states == 0 ? null : text.Append("]}").ToString();
    }
}

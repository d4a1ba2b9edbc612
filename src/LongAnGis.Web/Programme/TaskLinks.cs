using LongAnGis.Core.Plans;
using LongAnGis.Core.Programme;
using LongAnGis.Web.Database;
using LongAnGis.Web.Plans;
using NpgsqlTypes;

namespace LongAnGis.Web.Programme;

/// <summary>Indicators and targets of a task with their names.</summary>
public sealed record NamedTies(IReadOnlyList<(string Code, Bilingual Name)> Indicators, IReadOnlyList<(string Code, Bilingual Name)> Targets);

/// <summary>Names what a task is tied to beside places; what is not public is left out.</summary>
public sealed class TaskLinks(PublicDatabase database)
{
    static readonly string Query = Sql.Beside<TaskLinks>(nameof(NamedTies));

    public async Task<NamedTies> Of(ProgrammeTask task, int edition, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Query);
        command.Parameters.AddWithValue("indicators", NpgsqlDbType.Array | NpgsqlDbType.Text, task.Indicators.ToArray());
        command.Parameters.AddWithValue("targets", NpgsqlDbType.Array | NpgsqlDbType.Text, task.Targets.ToArray());
        command.Parameters.AddWithValue("edition", edition);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var (indicators, targets) = (new List<(string, Bilingual)>(), new List<(string, Bilingual)>());
        while (await row.ReadAsync(cancellation))
        {
            (row.GetString(0) == "indicator" ? indicators : targets).Add((row.GetString(1), row.GetBilingual(2)));
        }

        return new(indicators, targets);
    }
}

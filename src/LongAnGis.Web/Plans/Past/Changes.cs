using LongAnGis.Core.Plans;
using LongAnGis.Web.Database;
using Npgsql;

namespace LongAnGis.Web.Plans.Past;

/// <summary>Lists what a publication did, and what differs between two moments.</summary>
public sealed class Changes(PublicDatabase database)
{
    /// <summary>More changes than this are no list to read; the page then says that it shows the first ones.</summary>
    public const int Most = 500;

    static readonly string RevisionQuery = Sql.Beside<Changes>("RevisionChanges");
    static readonly string ComparisonQuery = Sql.Beside<Changes>("Comparison");

    public Task<IReadOnlyList<FeatureChange>> Of(Revision revision, CancellationToken cancellation) => Read(
        RevisionQuery,
        [new("layers", revision.Layers.ToArray()), new("number", revision.Number)],
        cancellation);

    public Task<IReadOnlyList<FeatureChange>> Between(PointInTime from, PointInTime to, CancellationToken cancellation) => Read(
        ComparisonQuery,
        [
            new("plan", to.Plan),
            new("from_revision", from.Revision), new("from_day", from.AsOf),
            new("to_revision", to.Revision), new("to_day", to.AsOf),
        ],
        cancellation);

    async Task<IReadOnlyList<FeatureChange>> Read(string query, NpgsqlParameter[] parameters, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(query);
        command.Parameters.AddRange(parameters);
        command.Parameters.Add(new("most", Most));
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var changes = new List<FeatureChange>();
        while (await row.ReadAsync(cancellation))
            changes.Add(FeatureChange.Read(row));
        return changes;
    }
}

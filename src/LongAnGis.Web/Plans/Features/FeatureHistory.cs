using System.Text.Json;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Database;
using NpgsqlTypes;

namespace LongAnGis.Web.Plans.Features;

/// <summary>One version in a feature's history: when it holds, when it was the system's word, and what brought it.</summary>
/// <param name="RevisionTo">The publication that replaced it, as known at the asked moment; null while it stands.</param>
/// <param name="Shape">Fingerprint of the geometry: equal means unmoved.</param>
public sealed record PastVersion(
    long VersionId,
    DateOnly? InForceFrom,
    DateOnly? InForceUntil,
    int RevisionFrom,
    int? RevisionTo,
    DateTime RecordedAt,
    string RecordedBy,
    string Instrument,
    string InstrumentNumber,
    string Name,
    JsonElement Attributes,
    string Quality,
    double? AreaM2,
    string? Shape,
    Bilingual? ChangeSet,
    Guid? ChangeSetId);

/// <summary>The history of a feature in both times, newest first.</summary>
public sealed class FeatureHistory(PublicDatabase database)
{
    static readonly string Query = Sql.Beside<FeatureHistory>();

    public async Task<IReadOnlyList<PastVersion>> Of(Feature feature, PointInTime moment, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Query);
        command.Parameters.Add(new("layer", feature.Layer));
        command.Parameters.Add(new("id", feature.Id));
        command.Parameters.Add(new("revision", moment.Revision));
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var versions = new List<PastVersion>();
        while (await row.ReadAsync(cancellation))
        {
            var inForce = row.GetFieldValue<NpgsqlRange<DateOnly>>(1);
            // What a later publication did is not yet known at a past moment; saying it would change a past answer.
            var replaced = row.Find<int>(3) is { } by && by <= moment.Revision ? by : (int?)null;
            versions.Add(new(
                row.GetInt64(0), inForce.FirstDay(), inForce.DayAfter(), row.GetInt32(2), replaced, row.GetDateTime(4), row.GetString(5),
                row.GetString(6), row.GetString(7), row.GetString(8), JsonElement.Parse(row.GetString(9)), row.GetString(10),
                row.Find<double>(11), row.FindString(12), row.FindBilingual(13), row.Find<Guid>(15)));
        }

        return versions;
    }
}

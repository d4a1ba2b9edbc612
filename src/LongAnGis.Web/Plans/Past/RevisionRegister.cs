using System.Data.Common;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Database;
using Npgsql;

namespace LongAnGis.Web.Plans.Past;

/// <summary>One publication. Title, reason and change set are null where it touched nothing public.</summary>
public sealed record Revision(
    int Number,
    string? Plan,
    DateTime PublishedAt,
    Bilingual? Title,
    string? Reason,
    string? Instrument,
    string? InstrumentNumber,
    string? PublishedBy,
    DateOnly? InForceFrom,
    IReadOnlyList<string> Layers,
    Guid? ChangeSet);

/// <summary>The publications, newest first.</summary>
public sealed class RevisionRegister(PublicDatabase database)
{
    public const int PageSize = 50;

    const string Query = """
        SELECT revision.number, revision.plan_code, revision.published_at, revision.title_vi, revision.title_en,
               revision.reason, revision.instrument_code, coalesce(instrument.number, revision.instrument_code),
               revision.published_by, revision.in_force_from,
               ARRAY(SELECT layer_code FROM pub.layer_revision WHERE layer_revision.number = revision.number ORDER BY 1),
               revision.change_set_id
        FROM pub.revision
        LEFT JOIN pub.instrument ON instrument.code = revision.instrument_code
        """;

    /// <summary>The last publications known at a moment, from one number down.</summary>
    public Task<IReadOnlyList<Revision>> Until(int number, CancellationToken cancellation) =>
        Read($"{Query} WHERE revision.number <= $1 ORDER BY revision.number DESC LIMIT {PageSize}", [new() { Value = number }], cancellation);

    /// <summary>The last publications that touched a layer, from one number down.</summary>
    public Task<IReadOnlyList<Revision>> OfLayer(string layer, int number, CancellationToken cancellation) => Read(
        $"""
        {Query}
        JOIN pub.layer_revision AS touching ON touching.number = revision.number AND touching.layer_code = $2
        WHERE revision.number <= $1
        ORDER BY revision.number DESC
        LIMIT {PageSize}
        """, [new() { Value = number }, new() { Value = layer }], cancellation);

    async Task<IReadOnlyList<Revision>> Read(string query, NpgsqlParameter[] parameters, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(query);
        command.Parameters.AddRange(parameters);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var revisions = new List<Revision>();
        while (await row.ReadAsync(cancellation))
            revisions.Add(Read(row));
        return revisions;
    }

    public async Task<Revision?> Find(int number, CancellationToken cancellation) =>
        await Until(number, cancellation) is [var found, ..] && found.Number == number ? found : null;

    static Revision Read(DbDataReader row) => new(
        row.GetInt32(0), row.FindString(1), row.GetDateTime(2), row.FindBilingual(3), row.FindString(5), row.FindString(6),
        row.FindString(7), row.FindString(8), row.Find<DateOnly>(9), row.GetFieldValue<string[]>(10), row.Find<Guid>(11));
}

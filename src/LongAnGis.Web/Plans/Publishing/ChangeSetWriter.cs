using LongAnGis.Core.Plans;
using LongAnGis.Web.Database;
using Npgsql;
using NpgsqlTypes;

namespace LongAnGis.Web.Plans.Publishing;

/// <summary>Writes a change set with its changes, by COPY, so that one of a million changes is as easy as one of three.</summary>
public sealed class ChangeSetWriter(TimeProvider clock)
{
    const string CopyChanges = """
        COPY plan.change (
          change_set_id, position, op, layer_code, code, feature_id, base_version, name_vi, name_en, attributes, geom,
          geometry_quality, geometry_source, sources, note, instrument_code, successor_code, in_force, search_text, search_key
        ) FROM STDIN (FORMAT binary)
        """;

    static readonly string Query = Sql.Beside<ChangeSetWriter>("WriteChangeSet");

    /// <summary>Writes the draft inside the caller's transaction and answers the id of the change set.</summary>
    public async Task<Guid> Write(
        NpgsqlConnection connection,
        ChangeSetDraft draft,
        IEnumerable<FeatureChange> changes,
        CancellationToken cancellation
    )
    {
        await using var command = new NpgsqlCommand(Query, connection);
        command.Parameters.AddWithValue(NpgsqlDbType.Text, (object?)draft.Plan ?? DBNull.Value);
        command.Parameters.AddWithValue(draft.TitleVi);
        command.Parameters.AddWithValue(draft.TitleEn);
        command.Parameters.AddWithValue(draft.Reason);
        command.Parameters.AddWithValue(draft.Instrument);
        command.Parameters.AddWithValue(NpgsqlDbType.Date, (object?)draft.InForceFrom ?? DBNull.Value);
        command.Parameters.AddWithValue(draft.Author);
        command.Parameters.AddWithValue(clock.GetUtcNow());
        command.Parameters.AddWithValue(NpgsqlDbType.Text, (object?)draft.SeedCode ?? DBNull.Value);
        command.Parameters.AddWithValue(NpgsqlDbType.Text, (object?)draft.SeedChecksum ?? DBNull.Value);
        var id = (Guid)(await command.ExecuteScalarAsync(cancellation))!;

        await using var copy = await connection.BeginBinaryImportAsync(CopyChanges, cancellation);
        var position = 0;
        foreach (var change in changes)
        {
            await WriteRow(copy, id, ++position, change, cancellation);
        }

        await copy.CompleteAsync(cancellation);
        return id;
    }

    static async Task WriteRow(
        NpgsqlBinaryImporter copy,
        Guid changeSet,
        int position,
        FeatureChange change,
        CancellationToken cancellation
    )
    {
        var content = change.Content;
        await copy.StartRowAsync(cancellation);
        await copy.WriteAsync(changeSet, cancellation);
        await copy.WriteAsync(position, cancellation);
        await Text(OperationName(change.Operation));
        await Text(change.Layer);
        await Text(change.Code);
        await Value(change.FeatureId, NpgsqlDbType.Bigint);
        await Value(change.BaseVersion, NpgsqlDbType.Integer);
        await Text(content?.NameVi);
        await Text(content?.NameEn);
        await Value(content?.Attributes, NpgsqlDbType.Jsonb);
        await Geometry(content?.Geometry);
        await Text(content?.Quality);
        await Text(content?.GeometrySource);
        await Value(content?.Sources, NpgsqlDbType.Jsonb);
        await Text(content?.Note);
        await Text(content?.Instrument);
        await Text(change.Successor);
        await copy.WriteAsync(InForce(change), NpgsqlDbType.DateRange, cancellation);
        var words = content is null ? null : FeatureWords.Of(content.NameVi, content.NameEn, change.Code, content.Attributes);
        await Text(words?.Folded);
        await Text(words?.Exact);

        Task Text(string? text) => Value(text, NpgsqlDbType.Text);

        Task Geometry(NetTopologySuite.Geometries.Geometry? geometry) =>
            geometry is null ? copy.WriteNullAsync(cancellation) : copy.WriteAsync(geometry, cancellation);

        Task Value<T>(T? value, NpgsqlDbType type) =>
            value is null ? copy.WriteNullAsync(cancellation) : copy.WriteAsync(value, type, cancellation);
    }

    static string OperationName(ChangeOperation operation) =>
        operation switch
        {
            ChangeOperation.Create => "create",
            ChangeOperation.Update => "update",
            _ => "delete",
        };

    // An unknown beginning is an infinite one: the feature was already there on every day we are asked about.
    static NpgsqlRange<DateOnly> InForce(FeatureChange change) =>
        new(
            change.InForceFrom ?? default,
            lowerBoundIsInclusive: true,
            lowerBoundInfinite: change.InForceFrom is null,
            change.InForceUntil ?? default,
            upperBoundIsInclusive: false,
            upperBoundInfinite: change.InForceUntil is null
        );
}

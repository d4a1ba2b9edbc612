using System.Data.Common;
using System.Text.Json;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Database;
using LongAnGis.Web.Plans;
using NetTopologySuite.Geometries;
using Npgsql;

namespace LongAnGis.Web.ChangeSets.Dossier;

/// <summary>What the dossier of a change set is made from.</summary>
public sealed record DossierFacts(
    DossierHead Head,
    IReadOnlyList<DossierChange> Changes,
    IReadOnlyList<DossierStep> Steps,
    IReadOnlyList<DossierReason> Reasons,
    IReadOnlyList<Comment> Comments,
    IReadOnlyList<RestoredPeriod> Periods);

/// <summary>The change set as a whole.</summary>
/// <param name="Day">The day on which it takes effect, or that it was opened where it names none: the day of its maps.</param>
public sealed record DossierHead(
    Guid Id,
    Bilingual Title,
    string Reason,
    string State,
    string Kind,
    string? Ground,
    DateOnly? InForceFrom,
    DateTimeOffset CreatedAt,
    string Author,
    DateTimeOffset? PublishedAt,
    string? PublishedBy,
    int? Revision,
    string? ApprovalNumber,
    DateOnly? ApprovalDate,
    string? ApprovalSigner,
    string? PlanCode,
    Bilingual? Plan,
    string InstrumentNumber,
    Bilingual Instrument,
    string? Issuer,
    DateOnly? IssuedOn,
    int Version,
    DateOnly Day);

/// <summary>A feature's content on one side of a change.</summary>
public sealed record DossierSide(Bilingual Name, JsonElement Attributes, Geometry? GeometryWgs84, string Quality);

/// <summary>One change with what it started from and what it proposes.</summary>
public sealed record DossierChange(
    int Position,
    string Operation,
    string Layer,
    Bilingual LayerName,
    long? FeatureId,
    string Code,
    DossierSide? Before,
    DossierSide? After,
    DateOnly? InForceFrom,
    DateOnly? InForceUntil,
    IReadOnlyList<AttributeDefinition> Schema,
    string? Note,
    string? InstrumentNumber)
{
    public Bilingual Name => (After ?? Before)?.Name ?? new(Code);
}

public sealed record DossierStep(DateTimeOffset At, string Actor, string Step, string StateAfter, string? Note);

public sealed record DossierReason(string Finding, string Reason, string Person, DateTimeOffset At);

/// <summary>Asks for what a dossier is made from; one transaction, so that it speaks of one moment.</summary>
public sealed class DossierQuestions(PlanDatabase database)
{
    /// <summary>A dossier is read by people: more changes than this are counted, not printed.</summary>
    public const int MostChanges = 2_000;

    static readonly string Head = Sql.Beside<DossierQuestions>("DossierHead");
    static readonly string Changes = Sql.Beside<DossierQuestions>("DossierChanges");
    static readonly string Steps = Sql.Beside<DossierQuestions>("DossierSteps");
    static readonly string Reasons = Sql.Beside<DossierQuestions>("DossierReasons");

    /// <summary>Null when there is no such change set.</summary>
    public async Task<DossierFacts?> Ask(Guid changeSet, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellation);
        var heads = await Read(connection, Head, row => ReadHead(changeSet, row), cancellation, changeSet);
        return heads is not [var head]
            ? null
            : new(
                head,
                await Read(connection, Changes, ReadChange, cancellation, changeSet, MostChanges),
                await Read(connection, Steps, ReadStep, cancellation, changeSet),
                await Read(connection, Reasons, ReadReason, cancellation, changeSet),
                await Read(connection, ChangeSetSurroundings.CommentsQuery, ChangeSetSurroundings.ReadComment, cancellation, changeSet),
                await Read(connection, RestoredPeriods.Query, RestoredPeriod.Read, cancellation, changeSet));
    }

    static async Task<List<T>> Read<T>(
        NpgsqlConnection connection, string query, Func<DbDataReader, T> read, CancellationToken cancellation, params object[] values)
    {
        await using var command = new NpgsqlCommand(query, connection);
        foreach (var value in values)
        {
            command.Parameters.AddWithValue(value);
        }

        await using var row = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<T>();
        while (await row.ReadAsync(cancellation))
        {
            rows.Add(read(row));
        }

        return rows;
    }

    static DossierHead ReadHead(Guid id, DbDataReader row) => new(
        id, row.GetBilingual(0), row.GetString(2), row.GetString(3), row.GetString(4), row.FindString(5), row.Find<DateOnly>(6),
        row.GetFieldValue<DateTimeOffset>(7), row.GetString(8), row.Find<DateTimeOffset>(9), row.FindString(10), row.Find<int>(11),
        row.FindString(12), row.Find<DateOnly>(13), row.FindString(14), row.FindString(15), row.FindBilingual(16), row.GetString(18),
        row.GetBilingual(19), row.FindString(21), row.Find<DateOnly>(22), row.GetInt32(23), row.GetFieldValue<DateOnly>(24));

    static DossierChange ReadChange(DbDataReader row) => new(
        row.GetInt32(0),
        row.GetString(1),
        row.GetString(2),
        row.GetBilingual(3),
        row.Find<long>(21),
        row.GetString(5),
        Before: row.IsDBNull(13) ? null : Side(row, name: 13, attributes: 15, geometry: 16, quality: 17),
        After: row.GetString(1) == "delete" ? null : Side(row, name: 6, attributes: 8, geometry: 9, quality: 10),
        row.Find<DateOnly>(11),
        row.Find<DateOnly>(12),
        AttributeDefinition.ParseSchema(row.GetString(18)),
        row.FindString(19),
        row.FindString(20));

    static DossierSide Side(DbDataReader row, int name, int attributes, int geometry, int quality) => new(
        row.GetBilingual(name),
        JsonElement.Parse(row.FindString(attributes) ?? "{}"),
        row.IsDBNull(geometry) ? null : row.GetFieldValue<Geometry>(geometry),
        row.GetString(quality));

    static DossierStep ReadStep(DbDataReader row) => new(
        row.GetFieldValue<DateTimeOffset>(0), row.GetString(1), row.GetString(2), row.GetString(3), row.FindString(4));

    static DossierReason ReadReason(DbDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2), row.GetFieldValue<DateTimeOffset>(3));
}

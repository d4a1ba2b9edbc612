using System.Text.Json;
using LongAnGis.Core.Indicators;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Database;
using LongAnGis.Web.Plans;
using Npgsql;
using NpgsqlTypes;

namespace LongAnGis.Web.Indicators.Entry;

/// <summary>Entered figures that wait for their author's last look.</summary>
/// <param name="SavedAs">The edition they were recorded as; null until then.</param>
public sealed record FigureDraft(
    Guid Id, DateTimeOffset CreatedAt, string Origin, EntrySource Source, int SeenEdition, IReadOnlyList<EnteredFigure> Figures,
    IReadOnlyList<Bilingual> Notices, int? SavedAs);

/// <summary>Keeps drafts for a week, the newest twenty of each person.</summary>
public sealed class FigureDrafts(PlanDatabase database, TimeProvider clock)
{
    static readonly string Query = Sql.Beside<FigureDrafts>("FigureDraft");
    static readonly string Insert = Sql.Beside<FigureDrafts>("KeepFigureDraft");

    sealed record StoredFigure(string Indicator, string Region, string Period, string Status, decimal Value, string Cell);

    public async Task<Guid> Keep(
        Guid account, string origin, EntrySource source, int seenEdition, IReadOnlyList<EnteredFigure> figures, IReadOnlyList<Bilingual> notices,
        CancellationToken cancellation)
    {
        var id = Guid.NewGuid();
        await using var command = database.CreateCommand(Insert);
        command.Parameters.AddWithValue(id);
        command.Parameters.AddWithValue(account);
        command.Parameters.AddWithValue(clock.GetUtcNow());
        command.Parameters.AddWithValue(origin);
        command.Parameters.AddWithValue(source.Reason);
        command.Parameters.AddWithValue(NpgsqlDbType.Text, (object?)source.Url ?? DBNull.Value);
        command.Parameters.AddWithValue(NpgsqlDbType.Text, (object?)source.Instrument ?? DBNull.Value);
        command.Parameters.AddWithValue(seenEdition);
        command.Parameters.AddWithValue(NpgsqlDbType.Jsonb, JsonSerializer.Serialize(figures.Select(figure => new StoredFigure(
            figure.Indicator, figure.Region, figure.Period.ToString(), figure.Status.Code(), figure.Value, figure.Cell))));
        command.Parameters.AddWithValue(NpgsqlDbType.Jsonb, JsonSerializer.Serialize(notices.Select(notice => notice.InOneColumn)));
        await command.ExecuteNonQueryAsync(cancellation);
        return id;
    }

    /// <summary>Null when there is no such draft, or it is somebody else's: nobody learns which.</summary>
    public async Task<FigureDraft?> Find(Guid id, Guid account, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await Find(connection, id, account, cancellation);
    }

    /// <summary>The same, held for the transaction.</summary>
    public static async Task<FigureDraft?> Find(NpgsqlConnection connection, Guid id, Guid account, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Query, connection);
        command.Parameters.AddWithValue(id);
        command.Parameters.AddWithValue(account);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        if (!await row.ReadAsync(cancellation))
        {
            return null;
        }

        var figures = JsonSerializer.Deserialize<List<StoredFigure>>(row.GetString(6)) ?? [];
        return new(
            id,
            row.GetFieldValue<DateTimeOffset>(0),
            row.GetString(1),
            new(row.FindString(3), row.FindString(4), row.GetString(2)),
            row.GetInt32(5),
            [.. figures.Select(figure => new EnteredFigure(
                figure.Indicator, figure.Region, Period.Parse(figure.Period)!.Value, FigureCodes.ParseStatus(figure.Status), figure.Value, figure.Cell))],
            [.. (JsonSerializer.Deserialize<List<string>>(row.GetString(7)) ?? []).Select(Bilingual.Of)],
            row.Find<int>(8));
    }
}

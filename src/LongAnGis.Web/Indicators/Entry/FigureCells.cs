using LongAnGis.Core.Indicators;
using LongAnGis.Web.Database;
using LongAnGis.Web.Plans;
using Npgsql;

namespace LongAnGis.Web.Indicators.Entry;

/// <summary>Where a figure belongs; a plan stands beside what was reached.</summary>
public readonly record struct FigureKey(string Indicator, string Region, Period Period, bool IsPlan);

/// <summary>What a cell holds.</summary>
/// <param name="Seen">What the edition held that somebody looked at.</param>
/// <param name="Now">What holds now.</param>
/// <param name="RecordedIn">The edition of what holds now; 0 when nothing does.</param>
public sealed record FigureCell(
    (decimal Value, FigureStatus Status)? Seen, (decimal Value, FigureStatus Status)? Now, int RecordedIn, string? RecordedBy, DateTimeOffset? RecordedAt)
{
    /// <summary>Somebody has recorded or withdrawn it since that edition.</summary>
    public bool HasMoved(int seenEdition) => RecordedIn > seenEdition || (Now is null && Seen is not null);
}

/// <summary>Asks for many cells at once, on the plan's own tables: who enters figures sees them as they are this instant.</summary>
public sealed class FigureCells(PlanDatabase database)
{
    static readonly string Query = Sql.Beside<FigureCells>();

    /// <summary>The newest edition; 0 when there is none.</summary>
    public async Task<int> Newest(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("SELECT coalesce(max(number), 0) FROM plan.edition");
        return (int)(await command.ExecuteScalarAsync(cancellation))!;
    }

    public async Task<IReadOnlyDictionary<FigureKey, FigureCell>> Of(IReadOnlyList<FigureKey> keys, int seenEdition, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await Of(connection, keys, seenEdition, cancellation);
    }

    /// <summary>The cells that hold anything, or did.</summary>
    public static async Task<IReadOnlyDictionary<FigureKey, FigureCell>> Of(
        NpgsqlConnection connection, IReadOnlyList<FigureKey> keys, int seenEdition, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Query, connection);
        command.Parameters.AddWithValue(keys.Select(key => key.Indicator).ToArray());
        command.Parameters.AddWithValue(keys.Select(key => key.Region).ToArray());
        command.Parameters.AddWithValue(keys.Select(key => key.Period.Kind.Code()).ToArray());
        command.Parameters.AddWithValue(keys.Select(key => key.Period.FirstDay).ToArray());
        command.Parameters.AddWithValue(keys.Select(key => key.IsPlan).ToArray());
        command.Parameters.AddWithValue(seenEdition);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var cells = new Dictionary<FigureKey, FigureCell>();
        while (await row.ReadAsync(cancellation))
        {
            cells[keys[row.GetInt32(0) - 1]] = new(
                row.Find<decimal>(1) is { } seen ? (seen, FigureCodes.ParseStatus(row.GetString(2))) : null,
                row.Find<decimal>(3) is { } now ? (now, FigureCodes.ParseStatus(row.GetString(4))) : null,
                row.Find<int>(5) ?? 0,
                row.FindString(6),
                row.Find<DateTimeOffset>(7));
        }

        return cells;
    }
}

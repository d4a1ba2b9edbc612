using LongAnGis.Web.Database;
using LongAnGis.Web.Plans;
using Npgsql;
using NpgsqlTypes;

namespace LongAnGis.Web.ChangeSets.Drafting;

/// <summary>What stands in a change set at one position, without its content.</summary>
sealed record DraftLine(int Position, string Operation, string Layer, string Code, long? FeatureId, int Version);

/// <summary>
/// The positions of a change set, as they are while a save goes through its edits: later edits of a request see what
/// earlier ones did.
/// </summary>
sealed class DraftLedger
{
    const string Lines = "SELECT position, op, layer_code, code, feature_id, version FROM plan.change WHERE change_set_id = $1";

    static readonly string Set = Sql.Beside<DraftLedger>("DraftSet");

    readonly Dictionary<int, DraftLine> lines = [];
    readonly Dictionary<(string Layer, string Code), int> codes = [];
    readonly Dictionary<long, int> features = [];

    DraftLedger(string? plan, DateOnly? inForceFrom, int lastPosition) =>
        (Plan, InForceFrom, LastPosition) = (plan, inForceFrom, lastPosition);

    public string? Plan { get; }

    /// <summary>The day on which the set takes effect: that of every change that names no other.</summary>
    public DateOnly? InForceFrom { get; }

    /// <summary>The last position that was ever given away.</summary>
    public int LastPosition { get; private set; }

    public int Count => lines.Count;

    public static async Task<DraftLedger> Read(NpgsqlConnection connection, Guid changeSet, CancellationToken cancellation)
    {
        DraftLedger ledger;
        await using (var command = new NpgsqlCommand(Set, connection))
        {
            command.Parameters.AddWithValue(changeSet);
            await using var row = await command.ExecuteReaderAsync(cancellation);
            await row.ReadAsync(cancellation);
            ledger = new(
                row.FindString(0),
                await row.GetFieldValueAsync<DateOnly?>(1, cancellation),
                row.GetInt32(2));
        }

        await using var positions = new NpgsqlCommand(Lines, connection);
        positions.Parameters.AddWithValue(NpgsqlDbType.Uuid, changeSet);
        await using var rows = await positions.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
        {
            ledger.Put(new(
                rows.GetInt32(0),
                rows.GetString(1),
                rows.GetString(2),
                rows.GetString(3),
                await rows.GetFieldValueAsync<long?>(4, cancellation),
                rows.GetInt32(5)));
        }

        return ledger;
    }

    public DraftLine? At(int position) => lines.GetValueOrDefault(position);

    public DraftLine? OfFeature(long feature) => features.TryGetValue(feature, out var position) ? lines[position] : null;

    public DraftLine? OfCode(string layer, string code) => codes.TryGetValue((layer, code), out var position) ? lines[position] : null;

    public int TakePosition() => ++LastPosition;

    public void Put(DraftLine line)
    {
        Drop(line.Position);
        lines[line.Position] = line;
        codes[(line.Layer, line.Code)] = line.Position;
        if (line.FeatureId is { } feature)
        {
            features[feature] = line.Position;
        }
    }

    public void Drop(int position)
    {
        if (lines.Remove(position, out var gone))
        {
            codes.Remove((gone.Layer, gone.Code));
            if (gone.FeatureId is { } feature)
            {
                features.Remove(feature);
            }
        }
    }
}

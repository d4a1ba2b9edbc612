using LongAnGis.Core.Plans;
using LongAnGis.Web.Database;

namespace LongAnGis.Web.Tiles;

/// <summary>
/// The state of the public layers, kept in memory. An address that names its revision is answered from what is known; one
/// that does not asks the database first, so that it is right on the very next request after a publication.
/// </summary>
public sealed class TileStates(PublicDatabase database)
{
    static readonly string Query = Sql.Beside<TileStates>("TileState");
    static readonly string MarkQuery = Sql.Beside<TileStates>("TileStateMark");

    volatile TileState? known;

    /// <summary>The state as the database has it now.</summary>
    public async Task<TileState> Current(CancellationToken cancellation)
    {
        var (newest, mark) = await Mark(cancellation);
        return known is { } kept && kept.Newest >= newest && kept.Mark == mark ? kept : await Load(mark, cancellation);
    }

    /// <summary>A state that holds this revision: the one in memory, unless the revision is newer.</summary>
    public async Task<TileState> Holding(int revision, CancellationToken cancellation) =>
        known is { } kept && kept.Newest >= revision ? kept : await Current(cancellation);

    /// <summary>Forgets what is known, because a layer's definition or visibility changed.</summary>
    public void Forget() => known = null;

    async Task<(int Newest, string Mark)> Mark(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(MarkQuery);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        await row.ReadAsync(cancellation);
        return (row.GetInt32(0), row.GetString(1));
    }

    async Task<TileState> Load(string mark, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Query);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var layers = new Dictionary<string, TiledLayer>(StringComparer.Ordinal);
        var newest = 0;
        while (await row.ReadAsync(cancellation))
        {
            var keys = row.GetFieldValue<string[]>(5);
            var types = row.GetFieldValue<string[]>(6);
            newest = row.GetInt32(9);
            layers[row.GetString(0)] = new TiledLayer(
                row.GetString(0),
                row.GetBoolean(1),
                row.GetString(2),
                row.GetInt32(3),
                row.GetInt32(4),
                [.. keys.Zip(types, (key, type) => new TiledValue(key, type is "number" or "integer"))],
                row.GetFieldValue<int[]>(7),
                row.GetFieldValue<DateOnly[]>(8),
                row.GetString(10) is { Length: > 2 } symbol ? Symbol.Parse(symbol).By : null
            );
        }

        return known = new TileState(newest, mark, layers);
    }
}

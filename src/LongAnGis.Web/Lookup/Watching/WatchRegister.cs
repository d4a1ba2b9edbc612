using LongAnGis.Web.Database;
using LongAnGis.Web.Mail;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Platform;
using NetTopologySuite.Geometries;
using Npgsql;

namespace LongAnGis.Web.Lookup.Watching;

/// <summary>
/// Who follows which place. An address is written to only after its owner has confirmed; the answer to who asks is the same
/// whether the address is known, has confirmed or has had too many messages, so that nobody learns of others.
/// </summary>
public sealed class WatchRegister(PlanDatabase database, MailOutbox outbox, TimeProvider clock)
{
    /// <summary>Who does not confirm within this is forgotten.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(3);

    const int MostPlaces = 50, MostAsked = 5;

    static readonly string Asking = Sql.Beside<WatchRegister>("AskToWatch");
    static readonly string UnitsQuery = Sql.Beside<WatchRegister>("PlacesToWatch");
    static readonly string ShapeQuery = Sql.Beside<WatchRegister>("ShapeOfUnit");

    /// <summary>False where no mail server is configured: nothing can be followed then.</summary>
    public bool IsOpen => outbox.IsOpen;

    public async Task Ask(string address, WatchedPlace place, Language language, string site, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var command = new NpgsqlCommand(Asking, connection);
        command.Parameters.AddWithValue("address", address);
        command.Parameters.AddWithValue("language", language.Code);
        command.Parameters.AddWithValue("place_vi", place.Name.Vi);
        command.Parameters.AddWithValue("place_en", place.Name.In(english: true));
        command.Parameters.AddWithValue("path", place.Path);
        command.Parameters.AddWithValue("site", site);
        command.Parameters.AddWithValue("geom", place.Shape);
        command.Parameters.AddWithValue("now", clock.GetUtcNow());
        command.Parameters.AddWithValue("most", MostPlaces);
        command.Parameters.AddWithValue("most_asked", MostAsked);
        if (await command.ExecuteScalarAsync(cancellation) is Guid id)
            await outbox.Queue(connection, WatchLetters.Confirmation(address, place.Name, language, site, id), cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <exception cref="RefusedException">404 when there is none, or it has ended.</exception>
    public async Task<Watch> Find(Guid id, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("SELECT place_vi, place_en, path, confirmed_at IS NOT NULL FROM plan.watch WHERE id = $1");
        command.Parameters.Add(new() { Value = id });
        await using var row = await command.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation)
            ? new(id, new(row.GetString(0), row.GetString(1)), row.GetString(2), row.GetBoolean(3))
            : throw new RefusedException(Refusal.NotFound(
                "Không có theo dõi nào ở địa chỉ này: đã ngừng, hoặc chưa xác nhận trong ba ngày.",
                "Nothing is followed under this address: it was ended, or not confirmed within three days."));
    }

    public Task Confirm(Guid id, CancellationToken cancellation) =>
        Run("UPDATE plan.watch SET confirmed_at = coalesce(confirmed_at, $2) WHERE id = $1", cancellation, id, clock.GetUtcNow());

    /// <summary>Removes the address with all that is kept for it under this watch; a second time changes nothing.</summary>
    public Task End(Guid id, CancellationToken cancellation) => Run("DELETE FROM plan.watch WHERE id = $1", cancellation, id);

    public Task Forget(CancellationToken cancellation) =>
        Run("DELETE FROM plan.watch WHERE confirmed_at IS NULL AND asked_at < $1", cancellation, clock.GetUtcNow() - Patience);

    public async Task<IReadOnlyList<WatchedUnit>> Units(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(UnitsQuery);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        List<WatchedUnit> units = [];
        while (await row.ReadAsync(cancellation))
            units.Add(new(row.GetString(0), new(row.GetString(2), row.FindString(3)), row.GetBoolean(4)));
        return units;
    }

    /// <summary>The unit of a code; null when there is none with an outline.</summary>
    public async Task<WatchedPlace?> Unit(string code, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(ShapeQuery);
        command.Parameters.Add(new("code", code));
        await using var row = await command.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation)
            ? new(new(row.GetString(3), row.FindString(4)), $"/plan/{row.GetString(1)}/{row.GetInt64(2)}", row.GetFieldValue<Geometry>(0))
            : null;
    }

    async Task Run(string statement, CancellationToken cancellation, params object[] values)
    {
        await using var command = database.CreateCommand(statement);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(cancellation);
    }
}

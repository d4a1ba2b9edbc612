using LongAnGis.Core.Coordinates;
using LongAnGis.Core.Lookup;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Database;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Platform;
using Npgsql;

namespace LongAnGis.Web.Lookup.Lines;

/// <summary>A line that was asked about, as it was stated and understood.</summary>
/// <param name="Others">Readings that fall into the province as well, likeliest first.</param>
/// <param name="Asked">The plan, publication and day that were current when it was asked.</param>
public sealed record LineLookup(
    Guid Id, LineShape Shape, ParcelReading Reading, IReadOnlyList<ParcelReading> Others, string Corners, PointInTime Asked, DateTimeOffset At)
{
    public string Path => $"/lookup/line/{Id}";
}

/// <summary>Keeps the lines that people asked about. Each has an address that cannot be guessed, and no list leads there.</summary>
public sealed class LineRegister(PlanDatabase database, TimeProvider clock)
{
    static readonly string Keeping = Sql.Beside<LineRegister>("KeepLine");
    static readonly string Finding = Sql.Beside<LineRegister>("LineById");

    /// <summary>Understands a table of points as a line.</summary>
    /// <param name="refusals">Why there is none; empty when there is one.</param>
    public static (LineShape Shape, ParcelReading Reading)? Read(string corners, PlacingWish wish, out IReadOnlyList<ParcelRefusal> refusals)
    {
        var table = CornerTableReader.Read(corners);
        if (table.Faults.Count > 0 || table.Corners.Count == 0)
            refusals = ParcelRefusal.OfTable(table);
        else if (ParcelPlacing.Readings(table, wish, Region.Province) is not [var reading, ..])
            refusals = [ParcelRefusal.Elsewhere(table, wish)];
        else if (LineShape.Of(table, reading, out var refusal) is not { } shape)
            refusals = [new("corners", refusal!)];
        else
        {
            refusals = [];
            return (shape, reading);
        }

        return null;
    }

    /// <returns>What the lookup's address ends with.</returns>
    public async Task<Guid> Keep(string corners, ParcelReading reading, PointInTime moment, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Keeping);
        command.Parameters.AddMoment(moment);
        command.Parameters.Add(new("corners", corners));
        command.Parameters.Add(new("frame", reading.Frame.Srid));
        command.Parameters.Add(new("north_first", reading.NorthFirst));
        command.Parameters.Add(new("at", clock.GetUtcNow()));
        return (Guid)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <exception cref="RefusedException">404 when nothing was asked under this address.</exception>
    public async Task<LineLookup> Find(Guid id, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Finding);
        command.Parameters.Add(new NpgsqlParameter<Guid>("id", id));
        await using var row = await command.ExecuteReaderAsync(cancellation);
        if (!await row.ReadAsync(cancellation))
            throw new RefusedException(LookupRegister.NotFound);

        var corners = row.GetString(0);
        var wish = new PlacingWish(ReferenceFrame.Find(row.GetInt32(1)), row.GetBoolean(2));
        var (shape, reading) = Read(corners, wish, out var refusals) ?? throw new RefusedException(refusals[0].Said);
        var others = ParcelPlacing.Readings(CornerTableReader.Read(corners), new(), Region.Province)
            .Where(other => (other.Frame, other.NorthFirst) != (reading.Frame, reading.NorthFirst)).ToList();
        return new(
            id, shape, reading, others, corners, new(row.GetString(3), row.GetFieldValue<DateOnly>(5), row.GetInt32(4), AskedTime.Now),
            row.GetFieldValue<DateTimeOffset>(6));
    }
}

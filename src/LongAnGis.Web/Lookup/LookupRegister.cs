using LongAnGis.Core.Lookup;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Database;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Platform;
using NetTopologySuite.Geometries;
using Npgsql;

namespace LongAnGis.Web.Lookup;

/// <summary>Which order of the corners a person chose: the table's, or one of two others when that crosses itself.</summary>
public enum Arrangement
{
    Stated,
    Around,
    Hull,
}

/// <summary>A parcel that was asked about, as it was stated and understood.</summary>
/// <param name="Asked">The plan, publication and day that were current when it was asked.</param>
public sealed record ParcelLookup(
    Guid Id, string Corners, ReferenceFrame Frame, bool NorthFirst, Arrangement Arrangement, PointInTime Asked, DateTimeOffset At)
{
    public string Path => $"/lookup/{Id}";
}

/// <summary>Keeps what people asked about their land. Each has an address that cannot be guessed, and no list leads there.</summary>
public sealed class LookupRegister(PlanDatabase database, TimeProvider clock)
{
    static readonly string Keeping = Sql.Beside<LookupRegister>("KeepLookup");
    static readonly string Finding = Sql.Beside<LookupRegister>("LookupById");

    /// <summary>What is said of an address under which nothing was asked, of a parcel as of a line.</summary>
    internal static Refusal NotFound => Refusal.NotFound(
        "Không có kết quả tra cứu nào ở địa chỉ này; liên kết có thể bị chép thiếu.",
        "There is no lookup at this address; the link may have been copied incompletely.");

    /// <param name="parcelWgs84">Valid, on WGS 84.</param>
    /// <returns>What the lookup's address ends with.</returns>
    public async Task<Guid> Keep(
        string corners, ParcelReading reading, Arrangement arrangement, Polygon parcelWgs84, PointInTime moment, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Keeping);
        command.Parameters.AddMoment(moment);
        command.Parameters.Add(new("corners", corners));
        command.Parameters.Add(new("frame", reading.Frame.Srid));
        command.Parameters.Add(new("north_first", reading.NorthFirst));
        command.Parameters.Add(new("arrangement", Code(arrangement)));
        command.Parameters.Add(new("parcel", parcelWgs84));
        command.Parameters.Add(new("at", clock.GetUtcNow()));
        return (Guid)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <exception cref="RefusedException">404 when nothing was asked under this address.</exception>
    public async Task<ParcelLookup> Find(Guid id, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Finding);
        command.Parameters.Add(new NpgsqlParameter<Guid>("id", id));
        await using var row = await command.ExecuteReaderAsync(cancellation);
        if (!await row.ReadAsync(cancellation))
            throw new RefusedException(NotFound);

        var asked = new PointInTime(row.GetString(4), row.GetFieldValue<DateOnly>(6), row.GetInt32(5), AskedTime.Now);
        return new(
            id, row.GetString(0), ReferenceFrame.Find(row.GetInt32(1))!, row.GetBoolean(2), ArrangementOf(row.GetString(3))!.Value, asked,
            row.GetFieldValue<DateTimeOffset>(7));
    }

    public static string Code(Arrangement arrangement) => arrangement switch
    {
        Arrangement.Around => "around",
        Arrangement.Hull => "hull",
        _ => "stated",
    };

    public static Arrangement? ArrangementOf(string? code) => code switch
    {
        null or "" or "stated" => Arrangement.Stated,
        "around" => Arrangement.Around,
        "hull" => Arrangement.Hull,
        _ => null,
    };
}

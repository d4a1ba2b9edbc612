using LongAnGis.Core.Coordinates;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Database;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Platform;
using NetTopologySuite.Geometries;
using Npgsql;

namespace LongAnGis.Web.Lookup.Points;

/// <summary>A point that was asked about, as it was typed and understood.</summary>
/// <param name="Others">Other places that the same text can mean, likeliest first.</param>
/// <param name="Asked">The plan, publication and day that were current when it was asked.</param>
public sealed record PointLookup(
    Guid Id, string Typed, Bilingual Meaning, Wgs84Position Position, IReadOnlyList<CoordinateReading> Others, PointInTime Asked, DateTimeOffset At)
{
    public string Path => $"/lookup/point/{Id}";

    /// <summary>On WGS 84 (NTS X = longitude).</summary>
    public Point Wgs84 => PointRegister.OnWgs84(Position);

    /// <summary>The GeoHash of the point itself; that of a parcel is of the point deepest inside it.</summary>
    public ParcelCode Code => ParcelCode.Of(Position);
}

/// <summary>Keeps the points that people asked about. Each has an address that cannot be guessed, and no list leads there.</summary>
public sealed class PointRegister(PlanDatabase database, TimeProvider clock)
{
    /// <summary>The longest text of one point.</summary>
    public const int LongestText = 200;

    static readonly string Keeping = Sql.Beside<PointRegister>("KeepPoint");
    static readonly string Finding = Sql.Beside<PointRegister>("PointById");

    /// <summary>Understands what somebody typed: degrees in any usual notation, VN-2000 X and Y, or a parcel code.</summary>
    /// <param name="refusal">Why there is no point; null when there is one.</param>
    public static CoordinateReading? Read(string typed, out Bilingual? refusal)
    {
        var answer = CoordinateText.Read(typed);
        if (answer.Readings.Count == 0)
        {
            refusal = answer.Refusal ?? new(
                "Chưa đọc được tọa độ của một điểm. Viết ví dụ 10,5333 106,4133; 10°31′59,9″B 106°24′47,9″Đ; X 1164915 Y 572611; hoặc mã thửa 12 ký tự.",
                "These are no coordinates of one point. Write for example 10.5333 106.4133; 10°31′59.9″N 106°24′47.9″E; X 1164915 Y 572611; or a parcel code of 12 characters.");
            return null;
        }

        // The likeliest that falls into the province; the page offers the others.
        var known = answer.Readings.FirstOrDefault(reading => Region.Province.Holds(reading.Position));
        refusal = known is null ? Elsewhere(answer.Readings[0]) : null;
        return known;
    }

    /// <summary>The point is not in the province; says where it is.</summary>
    public static Bilingual Elsewhere(CoordinateReading reading) => new(
        $"Điểm này nằm ngoài tỉnh: đọc là {reading.Meaning.Vi} thì ở {CoordinateFormat.Wgs84(reading.Position, english: false)}.",
        $"This point lies outside the province: read as {reading.Meaning.In(english: true)}, it is at {CoordinateFormat.Wgs84(reading.Position, english: true)}.");

    /// <summary>A position as geometry (NTS X = longitude).</summary>
    public static Point OnWgs84(Wgs84Position position) => new(position.Longitude, position.Latitude) { SRID = 4326 };

    /// <returns>What the lookup's address ends with.</returns>
    public async Task<Guid> Keep(string typed, CoordinateReading reading, PointInTime moment, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Keeping);
        command.Parameters.AddMoment(moment);
        command.Parameters.Add(new("typed", typed));
        command.Parameters.Add(new("meaning_vi", reading.Meaning.Vi));
        command.Parameters.Add(new("meaning_en", reading.Meaning.In(english: true)));
        command.Parameters.Add(new("longitude", reading.Position.Longitude));
        command.Parameters.Add(new("latitude", reading.Position.Latitude));
        command.Parameters.Add(new("at", clock.GetUtcNow()));
        return (Guid)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <exception cref="RefusedException">404 when nothing was asked under this address.</exception>
    public async Task<PointLookup> Find(Guid id, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Finding);
        command.Parameters.Add(new NpgsqlParameter<Guid>("id", id));
        await using var row = await command.ExecuteReaderAsync(cancellation);
        if (!await row.ReadAsync(cancellation))
            throw new RefusedException(LookupRegister.NotFound);

        var (typed, position) = (row.GetString(0), new Wgs84Position(row.GetDouble(3), row.GetDouble(4)));
        return new(
            id, typed, row.GetBilingual(1), position,
            [.. CoordinateText.Read(typed).Readings.Where(other => other.Position != position && Region.Province.Holds(other.Position))],
            new(row.GetString(5), row.GetFieldValue<DateOnly>(7), row.GetInt32(6), AskedTime.Now), row.GetFieldValue<DateTimeOffset>(8));
    }
}

using LongAnGis.Core.Plans;
using LongAnGis.Web.Database;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Platform;
using NetTopologySuite.Geometries;

namespace LongAnGis.Web.Lookup.Places;

/// <summary>
/// What has changed at a place since a day that the reader chooses. Two things are told, because an amendment may hold from another
/// day than that of its publication: what is in force on the day that is shown and was not then, and the reverse, both as it is
/// known now; and the publications since then that touch the place.
/// </summary>
public sealed class SinceDay(PublicDatabase database, TimeProvider clock)
{
    /// <summary>The parameter of addresses: <c>?since=2025-06-30</c>.</summary>
    public const string Parameter = "since";

    /// <summary>Before any plan that this service could hold.</summary>
    static readonly DateOnly Earliest = new(1976, 1, 1);

    static readonly string Query = Sql.Beside<SinceDay>();

    /// <summary>The day that an address names; null when it names none.</summary>
    /// <param name="shown">The day whose legal state is shown.</param>
    /// <exception cref="RefusedException">400 when it is no day, of another age, or not before the one that is shown.</exception>
    public DateOnly? Read(string? written, DateOnly shown)
    {
        if (string.IsNullOrWhiteSpace(written))
            return null;
        if (written.Length > 10 || CalendarDay.ParseWritten(written.Trim()) is not { } day)
            throw Refused(
                "Ngày so sánh chưa đọc được: viết ngày/tháng/năm, ví dụ 30/06/2025, hoặc since=2025-06-30.",
                "The day to compare with cannot be read: write day/month/year, such as 30/06/2025, or since=2025-06-30.");
        if (day > clock.TodayInVietnam())
            throw Refused(
                $"Ngày {AttributeText.Date(day)} chưa tới: chọn hôm nay hoặc một ngày đã qua.",
                $"{AttributeText.Date(day)} has not come yet: choose today or a day before it.");
        if (day > shown)
            throw Refused(
                $"Đang xem ngày {AttributeText.Date(shown)}: chọn một ngày so sánh không muộn hơn ngày đó.",
                $"The day that is shown is {AttributeText.Date(shown)}: choose a day to compare with that is no later.");
        return day >= Earliest ? day : throw Refused(
            $"Chọn một ngày từ {AttributeText.Date(Earliest)} trở đi.", $"Choose a day from {AttributeText.Date(Earliest)} on.");
    }

    /// <param name="placeWgs84">A parcel or a line.</param>
    /// <param name="then">What spoke there on the day, as it is known at the moment that is shown.</param>
    /// <param name="now">What speaks there at the moment that is shown.</param>
    public async Task<PlaceTold.Changes> Of(
        Geometry placeWgs84, DateOnly day, IEnumerable<FeatureMet> then, IEnumerable<FeatureMet> now, PointInTime moment, CancellationToken cancellation)
    {
        var (came, went) = LookupText.Differences(then, now);
        return new(CalendarDay.Write(day), [.. came.Select(Content)], [.. went.Select(Content)], await Publications(placeWgs84, day, moment, cancellation));
    }

    async Task<IReadOnlyList<PlaceTold.Publication>> Publications(
        Geometry placeWgs84, DateOnly day, PointInTime moment, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Query);
        command.Parameters.Add(new("place", placeWgs84));
        command.Parameters.Add(new("plan", moment.Plan));
        command.Parameters.Add(new("from", VietnamTime.EndOf(day.AddDays(-1))));
        command.Parameters.Add(new("revision", moment.Revision));
        await using var row = await command.ExecuteReaderAsync(cancellation);
        List<PlaceTold.Publication> publications = [];
        while (await row.ReadAsync(cancellation))
        {
            var (title, at) = (row.GetBilingual(2), new DateTimeOffset(row.GetDateTime(1)).InVietnam());
            publications.Add(new(row.GetInt32(0), CalendarDay.Write(DateOnly.FromDateTime(at.DateTime)), title.Vi, title.En));
        }

        return publications;
    }

    internal static PlaceTold.Content Content(FeatureMet met) => new(met.Layer, met.Id, met.Version, met.Name.Vi, met.Name.En);

    static RefusedException Refused(string vi, string en) => new(Refusal.BadRequest(vi, en));
}

using LongAnGis.Core.Plans;
using LongAnGis.Web.Database;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Platform;
using NetTopologySuite.Geometries;

namespace LongAnGis.Web.Lookup.Places;

/// <summary>
/// The amendments that are open for comment and touch a place. Only a change set in consultation is public before it is published,
/// and only what it changes in public layers: the database tells no more (<c>pub.open_changes</c>).
/// </summary>
public sealed class PendingAmendments(PublicDatabase database)
{
    const int MostChangesTold = 12;

    static readonly string Query = Sql.Beside<PendingAmendments>();

    /// <param name="placeWgs84">A parcel or a line.</param>
    /// <returns>Newest first; empty when the reader asks what was known in the past, of which an amendment of today says nothing.</returns>
    public async Task<IReadOnlyList<PlaceTold.Amendment>> Over(Geometry placeWgs84, PointInTime moment, CancellationToken cancellation)
    {
        if (moment.IsPastKnowledge)
            return [];

        await using var command = database.CreateCommand(Query);
        command.Parameters.Add(new("place", placeWgs84));
        command.Parameters.Add(new("plan", moment.Plan));
        await using var row = await command.ExecuteReaderAsync(cancellation);
        List<(PlaceTold.Amendment Amendment, PlaceTold.Change Change)> told = [];
        while (await row.ReadAsync(cancellation))
        {
            var (title, name) = (row.GetBilingual(1), row.GetBilingual(7));
            told.Add((
                new(row.GetGuid(0), title.Vi, title.En, Day(row.Find<DateTime>(3)), row.Find<DateOnly>(4) is { } from ? CalendarDay.Write(from) : null, [], 0),
                new(row.GetString(5), row.GetString(6), name.Vi, name.En)));
        }

        return
        [
            .. told.GroupBy(one => one.Amendment.Id).Select(group => group.First().Amendment with
            {
                Changes = [.. group.Take(MostChangesTold).Select(one => one.Change)],
                ChangesInAll = group.Count(),
            }),
        ];
    }

    static string? Day(DateTime? at) => at is { } known
        ? CalendarDay.Write(DateOnly.FromDateTime(new DateTimeOffset(known).InVietnam().DateTime))
        : null;
}

using System.Data.Common;
using LongAnGis.Core.Coordinates;
using LongAnGis.Core.Investment;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Database;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Platform;

namespace LongAnGis.Web.Investment.Roads;

/// <summary>What is known of a site's distances along the roads.</summary>
/// <param name="Extract">The OpenStreetMap extract, as it is cited.</param>
/// <param name="TakenOn">The day to which it is current.</param>
/// <param name="ReachKm">How far, straight, a place may lie from a road.</param>
/// <param name="IsMeasured">False when the site came, or moved, after the network was imported.</param>
/// <param name="AccessKm">Straight to the nearest road; null when none lies within reach.</param>
/// <param name="Kilometres">By the code of the destination; null where there is no way, or the destination is out of reach.</param>
public sealed record SiteRoads(
    string Extract, DateOnly TakenOn, double ReachKm, bool IsMeasured, double? AccessKm, IReadOnlyDictionary<string, double?> Kilometres)
{
    /// <summary>False where there is nothing to show but the reason.</summary>
    public bool HasDistances => IsMeasured && AccessKm is not null;

    public double? To(Destination destination) => HasDistances ? Kilometres.GetValueOrDefault(destination.Code) : null;

    /// <summary>What was measured and how, or why it was not; null stands for no network at all.</summary>
    public static string Words(SiteRoads? roads, Language language) => roads switch
    {
        null => language.Say(
            "Khoảng cách theo đường chưa có: chưa nạp mạng đường nào.", "No distances along roads: no network of roads was imported yet."),
        { IsMeasured: false } => language.Say(
            $"Khoảng cách theo đường chưa có: nơi này được ghi hoặc dời sau khi nạp mạng đường ({roads.Cited(language)}).",
            $"No distances along roads: this site came or moved after the network was imported ({roads.Cited(language)})."),
        { AccessKm: null } => language.Say(
            $"Khoảng cách theo đường không tính được: trong {SiteNumbers.Kilometres(roads.ReachKm, language)} quanh vị trí này không có đường nào trong {roads.Cited(language)}.",
            $"Distances along roads could not be measured: no road of {roads.Cited(language)} lies within {SiteNumbers.Kilometres(roads.ReachKm, language)} of this place."),
        { AccessKm: { } access } => language.Say(
            $"Theo đường: đường ngắn nhất cho xe trên mạng đường của {roads.Cited(language)}, có xét đường một chiều, cộng đoạn thẳng đến đường gần nhất (ở đây {SiteNumbers.Kilometres(access, language)}); đến cao tốc là đến nút giao gần nhất. Không phải thời gian đi. Dấu – là không có đường tới, hoặc điểm đến cách mọi con đường của bản trích hơn {SiteNumbers.Kilometres(roads.ReachKm, language)}.",
            $"By road: the shortest way for vehicles along the roads of {roads.Cited(language)}, one-way roads respected, with the straight stretch to the nearest road (here {SiteNumbers.Kilometres(access, language)}); to the expressway it is the nearest interchange. It is no travel time. A dash: no way leads there, or the destination lies more than {SiteNumbers.Kilometres(roads.ReachKm, language)} from all roads of the extract."),
    };

    string Cited(Language language) => language.Say(
        $"bản trích OpenStreetMap {Extract} (số liệu ngày {AttributeText.Date(TakenOn)})", $"the OpenStreetMap extract {Extract} (data of {AttributeText.Date(TakenOn)})");
}

/// <summary>Reads what an import measured along the roads.</summary>
public sealed class RoadDistances(PublicDatabase database)
{
    /// <summary>A site that lies within this of where it was measured has not moved; degrees, about 1 m.</summary>
    const double SamePlace = 1e-5;

    static readonly string Query = Sql.Beside<RoadDistances>();

    /// <summary>Null when no network of roads was imported.</summary>
    public async Task<SiteRoads?> Of(Site site, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Query);
        command.Parameters.AddWithValue("feature", site.Id);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        SiteRoads? roads = null;
        var kilometres = new Dictionary<string, double?>(StringComparer.Ordinal);
        while (await row.ReadAsync(cancellation))
        {
            roads ??= new(
                row.GetString(0), row.GetFieldValue<DateOnly>(1), row.GetDouble(2) / 1000, IsAt(site.Place, row), row.Find<double>(5) / 1000, kilometres);
            if (row.FindString(6) is { } destination)
                kilometres[destination] = row.Find<double>(7) / 1000;
        }

        return roads;
    }

    static bool IsAt(Wgs84Position? place, DbDataReader row) =>
        row.Find<double>(3) is { } latitude && row.Find<double>(4) is { } longitude && IsAt(place, latitude, longitude);

    /// <summary>Whether a site still lies where it was measured.</summary>
    internal static bool IsAt(Wgs84Position? place, double latitude, double longitude) =>
        place is { } here && Math.Abs(here.Latitude - latitude) < SamePlace && Math.Abs(here.Longitude - longitude) < SamePlace;
}

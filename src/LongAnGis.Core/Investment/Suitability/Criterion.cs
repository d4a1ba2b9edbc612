using LongAnGis.Core.Plans;

namespace LongAnGis.Core.Investment.Suitability;

/// <summary>
/// One reason for which a site suits an investor, as points between 0 and 1: nothing at <paramref name="None"/> and beyond, all
/// at <paramref name="All"/> and beyond, in a straight line between them.
/// </summary>
/// <param name="Code">As it stands in addresses.</param>
/// <param name="Unit">Of the measured value.</param>
/// <param name="None">The value that earns nothing.</param>
/// <param name="All">The value that earns everything; below <paramref name="None"/> where less is better.</param>
/// <param name="Value">What is measured; null where no source tells it, which earns nothing.</param>
public sealed record Criterion(string Code, Bilingual Name, Bilingual Unit, double None, double All, Func<Site, double?> Value)
{
    /// <summary>Between 0 and 1; null where no source tells the value.</summary>
    public double? Points(Site site) => Value(site) is { } value ? Math.Clamp((value - None) / (All - None), 0, 1) : null;
}

/// <summary>
/// The criteria that some source answers today. The ends of their scales are ours, chosen over what the province's sites span,
/// and pages state them.
/// </summary>
public static class Criteria
{
    /// <summary>Heavier than this says nothing more.</summary>
    public const int HeaviestWeight = 5;

    public static IReadOnlyList<Criterion> Every { get; } =
    [
        .. Destinations.All.Select(Near),
        new("free", new("Đất còn cho thuê", "Land still to let"), Hectares, 0, 50, site => (double?)site.FreeHa),
        new("area", new("Diện tích", "Area"), Hectares, 0, 300, site => (double?)site.AreaHa),
        new("rent", new("Giá thuê thấp", "Low rent"), new("USD/m²", "USD/m²"), 250, 80, site => (double?)site.Rent?.Low),
        new("ready", new("Sẵn sàng tiếp nhận", "Ready for investors"), new("bậc", "steps"), 0, 3, Readiness),
    ];

    static Bilingual Hectares => new("ha", "ha");

    public static Criterion? Find(string code) => Every.FirstOrDefault(one => one.Code == code);

    // A port or gate far off still decides over more kilometres than the road at the door.
    static Criterion Near(Destination destination)
    {
        var index = Destinations.IndexOf(destination);
        return new(
            "near." + destination.Code, new("Gần " + destination.Name.Vi, "Near " + destination.Name.In(english: true)), new("km", "km"),
            destination.Code == Destinations.Expressway ? 30 : 80, destination.Code == Destinations.Expressway ? 1 : 5, site => site.DistanceKm(index));
    }

    /// <summary>3 where investors are invited, 2 where something operates, 1 where it is being built, 0 where it is only planned.</summary>
    static double? Readiness(Site site) => site.Stage switch
    {
        SiteStage.Calling => 3,
        SiteStage.Operating => 2,
        SiteStage.Building => 1,
        SiteStage.Planned or SiteStage.Stopped => 0,
        _ => null,
    };
}

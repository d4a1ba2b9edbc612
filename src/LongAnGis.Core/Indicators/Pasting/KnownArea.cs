namespace LongAnGis.Core.Indicators.Pasting;

public enum AreaLevel { Province, District, Commune }

/// <summary>An area that a table may speak of.</summary>
/// <param name="Code">With its date: <c>27694-to-2025</c>.</param>
/// <param name="Kind">As in the area table: province, district, town, city, commune, ward, township.</param>
/// <param name="StatisticsCode">Of the statistics office, which gives the same code to another area later.</param>
/// <param name="From">The first day; null when it is not known.</param>
/// <param name="Until">The first day on which it is no more; null while it lasts.</param>
public sealed record KnownArea(
    string Code, string Name, string Kind, string? StatisticsCode = null, DateOnly? From = null, DateOnly? Until = null)
{
    /// <summary>Former, English and colloquial names.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>For telling apart two of one name: its district.</summary>
    public string? ParentName { get; init; }

    /// <summary>Names of what it became.</summary>
    public IReadOnlyList<string> Successors { get; init; } = [];

    public AreaLevel Level => Kind switch
    {
        "province" => AreaLevel.Province,
        "district" or "town" or "city" => AreaLevel.District,
        _ => AreaLevel.Commune,
    };

    /// <summary>Whether it was there on any day of a period.</summary>
    public bool Lasts(Period period) => !(From > period.LastDay) && !(Until <= period.FirstDay);
}

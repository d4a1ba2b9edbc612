using LongAnGis.Core.Indicators;
using LongAnGis.Web.Platform;

namespace LongAnGis.Web.Indicators.Entry;

/// <summary>
/// Which figures a grid or a template is about: one indicator over the regions of a set, or all indicators of one region, for
/// some periods of one kind. Plans stand beside what was reached, so a grid has one or the other.
/// </summary>
/// <param name="Indicator">Null when it is about a region.</param>
/// <param name="Region">Null when it is about an indicator.</param>
/// <param name="Status">Of what is entered where nothing else says it.</param>
public sealed record EntryScope(
    string? Indicator, string? Region, RegionSet Set, IReadOnlyList<Period> Periods, FigureStatus Status)
{
    public const int MostPeriods = 24;

    const int UsualYears = 5;

    public bool IsPlan => Status == FigureStatus.Plan;

    /// <summary>Null when neither an indicator nor a region is named.</summary>
    /// <exception cref="RefusedException">400 with what is wrong with a parameter.</exception>
    public static EntryScope? Read(Func<string, string?> parameter, DateOnly today)
    {
        var (indicator, region) = (Text(parameter("indicator")), Text(parameter("region")));
        if (indicator is null && region is null)
            return null;
        if (indicator is not null && region is not null)
            throw new RefusedException(Refusal.BadRequest(
                "Chọn một chỉ tiêu hoặc một lãnh thổ, không chọn cả hai.", "Choose an indicator or a region, not both."));

        return new(indicator, region, FigureRequest.Regions(parameter("regions")), ReadPeriods(Text(parameter("from")), Text(parameter("to")), today), ReadStatus(parameter("status")));
    }

    /// <summary>As parameters of an address.</summary>
    public IEnumerable<(string Name, string? Value)> Parameters() =>
    [
        ("indicator", Indicator), ("region", Region), ("regions", Set == RegionSet.Districts ? null : Set.Code()),
        ("from", Periods[0].ToString()), ("to", Periods[^1].ToString()), ("status", Status == FigureStatus.Observed ? null : Status.Code()),
    ];

    /// <summary>How a column of a period is headed; the status is written where it is not the usual one.</summary>
    public string Heading(Period period, bool english)
    {
        var name = period.Kind == PeriodKind.Year ? period.ToString() : period.Words.In(english);
        return Status switch
        {
            FigureStatus.Plan => english ? $"Plan {name}" : $"KH {name}",
            FigureStatus.Estimate => english ? $"Estimate {name}" : $"Ước {name}",
            _ => name,
        };
    }

    static List<Period> ReadPeriods(string? from, string? to, DateOnly today)
    {
        var last = ReadPeriod(to) ?? (ReadPeriod(from) is { } alone ? Period.Of(today, alone.Kind) : Period.OfYear(today.Year));
        var first = ReadPeriod(from) ?? Enumerable.Range(1, UsualYears - 1).Aggregate(last, (period, _) => period.Previous);
        if (first.Kind != last.Kind || first > last)
            throw new RefusedException(Refusal.BadRequest(
                "Kỳ đầu và kỳ cuối phải cùng loại (năm, quý hoặc tháng), kỳ đầu không sau kỳ cuối.",
                "The first and the last period must be of one kind (year, quarter or month), the first not after the last."));

        List<Period> periods = [];
        for (var period = first; period <= last; period = period.Next)
        {
            periods.Add(period);
            if (periods.Count > MostPeriods)
                throw new RefusedException(Refusal.BadRequest(
                    $"Mỗi lần nhập nhiều nhất {MostPeriods} kỳ.", $"At most {MostPeriods} periods are entered at a time."));
        }

        return periods;
    }

    static Period? ReadPeriod(string? text) => text is null ? null : Period.Parse(text) ?? TypedPeriod.Read(text) ?? throw new RefusedException(Refusal.BadRequest(
        $"“{Short(text)}” không phải là một kỳ: viết năm (2024), quý (2024-Q1) hoặc tháng (2024-03).",
        $"“{Short(text)}” is no period: write a year (2024), a quarter (2024-Q1) or a month (2024-03)."));

    static FigureStatus ReadStatus(string? status) => status switch
    {
        null or "" or "observed" => FigureStatus.Observed,
        "estimate" => FigureStatus.Estimate,
        "plan" => FigureStatus.Plan,
        _ => throw new RefusedException(Refusal.BadRequest(
            "Loại số là observed (thực hiện), estimate (ước) hoặc plan (kế hoạch).", "The status is observed, estimate or plan.")),
    };

    static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";
}

using LongAnGis.Core.Indicators;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Platform;

namespace LongAnGis.Web.Indicators.Districts;

/// <summary>Two parts of a population that add up to it, of one census.</summary>
public sealed record PopulationSplit(Bilingual First, Bilingual Second, decimal FirstValue, decimal SecondValue, Period Period)
{
    public decimal Percent => FirstValue / (FirstValue + SecondValue) * 100;
}

/// <summary>What is written of a district, the same on its page and on its brief. What there is none of is a dash.</summary>
public sealed class DistrictText(DistrictSheet sheet, Language language)
{
    public const string None = "–";

    /// <summary>What a reader looks for first: area, people, how close together, how urban.</summary>
    static readonly string[] Headlines = ["area-natural", "population-census", "population-density", "urbanisation-rate"];

    readonly bool english = language.IsEnglish;

    public IEnumerable<DistrictLine> Headline => Headlines.Select(sheet.Line).OfType<DistrictLine>().Where(line => line.Own is not null);

    public string Value(Indicator indicator, RegionReading? reading) =>
        reading is null ? None : indicator.Text(reading.Newest.Value, english);

    /// <summary>“2019”, “2024 (ước)”.</summary>
    public string Period(RegionReading? reading) => reading switch
    {
        null => "",
        { Newest: { Status: FigureStatus.Estimate, Period: var period } } => $"{period} ({FigureStatus.Estimate.Words().In(english)})",
        _ => reading.Newest.Period.ToString(),
    };

    /// <summary>Said where the figure is of a union: it belongs to all of it and is not split.</summary>
    public string? CountedIn(RegionReading? reading) => reading?.CountedIn is { } union
        ? language.Say($"số chung của {union.Name.Vi}", $"counted together: {union.Name.In(true)}")
        : null;

    public string Change(DistrictLine line)
    {
        if (line.Own is not { Before: { } before } own)
            return None;
        var since = language.Say($"so {before.Period}", $"on {before.Period}");
        if (line.Indicator.IsPercentage)
            return $"{IndicatorNumber.Change(own.Newest.Value - before.Value, english)} {language.Say("điểm", "points")} {since}";
        return before.Value > 0
            ? $"{IndicatorNumber.Change((own.Newest.Value - before.Value) / before.Value * 100, english, 1)} % {since}"
            : $"{IndicatorNumber.Change(own.Newest.Value - before.Value, english, line.Indicator.Decimals)} {since}";
    }

    public string Rank(DistrictLine line) => line.Rank is { } rank ? $"{rank.Place}/{rank.Among}" : None;

    public string Target(DistrictLine line) => line.Target is { } target
        ? $"{target.Stated.Words(line.Indicator).In(english)} ({target.Stated.Years})"
        : None;

    public IEnumerable<PopulationSplit> Splits
    {
        get
        {
            (string, string, Bilingual, Bilingual)[] pairs =
            [
                ("population-male-census", "population-female-census", new("nam", "men"), new("nữ", "women")),
                ("population-urban-census", "population-rural-census", new("thành thị", "urban"), new("nông thôn", "rural")),
            ];
            foreach (var (first, second, one, other) in pairs)
            {
                // Parts of one census only, and of the district itself.
                if (sheet.Own(first) is { CountedIn: null } a && sheet.Own(second) is { CountedIn: null } b && a.Newest.Period == b.Newest.Period
                    && a.Newest.Value + b.Newest.Value > 0)
                {
                    yield return new(one, other, a.Newest.Value, b.Newest.Value, a.Newest.Period);
                }
            }
        }
    }

    public string Percent(decimal percent) => IndicatorNumber.Aligned(percent, english, 1) + " %";

    /// <summary>When the district ended and what it is now; null while it stands on the day that is asked about.</summary>
    public string? Ended => sheet.Subject.Region.ValidUntil is { } end && end <= sheet.Moment.AsOf
        ? language.Say(
            $"{sheet.Subject.Region.FullName} kết thúc ngày {AttributeText.Date(end.AddDays(-1))}, được giữ làm vùng thống kê.",
            $"{sheet.Subject.Region.Name.In(true)} ended on {AttributeText.Date(end.AddDays(-1))} and is kept as a statistical region.")
        : null;

    public string Status(Layer layer, PlanItem item)
    {
        // What a park, a project and a town are said to be, each by the code list of its layer.
        var attribute = layer.Attributes.FirstOrDefault(one => one.Key is "status" or "class_2030");
        return attribute is not null && item.Attributes.TryGetProperty(attribute.Key, out var value)
            ? AttributeText.Value(attribute, value, english) ?? ""
            : "";
    }

    public string Hectares(decimal hectares) => IndicatorNumber.Text(hectares, english, 1) + "\u00A0ha";

    /// <summary>
    /// “12; 3.450 ha theo văn bản (10 có số)”; what is measured beside it. Only land that is set aside for good is added up, each
    /// once: a part of a park is in the park, and what crosses districts (an economic zone, a rice region) is in none of them whole.
    /// </summary>
    public string Sum(IReadOnlyCollection<PlanItem> items)
    {
        var words = items.Count.ToString("n0", language.Culture);
        var added = items.Where(item => item.IsAddedUp).ToList();
        var stated = added.Where(item => item.StatedHectares is not null).ToList();
        var measured = added.Where(item => item.MeasuredHectares is not null).ToList();
        if (stated.Count > 0)
        {
            words += language.Say(
                $"; {Hectares(stated.Sum(item => item.StatedHectares!.Value))} theo văn bản ({stated.Count} có số)",
                $"; {Hectares(stated.Sum(item => item.StatedHectares!.Value))} as stated ({stated.Count} with a figure)");
        }

        return measured.Count == 0 ? words : words + language.Say(
            $"; {Hectares((decimal)measured.Sum(item => item.MeasuredHectares!.Value))} đo trên bản đồ",
            $"; {Hectares((decimal)measured.Sum(item => item.MeasuredHectares!.Value))} measured on the map");
    }
}

using LongAnGis.Core.Plans;

namespace LongAnGis.Core.Indicators;

/// <summary>
/// Carries values of areas that ended to those that followed, or back (<see cref="Crosswalk.Reversed"/>). Nothing is filled in:
/// where a figure or a size is missing, the answer is a refusal that names it. Stored values are never touched.
/// </summary>
/// <remarks>
/// Areas are given by code, unions as codes joined by <c>+</c>, both among the values and as what is asked for.
/// </remarks>
public sealed class Carrying(Crosswalk crosswalk, CarryRule? rule = null)
{
    readonly CarryRule _rule = rule ?? CarryRule.Default;

    /// <summary>
    /// A quantity that adds up. Whole areas are summed; a cut one is divided by its shares, such that over all areas the sum
    /// stays what it was to the last unit.
    /// </summary>
    /// <param name="values">By area or union, of one period.</param>
    /// <param name="decimals">Of the indicator: 0 for what is counted.</param>
    public CarriedValue Additive(IReadOnlyDictionary<string, decimal> values, string area, int decimals)
    {
        if (values.TryGetValue(area, out var observed))
            return Observed(area, observed);

        var sources = CarrySources.Of(crosswalk, values.Keys, area);
        if (sources.Refusal is { } refusal)
            return Refused(area, refusal);

        var whole = sources.Whole.Sum(source => values[source]);
        if (sources.Cut.Count == 0)
            return Sum(area, whole, sources);

        decimal value = whole, low = whole, high = whole;
        foreach (var (source, parts) in sources.Cut)
        {
            var divided = Apportionment.Of(values[source], [.. parts.Select(part => part.Share)], decimals);
            var mine = parts.Select((part, index) => sources.Areas.Contains(part.To) ? divided[index] : 0).Sum();
            var share = parts.Where(part => sources.Areas.Contains(part.To)).Sum(part => part.Share);
            var (least, most) = Shares(share);
            value += mine;
            low += Math.Min(values[source] * least, values[source] * most);
            high += Math.Max(values[source] * least, values[source] * most);
        }

        return new(area, CarryLabel.Estimated, value, (Math.Min(low, value), Math.Max(high, value)), Estimate(sources)) { Sources = [.. sources.All] };
    }

    /// <summary>
    /// A ratio: its numerator (ratio × denominator) and its denominator are carried, then divided again. Ratios are never averaged.
    /// </summary>
    /// <param name="ratios">By area or union, of one period, in any unit.</param>
    /// <param name="denominators">Of the same period and of the same areas and unions.</param>
    /// <param name="denominatorName">For refusals: “dân số trung bình”.</param>
    public CarriedValue Ratio(
        IReadOnlyDictionary<string, decimal> ratios,
        IReadOnlyDictionary<string, decimal> denominators,
        string area,
        Bilingual denominatorName)
    {
        if (ratios.TryGetValue(area, out var observed))
            return Observed(area, observed);

        var sources = CarrySources.Of(crosswalk, ratios.Keys, area);
        if (sources.Refusal is { } refusal)
            return Refused(area, refusal);
        if (sources.All.FirstOrDefault(source => !denominators.ContainsKey(source)) is { } without)
        {
            return Refused(area, new(
                $"Thiếu {denominatorName.Vi} của {Names(without)} để tính lại tỷ lệ.",
                $"The {denominatorName.In(english: true)} of {Names(without)} is missing, so the ratio cannot be weighted again."));
        }

        if (sources.All.Any(source => denominators[source] < 0) || sources.All.All(source => denominators[source] == 0))
            return Refused(area, new($"{denominatorName.Vi} không dương.", $"The {denominatorName.In(english: true)} is not positive."));

        var terms = sources.Whole.Select(source => new RatioTerm(ratios[source], denominators[source], denominators[source], denominators[source]))
            .Concat(sources.Cut.Select(cut =>
            {
                var share = cut.Parts.Where(part => sources.Areas.Contains(part.To)).Sum(part => part.Share);
                var (least, most) = Shares(share);
                return new RatioTerm(ratios[cut.Source], denominators[cut.Source] * share, denominators[cut.Source] * least, denominators[cut.Source] * most);
            }))
            .ToList();
        var value = RatioTerm.Mean(terms);
        if (sources.Cut.Count == 0)
            return sources.Whole.Count == 1 ? Sum(area, ratios[sources.Whole[0]], sources) : new(area, CarryLabel.ExactSum, value, null, Reweighted(sources, denominatorName)) { Sources = [.. sources.All] };

        var wholeShare = sources.Whole.Sum(source => denominators[source]) / terms.Sum(term => term.Weight);
        return wholeShare < _rule.LeastWholeShare
            ? Refused(area, new(
                $"Phần lớn là một phần của {Listed(sources.Cut.Select(cut => cut.Source), false)}; tỷ lệ của cả đơn vị không nói gì về một phần của nó.",
                $"Most of it is a part of {Listed(sources.Cut.Select(cut => cut.Source), true)}; a ratio of the whole says nothing about a part."))
            : new(area, CarryLabel.Estimated, value, RatioTerm.Ends(terms), Estimate(sources)) { Sources = [.. sources.All] };
    }

    /// <summary>Ranks, rates and scores stay where they are, unless the same land only got another code.</summary>
    public CarriedValue NotTransferable(IReadOnlyDictionary<string, decimal> values, string area)
    {
        if (values.TryGetValue(area, out var observed))
            return Observed(area, observed);

        var sources = CarrySources.Of(crosswalk, values.Keys, area);
        return sources is { Refusal: null, Cut.Count: 0, Whole.Count: 1 }
            ? Sum(area, values[sources.Whole[0]], sources)
            : Refused(area, new(
                "Chỉ tiêu này không cộng hay chia lại được khi địa giới thay đổi.",
                "This indicator can neither be added up nor divided when boundaries change."));
    }

    static CarriedValue Observed(string area, decimal value) =>
        new(area, CarryLabel.Observed, value, null, new("Số liệu của chính đơn vị này.", "A figure of this very area."));

    static CarriedValue Refused(string area, Bilingual why) => new(area, CarryLabel.Refused, null, null, why);

    CarriedValue Sum(string area, decimal value, CarrySources sources) => new(area, CarryLabel.ExactSum, value, null, sources.Whole.Count == 1
        ? new($"Cùng lãnh thổ với {Names(sources.Whole[0])}.", $"The same land as {Names(sources.Whole[0])}.")
        : new(
            $"Tổng của {Listed(sources.Whole, false)}, gồm trọn vẹn các đơn vị này.",
            $"The sum of {Listed(sources.Whole, true)}, each of them whole."))
    {
        Sources = sources.Whole,
    };

    Bilingual Reweighted(CarrySources sources, Bilingual denominator) => new(
        $"Tính lại từ tử số và {denominator.Vi} của {Listed(sources.Whole, false)}, gồm trọn vẹn các đơn vị này.",
        $"Made anew from numerators and {denominator.In(english: true)} of {Listed(sources.Whole, true)}, each of them whole.");

    Bilingual Estimate(CarrySources sources)
    {
        var vi = string.Join(", ", sources.Cut.Select(cut => $"{Names(cut.Source)} ({Percent(cut, sources, false)} %)"));
        var en = string.Join(", ", sources.Cut.Select(cut => $"{Names(cut.Source)} ({Percent(cut, sources, true)} %)"));
        var (factorVi, factorEn) = (IndicatorNumber.Text(_rule.DensityFactor, false), IndicatorNumber.Text(_rule.DensityFactor, true));
        return new(
            $"Phân bổ theo diện tích phần của {vi}; dải sai số giả định mật độ các phần chênh nhau không quá {factorVi} lần.",
            $"By area, with parts of {en}; the band assumes that no part is more than {factorEn} times as dense as the rest.");
    }

    static string Percent((string Source, IReadOnlyList<(string To, decimal Share)> Parts) cut, CarrySources sources, bool english) =>
        IndicatorNumber.Text(cut.Parts.Where(part => sources.Areas.Contains(part.To)).Sum(part => part.Share) * 100, english, 1);

    /// <summary>A part with this share of the land has between these shares of the quantity.</summary>
    (decimal Least, decimal Most) Shares(decimal share)
    {
        decimal With(decimal density) => share * density / ((share * density) + 1 - share);
        return (With(1 / _rule.DensityFactor), With(_rule.DensityFactor));
    }

    string Names(string source) => crosswalk.Names(source);

    string Listed(IEnumerable<string> sources, bool english) => crosswalk.Listed(sources, english);
}

/// <summary>One source of a ratio: its ratio and by how much of the denominator it counts, at least and at most.</summary>
sealed record RatioTerm(decimal Ratio, decimal Weight, decimal Least, decimal Most)
{
    internal static decimal Mean(IReadOnlyList<RatioTerm> terms) =>
        terms.Sum(term => term.Ratio * term.Weight) / terms.Sum(term => term.Weight);

    /// <summary>
    /// The least and the greatest mean that the weights allow: at either end all terms on one side of some ratio have their
    /// greatest weight and all others their least.
    /// </summary>
    internal static (decimal Low, decimal High) Ends(IReadOnlyList<RatioTerm> terms)
    {
        decimal Tilted(decimal at, bool upwards) => Mean(
            [.. terms.Select(term => term with { Weight = term.Ratio > at == upwards ? term.Most : term.Least })]);
        return (terms.Min(term => Tilted(term.Ratio, false)), terms.Max(term => Tilted(term.Ratio, true)));
    }
}

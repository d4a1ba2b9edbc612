using LongAnGis.Core.Indicators;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Indicators.Board;
using LongAnGis.Web.Platform;

namespace LongAnGis.Web.Indicators.Explanations;

/// <summary>
/// What a question is about, from the address of its form: a target (<c>?target=KT-02</c>), or one figure
/// (<c>?indicator=poverty-rate&amp;region=807&amp;period=2022</c>).
/// </summary>
public sealed record AskedFigure(
    string? Target, Indicator Indicator, StatisticalRegion Region, Bilingual Name, Period? Period, decimal? Value, int Edition)
{
    /// <summary>The same subject in an address.</summary>
    public IReadOnlyList<(string Name, string? Value)> Parameters => Target is not null
        ? [("target", Target)]
        : [("indicator", Indicator.Code), ("region", Region.Code), ("period", Period?.ToString())];
}

/// <summary>Finds what a question is about, as it is known now: nobody asks to explain a past state of knowledge.</summary>
public sealed class AskedFigures(
    Scoreboard scoreboard, IndicatorCatalogue catalogue, Regions regions, KnownFigures figures, Editions editions, Plans.Moments moments)
{
    static readonly Refusal Nothing = Refusal.BadRequest(
        "Hãy nêu điều cần giải trình: một mục tiêu (target) hoặc một số liệu (indicator, region và period).",
        "Name what is to be explained: a target (target), or a figure (indicator, region and period).");

    /// <exception cref="RefusedException">400 when nothing or an unreadable period is named; 404 when there is no such thing.</exception>
    public async Task<AskedFigure> Read(IQueryCollection query, CancellationToken cancellation)
    {
        var moment = await moments.Resolve(AskedTime.Now, cancellation);
        if (query["target"].ToString() is { Length: > 0 } target)
        {
            var (board, one) = await scoreboard.Find(target, moment, cancellation);
            var judged = one.Judged ?? one.Newest;
            return new(
                one.Stated.Code, one.Indicator, await regions.Find(one.Stated.Region, cancellation), one.Stated.Name, judged?.Period, judged?.Value, board.Edition);
        }

        if (query["indicator"].ToString() is not { Length: > 0 } code || query["region"].ToString() is not { Length: > 0 } region
            || FigureRequest.Period(query["period"], query["year"]) is not { } period)
            throw new RefusedException(Nothing);
        return await Figure(code, region, period, await editions.At(moment, cancellation), cancellation);
    }

    async Task<AskedFigure> Figure(string code, string region, Period period, int edition, CancellationToken cancellation)
    {
        var indicator = await catalogue.Find(code, cancellation);
        var known = await regions.Find(region, cancellation);
        var figure = (await figures.In(code, period, edition, cancellation)).FirstOrDefault(one => one.Region == known.Code && !one.IsPlan)
            ?? throw new RefusedException(Refusal.NotFound(
                $"Chưa có số liệu {period.Words.Vi} của {known.Name.Vi} cho chỉ tiêu này.",
                $"This indicator has no figure of {known.Name.In(true)} for {period.Words.In(true)}."));
        return new(null, indicator, known, indicator.Name, period, figure.Value, edition);
    }
}

using LongAnGis.Core.Indicators;
using LongAnGis.Core.Plans;
using LongAnGis.Core.Programme;
using LongAnGis.Core.Programme.Reporting;
using LongAnGis.Web.Indicators;
using LongAnGis.Web.Indicators.Entry;
using Npgsql;

namespace LongAnGis.Web.Programme.Reporting;

/// <summary>A figure of a report beside what the indicator holds of the same region and period.</summary>
/// <param name="Objection">Why it cannot be recorded; null when it can.</param>
/// <param name="Held">What is recorded now; null for nothing.</param>
public sealed record ReportedFigure(
    Indicator Indicator, decimal Value, FigureStatus Status, Period? Period, StatisticalRegion? Region, Bilingual? Objection, FigureCell? Held)
{
    /// <summary>False for what says the same as is known.</summary>
    public bool IsNew => Held?.Now is not { } now || now.Value != Value || now.Status != Status;
}

/// <summary>
/// Takes the figures of reports to the indicators: as the head approves a report they are recorded as observations, in the
/// edition of the approval, with the report as their source.
/// </summary>
sealed class ReportedFigures(IndicatorCatalogue catalogue, Regions regions, FigureCells cells)
{
    /// <summary>The newest edition, for somebody who looks at figures and may approve them.</summary>
    public Task<int> Seen(CancellationToken cancellation) => cells.Newest(cancellation);

    /// <param name="seen">The edition that somebody looked at.</param>
    public async Task<IReadOnlyList<ReportedFigure>> Of(Agency unit, ReportingPeriod period, ReportContent content, int seen, CancellationToken cancellation)
    {
        if (content.Figures.Count == 0)
            return [];

        var known = (await catalogue.All(cancellation)).ToDictionary(entry => entry.Indicator.Code, entry => entry.Indicator, StringComparer.Ordinal);
        var own = LinkedFigures.PeriodOf(period);
        var region = own is { } ofFigures ? LinkedFigures.RegionOf(unit, ofFigures, await regions.All(cancellation)) : null;
        var stated = content.Figures.Where(figure => known.ContainsKey(figure.Key)).OrderBy(figure => figure.Key, StringComparer.Ordinal).ToList();
        var held = own is { } at && region is not null
            ? await cells.Of([.. stated.Select(figure => new FigureKey(figure.Key, region.Code, at, IsPlan: false))], seen, cancellation)
            : new Dictionary<FigureKey, FigureCell>();
        return
        [
            .. stated.Select(figure => new ReportedFigure(
                known[figure.Key], figure.Value, content.FiguresStatus, own, region, LinkedFigures.Objection(known[figure.Key], figure.Value, period, region),
                own is { } of && region is not null ? held.GetValueOrDefault(new(figure.Key, region.Code, of, IsPlan: false)) : null)),
        ];
    }

    /// <summary>Why the figures of a report cannot be recorded; null when all of them can.</summary>
    public static Bilingual? Objection(IReadOnlyList<ReportedFigure> figures, int seen)
    {
        if (figures.FirstOrDefault(figure => figure.Objection is not null) is { } unfit)
            return new(
                $"{unfit.Indicator.Name.Vi}: {unfit.Objection!.Vi} Hãy trả lại báo cáo để sửa.",
                $"{unfit.Indicator.Name.In(true)}: {unfit.Objection.In(true)} Return the report to have it mended.");
        return figures.FirstOrDefault(figure => figure.IsNew && figure.Held?.HasMoved(seen) is true) is { } moved
            ? new(
                $"{moved.Indicator.Name.Vi}: {moved.Held!.RecordedBy} vừa ghi số khác cho {moved.Period!.Value.Words.Vi}. Mở lại trang để so rồi duyệt.",
                $"{moved.Indicator.Name.In(true)}: {moved.Held.RecordedBy} has just recorded another figure for {moved.Period.Value.Words.In(true)}. Open the page again and compare.")
            : null;
    }

    /// <summary>Records what is new; answers how many figures that were.</summary>
    /// <param name="source">Address of the report.</param>
    public static async Task<int> Record(
        NpgsqlConnection connection, int edition, IReadOnlyList<ReportedFigure> figures, string source, CancellationToken cancellation)
    {
        EnteredFigure[] entered =
        [
            .. figures.Where(figure => figure.IsNew).Select(figure => new EnteredFigure(
                figure.Indicator.Code, figure.Region!.Code, figure.Period!.Value, figure.Status, figure.Value, figure.Indicator.Code)),
        ];
        if (entered.Length > 0)
            await FigureRecording.Store(connection, edition, entered, new(source, null, ""), cancellation);
        return entered.Length;
    }
}

using LongAnGis.Core.Coordinates;
using LongAnGis.Core.Indicators;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Database;
using LongAnGis.Web.Platform;
using NetTopologySuite.Geometries;

namespace LongAnGis.Web.Indicators.Districts.Paper;

/// <summary>A district or union on a map of one indicator.</summary>
/// <param name="GridMetres">Eastings and northings on VN-2000 / TM-3 105°45′.</param>
/// <param name="Value">Null where it is missing.</param>
/// <param name="Class">From 0; null where it is missing.</param>
public sealed record ShadedRegion(StatisticalRegion Region, Geometry GridMetres, Figure? Value, int? Class);

/// <summary>One indicator in one period over the districts, in classes: what a printed map and its legend are drawn from.</summary>
public sealed record ChoroplethSheet(
    Indicator Indicator, Period Period, IReadOnlyList<ShadedRegion> Regions, Classification Classes, PointInTime Moment, int Edition);

/// <summary>Gathers a map of one indicator. A value of a union is drawn on the union and on none of its members.</summary>
public sealed class ChoroplethFacts(
    PublicDatabase database, Editions editions, IndicatorCatalogue catalogue, Regions regions, KnownFigures figures)
{
    const int UsualClasses = 5;

    static readonly string OutlinesQuery = Sql.Beside<ChoroplethFacts>("DistrictOutlines");

    /// <param name="asked">Null for the newest period that any district has.</param>
    /// <exception cref="RefusedException">
    /// 404 when there is no such indicator or no figure of a district; 400 when it is a total, which areas must not be shaded by.
    /// </exception>
    public async Task<ChoroplethSheet> Of(string code, Period? asked, PointInTime moment, CancellationToken cancellation)
    {
        var indicator = await catalogue.Find(code, cancellation);
        if (indicator.Transfer == IndicatorTransfer.Additive)
            throw new RefusedException(Refusal.BadRequest(
                "Chỉ tiêu này là số tuyệt đối: không tô màu theo diện tích. Hãy chọn một tỷ lệ, ví dụ population-density.",
                "This indicator is a total: areas are not shaded by it. Choose a rate, for example population-density."));

        var edition = await editions.At(moment, cancellation);
        var period = asked ?? (await figures.Periods(code, edition, cancellation))
            .LastOrDefault(one => one.In(RegionSet.Districts) > 0 && one.Period.FirstDay <= moment.AsOf)?.Period;
        var all = (await regions.All(cancellation)).ToDictionary(region => region.Code);
        var known = period is not { } year ? [] : (await figures.In(code, year, edition, cancellation))
            .Where(figure => !figure.IsPlan && RegionSet.Districts.Has(all[figure.Region].Kind)).ToList();
        if (known.Count == 0)
            throw new RefusedException(Refusal.NotFound(
                "Chưa có số liệu huyện nào của chỉ tiêu này cho kỳ được hỏi.", "No district has a figure of this indicator for the period asked about."));

        var outlines = await Outlines(moment.Revision, cancellation);
        var values = known.ToDictionary(figure => figure.Region);
        var missing = RegionSet.Districts.Missing([.. all.Values], values.Keys.ToHashSet());
        var shown = values.Keys.Select(one => all[one]).Concat(missing).Where(region => outlines.ContainsKey(region.Code)).ToList();
        var classes = Classifier.Quantile([.. shown.Select(region => (double?)values.GetValueOrDefault(region.Code)?.Value)], UsualClasses);
        return new(
            indicator, period!.Value,
            [.. shown.Select((region, place) => new ShadedRegion(region, outlines[region.Code], values.GetValueOrDefault(region.Code), classes.Classes[place]))],
            classes, moment, edition);
    }

    async Task<Dictionary<string, Geometry>> Outlines(int revision, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(OutlinesQuery);
        command.Parameters.AddWithValue(revision);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var outlines = new Dictionary<string, Geometry>(StringComparer.Ordinal);
        while (await row.ReadAsync(cancellation))
        {
            outlines[row.GetString(0)] = Vn2000Zone.LongAn.GeometryFromWgs84(row.GetFieldValue<Geometry>(1));
        }

        return outlines;
    }
}

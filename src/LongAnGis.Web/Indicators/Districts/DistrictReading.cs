using LongAnGis.Core.Indicators;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Database;
using LongAnGis.Web.Indicators.Board;

namespace LongAnGis.Web.Indicators.Districts;

/// <summary>One indicator in a district and in those it is compared with.</summary>
/// <param name="Rank">Among the districts in the same period; null for the province and where a union's figure speaks.</param>
/// <param name="Others">In the order of the comparison; null where there is no figure.</param>
/// <param name="Target">The plan's target for the province; districts have none of their own.</param>
public sealed record DistrictLine(
    Indicator Indicator, RegionReading? Own, RegionRank? Rank, IReadOnlyList<RegionReading?> Others, TargetCase? Target);

/// <summary>All that the page and the brief of a district say: both are written from this, so that their figures agree.</summary>
public sealed record DistrictSheet(
    DistrictAddress Subject,
    IReadOnlyList<DistrictAddress> With,
    PointInTime Moment,
    int Edition,
    IReadOnlyList<(Bilingual Theme, IReadOnlyList<DistrictLine> Lines)> Themes,
    IReadOnlyList<PlanItem> Inside,
    IReadOnlyList<CommuneNow> Communes,
    DistrictPlace? Place)
{
    public IEnumerable<DistrictLine> Lines => Themes.SelectMany(theme => theme.Lines);

    public DistrictLine? Line(string indicator) => Lines.FirstOrDefault(line => line.Indicator.Code == indicator);

    public RegionReading? Own(string indicator) => Line(indicator)?.Own;
}

/// <summary>Gathers a district's sheet: a handful of questions, however many indicators there are.</summary>
public sealed class DistrictReading(
    PublicDatabase database, Scoreboard scoreboard, IndicatorCatalogue catalogue, Regions regions, BoardFigures figures, DistrictPlan plan)
{
    static readonly string RankedQuery = Sql.Beside<DistrictReading>("RankedFigures");

    public async Task<DistrictSheet> Read(
        DistrictAddress subject, IReadOnlyList<DistrictAddress> with, PointInTime moment, CancellationToken cancellation)
    {
        var board = await scoreboard.At(moment, cancellation);
        var entries = await catalogue.All(cancellation);
        var all = await regions.All(cancellation);
        var compared = new[] { subject }.Concat(with).Select(one => one.Region).ToList();
        var unions = compared.ToDictionary(region => region.Code, region => Unions(region, all));
        var asked = compared.Concat(unions.Values.SelectMany(one => one)).Select(region => region.Code).Distinct().ToList();
        var known = await figures.Of(
            [.. entries.SelectMany(entry => asked.Select(region => (entry.Indicator.Code, region)))], moment.AsOf, board.Edition, cancellation);

        RegionReading? Reading(Indicator indicator, StatisticalRegion region) => RegionReading.Of(
            region, unions[region.Code],
            [.. unions[region.Code].Append(region).SelectMany(one => known[(indicator.Code, one.Code)])], moment.AsOf);

        var targets = board.OfPlan.GroupBy(one => one.Indicator.Code).ToDictionary(group => group.Key, group => group.First());
        var lines = entries
            .Select(entry => (entry.Theme, Line: new DistrictLine(
                entry.Indicator, Reading(entry.Indicator, subject.Region), null,
                [.. with.Select(one => Reading(entry.Indicator, one.Region))], targets.GetValueOrDefault(entry.Indicator.Code))))
            // What only the others have says nothing of this one.
            .Where(one => one.Line.Own is not null)
            .ToList();
        var ranks = subject.IsProvince ? [] : await Ranks(subject.Region, lines.Select(one => one.Line), board.Edition, cancellation);
        return new(
            subject, with, moment, board.Edition,
            [.. lines.GroupBy(one => one.Theme).Select(group => (
                group.Key,
                (IReadOnlyList<DistrictLine>)[.. group.Select(one => one.Line with { Rank = ranks.GetValueOrDefault(one.Line.Indicator.Code) })]))],
            await plan.Inside(subject.Region, moment, cancellation),
            await plan.Communes(subject.Region, cancellation),
            await plan.Place(subject.Region, moment, cancellation));
    }

    static List<StatisticalRegion> Unions(StatisticalRegion region, IReadOnlyList<StatisticalRegion> all) =>
        [.. all.Where(one => one.Kind == RegionKind.Union && one.Members.Contains(region.Code))];

    async Task<Dictionary<string, RegionRank>> Ranks(
        StatisticalRegion region, IEnumerable<DistrictLine> lines, int edition, CancellationToken cancellation)
    {
        var own = lines.Where(line => line.Own is { CountedIn: null }).ToList();
        await using var command = database.CreateCommand(RankedQuery);
        command.Parameters.AddWithValue(own.Select(line => line.Indicator.Code).ToArray());
        command.Parameters.AddWithValue(own.Select(line => line.Own!.Newest.Period.Kind.Code()).ToArray());
        command.Parameters.AddWithValue(own.Select(line => line.Own!.Newest.Period.FirstDay).ToArray());
        command.Parameters.AddWithValue(edition);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var values = new Dictionary<string, Dictionary<string, decimal>>(StringComparer.Ordinal);
        while (await row.ReadAsync(cancellation))
        {
            if (!values.TryGetValue(row.GetString(0), out var districts))
            {
                values[row.GetString(0)] = districts = [];
            }

            districts[row.GetString(1)] = row.GetDecimal(2);
        }

        return own
            .Select(line => (line.Indicator.Code, Rank: RegionRank.Of(region.Code, values.GetValueOrDefault(line.Indicator.Code) ?? [], line.Indicator.Direction)))
            .Where(one => one.Rank is not null)
            .ToDictionary(one => one.Code, one => one.Rank!);
    }
}

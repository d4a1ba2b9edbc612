using LongAnGis.Core.Indicators;
using LongAnGis.Core.Indicators.Areas;
using LongAnGis.Web.Database;

namespace LongAnGis.Web.Indicators;

/// <summary>How the regions of one time lie in those of another, as the register of areas tells.</summary>
public sealed class AreaCrosswalks(PublicDatabase database)
{
    static readonly string SuccessionsQuery = Sql.Beside<AreaCrosswalks>("RegionSuccessions");
    static readonly string PartsQuery = Sql.Beside<AreaCrosswalks>("RegionParts");

    public async Task<RegionCrosswalks> Over(IReadOnlyCollection<StatisticalRegion> regions, CancellationToken cancellation) =>
        new(regions, await Successions(cancellation), await Parts(cancellation));

    async Task<List<Succession>> Successions(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(SuccessionsQuery);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var successions = new List<Succession>();
        while (await row.ReadAsync(cancellation))
        {
            decimal? Share(int column) => row.IsDBNull(column) ? null : (decimal)row.GetDouble(column);
            successions.Add(new(row.GetString(0), row.GetString(1), row.GetFieldValue<DateOnly>(2), Share(3), Share(4)));
        }

        return successions;
    }

    async Task<List<RegionPart>> Parts(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(PartsQuery);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var parts = new List<RegionPart>();
        while (await row.ReadAsync(cancellation))
        {
            parts.Add(new(row.GetString(0), row.GetString(1)));
        }

        return parts;
    }
}

using LongAnGis.Core.Indicators;
using LongAnGis.Web.Database;

namespace LongAnGis.Web.Indicators;

/// <summary>What the catalogue says of one indicator beside its definition.</summary>
/// <param name="Newest">The province's newest figure; null when it has none.</param>
/// <param name="Years">The province's yearly figures, for the sparkline.</param>
/// <param name="Districts">For how many districts there is any figure.</param>
public sealed record CatalogueFigure(Figure? Newest, IReadOnlyList<Figure> Years, long Districts);

/// <summary>The figures of the catalogue: three questions for all indicators at once.</summary>
public sealed class CatalogueFigures(PublicDatabase database)
{
    static readonly string SeriesQuery = Sql.Beside<CatalogueFigures>("CatalogueSeries");
    static readonly string NewestQuery = Sql.Beside<CatalogueFigures>("CatalogueNewest");
    static readonly string CoverageQuery = Sql.Beside<CatalogueFigures>("CatalogueCoverage");

    /// <summary>By indicator; one without any figure has an empty entry.</summary>
    public async Task<ILookup<string, Figure>> Series(string region, int edition, CancellationToken cancellation) =>
        (await Ask(SeriesQuery, region, edition, cancellation)).ToLookup(one => one.Indicator, one => one.Figure);

    public async Task<IReadOnlyDictionary<string, Figure>> Newest(string region, int edition, CancellationToken cancellation) =>
        (await Ask(NewestQuery, region, edition, cancellation)).ToDictionary(one => one.Indicator, one => one.Figure);

    public async Task<IReadOnlyDictionary<string, long>> Districts(int edition, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(CoverageQuery);
        command.Parameters.AddWithValue(edition);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        while (await row.ReadAsync(cancellation))
        {
            counts[row.GetString(0)] = row.GetInt64(1);
        }

        return counts;
    }

    /// <summary>All three, for a region, by indicator.</summary>
    public async Task<Func<string, CatalogueFigure>> Of(string region, int edition, CancellationToken cancellation)
    {
        var series = await Series(region, edition, cancellation);
        var newest = await Newest(region, edition, cancellation);
        var districts = await Districts(edition, cancellation);
        return code => new(newest.GetValueOrDefault(code), [.. series[code]], districts.GetValueOrDefault(code));
    }

    async Task<List<(string Indicator, Figure Figure)>> Ask(string query, string region, int edition, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(query);
        command.Parameters.AddWithValue(region);
        command.Parameters.AddWithValue(edition);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var figures = new List<(string, Figure)>();
        while (await row.ReadAsync(cancellation))
        {
            figures.Add((row.GetString(9), KnownFigures.ReadFigure(row)));
        }

        return figures;
    }
}

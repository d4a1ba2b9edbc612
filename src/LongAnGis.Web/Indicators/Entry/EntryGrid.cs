using LongAnGis.Core.Indicators;
using LongAnGis.Core.Indicators.Entry;
using LongAnGis.Core.Indicators.Pasting;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Accounts;
using LongAnGis.Web.Platform;

namespace LongAnGis.Web.Indicators.Entry;

/// <summary>A row of a grid: one indicator in one region.</summary>
/// <param name="MayWrite">False where the figures are another officer's.</param>
public sealed record EntryRow(Indicator Indicator, StatisticalRegion Region, bool MayWrite)
{
    public FigureKey Key(Period period, bool isPlan) => new(Indicator.Code, Region.Code, period, isPlan);

    /// <summary>Whether there was such a territory on any day of a period.</summary>
    public bool Has(Period period) => EntryWords.Area(Region).Lasts(period);

    /// <summary>Of the field that a cell is in a form.</summary>
    public string Field(Period period) => $"v.{Indicator.Code}.{Region.Code}.{period}";
}

/// <summary>The figures of a scope in rows and columns, as an edition knew them: what is entered over, and what a template holds.</summary>
/// <param name="Name">Of the indicator or the region.</param>
/// <param name="Edition">What its reader has seen.</param>
public sealed record EntryGrid(
    EntryScope Scope, Bilingual Name, IReadOnlyList<EntryRow> Rows, IReadOnlyDictionary<FigureKey, FigureCell> Cells, int Edition)
{
    /// <summary>Columns before the first period: the code and the name of the row.</summary>
    public const int ColumnsBefore = 2;

    public IReadOnlyList<Period> Periods => Scope.Periods;

    public (decimal Value, FigureStatus Status)? Seen(EntryRow row, Period period) =>
        Cells.GetValueOrDefault(row.Key(period, Scope.IsPlan))?.Seen;

    /// <summary>A figure as the grid shows it for typing over: all its decimals.</summary>
    public static string Typed(decimal? value, bool english) => value is { } known ? IndicatorNumber.Text(known, english, 6).Replace('\u2212', '-') : "";

    /// <summary>The place of a cell as the page letters and numbers it; headings are row 1.</summary>
    public static CellAddress Address(int row, int column) => new(row + 2, column + ColumnsBefore + 1);

    /// <summary>What was typed as a table, with nothing where the text is still the one that was shown.</summary>
    public PastedTable Table(Func<string, string?> typed, bool english)
    {
        List<IReadOnlyList<PastedCell>> rows =
        [
            [new("Mã chỉ tiêu"), new("Mã"), .. Periods.Select(period => new PastedCell(Scope.Heading(period, english: false)))],
        ];
        rows.AddRange(Rows.Select(row => (IReadOnlyList<PastedCell>)
        [
            new(row.Indicator.Code), new(row.Region.Code), .. Periods.Select(period => new PastedCell(Changed(row, period, typed, english) ?? "")),
        ]));
        return new(rows);
    }

    /// <summary>Cells that had a figure and were emptied.</summary>
    public IEnumerable<CellAddress> Emptied(Func<string, string?> typed) =>
        from row in Rows.Select((row, index) => (row, index))
        from period in Periods.Select((period, index) => (period, index))
        where Seen(row.row, period.period) is not null && typed(row.row.Field(period.period)) is { } text && string.IsNullOrWhiteSpace(text)
        select Address(row.index, period.index);

    string? Changed(EntryRow row, Period period, Func<string, string?> typed, bool english)
    {
        var text = typed(row.Field(period))?.Trim();
        return string.IsNullOrEmpty(text) || text == Typed(Seen(row, period)?.Value, english) ? null : text;
    }
}

/// <summary>Builds grids.</summary>
public sealed class EntryGrids(IndicatorCatalogue catalogue, Regions regions, FigureCells cells)
{
    public const int MostCells = 2_000;

    static readonly string[] LevelsFromWhole = ["province", "district", "commune"];

    /// <param name="seenEdition">Null for the newest.</param>
    /// <param name="person">Null for a template, in which every cell is alike.</param>
    /// <exception cref="RefusedException">404 for an unknown indicator or region, 400 for too many cells.</exception>
    public async Task<EntryGrid> Build(EntryScope scope, Person? person, int? seenEdition, CancellationToken cancellation)
    {
        var edition = seenEdition ?? await cells.Newest(cancellation);
        var (name, rows) = scope.Indicator is { } code
            ? await OfIndicator(await catalogue.Find(code, cancellation), scope, person, cancellation)
            : await OfRegion(await regions.Find(scope.Region!, cancellation), person, cancellation);
        rows = [.. rows.Where(row => scope.Periods.Any(row.Has))];
        if (rows.Count * scope.Periods.Count > MostCells)
            throw new RefusedException(Refusal.BadRequest(
                $"Bảng có {rows.Count * scope.Periods.Count} ô, nhiều nhất {MostCells}: hãy chọn ít kỳ hơn.",
                $"The grid would have {rows.Count * scope.Periods.Count} cells, at most {MostCells}: choose fewer periods."));

        var known = await cells.Of(
            [.. rows.SelectMany(row => scope.Periods.Select(period => row.Key(period, scope.IsPlan)))], edition, cancellation);
        // Nobody reports for a union; its figures are shown where a source has counted so.
        var shown = rows.Where(row => row.Region.Kind != RegionKind.Union || scope.Periods.Any(period => known.ContainsKey(row.Key(period, scope.IsPlan))));
        return new(scope, name, [.. shown], known, edition);
    }

    async Task<(Bilingual Name, List<EntryRow> Rows)> OfIndicator(Indicator indicator, EntryScope scope, Person? person, CancellationToken cancellation)
    {
        var rows = (await regions.All(cancellation))
            .Where(region => region.Kind == RegionKind.Province
                ? region.Code is "80-to-2025" or "80"
                : indicator.Level != "province" && scope.Set.Has(region.Kind))
            .Select(region => new EntryRow(indicator, region, MayWrite(person, region)));
        return (indicator.Name, [.. rows]);
    }

    async Task<(Bilingual Name, List<EntryRow> Rows)> OfRegion(StatisticalRegion region, Person? person, CancellationToken cancellation)
    {
        var level = region.Kind switch { RegionKind.Province => 0, RegionKind.Commune => 2, _ => 1 };
        var rows = (await catalogue.All(cancellation))
            .Where(entry => Array.IndexOf(LevelsFromWhole, entry.Indicator.Level) >= level)
            .Select(entry => new EntryRow(entry.Indicator, region, MayWrite(person, region)));
        return (new(region.FullName, region.Name.En), [.. rows]);
    }

    static bool MayWrite(Person? person, StatisticalRegion region) => person is null || EntryRights.Cover(person.Area, region);
}

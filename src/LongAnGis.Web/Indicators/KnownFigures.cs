using System.Data.Common;
using LongAnGis.Core.Indicators;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Database;
using LongAnGis.Web.Plans;
using Npgsql;

namespace LongAnGis.Web.Indicators;

/// <summary>A period with figures, and for how many regions of each kind.</summary>
public sealed record PeriodCount(Period Period, IReadOnlyDictionary<RegionKind, long> Regions)
{
    public long In(RegionSet set) => Regions.Where(one => set.Has(one.Key)).Sum(one => one.Value);

    /// <summary>Whether regions of a set have figures, or others from which some may be carried to them.</summary>
    public bool Reaches(RegionSet set) => Regions.Any(one => one.Value > 0 && (set.Has(one.Key) || set.MayTakeFrom(one.Key)));
}

/// <summary>Which period is shown when none is asked for.</summary>
public static class PeriodCounts
{
    /// <summary>The newest with figures of the set's own regions; without any, the newest whose figures may be carried to them.</summary>
    public static Period? Newest(this IReadOnlyList<PeriodCount> periods, RegionSet set) =>
        (periods.LastOrDefault(one => one.In(set) > 0) ?? periods.LastOrDefault(one => one.Reaches(set)))?.Period;
}

/// <summary>The figures of an indicator as an edition knew them. Periods and regions without a figure are absent.</summary>
public sealed class KnownFigures(PublicDatabase database)
{
    static readonly string PeriodsQuery = Sql.Beside<KnownFigures>("FigurePeriods");
    static readonly string InPeriodQuery = Sql.Beside<KnownFigures>("FiguresInPeriod");
    static readonly string SeriesQuery = Sql.Beside<KnownFigures>("FigureSeries");
    static readonly string TableQuery = Sql.Beside<KnownFigures>("FigureTable");
    static readonly string LastEditionQuery = Sql.Beside<KnownFigures>("LastEdition");

    /// <summary>The newest edition up to this one that touched the indicator; 0 when none has.</summary>
    public async Task<int> LastEdition(string indicator, int edition, CancellationToken cancellation)
    {
        await using var command = Command(LastEditionQuery, indicator, edition);
        return (int)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>The periods that have a figure beside plans, in the order of time.</summary>
    public async Task<IReadOnlyList<PeriodCount>> Periods(string indicator, int edition, CancellationToken cancellation)
    {
        await using var command = Command(PeriodsQuery, indicator, edition);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var counts = new Dictionary<Period, Dictionary<RegionKind, long>>();
        while (await row.ReadAsync(cancellation))
        {
            var period = ReadPeriod(row, 0);
            if (!counts.TryGetValue(period, out var kinds))
            {
                counts[period] = kinds = [];
            }

            kinds[StatisticalRegion.ParseKind(row.GetString(2))] = row.GetInt64(3);
        }

        return [.. counts.Select(one => new PeriodCount(one.Key, one.Value)).OrderBy(one => one.Period)];
    }

    /// <summary>All values for one period, of every kind of region.</summary>
    public Task<IReadOnlyList<Figure>> In(string indicator, Period period, int edition, CancellationToken cancellation)
    {
        var command = Command(InPeriodQuery, indicator, edition);
        command.Parameters.AddWithValue(period.Kind.Code());
        command.Parameters.AddWithValue(period.FirstDay);
        return Read(command, cancellation);
    }

    /// <summary>All values of one region, in the order of time.</summary>
    public Task<IReadOnlyList<Figure>> Series(string indicator, string region, int edition, CancellationToken cancellation)
    {
        var command = Command(SeriesQuery, indicator, edition);
        command.Parameters.AddWithValue(region);
        return Read(command, cancellation);
    }

    /// <summary>All values for the periods of one kind between two days.</summary>
    public Task<IReadOnlyList<Figure>> Between(
        string indicator, PeriodKind kind, DateOnly from, DateOnly until, int edition, CancellationToken cancellation)
    {
        var command = Command(TableQuery, indicator, edition);
        command.Parameters.AddWithValue(kind.Code());
        command.Parameters.AddWithValue(from);
        command.Parameters.AddWithValue(until);
        return Read(command, cancellation);
    }

    NpgsqlCommand Command(string query, string indicator, int edition)
    {
        var command = database.CreateCommand(query);
        command.Parameters.AddWithValue(indicator);
        command.Parameters.AddWithValue(edition);
        return command;
    }

    static async Task<IReadOnlyList<Figure>> Read(NpgsqlCommand command, CancellationToken cancellation)
    {
        await using (command)
        {
            await using var row = await command.ExecuteReaderAsync(cancellation);
            var figures = new List<Figure>();
            while (await row.ReadAsync(cancellation))
            {
                figures.Add(ReadFigure(row));
            }

            return figures;
        }
    }

    /// <summary>The nine columns that every question about figures begins with.</summary>
    internal static Figure ReadFigure(DbDataReader row) => new(
        row.GetString(0),
        ReadPeriod(row, 1),
        FigureCodes.ParseStatus(row.GetString(3)),
        row.GetDecimal(4),
        row.FindString(5) is { } basis ? Bilingual.Of(basis) : null,
        new(row.FindString(6), row.FindString(7)),
        row.FindString(8) is { } note ? Bilingual.Of(note) : null);

    /// <summary>Two neighbouring columns: the kind of period and its first day.</summary>
    internal static Period ReadPeriod(DbDataReader row, int column) =>
        Period.Of(row.GetFieldValue<DateOnly>(column + 1), FigureCodes.ParseKind(row.GetString(column)));
}

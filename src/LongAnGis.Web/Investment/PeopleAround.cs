using LongAnGis.Core.Indicators;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Database;
using LongAnGis.Web.Indicators;
using LongAnGis.Web.Plans;

namespace LongAnGis.Web.Investment;

/// <summary>The newest figure of one indicator in a district.</summary>
public sealed record FigureAround(string Indicator, Bilingual Name, Bilingual Unit, int Decimals, Period Period, decimal Value, string? Source);

/// <summary>People and work in the district that a site lies in, from the indicators; only what some source states.</summary>
public sealed class PeopleAround(PublicDatabase database, Editions editions)
{
    static readonly string Query = Sql.Beside<PeopleAround>();

    static readonly string[] Told =
        ["population-census", "population-average", "population-density", "urbanisation-rate", "net-migration-rate", "labour-force", "industrial-workers"];

    public async Task<IReadOnlyList<FigureAround>> In(string district, PointInTime moment, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Query);
        command.Parameters.AddWithValue("district", district);
        command.Parameters.AddWithValue("indicators", Told);
        command.Parameters.AddWithValue("edition", await editions.At(moment, cancellation));
        command.Parameters.AddWithValue("day", moment.AsOf);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var figures = new List<FigureAround>();
        while (await row.ReadAsync(cancellation))
        {
            figures.Add(new(
                row.GetString(0), row.GetBilingual(1), row.GetBilingual(3), row.GetInt32(5),
                Period.Of(row.GetFieldValue<DateOnly>(7), FigureCodes.ParseKind(row.GetString(6))), row.GetDecimal(8), row.FindString(9)));
        }

        return figures;
    }
}

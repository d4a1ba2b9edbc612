using LongAnGis.Core.Indicators;
using LongAnGis.Web.Database;

namespace LongAnGis.Web.Indicators.Board;

/// <summary>The figures of many indicators and regions with one question.</summary>
public sealed class BoardFigures(PublicDatabase database)
{
    /// <summary>A quarter or month of longer ago says nothing of the day that is asked about; years always count.</summary>
    const int YearsOfMonths = 3;

    static readonly string Query = Sql.Beside<BoardFigures>();

    /// <summary>By indicator and region; a pair without figures has an empty entry.</summary>
    public async Task<ILookup<(string Indicator, string Region), Figure>> Of(
        IReadOnlyCollection<(string Indicator, string Region)> pairs, DateOnly day, int edition, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Query);
        command.Parameters.AddWithValue(pairs.Select(pair => pair.Indicator).ToArray());
        command.Parameters.AddWithValue(pairs.Select(pair => pair.Region).ToArray());
        command.Parameters.AddWithValue(edition);
        command.Parameters.AddWithValue(day.Year > YearsOfMonths ? day.AddYears(-YearsOfMonths) : DateOnly.MinValue);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var figures = new List<(string Indicator, Figure Figure)>();
        while (await row.ReadAsync(cancellation))
        {
            figures.Add((row.GetString(9), KnownFigures.ReadFigure(row)));
        }

        return figures.ToLookup(one => (one.Indicator, one.Figure.Region), one => one.Figure);
    }
}

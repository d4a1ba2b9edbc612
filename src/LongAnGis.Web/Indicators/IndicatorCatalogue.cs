using System.Data.Common;
using LongAnGis.Core.Indicators;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Database;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Platform;
using NpgsqlTypes;

namespace LongAnGis.Web.Indicators;

/// <summary>An indicator of the catalogue: under which heading, and the text in which it is searched.</summary>
public sealed record CatalogueEntry(Indicator Indicator, Bilingual Theme, string SearchText);

/// <summary>The indicators that the public may see.</summary>
public sealed class IndicatorCatalogue(PublicDatabase database)
{
    /// <summary>Codes are never longer; what is longer is not looked for.</summary>
    const int LongestCode = 64;

    static readonly string Query = Sql.Beside<IndicatorCatalogue>();

    public Task<IReadOnlyList<CatalogueEntry>> All(CancellationToken cancellation) => Ask(null, cancellation);

    /// <exception cref="RefusedException">404 when there is no such public indicator, whether hidden or not known.</exception>
    public async Task<Indicator> Find(string code, CancellationToken cancellation) =>
        code.Length <= LongestCode && await Ask(code, cancellation) is [var found]
            ? found.Indicator
            : throw NoSuchIndicator(code);

    async Task<IReadOnlyList<CatalogueEntry>> Ask(string? code, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Query);
        command.Parameters.AddWithValue(NpgsqlDbType.Text, (object?)code ?? DBNull.Value);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var entries = new List<CatalogueEntry>();
        while (await row.ReadAsync(cancellation))
        {
            entries.Add(new(Read(row), row.GetBilingual(17), row.GetString(19)));
        }

        return entries;
    }

    static Indicator Read(DbDataReader row) => new(
        Code: row.GetString(0),
        Theme: row.GetString(1),
        Name: row.GetBilingual(2),
        Unit: row.GetBilingual(4),
        IsYesNo: row.GetString(6) == "yes-no",
        Direction: Indicator.ParseDirection(row.GetString(7)),
        Transfer: Indicator.ParseTransfer(row.GetString(8)),
        Denominator: row.FindString(9),
        Level: row.GetString(10),
        Frequency: row.GetString(11),
        Decimals: row.GetInt32(12),
        Definition: row.GetBilingual(13),
        SourceBody: row.FindBilingual(15));

    static RefusedException NoSuchIndicator(string code)
    {
        var shown = code.Length <= 60 ? code : code[..60] + "…";
        return new(Refusal.NotFound(
            $"Không có chỉ tiêu “{shown}”. Trang Chỉ tiêu liệt kê các chỉ tiêu đang có.",
            $"There is no indicator “{shown}”. The page Indicators lists those there are."));
    }
}

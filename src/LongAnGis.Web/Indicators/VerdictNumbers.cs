using LongAnGis.Core.Indicators;
using LongAnGis.Web.Database;

namespace LongAnGis.Web.Indicators;

/// <summary>The rule of verdicts with the numbers that the province has set, as an edition knew them.</summary>
public sealed class VerdictNumbers(PublicDatabase database)
{
    static readonly string Query = Sql.Beside<VerdictNumbers>();

    public async Task<VerdictRule> At(int edition, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Query);
        command.Parameters.AddWithValue(edition);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation)
            ? new VerdictRule
            {
                ExceededPercent = row.GetDecimal(0),
                AtRiskPercent = row.GetDecimal(1),
                BandPercent = row.GetDecimal(2),
                SharePoints = row.GetDecimal(3),
                MaintainPercent = row.GetDecimal(4),
            }
            : VerdictRule.Default;
    }
}

using System.Data.Common;
using LongAnGis.Core.Indicators;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Database;
using LongAnGis.Web.Plans;
using NpgsqlTypes;

namespace LongAnGis.Web.Indicators;

/// <summary>What plans and other instruments aim at, as an edition knew it. Whoever shows them keeps plans apart.</summary>
public sealed class StatedTargets(PublicDatabase database)
{
    static readonly string Query = Sql.Beside<StatedTargets>("TargetsStated");

    public Task<IReadOnlyList<StatedTarget>> All(int edition, CancellationToken cancellation) => Ask(null, edition, cancellation);

    public Task<IReadOnlyList<StatedTarget>> Of(string indicator, int edition, CancellationToken cancellation) =>
        Ask(indicator, edition, cancellation);

    async Task<IReadOnlyList<StatedTarget>> Ask(string? indicator, int edition, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Query);
        command.Parameters.AddWithValue(NpgsqlDbType.Text, (object?)indicator ?? DBNull.Value);
        command.Parameters.AddWithValue(edition);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var targets = new List<StatedTarget>();
        while (await row.ReadAsync(cancellation))
        {
            targets.Add(Read(row));
        }

        return targets;
    }

    static StatedTarget Read(DbDataReader row) => new(
        Code: row.GetString(0),
        Plan: row.FindString(1),
        Instrument: row.GetString(2),
        InstrumentNumber: row.FindString(3),
        Standing: StatedTarget.ParseStanding(row.GetString(4)),
        Indicator: row.GetString(5),
        Region: row.GetString(6),
        Name: row.GetBilingual(7),
        Operator: TargetOperators.Parse(row.GetString(9)) ?? throw new InvalidDataException($"{row.GetString(9)} is no operator of a target."),
        Value: row.GetDecimal(10),
        ValueTo: row.Find<decimal>(11),
        YearFrom: row.Find<int>(12),
        Year: row.GetInt32(13),
        Baseline: row.Find<decimal>(14) is { } baseline ? (baseline, KnownFigures.ReadPeriod(row, 15)) : null,
        Sources: row.FindString(17)?.Split(" | ", StringSplitOptions.RemoveEmptyEntries) ?? [],
        Note: row.FindString(18) is { } note ? Bilingual.Of(note) : null);
}

using System.Globalization;
using System.Text.RegularExpressions;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Database;
using NpgsqlTypes;

namespace LongAnGis.Web.Plans;

/// <summary>One approved plan: its territory, period, instrument, and the plan that succeeded it.</summary>
public sealed partial record ProvincialPlan(
    string Code,
    Bilingual Name,
    Bilingual Territory,
    Bilingual? Period,
    string Instrument,
    string InstrumentNumber,
    DateOnly? InForceFrom,
    DateOnly? InForceUntil,
    string? SucceededBy,
    Bilingual? Note)
{
    /// <summary>“2021–2030, tầm nhìn 2050”: the first and the last year of the period, a vision is later; null when it does not say.</summary>
    public (int First, int Last)? Years { get; } = Period is not null && Span().Match(Period.Vi) is { Success: true } span
        ? (int.Parse(span.Groups[1].Value, CultureInfo.InvariantCulture), int.Parse(span.Groups[2].Value, CultureInfo.InvariantCulture))
        : null;

    public bool IsInForce(DateOnly day) => (InForceFrom is null || InForceFrom <= day) && (InForceUntil is null || day < InForceUntil);

    [GeneratedRegex(@"\b(\d{4})\s*[–-]\s*(\d{4})\b", RegexOptions.CultureInvariant)]
    private static partial Regex Span();
}

/// <summary>The plans there are, oldest first.</summary>
public sealed class PlanRegister(PublicDatabase database)
{
    const string Query = """
        SELECT plan.code, plan.name_vi, plan.name_en, territory_vi, territory_en, period_vi, period_en, instrument_code,
               coalesce(instrument.number, plan.instrument_code), plan.in_force, succeeded_by, plan.note_vi, plan.note_en
        FROM pub.plan
        LEFT JOIN pub.instrument ON instrument.code = plan.instrument_code
        ORDER BY lower(plan.in_force), plan.code
        """;

    public async Task<IReadOnlyList<ProvincialPlan>> All(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Query);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var plans = new List<ProvincialPlan>();
        while (await row.ReadAsync(cancellation))
        {
            var inForce = row.GetFieldValue<NpgsqlRange<DateOnly>>(9);
            plans.Add(new(
                row.GetString(0), row.GetBilingual(1), row.GetBilingual(3), row.FindBilingual(5), row.GetString(7), row.GetString(8),
                inForce.FirstDay(), inForce.DayAfter(), row.FindString(10), row.FindBilingual(11)));
        }

        return plans;
    }
}

using System.Data.Common;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Database;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Platform;

namespace LongAnGis.Web.ChangeSets;

/// <summary>Days on which a change that takes another back restores another content than the one it states.</summary>
/// <param name="Name">What the feature was called in that content; null where nothing was in force.</param>
public sealed record RestoredPeriod(int Position, DateOnly? From, DateOnly? Until, Bilingual? Name)
{
    public static RestoredPeriod Read(DbDataReader row) =>
        new(row.GetInt32(0), row.Find<DateOnly>(1), row.Find<DateOnly>(2), row.FindBilingual(3));

    /// <summary>The days in words.</summary>
    public string Days(Language language) => (From, Until) switch
    {
        ({ } from, { } until) => language.Say($"từ {AttributeText.Date(from)} đến trước {AttributeText.Date(until)}", $"from {AttributeText.Date(from)} until {AttributeText.Date(until)}"),
        ({ } from, null) => language.Say($"từ {AttributeText.Date(from)}", $"from {AttributeText.Date(from)}"),
        (null, { } until) => language.Say($"trước {AttributeText.Date(until)}", $"before {AttributeText.Date(until)}"),
        _ => language.Say("mọi ngày", "on all days"),
    };

    /// <summary>What holds again on those days, in words.</summary>
    public string Content(Language language) =>
        Name?.In(language.IsEnglish) ?? language.Say("không có nội dung nào có hiệu lực", "nothing in force");
}

/// <summary>Asks for the periods that a change set restores; only one that takes another back has any.</summary>
public sealed class RestoredPeriods(PlanDatabase database)
{
    public static readonly string Query = Sql.Beside<RestoredPeriods>();

    public async Task<IReadOnlyList<RestoredPeriod>> Of(Guid changeSet, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Query);
        command.Parameters.AddWithValue(changeSet);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var periods = new List<RestoredPeriod>();
        while (await row.ReadAsync(cancellation))
            periods.Add(RestoredPeriod.Read(row));
        return periods;
    }
}

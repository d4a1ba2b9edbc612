using LongAnGis.Core.Plans;
using LongAnGis.Core.Programme.Reporting;
using LongAnGis.Web.Accounts;
using LongAnGis.Web.Audit;
using LongAnGis.Web.Database;
using LongAnGis.Web.Platform.Forms;
using Npgsql;
using NpgsqlTypes;

namespace LongAnGis.Web.Programme.Reporting;

/// <summary>
/// What the desk does to a period: locks it once it is over, unlocks it with a reason, or gives more days for filing. It waits
/// for whoever is writing a report, and whoever comes after sees what it did.
/// </summary>
sealed class PeriodKeeping(Periods periods, AuditLog audit, TimeProvider clock)
{
    public const string Form = "period";
    public const int LongestReason = 2000;

    /// <summary>More days than these are a typing mistake.</summary>
    const int MostDays = 366;

    static readonly string StepQuery = Sql.Beside<PeriodKeeping>("TakePeriodStep");

    public async Task<IResult> Write(NpgsqlConnection connection, SentForm form, ReportingPeriod period, Person person, CancellationToken cancellation)
    {
        var step = form.Raw("step");
        var reason = form.Lines("reason", LongestReason);
        var closesOn = step == "extend" ? form.Day("closes_on") : null;
        var standing = await periods.Take(connection, period, alone: true, cancellation);
        if (Objection(step, standing, closesOn, reason) is { } objection)
        {
            form.Refuse(objection.Field, objection.Words.Vi, objection.Words.In(english: true));
        }

        if (!form.IsRight)
            return form.Refused();

        await using (var command = new NpgsqlCommand(StepQuery, connection))
        {
            command.Parameters.AddWithValue("period", period.ToString());
            command.Parameters.AddWithValue("step", step!);
            command.Parameters.AddWithValue("closes_on", NpgsqlDbType.Date, (object?)closesOn ?? DBNull.Value);
            command.Parameters.AddWithValue("reason", NpgsqlDbType.Text, (object?)reason ?? DBNull.Value);
            command.Parameters.AddWithValue("now", clock.GetUtcNow());
            command.Parameters.AddWithValue("person", person.Id);
            await command.ExecuteNonQueryAsync(cancellation);
        }

        await audit.Record(connection, person.UserName, $"period.{step}", $"period/{period}", new { closesOn, reason }, cancellation);
        return new NextPage(standing.Path) { Fragment = "#keeping" };
    }

    (string? Field, Bilingual Words)? Objection(string? step, PeriodStanding period, DateOnly? closesOn, string? reason) => (step, period.State) switch
    {
        ("lock", PeriodState.Closed) or ("unlock", PeriodState.Locked) when step == "lock" || reason is not null => null,
        ("lock", PeriodState.Locked) => (null, new("Kỳ này đã khóa rồi.", "The period is locked already.")),
        ("lock", _) => (null, new(
            $"Chỉ khóa được khi đã hết hạn nộp, sau ngày {AttributeText.Date(period.ClosesOn)}.", $"It can be locked once filing is over, after {AttributeText.Date(period.ClosesOn)}.")),
        ("unlock", PeriodState.Locked) => ("reason", new("Hãy nêu lý do mở khóa.", "Give the reason why it is unlocked.")),
        ("unlock", _) => (null, new("Kỳ này không khóa.", "The period is not locked.")),
        ("extend", PeriodState.Locked) => (null, new("Kỳ này đã khóa: mở khóa trước khi gia hạn.", "The period is locked: unlock it first.")),
        ("extend", _) when reason is null => ("reason", new("Hãy nêu lý do gia hạn.", "Give the reason for more days.")),
        ("extend", _) when closesOn is not { } day || day < periods.Today || day <= period.ClosesOn || day > period.LastDay.AddDays(MostDays) => ("closes_on", new(
            $"Hạn mới phải từ hôm nay và sau hạn cũ {AttributeText.Date(period.ClosesOn)}, không quá một năm sau kỳ.",
            $"The new last day is today or later, after the old one of {AttributeText.Date(period.ClosesOn)}, and within a year of the period.")),
        ("extend", _) => null,
        _ => (null, new("Không có bước này.", "There is no such step.")),
    };
}

using LongAnGis.Core.Plans;
using LongAnGis.Web.Database;
using LongAnGis.Web.Platform;
using Npgsql;
using NpgsqlTypes;

namespace LongAnGis.Web.Plans;

/// <summary>Resolves the moment that a URL asks about against what has been published.</summary>
public sealed class Moments(PublicDatabase database, TimeProvider clock)
{
    /// <summary>Decision 686: the plan of Long An whose content we hold; shown until another is asked for.</summary>
    public const string DefaultPlan = "686";

    static readonly string Query = Sql.Beside<Moments>();

    /// <exception cref="RefusedException">When there is no such plan, day or revision yet.</exception>
    public async Task<PointInTime> Resolve(AskedTime asked, CancellationToken cancellation)
    {
        var today = clock.TodayInVietnam();
        var plan = asked.Plan ?? DefaultPlan;
        var knownUntil = VietnamTime.EndOf(asked.KnownAt?.Day ?? today);

        await using var command = database.CreateCommand(Query);
        command.Parameters.Add(new() { Value = knownUntil, NpgsqlDbType = NpgsqlDbType.TimestampTz });
        command.Parameters.Add(new() { Value = plan });
        await using var row = await command.ExecuteReaderAsync(cancellation);
        await row.ReadAsync(cancellation);
        var (current, knownByThen, planExists) = (row.GetInt32(0), row.GetInt32(1), row.GetBoolean(2));

        if (asked.Plan is not null && !planExists)
            throw new RefusedException(Refusal.NotFound(
                $"Không có quy hoạch mang mã “{plan}”. Trang Căn cứ liệt kê các quy hoạch.",
                $"There is no plan with the code “{plan}”. The page Basis lists the plans."));
        if (asked.KnownAt?.Day > today)
            throw new RefusedException(Refusal.BadRequest(
                "Chưa thể biết hệ thống sẽ ghi nhận gì trong tương lai: chọn ngày ghi nhận từ hôm nay trở về trước.",
                "What the system will know in the future is not known yet: choose today or an earlier day."));
        if (asked.KnownAt?.Revision > current)
            throw new RefusedException(Refusal.NotFound(
                $"Chưa có bản công bố {asked.KnownAt.Revision}; bản mới nhất là {current}.",
                $"There is no publication {asked.KnownAt.Revision} yet; the newest is {current}."));

        var revision = asked.KnownAt switch
        {
            null => current,
            { Revision: { } asNumber } => asNumber,
            _ => knownByThen,
        };
        return new(plan, asked.AsOf ?? today, revision, asked);
    }
}

/// <summary>How a query is told the moment it answers from: <c>@plan</c>, <c>@day</c> and <c>@revision</c>.</summary>
public static class MomentParameters
{
    public static void AddMoment(this NpgsqlParameterCollection parameters, PointInTime moment)
    {
        parameters.Add(new("plan", moment.Plan));
        parameters.Add(new("day", moment.AsOf));
        parameters.Add(new("revision", moment.Revision));
    }
}

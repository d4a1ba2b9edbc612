using LongAnGis.Web.Platform;
using Npgsql;

namespace LongAnGis.Web.Database;

/// <summary>What a failing database means for the person who asked.</summary>
static class DatabaseTrouble
{
    /// <summary>How long a caller should wait for a database that is away: the supervisor brings it back within seconds.</summary>
    static readonly TimeSpan Wait = TimeSpan.FromSeconds(5);

    public static readonly Refusal Away = new(
        StatusCodes.Status503ServiceUnavailable,
        "Cơ sở dữ liệu tạm thời không trả lời; xin thử lại sau vài giây.",
        "The database does not answer for the moment; please try again in a few seconds.",
        Wait);

    /// <summary>The answer to a request whose query failed, or null when the failure is not the database's.</summary>
    public static Refusal? Explain(Exception failure) => failure switch
    {
        PostgresException { SqlState: PostgresErrorCodes.QueryCanceled } => new(
            StatusCodes.Status503ServiceUnavailable,
            "Câu hỏi này tốn quá nhiều thời gian; xin thu hẹp phạm vi hoặc bộ lọc.",
            "This question takes too long; please narrow the extent or the filter.",
            Wait),
        PostgresException { SqlState: PostgresErrorCodes.CharacterNotInRepertoire or PostgresErrorCodes.UntranslatableCharacter } =>
            Refusal.BadRequest("Yêu cầu có ký tự không lưu được.", "The request holds characters that cannot be stored."),
        PostgresException { SqlState: var state } => IsAway(state) ? Away : null,
        // No answer at all: refused, reset, timed out, or the pool waited in vain.
        NpgsqlException => Away,
        _ => failure.InnerException is { } inner ? Explain(inner) : null,
    };

    static bool IsAway(string state) => state
        is PostgresErrorCodes.AdminShutdown
        or PostgresErrorCodes.CrashShutdown
        or PostgresErrorCodes.CannotConnectNow
        or PostgresErrorCodes.TooManyConnections
        or PostgresErrorCodes.DatabaseDropped
        || state.StartsWith("08", StringComparison.Ordinal);
}

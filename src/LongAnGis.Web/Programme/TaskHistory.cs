using LongAnGis.Core.Plans;
using LongAnGis.Core.Programme;
using LongAnGis.Web.Accounts;
using LongAnGis.Web.Database;
using LongAnGis.Web.Plans;
using Npgsql;
using NpgsqlTypes;

namespace LongAnGis.Web.Programme;

/// <summary>What a task said at a time, from when, since when it is known, and why.</summary>
/// <param name="From">The first day for which it holds; null when it has always.</param>
/// <param name="By">Who recorded it; null for the public.</param>
public sealed record PastTask(ProgrammeTask Task, Bilingual Reason, DateOnly? From, DateTime RecordedAt, string? By);

/// <summary>A report of progress as it was made.</summary>
/// <param name="IsCorrected">True when another took its place later.</param>
public sealed record PastProgress(TaskProgress Progress, DateTime RecordedAt, string? By, bool IsCorrected);

/// <summary>How a task came to say what it says, and every report of its progress.</summary>
public sealed class TaskHistory(PlanDatabase all, PublicDatabase open)
{
    static readonly string VersionsQuery = Sql.Beside<TaskHistory>();
    static readonly string ProgressQuery = Sql.Beside<TaskHistory>("ProgressHistory");

    public async Task<IReadOnlyList<PastTask>> Versions(string task, int edition, Visitor visitor, CancellationToken cancellation)
    {
        await using var command = Ask(VersionsQuery, task, edition, visitor);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var versions = new List<PastTask>();
        while (await row.ReadAsync(cancellation))
        {
            versions.Add(new(
                ProgrammeReading.ReadTask(row),
                Bilingual.Of(row.GetString(31)),
                row.GetFieldValue<NpgsqlRange<DateOnly>>(32).FirstDay(),
                row.GetDateTime(33),
                row.FindString(34)));
        }

        return versions;
    }

    public async Task<IReadOnlyList<PastProgress>> Progress(string task, int edition, Visitor visitor, CancellationToken cancellation)
    {
        await using var command = Ask(ProgressQuery, task, edition, visitor);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var reports = new List<PastProgress>();
        while (await row.ReadAsync(cancellation))
        {
            reports.Add(new(ProgrammeReading.ReadProgress(row, 0), row.GetDateTime(5), row.FindString(6), row.GetBoolean(7)));
        }

        return reports;
    }

    NpgsqlCommand Ask(string sql, string task, int edition, Visitor visitor)
    {
        DatabaseConnections database = visitor.Person is null ? open : all;
        var command = database.CreateCommand(sql);
        command.Parameters.AddWithValue("task", task);
        command.Parameters.AddWithValue("edition", edition);
        return command;
    }
}

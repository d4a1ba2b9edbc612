using LongAnGis.Core.Accounts;
using LongAnGis.Core.Plans;
using LongAnGis.Core.Programme;
using LongAnGis.Web.Accounts;
using LongAnGis.Web.Database;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Programme;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using NpgsqlTypes;

namespace LongAnGis.IntegrationTests.Programme;

/// <summary>Records tasks and progress on a test's own site as the service does, each call as an edition of its own.</summary>
public sealed class ProgrammeDesk(TestSite site)
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    PlanDatabase Database => site.Services.GetRequiredService<PlanDatabase>();

    /// <summary>A task of the group “general” from a day on, with further members of its JSON.</summary>
    public Task<int> Task(string code, string? from = null, string more = "") => Edition("record_tasks", $$"""
        [{"code": "{{code}}", "plan_code": "686", "group_code": "general", "position": 900, "name_vi": "Nhiệm vụ thử {{code}}",
          "search_text": "nhiem vu thu", "reason": "Lý do thử", "effective_from": {{(from is null ? "null" : $"\"{from}\"")}}{{more}}}]
        """);

    public Task<int> Progress(string code, string day, decimal percent, string? done = null) => Edition("record_progress", FormattableString.Invariant($$"""
        [{"task_code": "{{code}}", "day": "{{day}}", "percent": {{percent}}, "completed_on": {{(done is null ? "null" : $"\"{done}\"")}}}]
        """));

    /// <summary>The programme on a day, as an edition knew it, read as somebody who is signed in or as the public.</summary>
    public async Task<ActionProgramme> Read(string? day = null, string? knownAt = null, bool isPublic = false)
    {
        var asked = AskedTime.Parse(null, day, knownAt, out _)!;
        var moment = await site.Services.GetRequiredService<Moments>().Resolve(asked, Cancellation);
        var visitor = new Visitor { Person = isPublic ? null : new(Guid.NewGuid(), "thu", "Người thử", new HashSet<Role>()) };
        return await site.Services.GetRequiredService<ProgrammeReading>().At(moment, visitor, Cancellation);
    }

    public async Task<T> Scalar<T>(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync(Cancellation))!;
    }

    public async Task Execute(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    async Task<int> Edition(string function, string rows)
    {
        await using var connection = await Database.OpenConnectionAsync(Cancellation);
        await using var transaction = await connection.BeginTransactionAsync(Cancellation);
        await using var begin = new NpgsqlCommand("SELECT plan.begin_edition(now(), 'Người thử', NULL, false, 'thử')", connection);
        var edition = (int)(await begin.ExecuteScalarAsync(Cancellation))!;
        await using var command = new NpgsqlCommand($"SELECT plan.{function}($1, $2)", connection);
        command.Parameters.AddWithValue(edition);
        command.Parameters.AddWithValue(NpgsqlDbType.Jsonb, rows);
        await command.ExecuteNonQueryAsync(Cancellation);
        await transaction.CommitAsync(Cancellation);
        return edition;
    }
}

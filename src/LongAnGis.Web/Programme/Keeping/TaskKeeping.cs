using System.Globalization;
using System.Text.Json.Nodes;
using LongAnGis.Core.Programme;
using LongAnGis.Web.Accounts;
using LongAnGis.Web.Audit;
using LongAnGis.Web.Database;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Platform.Forms;
using Npgsql;
using NpgsqlTypes;

namespace LongAnGis.Web.Programme.Keeping;

/// <summary>
/// Gives tasks and changes them, each as an edition with its reason. Whoever writes waits for the others (the editions' lock)
/// and is held against what they left: nothing that somebody else has changed meanwhile is overwritten.
/// </summary>
sealed class TaskKeeping(PlanDatabase database, ProgrammeReading reading, ProgrammeEditions editions, AuditLog audit, TimeProvider clock)
{
    static readonly string TiesQuery = Sql.Beside<TaskKeeping>("KnownTies");
    static readonly string KeysQuery = Sql.Beside<TaskKeeping>("FeatureKeys");

    /// <summary>What a code looks like: letters, a hyphen, digits, and numbers of parts after dots.</summary>
    const string CodePattern = @"^[A-Z]{2,6}-[0-9]{1,6}(\.[0-9]{1,3}){0,3}\z";

    /// <param name="code">Of the task that is changed; null for a new one, whose code is in the form.</param>
    public async Task<IResult> Write(NpgsqlConnection connection, SentForm form, string? code, string plan, Person person, CancellationToken cancellation)
    {
        var from = form.Day("effective_from");
        var reason = form.Needed(form.Lines("reason", TaskForm.LongestText), "reason", "Hãy nêu lý do hoặc căn cứ.", "Give the reason or the decision it rests on.");
        var edition = await editions.Begin(connection, reason, person, cancellation);
        var programme = await reading.AsKnown(plan, edition - 1, from ?? clock.TodayInVietnam(), cancellation);
        var before = code is null ? null : programme.Find(code)?.Task;
        if (Stale(form, code, before) is { } stale)
            return stale;

        var (task, features) = TaskForm.Read(form, code ?? NewCode(form, programme), before, programme);
        task = task with { Features = await CheckTies(connection, form, task, features, plan, cancellation) };
        if (form.IsRight)
        {
            foreach (var fault in TaskJudgement.Judge(task, programme))
                form.Refuse(fault.Field, fault.Words.Vi, fault.Words.In(true));
        }

        if (!form.IsRight)
            return form.Refused();

        await Record(connection, edition, TaskForm.Write(task, plan, reason, from), cancellation);
        await audit.Record(
            connection, person.UserName, code is null ? "task.give" : "task.amend", $"task/{task.Code}",
            new { edition, deadline = task.Deadline, leads = TaskForm.Shown(task.Leads, programme) }, cancellation);
        return new NextPage(TaskWords.PathOf(task)) { Fragment = "#history" };
    }

    /// <summary>Features of a task as the form shows them.</summary>
    public async Task<string> FeaturesOf(ProgrammeTask task, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(KeysQuery);
        command.Parameters.AddWithValue("ids", NpgsqlDbType.Array | NpgsqlDbType.Bigint, task.Features.ToArray());
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var keys = new List<string>();
        while (await row.ReadAsync(cancellation))
        {
            keys.Add(row.GetString(0));
        }

        return string.Join("; ", keys);
    }

    static IResult? Stale(SentForm form, string? code, ProgrammeTask? before)
    {
        if (code is not null && before is null)
            return TaskPage.NotFound;
        return before is not null && form.Raw("base") != before.Version.ToString(CultureInfo.InvariantCulture)
            ? form.Refused(
                StatusCodes.Status409Conflict,
                "Nhiệm vụ này vừa được người khác điều chỉnh. Mở lại trang để xem nội dung mới rồi sửa tiếp.",
                "Somebody else has just changed this task. Open the page again to see what it says now.")
            : null;
    }

    static string NewCode(SentForm form, ActionProgramme programme)
    {
        var code = form.Needed(form.Line("code", 40), "code", "Hãy đặt mã nhiệm vụ.", "Give the task a code.");
        if (code.Length > 0 && !System.Text.RegularExpressions.Regex.IsMatch(code, CodePattern))
            form.Refuse("code", "Mã gồm chữ in hoa, gạch nối và số, ví dụ NV-50 hoặc NV-50.1.", "A code is capital letters, a hyphen and figures, as NV-50 or NV-50.1.");
        else if (programme.Find(code) is not null)
            form.Refuse("code", $"Đã có nhiệm vụ {code}.", $"There is a task {code} already.");
        return code;
    }

    static async Task<List<long>> CheckTies(
        NpgsqlConnection connection, SentForm form, ProgrammeTask task, IReadOnlyList<string> features, string plan, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(TiesQuery, connection);
        command.Parameters.AddWithValue("features", NpgsqlDbType.Array | NpgsqlDbType.Text, features.ToArray());
        command.Parameters.AddWithValue("indicators", NpgsqlDbType.Array | NpgsqlDbType.Text, task.Indicators.ToArray());
        command.Parameters.AddWithValue("targets", NpgsqlDbType.Array | NpgsqlDbType.Text, task.Targets.ToArray());
        command.Parameters.AddWithValue("plan", plan);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var known = new Dictionary<(string Kind, string Code), long>();
        while (await row.ReadAsync(cancellation))
        {
            known[(row.GetString(0), row.GetString(1))] = row.IsDBNull(2) ? 0 : row.GetInt64(2);
        }

        RefuseUnknown("feature", "features", features, "đối tượng", "feature");
        RefuseUnknown("indicator", "indicators", task.Indicators, "chỉ tiêu", "indicator");
        RefuseUnknown("target", "targets", task.Targets, "mục tiêu", "target");
        return [.. features.Where(key => known.ContainsKey(("feature", key))).Select(key => known[("feature", key)])];

        void RefuseUnknown(string kind, string field, IEnumerable<string> codes, string vi, string en)
        {
            foreach (var code in codes.Where(code => !known.ContainsKey((kind, code))))
                form.Refuse(field, $"Không có {vi} “{code}”.", $"There is no {en} “{code}”.");
        }
    }

    static async Task Record(NpgsqlConnection connection, int edition, JsonObject task, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("SELECT plan.record_tasks(@edition, @tasks)", connection);
        command.Parameters.AddWithValue("edition", edition);
        command.Parameters.AddWithValue("tasks", NpgsqlDbType.Jsonb, new JsonArray(task).ToJsonString());
        await command.ExecuteNonQueryAsync(cancellation);
    }
}

using System.Globalization;
using System.Text.Json.Nodes;
using LongAnGis.Core.Text;
using LongAnGis.Web.Database;
using Npgsql;
using NpgsqlTypes;

namespace LongAnGis.Web.Seeding;

/// <summary>
/// The action programme of data/. What the files say anew is recorded as one edition; loading again records nothing, and
/// what a person has changed since stays.
/// </summary>
public sealed class SeedProgramme(PlanDatabase database, TimeProvider clock, ILogger<SeedProgramme> log)
{
    const string EditionReason = "Nhiệm vụ thu thập từ các văn bản và trang nêu ở từng nhiệm vụ | Tasks gathered from the instruments and pages that each of them names";
    const string TaskReason = "Ghi theo nguồn | As its source states it";

    static readonly string Standing = Sql.Beside<SeedProgramme>();
    static readonly string Changed = Sql.Beside<SeedProgramme>("SeedTasksChanged");

    /// <summary>Areas, targets and features must have been loaded; answers how many tasks were recorded.</summary>
    public async Task<int> Load(SeedFolder folder, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using (var turn = new NpgsqlCommand(SeedFigures.TakeTurn, connection))
        {
            await turn.ExecuteNonQueryAsync(cancellation);
        }

        await using (var standing = new NpgsqlCommand(Standing, connection))
        {
            standing.Parameters.Add(Json("agencies", folder.Csv("agencies.csv")));
            standing.Parameters.Add(Json("groups", folder.Csv("programme-groups.csv")));
            await standing.ExecuteNonQueryAsync(cancellation);
        }

        var recorded = await RecordChanged(connection, Tasks(folder), cancellation);
        await transaction.CommitAsync(cancellation);
        return recorded;
    }

    async Task<int> RecordChanged(NpgsqlConnection connection, JsonArray tasks, CancellationToken cancellation)
    {
        await using var changed = new NpgsqlCommand(Changed, connection);
        changed.Parameters.Add(Json("tasks", tasks));
        var news = (string)(await changed.ExecuteScalarAsync(cancellation))!;
        if (news == "[]")
            return 0;

        await using var record = new NpgsqlCommand(
            "SELECT plan.record_tasks(plan.begin_edition(@now, @author, NULL, true, @reason), @tasks)", connection);
        record.Parameters.AddWithValue("now", clock.GetUtcNow());
        record.Parameters.AddWithValue("author", SeedFigures.Author);
        record.Parameters.AddWithValue("reason", EditionReason);
        record.Parameters.AddWithValue("tasks", NpgsqlDbType.Jsonb, news);
        var recorded = (int)(await record.ExecuteScalarAsync(cancellation))!;
        log.LogInformation("Recorded {Count} tasks of the seed's programme", recorded);
        return recorded;
    }

    static JsonArray Tasks(SeedFolder folder)
    {
        var parties = folder.Csv("programme-parties.csv").ToLookup(row => Text(row!, "task_code"));
        return [.. folder.Csv("programme-tasks.csv").Select(row => Task(row!, parties[Text(row!, "code")]))];
    }

    static JsonObject Task(JsonNode row, IEnumerable<JsonNode?> parties)
    {
        var task = new JsonObject();
        foreach (var (column, _) in row.AsObject())
        {
            task[column] = Text(row, column);
        }

        foreach (var list in new[] { "districts", "features", "indicators", "targets", "depends_on" })
        {
            task[list] = new JsonArray([.. (Text(row, list) ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries).Select(one => (JsonNode)one)]);
        }

        task["position"] = int.Parse(Text(row, "position")!, CultureInfo.InvariantCulture);
        task["budget_vnd"] = Text(row, "budget_vnd") is { } budget ? decimal.Parse(budget, CultureInfo.InvariantCulture) : null;
        task["parties"] = new JsonArray([.. parties.Select(party => Party(party!))]);
        task["search_text"] = SearchWords.Folded(Text(row, "name_vi")!, Text(row, "name_en"), Text(row, "code")!, Text(row, "product") ?? "");
        task["reason"] = TaskReason;
        // Its sources are public pages.
        task["is_public"] = true;
        return task;
    }

    static JsonObject Party(JsonNode row) => new()
    {
        ["role"] = Text(row, "role"),
        ["agency"] = Text(row, "agency_code"),
        ["kind"] = Text(row, "agency_kind"),
        ["name_vi"] = Text(row, "name_vi"),
        ["name_en"] = Text(row, "name_en"),
        ["inferred"] = Text(row, "inferred") == "yes",
    };

    // An empty cell is unknown.
    static string? Text(JsonNode row, string column) => row[column]?.GetValue<string>() is { Length: > 0 } text ? text : null;

    static NpgsqlParameter Json(string name, JsonNode rows) => new(name, NpgsqlDbType.Jsonb) { Value = rows.ToJsonString() };
}

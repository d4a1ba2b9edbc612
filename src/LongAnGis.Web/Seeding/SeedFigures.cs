using System.Text.Json.Nodes;
using LongAnGis.Core.Indicators;
using LongAnGis.Core.Plans;
using LongAnGis.Core.Text;
using LongAnGis.Web.Database;
using Npgsql;
using NpgsqlTypes;

namespace LongAnGis.Web.Seeding;

/// <summary>
/// The indicators of data/ with their figures and targets. What the files say anew is recorded as one edition; loading
/// again records nothing, and what a person has recorded or corrected since stays.
/// </summary>
public sealed class SeedFigures(PlanDatabase database, TimeProvider clock, ILogger<SeedFigures> log)
{
    internal const string Author = "LongAnGis";
    const string Reason = "Số liệu mở thu thập từ các nguồn nêu ở từng số | Open figures gathered from the pages that each of them names";

    /// <summary>The lock of publications and editions: whoever starts beside us waits and then finds everything said.</summary>
    internal const string TakeTurn = "SELECT pg_advisory_xact_lock(6862030)";

    static readonly string Catalogue = Sql.Beside<SeedFigures>("SeedIndicators");
    static readonly string FiguresChanged = Sql.Beside<SeedFigures>("SeedFiguresChanged");
    static readonly string TargetsChanged = Sql.Beside<SeedFigures>("SeedTargetsChanged");

    /// <summary>Areas must have been loaded; answers how many figures and targets were recorded.</summary>
    public async Task<int> Load(SeedFolder folder, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await Ask<object>(connection, TakeTurn, [], cancellation);
        await LoadCatalogue(connection, folder, cancellation);

        var figures = new JsonArray(
            [.. folder.Csv("observations-districts.csv").Concat(folder.Csv("observations-province.csv")).Select(Figure)]);
        var targets = new JsonArray([.. folder.Csv("targets.csv").Select(Target)]);
        var changedFigures = await Ask<string>(connection, FiguresChanged, [Json("figures", figures.ToJsonString())], cancellation);
        var changedTargets = await Ask<string>(connection, TargetsChanged, [Json("targets", targets.ToJsonString())], cancellation);
        var recorded = changedFigures == "[]" && changedTargets == "[]"
            ? 0
            : await Record(connection, changedFigures, changedTargets, cancellation);
        await transaction.CommitAsync(cancellation);
        return recorded;
    }

    static async Task LoadCatalogue(NpgsqlConnection connection, SeedFolder folder, CancellationToken cancellation)
    {
        var indicators = folder.Csv("indicators.csv");
        foreach (var row in indicators)
        {
            row!["search_text"] = SearchWords.Folded(Text(row, "name_vi")!, Text(row, "name_en"), Text(row, "code")!, Text(row, "definition_vi")!);
        }

        await using var command = new NpgsqlCommand(Catalogue, connection);
        command.Parameters.Add(Json("themes", folder.Csv("indicator-themes.csv").ToJsonString()));
        command.Parameters.Add(Json("indicators", indicators.ToJsonString()));
        command.Parameters.Add(Json("regions", folder.Csv("regions.csv").ToJsonString()));
        await command.ExecuteNonQueryAsync(cancellation);
    }

    async Task<int> Record(NpgsqlConnection connection, string figures, string targets, CancellationToken cancellation)
    {
        var edition = await Ask<int>(
            connection,
            "SELECT plan.begin_edition(@now, @author, NULL, true, @reason)",
            [new("now", clock.GetUtcNow()), new("author", Author), new("reason", Reason)],
            cancellation);
        var recorded = await Ask<int>(
            connection,
            "SELECT plan.record_observations(@edition, @figures) + plan.record_targets(@edition, @targets)",
            [new("edition", edition), Json("figures", figures), Json("targets", targets)],
            cancellation);
        log.LogInformation("Recorded the seed's figures as edition {Edition}: {Count} figures and targets", edition, recorded);
        return recorded;
    }

    static JsonObject Figure(JsonNode? row)
    {
        var period = PeriodOf(row!, "period");
        return new()
        {
            ["indicator_code"] = Text(row!, "indicator_code"),
            ["region_code"] = Text(row!, "region_code"),
            ["period_kind"] = period.Kind.Code(),
            ["period_start"] = CalendarDay.Write(period.FirstDay),
            ["status"] = Text(row!, "status"),
            ["value"] = Text(row!, "value"),
            ["basis"] = Text(row!, "basis"),
            ["source_url"] = Text(row!, "source_url"),
            ["instrument_code"] = Text(row!, "instrument_code"),
            ["note"] = Text(row!, "note"),
        };
    }

    static JsonObject Target(JsonNode? row)
    {
        var target = new JsonObject();
        foreach (var (column, _) in row!.AsObject())
        {
            target[column] = Text(row, column);
        }

        target.Remove("baseline_period");
        if (Text(row, "baseline_period") is not null)
        {
            var baseline = PeriodOf(row, "baseline_period");
            target["baseline_period_kind"] = baseline.Kind.Code();
            target["baseline_period_start"] = CalendarDay.Write(baseline.FirstDay);
        }

        return target;
    }

    static Period PeriodOf(JsonNode row, string column) => Period.Parse(Text(row, column))
        ?? throw new InvalidDataException($"'{Text(row, column)}' is no period, in the row {row.ToJsonString()}");

    // An empty cell is unknown.
    static string? Text(JsonNode row, string column) => row[column]?.GetValue<string>() is { Length: > 0 } text ? text : null;

    static NpgsqlParameter Json(string name, string json) => new(name, NpgsqlDbType.Jsonb) { Value = json };

    static async Task<T> Ask<T>(NpgsqlConnection connection, string sql, NpgsqlParameter[] parameters, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddRange(parameters);
        return (T)(await command.ExecuteScalarAsync(cancellation))!;
    }
}

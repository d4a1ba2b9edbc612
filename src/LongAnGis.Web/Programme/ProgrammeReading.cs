using System.Data.Common;
using System.Text.Json;
using LongAnGis.Core.Plans;
using LongAnGis.Core.Programme;
using LongAnGis.Web.Accounts;
using LongAnGis.Web.Database;
using LongAnGis.Web.Indicators;
using LongAnGis.Web.Plans;
using Microsoft.Extensions.Caching.Memory;
using Npgsql;

namespace LongAnGis.Web.Programme;

/// <summary>
/// Reads the action programme of a moment: the public sees public tasks, whoever is signed in all of them. A programme never
/// changes for its plan, edition, day and audience, so it is kept in memory and shared by all who ask.
/// </summary>
public sealed class ProgrammeReading(PlanDatabase all, PublicDatabase open, Editions editions, Moments moments) : IDisposable
{
    /// <summary>Days and states of knowledge kept at a time; one of 5,000 tasks takes some 15 MB.</summary>
    const int Kept = 16;

    static readonly string TasksQuery = Sql.Beside<ProgrammeReading>("ProgrammeTasks");
    static readonly string ProgressQuery = Sql.Beside<ProgrammeReading>("ProgrammeProgress");
    static readonly string GroupsQuery = Sql.Beside<ProgrammeReading>("ProgrammeGroups");
    static readonly string DistrictsQuery = Sql.Beside<ProgrammeReading>("ProgrammeDistricts");
    static readonly string AgenciesQuery = Sql.Beside<ProgrammeReading>("ProgrammeAgencies");

    static readonly JsonSerializerOptions PartyNames = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = Kept });

    sealed record Key(string Plan, int Edition, DateOnly Day, bool IsOpen);

    sealed record StoredParty(string Role, string? Agency, string? Kind, string? NameVi, string? NameEn, bool Inferred);

    public async Task<ActionProgramme> At(PointInTime moment, Visitor visitor, CancellationToken cancellation)
    {
        var key = new Key(moment.Plan, await editions.At(moment, cancellation), moment.AsOf, visitor.Person is null);
        if (kept.TryGetValue(key, out ActionProgramme? programme))
            return programme!;

        programme = await Read(key, cancellation);
        // The agencies and groups have no editions: what an administrator mends there shows within a minute.
        kept.Set(key, programme, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = TimeSpan.FromMinutes(1) });
        return programme;
    }

    /// <summary>The programme of today in the default plan, as it is known now.</summary>
    public async Task<ActionProgramme> Now(Visitor visitor, CancellationToken cancellation) =>
        await At(await moments.Resolve(AskedTime.Now, cancellation), visitor, cancellation);

    /// <summary>All of the programme on a day as an edition knew it, read anew: for who is about to write the next edition.</summary>
    public Task<ActionProgramme> AsKnown(string plan, int edition, DateOnly day, CancellationToken cancellation) =>
        Read(new(plan, edition, day, IsOpen: false), cancellation);

    public void Dispose() => kept.Dispose();

    async Task<ActionProgramme> Read(Key key, CancellationToken cancellation)
    {
        DatabaseConnections database = key.IsOpen ? open : all;
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var progress = (await Ask(connection, ProgressQuery, key, row => (Code: row.GetString(0), Progress: ReadProgress(row, 1)), cancellation))
            .ToDictionary(one => one.Code, one => one.Progress, StringComparer.Ordinal);
        var tasks = await Ask(connection, TasksQuery, key, ReadTask, cancellation);
        return new(
            key.Day,
            key.Edition,
            await Ask(connection, GroupsQuery, key, row => new TaskGroup(row.GetString(0), row.GetInt32(1), row.GetBilingual(2)), cancellation),
            await Ask(connection, AgenciesQuery, key, ReadAgency, cancellation),
            await Ask(connection, DistrictsQuery, key, row => new District(row.GetString(0), row.GetBilingual(1)), cancellation),
            [.. tasks.Select(task => TaskState.Of(task, progress.GetValueOrDefault(task.Code), key.Day))]);
    }

    static async Task<List<T>> Ask<T>(NpgsqlConnection connection, string sql, Key key, Func<DbDataReader, T> read, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddWithValue("plan", key.Plan);
        command.Parameters.AddWithValue("edition", key.Edition);
        command.Parameters.AddWithValue("day", key.Day);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var found = new List<T>();
        while (await row.ReadAsync(cancellation))
        {
            found.Add(read(row));
        }

        return found;
    }

    /// <summary>Day, percentage, day of completion, what was said and why, in neighbouring columns.</summary>
    internal static TaskProgress ReadProgress(DbDataReader row, int column) => new(
        row.GetFieldValue<DateOnly>(column),
        row.GetDecimal(column + 1),
        row.Find<DateOnly>(column + 2),
        row.FindString(column + 3),
        row.FindString(column + 4));

    static Agency ReadAgency(DbDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetBilingual(2), row.FindString(4), row.FindString(5), row.FindString(6));

    /// <summary>A task from the columns of ProgrammeTasks.sql.</summary>
    internal static ProgrammeTask ReadTask(DbDataReader row) => new(
        Code: row.GetString(0),
        Version: row.GetInt32(1),
        Group: row.GetString(2),
        Parent: row.FindString(3),
        Position: row.GetInt32(4),
        Name: row.GetBilingual(5),
        Objective: Said(row, 7),
        Product: Said(row, 8),
        Accountability: Said(row, 9),
        Authority: Said(row, 10),
        Responsible: row.FindString(11),
        Instrument: row.FindString(12),
        InstrumentText: row.FindString(13),
        StartOn: row.Find<DateOnly>(14),
        Deadline: row.Find<DateOnly>(15),
        DeadlineText: Said(row, 16),
        Priority: TaskCodes.ParsePriority(row.GetString(17)),
        BudgetVnd: row.Find<decimal>(18),
        BudgetSource: Said(row, 19),
        IsStopped: row.GetString(20) == "stopped",
        Parties: ReadParties(row.GetString(21)),
        Districts: row.GetFieldValue<string[]>(22),
        Features: row.GetFieldValue<long[]>(23),
        Indicators: row.GetFieldValue<string[]>(24),
        Targets: row.GetFieldValue<string[]>(25),
        DependsOn: row.GetFieldValue<string[]>(26),
        Sources: row.FindString(27)?.Split(" | ", StringSplitOptions.RemoveEmptyEntries) ?? [],
        Note: Said(row, 28),
        SearchText: row.GetString(29),
        IsPublic: row.GetBoolean(30));

    static Bilingual? Said(DbDataReader row, int column) => row.FindString(column) is { } text ? Bilingual.Of(text) : null;

    static List<TaskParty> ReadParties(string json) =>
    [
        .. JsonSerializer.Deserialize<StoredParty[]>(json, PartyNames)!.Select(party => new TaskParty(
            TaskCodes.ParseRole(party.Role),
            party.Agency,
            party.Kind,
            party.NameVi is { } name ? new(name, party.NameEn) : null,
            party.Inferred)),
    ];
}

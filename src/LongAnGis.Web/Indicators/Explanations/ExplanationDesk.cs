using System.Data.Common;
using LongAnGis.Core.Accounts;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Accounts;
using LongAnGis.Web.Database;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Platform;
using Npgsql;
using NpgsqlTypes;

namespace LongAnGis.Web.Indicators.Explanations;

/// <summary>Whom a question can be sent to.</summary>
/// <param name="Code">agency:S-TC or account:{id}.</param>
/// <param name="Officers">How many accounts would see it; 0 for an agency that nobody reports for yet.</param>
public sealed record Addressee(string Code, Bilingual Name, long Officers);

/// <summary>Reads questions and answers about figures, each as far as a person may see it.</summary>
public sealed class ExplanationDesk(PlanDatabase database, TimeProvider clock)
{
    static readonly string ListQuery = Sql.Beside<ExplanationDesk>("ExplanationList");
    static readonly string AnswersQuery = Sql.Beside<ExplanationDesk>("ExplanationAnswers");
    static readonly string WaitingQuery = Sql.Beside<ExplanationDesk>("ExplanationsWaiting");
    static readonly string AddresseesQuery = Sql.Beside<ExplanationDesk>("Addressees");

    public static readonly Refusal NotFound = Refusal.NotFound(
        "Không có yêu cầu giải trình này.", "There is no such request for an explanation.");

    /// <summary>The newest questions that a person may see.</summary>
    public Task<IReadOnlyList<Explanation>> For(Person person, CancellationToken cancellation) => Ask(null, null, person, cancellation);

    /// <summary>Those of them that are about one target.</summary>
    public Task<IReadOnlyList<Explanation>> About(string target, Person person, CancellationToken cancellation) =>
        Ask(null, target, person, cancellation);

    /// <summary>Null when there is none, or none that this person may see: the two are the same to them.</summary>
    public async Task<Explanation?> Find(Guid id, Person person, CancellationToken cancellation) =>
        (await Ask(id, null, person, cancellation)).FirstOrDefault(one => one.IsVisibleTo(person));

    public async Task<IReadOnlyList<ExplanationAnswer>> Answers(Guid id, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(AnswersQuery);
        command.Parameters.AddWithValue(id);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var answers = new List<ExplanationAnswer>();
        while (await row.ReadAsync(cancellation))
        {
            answers.Add(new(row.GetInt64(0), row.GetString(1), row.GetDateTime(2), row.GetString(3)));
        }

        return answers;
    }

    /// <summary>How many unanswered questions concern a person, and how many of them are late.</summary>
    public async Task<(long Waiting, long Late)> Waiting(Person person, CancellationToken cancellation)
    {
        if (!person.May(Permission.AskForExplanation) && !person.May(Permission.ExplainFigures))
            return (0, 0);

        await using var command = database.CreateCommand(WaitingQuery);
        command.Parameters.AddWithValue("today", clock.TodayInVietnam());
        command.Parameters.AddWithValue("explains", person.May(Permission.ExplainFigures));
        command.Parameters.AddWithValue("asks", person.May(Permission.AskForExplanation));
        AddPerson(command, person);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        await row.ReadAsync(cancellation);
        return (row.GetInt64(0), row.GetInt64(1));
    }

    public async Task<IReadOnlyList<Addressee>> Addressees(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(AddresseesQuery);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var addressees = new List<Addressee>();
        while (await row.ReadAsync(cancellation))
        {
            addressees.Add(new(row.GetString(0), row.GetBilingual(1), row.GetInt64(3)));
        }

        return addressees;
    }

    async Task<IReadOnlyList<Explanation>> Ask(Guid? id, string? target, Person person, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(ListQuery);
        command.Parameters.AddWithValue("id", NpgsqlDbType.Uuid, (object?)id ?? DBNull.Value);
        command.Parameters.AddWithValue("target", NpgsqlDbType.Text, (object?)target ?? DBNull.Value);
        command.Parameters.AddWithValue("reads_all", person.May(Permission.AskForExplanation));
        AddPerson(command, person);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var list = new List<Explanation>();
        while (await row.ReadAsync(cancellation))
        {
            list.Add(Read(row));
        }

        return list;
    }

    // The agency of an account without the right to explain counts for nothing.
    static void AddPerson(NpgsqlCommand command, Person person)
    {
        command.Parameters.AddWithValue("person", person.Id);
        command.Parameters.AddWithValue(
            "agency", NpgsqlDbType.Text, person.May(Permission.ExplainFigures) && person.Agency is { } agency ? agency : DBNull.Value);
    }

    static Explanation Read(DbDataReader row) => new(
        Id: row.GetGuid(0),
        Target: row.FindString(1),
        Indicator: row.GetString(2),
        About: row.GetBilingual(3),
        Region: row.GetString(5),
        RegionName: row.GetBilingual(6),
        Period: row.IsDBNull(8) ? null : KnownFigures.ReadPeriod(row, 8),
        Value: row.Find<decimal>(10),
        Question: row.GetString(11),
        Agency: row.FindString(12),
        Officer: row.Find<Guid>(13),
        Addressee: row.GetBilingual(14),
        Deadline: row.GetFieldValue<DateOnly>(16),
        AskedAt: row.GetDateTime(17),
        AskedBy: row.GetGuid(18),
        AskedByName: row.GetString(19),
        FirstAnswerOn: row.Find<DateOnly>(20));
}

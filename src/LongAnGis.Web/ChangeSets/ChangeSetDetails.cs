using LongAnGis.Core.ChangeSets;
using LongAnGis.Core.Text;
using LongAnGis.Web.Accounts;
using LongAnGis.Web.Audit;
using LongAnGis.Web.Database;
using LongAnGis.Web.Platform.Forms;
using Npgsql;
using NpgsqlTypes;

namespace LongAnGis.Web.ChangeSets;

/// <summary>An instrument as the picker offers it.</summary>
public sealed record InstrumentChoice(string Code, string Number, Core.Plans.Bilingual Title);

/// <summary>An instrument that the register lacks, as a planner enters it.</summary>
public sealed record NewInstrument(string Code, string Number, string Kind, string Title, string? Issuer, DateOnly? IssuedOn);

/// <summary>What a planner says of a change set as a whole.</summary>
public sealed record ChangeSetDetails(
    string TitleVi,
    string TitleEn,
    string Reason,
    string? Plan,
    string Instrument,
    NewInstrument? NewInstrument,
    DateOnly? InForceFrom,
    bool IsSimplified,
    string? Ground)
{
    public const string Form = "details";
    public const int LongestTitle = 300;
    public const int LongestReason = 4000;

    /// <summary>What kinds of instrument a planner may enter.</summary>
    public static readonly IReadOnlyList<(string Code, string Vi, string En)> InstrumentKinds =
    [
        ("decision", "Quyết định", "Decision"),
        ("resolution", "Nghị quyết", "Resolution"),
        ("dispatch", "Công văn, thông báo", "Dispatch or notice"),
        ("other", "Văn bản khác", "Other"),
    ];

    /// <summary>Reads the details from a form; what is wrong is kept with the form, field by field.</summary>
    public static ChangeSetDetails Read(SentForm form, IReadOnlyList<InstrumentChoice> instruments, IReadOnlyCollection<string> plans)
    {
        var titleVi = form.Needed(form.Line("title_vi", LongestTitle), "title_vi", "Hãy đặt tên cho hồ sơ.", "Give the change set a title.");
        var titleEn = form.Line("title_en", LongestTitle) ?? titleVi;
        var reason = form.Needed(
            form.Lines("reason", LongestReason), "reason", "Hãy nêu lý do điều chỉnh.", "Say why the plan is to be amended.");
        var plan = form.Line("plan", 32);
        if (plan is not null && !plans.Contains(plan))
            form.Refuse("plan", "Không có quy hoạch này.", "There is no such plan.");

        var entered = ReadInstrument(form);
        var instrument = form.Line("instrument", 64);
        if (entered is null && (instrument is null || instruments.All(known => known.Code != instrument)))
            form.Refuse("instrument", "Chọn văn bản làm căn cứ, hoặc nhập văn bản mới bên dưới.", "Choose the instrument it rests on, or enter a new one below.");

        var inForce = form.Day("in_force_from");
        if (inForce is null && form.Raw("in_force_from") is not { Length: > 0 })
            form.Refuse("in_force_from", "Cho biết ngày có hiệu lực.", "Say from which day it is in force.");

        var isSimplified = form.Raw("kind") == "simplified";
        var ground = isSimplified ? SimplifiedGround.Find(form.Raw("ground")) : null;
        if (isSimplified && ground is null)
            form.Refuse("ground", "Thủ tục rút gọn cần một căn cứ theo Điều 54.", "The simplified procedure needs a ground of article 54.");
        return new(titleVi, titleEn, reason, plan, entered?.Code ?? instrument ?? "", entered, inForce, isSimplified, ground?.Code);
    }

    static NewInstrument? ReadInstrument(SentForm form)
    {
        var number = form.Line("new_number", 100);
        var title = form.Line("new_title", 500);
        if (number is null && title is null)
            return null;

        form.Needed(number, "new_number", "Cho biết số văn bản, như 12/QĐ-UBND.", "Give the number, such as 12/QĐ-UBND.");
        form.Needed(title, "new_title", "Cho biết trích yếu của văn bản.", "Give the title of the instrument.");
        var issuedOn = form.Day("new_issued_on");
        var kind = InstrumentKinds.Any(known => known.Code == form.Raw("new_kind")) ? form.Raw("new_kind")! : "decision";
        // The year tells 12/QĐ-UBND of one year from that of the next.
        var code = VietnameseText.Slug($"{number} {issuedOn?.Year}");
        if (code.Length is < 2 or > 62)
            form.Refuse("new_number", "Số văn bản phải có chữ hoặc số, không quá 60 ký tự.", "The number needs letters or figures, at most 60.");
        return new(code, number ?? "", kind, title ?? "", form.Line("new_issuer", 300), issuedOn);
    }
}

/// <summary>What the form offers to choose from.</summary>
public sealed class InstrumentChoices(PlanDatabase database)
{
    static readonly string Query = Sql.Beside<InstrumentChoices>();

    public async Task<IReadOnlyList<InstrumentChoice>> For(Person person, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Query);
        command.Parameters.AddWithValue(person.Id);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var choices = new List<InstrumentChoice>();
        while (await row.ReadAsync(cancellation))
            choices.Add(new(row.GetString(0), row.GetString(1), new(row.GetString(2), row.GetString(3))));
        return choices;
    }
}

/// <summary>Writes new change sets and the details of those that are still drafts.</summary>
public sealed class ChangeSetOpening(AuditLog audit, TimeProvider clock)
{
    static readonly string Open = Sql.Beside<ChangeSetOpening>("OpenChangeSet");
    static readonly string AddInstrument = Sql.Beside<ChangeSetOpening>("AddInstrument");
    static readonly string WriteDetails = Sql.Beside<ChangeSetOpening>("WriteDetails");

    /// <summary>Opens a draft inside the caller's transaction.</summary>
    /// <param name="reverts">The published change set that the draft takes back.</param>
    public async Task<Guid> Write(
        NpgsqlConnection connection, ChangeSetDetails details, Person author, CancellationToken cancellation, Guid? reverts = null)
    {
        await Add(connection, details.NewInstrument, cancellation);
        await using var command = Command(connection, Open, details);
        command.Parameters.Add(new("author", author.DisplayName));
        command.Parameters.Add(new("author_id", author.Id));
        command.Parameters.Add(new("at", clock.GetUtcNow()));
        command.Parameters.Add(new("step", reverts is null ? "open" : "revert"));
        command.Parameters.Add(new("reverts", NpgsqlDbType.Uuid) { Value = (object?)reverts ?? DBNull.Value });
        var id = (Guid)(await command.ExecuteScalarAsync(cancellation))!;
        await audit.Record(connection, author, reverts is null ? "open" : "revert", id, cancellation);
        return id;
    }

    /// <summary>Changes the details inside the caller's transaction, which holds the change set.</summary>
    public async Task Change(
        NpgsqlConnection connection, Guid changeSet, ChangeSetDetails details, Person by, CancellationToken cancellation)
    {
        await Add(connection, details.NewInstrument, cancellation);
        await using var command = Command(connection, WriteDetails, details);
        command.Parameters.Add(new("id", changeSet));
        command.Parameters.Add(new("by", by.Id));
        command.Parameters.Add(new("at", clock.GetUtcNow()));
        await command.ExecuteNonQueryAsync(cancellation);
        await audit.Record(connection, by, "details", changeSet, cancellation);
    }

    static NpgsqlCommand Command(NpgsqlConnection connection, string query, ChangeSetDetails details)
    {
        var command = new NpgsqlCommand(query, connection);
        command.Parameters.Add(new("plan", NpgsqlDbType.Text) { Value = (object?)details.Plan ?? DBNull.Value });
        command.Parameters.Add(new("title_vi", details.TitleVi));
        command.Parameters.Add(new("title_en", details.TitleEn));
        command.Parameters.Add(new("reason", details.Reason));
        command.Parameters.Add(new("instrument", details.Instrument));
        command.Parameters.Add(new("in_force_from", NpgsqlDbType.Date) { Value = (object?)details.InForceFrom ?? DBNull.Value });
        command.Parameters.Add(new("kind", details.IsSimplified ? "simplified" : "ordinary"));
        command.Parameters.Add(new("ground", NpgsqlDbType.Text) { Value = (object?)details.Ground ?? DBNull.Value });
        return command;
    }

    static async Task Add(NpgsqlConnection connection, NewInstrument? instrument, CancellationToken cancellation)
    {
        if (instrument is null)
            return;

        await using var command = new NpgsqlCommand(AddInstrument, connection);
        command.Parameters.AddWithValue(instrument.Code);
        command.Parameters.AddWithValue(instrument.Number);
        command.Parameters.AddWithValue(instrument.Kind);
        command.Parameters.AddWithValue(instrument.Title);
        command.Parameters.AddWithValue(instrument.Title);
        command.Parameters.AddWithValue(NpgsqlDbType.Text, (object?)instrument.Issuer ?? DBNull.Value);
        command.Parameters.AddWithValue(NpgsqlDbType.Date, (object?)instrument.IssuedOn ?? DBNull.Value);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}

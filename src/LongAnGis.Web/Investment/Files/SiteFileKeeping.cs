using LongAnGis.Core.Investment;
using LongAnGis.Core.Investment.Files;
using LongAnGis.Core.Plans;
using LongAnGis.Core.Programme.Reporting;
using LongAnGis.Core.Text;
using LongAnGis.Web.Accounts;
using LongAnGis.Web.Audit;
using LongAnGis.Web.Database;
using LongAnGis.Web.Investment.Pipeline;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Platform.Forms;
using Npgsql;
using NpgsqlTypes;

namespace LongAnGis.Web.Investment.Files;

/// <summary>
/// Keeps documents and photos of sites. What an officer sends waits until somebody else has approved it; approved, it is
/// published at once; withdrawn, it is taken away at once. All of it stays in the plan's own tables, with who did what and why.
/// </summary>
sealed class SiteFileKeeping(AuditLog audit, TimeProvider clock)
{
    public const string SendForm = "site-file", DecisionForm = "site-file-decision";
    public const int LongestCaption = 300, LongestAlternative = 500, LongestNote = 2000;

    /// <summary>Bytes of one request: the largest file, and the texts.</summary>
    public const int LongestBody = EvidenceFile.MostBytes + (1 << 18);

    /// <summary>Files of one site that wait or are published.</summary>
    public const int MostFiles = 40;

    static readonly string TurnQuery = Sql.Beside<SiteFileKeeping>("TakeSiteFiles");
    static readonly string KeepQuery = Sql.Beside<SiteFileKeeping>("KeepSiteFile");
    static readonly string StepQuery = Sql.Beside<SiteFileKeeping>("TakeFileStep");
    static readonly string PublishQuery = Sql.Beside<SiteFileKeeping>("PublishFile");
    static readonly string UnpublishQuery = Sql.Beside<SiteFileKeeping>("UnpublishFile");

    public static readonly Refusal NotFound = Refusal.NotFound("Không có tài liệu, hình ảnh này.", "There is no such document or photo.");

    /// <summary>A file that was judged, with what is said of it.</summary>
    public sealed record Judged(EvidenceFile File, SitePhoto? Photo, SiteFileWords Words)
    {
        public byte[] Content => Photo?.Content ?? File.Content;
    }

    /// <summary>The file of a form with its words; null when something is wrong, which is then said at its field.</summary>
    public async Task<Judged?> Read(SentForm form, CancellationToken cancellation)
    {
        var words = new SiteFileWords(
            Both(form, "caption", LongestCaption), Both(form, "alternative", LongestAlternative), form.Day("day"), form.Line("source", LongestCaption));
        if (form.File("file") is not { } sent)
        {
            form.Refuse("file", "Hãy chọn một tệp có nội dung.", "Choose a file that is not empty.");
            Judge(form, words, isPhoto: false, "");
            return null;
        }

        using var bytes = new MemoryStream();
        await sent.CopyToAsync(bytes, cancellation);
        var (file, fault) = EvidenceFile.Judge(VietnameseText.Canonical(sent.FileName), bytes.ToArray());
        var isPhoto = file?.MediaType is "image/jpeg" or "image/png";
        SitePhoto? photo = null;
        if (fault is null && isPhoto)
            (photo, fault) = await SitePhoto.Read(file!, cancellation);
        if (fault is not null)
            form.Refuse("file", fault.Vi, fault.In(english: true));
        Judge(form, words, isPhoto, sent.FileName);
        return form.IsRight ? new(file!, photo, words) : null;
    }

    public async Task<IResult> Send(
        NpgsqlConnection connection, SentForm form, Site site, string agency, Judged judged, Person person, CancellationToken cancellation)
    {
        var sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(judged.Content));
        var held = (await Take(connection, site.Id, cancellation)).Where(one => one.State is SiteFileState.Waiting or SiteFileState.Published).ToList();
        if (held.Any(one => one.File.Sha256 == sha256))
            form.Refuse("file", "Tệp này đã có ở đây.", "This file is here already.");
        else if (held.Count >= MostFiles)
            form.Refuse(null, $"Mỗi nơi có nhiều nhất {MostFiles} tệp; hãy gỡ bớt trước.", $"A site has at most {MostFiles} files; withdraw some first.");
        if (!form.IsRight)
            return form.Refused(StatusCodes.Status409Conflict);

        var id = Guid.NewGuid();
        await Keep(connection, id, site.Id, agency, judged, person, cancellation);
        await audit.Record(
            connection, person.UserName, "site-file.send", $"site-file/{id}", new { site = site.Key.ToString(), name = judged.File.Name, sha256 }, cancellation);
        return new NextPage(SiteFileLinks.Page(site.Key), ("sent", "1"));
    }

    /// <summary>Approves, returns or withdraws.</summary>
    /// <param name="pipeline">The agencies, and who is responsible for projects.</param>
    public async Task<IResult> Decide(
        NpgsqlConnection connection, SentForm form, ProjectPipeline pipeline, Site site, Guid document, Person person, CancellationToken cancellation)
    {
        if ((await Take(connection, site.Id, cancellation)).FirstOrDefault(one => one.File.Id == document) is not { } file)
            return NotFound;
        var step = form.Raw("verdict");
        if (!SiteFileRights.MayKeep(pipeline, site, person) || (step is not "withdrawn" && !SiteFileRights.MayDecide(pipeline, file.FiledFor, person)))
            return NotYours;

        var note = form.Lines("note", LongestNote);
        if (Objection(file, step, person) is { } objection)
            return form.Refused(StatusCodes.Status409Conflict, objection.Vi, objection.In(english: true));
        if (step is not ("approved" or "returned" or "withdrawn"))
            form.Refuse(null, "Hãy chọn duyệt, trả lại hoặc gỡ.", "Choose to approve, to return or to withdraw it.");
        else if (step is not "approved" && note is null)
            form.Refuse(null, $"{file.File.Name}: hãy viết lý do khi trả lại hoặc gỡ.", $"{file.File.Name}: write why it is returned or withdrawn.");
        if (!form.IsRight)
            return form.Refused();

        await Step(connection, StepQuery, document, step!, note, person, cancellation);
        if (step == "approved")
            await Step(connection, PublishQuery, document, step, note, person, cancellation);
        else if (file.State == SiteFileState.Published)
            await Step(connection, UnpublishQuery, document, step!, note, person, cancellation);
        await audit.Record(connection, person.UserName, $"site-file.{step}", $"site-file/{document}", new { site = site.Key.ToString(), note }, cancellation);
        return new NextPage(SiteFileLinks.Page(site.Key), ("done", step!));
    }

    public static readonly Refusal NotYours = new(
        StatusCodes.Status403Forbidden,
        "Chỉ cán bộ của cơ quan phụ trách gửi và gỡ; người thẩm định hoặc thủ trưởng cơ quan đó duyệt.",
        "Officers of the responsible agency send and withdraw; a reviewer or the head of that agency decides.");

    static Bilingual? Objection(SentSiteFile file, string? step, Person person) => (file.State, step) switch
    {
        (SiteFileState.Returned or SiteFileState.Withdrawn, _) or (SiteFileState.Published, not "withdrawn") => new(
            "Tệp này vừa được duyệt, trả lại hoặc gỡ. Mở lại trang để xem.", "Somebody has just decided about this file. Open the page again."),
        (SiteFileState.Waiting, "approved" or "returned") when file.FiledBy == person.Id => new(
            "Tệp này do chính bạn gửi; người khác phải duyệt.", "You sent this file yourself; somebody else has to decide about it."),
        _ => null,
    };

    void Judge(SentForm form, SiteFileWords words, bool isPhoto, string name)
    {
        foreach (var fault in words.Faults(isPhoto, name, clock.TodayInVietnam()))
            form.Refuse(fault.Field, fault.Words.Vi, fault.Words.In(english: true));
    }

    static Bilingual? Both(SentForm form, string field, int longest)
    {
        var (vi, en) = (form.Line(field + "_vi", longest), form.Line(field + "_en", longest));
        return vi is null ? null : new(vi, en);
    }

    static async Task<IReadOnlyList<SentSiteFile>> Take(NpgsqlConnection connection, long site, CancellationToken cancellation)
    {
        await using var turn = new NpgsqlCommand(TurnQuery, connection);
        await turn.ExecuteNonQueryAsync(cancellation);
        return await SiteFileReading.All(connection, site, cancellation);
    }

    async Task Keep(NpgsqlConnection connection, Guid id, long site, string agency, Judged judged, Person person, CancellationToken cancellation)
    {
        var (words, photo) = (judged.Words, judged.Photo);
        await using var command = new NpgsqlCommand(KeepQuery, connection);
        void Say(string name, NpgsqlDbType type, object? value) => command.Parameters.AddWithValue(name, type, value ?? DBNull.Value);
        Say("id", NpgsqlDbType.Uuid, id);
        Say("feature", NpgsqlDbType.Bigint, site);
        Say("kind", NpgsqlDbType.Text, photo is null ? "document" : "photo");
        Say("content", NpgsqlDbType.Bytea, judged.Content);
        Say("media_type", NpgsqlDbType.Text, judged.File.MediaType);
        Say("name", NpgsqlDbType.Text, judged.File.Name);
        Say("width", NpgsqlDbType.Integer, photo?.Width);
        Say("height", NpgsqlDbType.Integer, photo?.Height);
        Say("caption_vi", NpgsqlDbType.Text, words.Caption!.Vi);
        Say("caption_en", NpgsqlDbType.Text, words.Caption.En);
        Say("alternative_vi", NpgsqlDbType.Text, photo is null ? null : words.Alternative!.Vi);
        Say("alternative_en", NpgsqlDbType.Text, photo is null ? null : words.Alternative!.En);
        Say("day", NpgsqlDbType.Date, words.Day);
        Say("source", NpgsqlDbType.Text, words.Source);
        Say("filed_for", NpgsqlDbType.Text, agency);
        Say("now", NpgsqlDbType.TimestampTz, clock.GetUtcNow());
        Say("person", NpgsqlDbType.Uuid, person.Id);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    async Task Step(NpgsqlConnection connection, string sql, Guid document, string step, string? note, Person person, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddWithValue("document", document);
        command.Parameters.AddWithValue("step", step);
        command.Parameters.AddWithValue("note", NpgsqlDbType.Text, (object?)note ?? DBNull.Value);
        command.Parameters.AddWithValue("now", clock.GetUtcNow());
        command.Parameters.AddWithValue("person", person.Id);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}

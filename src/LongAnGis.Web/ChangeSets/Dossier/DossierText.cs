using System.Text.Json;
using LongAnGis.Core.ChangeSets;
using LongAnGis.Core.Coordinates;
using LongAnGis.Core.Plans;
using LongAnGis.Core.Rules;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Print;
using NetTopologySuite.Geometries;

namespace LongAnGis.Web.ChangeSets.Dossier;

/// <summary>Puts a change set into the blocks of its dossier: what, why, on which basis, maps, table of changes, approvals.</summary>
sealed class DossierText(DossierFacts facts, DossierMaps maps, IReadOnlyList<string> inWords, Language language, DateTimeOffset madeAt)
{
    /// <summary>A pair of maps for each change says more than a table, up to a point.</summary>
    const int MostPairs = 24;

    readonly DossierHead head = facts.Head;
    int sections;

    public IReadOnlyList<DocumentBlock> Blocks() =>
    [
        new DocumentBlock.Title(Say("Hồ sơ điều chỉnh quy hoạch", "Plan amendment dossier")),
        new DocumentBlock.SubHeading(head.Title.In(En)),
        new DocumentBlock.Remark(Standing()),
        Section("Nội dung và lý do", "What and why"),
        new DocumentBlock.Facts(General()),
        new DocumentBlock.SubHeading(Say("Lý do điều chỉnh", "Reason")),
        new DocumentBlock.Paragraph(head.Reason),
        .. Summary(),
        Section("Căn cứ pháp lý", "Legal basis"),
        new DocumentBlock.Facts(Basis()),
        Section("Bản đồ trước và sau điều chỉnh", "Maps before and after"),
        .. Overview(),
        Section("Bảng các thay đổi", "Table of changes"),
        .. ChangeTable(),
        .. EachChange(),
        .. Reasons(),
        .. Comments(),
        Section("Quá trình trình, thẩm định, phê duyệt", "Submission, review, approval"),
        .. Steps(),
    ];

    bool En => language.IsEnglish;

    string Say(string vi, string en) => language.Say(vi, en);

    // Numbered as they come, since some dossiers have no warnings or comments.
    DocumentBlock.Heading Section(string vi, string en) => new($"{++sections}. {Say(vi, en)}");

    string Standing()
    {
        var state = ChangeSetStates.Find(head.State)?.Name().In(En) ?? head.State;
        return head.Revision is { } revision
            ? Say($"Trạng thái: {state}, bản công bố số {revision}.", $"State: {state}, publication {revision}.")
            : Say(
                $"Trạng thái: {state}. Hồ sơ chưa công bố, chưa có giá trị pháp lý.",
                $"State: {state}. Not published: without legal effect.");
    }

    List<(string, string)> General()
    {
        var rows = new List<(string, string)>
        {
            (Say("Quy hoạch", "Plan"), head.Plan?.In(En) ?? Say("Dữ liệu nền chung", "Context shared by all plans")),
            (Say("Người lập", "Author"), head.Author),
            (Say("Ngày lập", "Opened on"), Day(head.CreatedAt)),
            (Say("Hiệu lực từ", "In force from"), head.InForceFrom is { } day ? AttributeText.Date(day) : Say("chưa xác định", "not stated")),
            (Say("Trình tự", "Procedure"), Procedure()),
            (Say("Số thay đổi", "Changes"), Count()),
        };
        if (head.ApprovalNumber is { } number)
        {
            rows.Add((Say("Văn bản phê duyệt", "Approved by"), string.Join(", ", new[]
            {
                number,
                head.ApprovalDate is { } on ? Say($"ngày {AttributeText.Date(on)}", $"of {AttributeText.Date(on)}") : null,
                head.ApprovalSigner,
            }.OfType<string>())));
        }

        return rows;
    }

    string Procedure() => head.Kind == "simplified" && SimplifiedGround.Find(head.Ground) is { } ground
        ? Say($"Rút gọn, điểm {ground.Letter}: {ground.Meaning.Vi}", $"Simplified, point {ground.Letter}: {ground.Meaning.In(true)}")
        : Say("Thông thường", "Ordinary");

    string Count()
    {
        int Of(string operation) => facts.Changes.Count(change => change.Operation == operation);
        return Say(
            $"{facts.Changes.Count} ({Of("create")} thêm mới, {Of("update")} sửa đổi, {Of("delete")} kết thúc)",
            $"{facts.Changes.Count} ({Of("create")} new, {Of("update")} changed, {Of("delete")} ended)");
    }

    IEnumerable<DocumentBlock> Summary()
    {
        if (inWords.Count > 0)
        {
            yield return new DocumentBlock.SubHeading(Say("Tóm tắt tác động", "Consequences in short"));
            foreach (var sentence in inWords)
            {
                yield return new DocumentBlock.Paragraph(sentence);
            }
        }
    }

    List<(string, string)> Basis() =>
    [
        (Say("Văn bản", "Instrument"), head.InstrumentNumber),
        (Say("Trích yếu", "Subject"), head.Instrument.In(En)),
        (Say("Cơ quan ban hành", "Issued by"), head.Issuer ?? Say("chưa có số liệu", "not known")),
        (Say("Ngày ban hành", "Issued on"), head.IssuedOn is { } day ? AttributeText.Date(day) : Say("chưa có số liệu", "not known")),
    ];

    IEnumerable<DocumentBlock> Overview()
    {
        if (maps.Overview() is not { } drawn)
        {
            return [new DocumentBlock.Paragraph(Say(
                "Không thay đổi nào có hình học; không có bản đồ.", "No change has a geometry; there is no map."))];
        }

        return
        [
            drawn,
            new DocumentBlock.Remark(Say(
                "Trái: trước; phải: sau. Nét liền xanh: nội dung đề xuất; nét đứt nâu: ranh cũ; gạch chéo: kết thúc. Lưới VN-2000, kinh tuyến trục 105°45′. Bản đồ tham khảo, không thay thế hồ sơ đo đạc.",
                "Left: before; right: after. Solid teal: as proposed; dashed brown: the former outline; hatched: ended. Grid VN-2000, central meridian 105°45′. For reference; no substitute for a survey.")),
        ];
    }

    IEnumerable<DocumentBlock> ChangeTable()
    {
        yield return new DocumentBlock.Table(
            [
                new(Say("STT", "No."), 0.65f, IsNumber: true),
                new(Say("Lớp", "Layer"), 1.6f),
                new(Say("Đối tượng", "Feature"), 2.6f),
                new(Say("Việc", "What"), 1f),
                new(Say("Trước (ha)", "Before (ha)"), 1.1f, IsNumber: true),
                new(Say("Sau (ha)", "After (ha)"), 1.1f, IsNumber: true),
                new(Say("Tăng, giảm (ha)", "Gained, lost (ha)"), 1.2f, IsNumber: true),
            ],
            [.. facts.Changes.Select((change, place) => Row(change, place + 1))]);
        if (facts.Changes.Count == DossierQuestions.MostChanges)
        {
            yield return new DocumentBlock.Remark(Say(
                $"Chỉ in {DossierQuestions.MostChanges} thay đổi đầu.", $"Only the first {DossierQuestions.MostChanges} changes are printed."));
        }
    }

    IReadOnlyList<string> Row(DossierChange change, int number)
    {
        var (before, after) = (Hectares(change.Before), Hectares(change.After));
        return
        [
            number.ToString(language.Culture),
            change.LayerName.In(En),
            $"{change.Name.In(En)} ({change.Code})",
            Operation(change),
            Figure(before),
            Figure(after),
            before is null && after is null ? "–" : ((after ?? 0) - (before ?? 0)).ToString("+#,0.00;−#,0.00;0", language.Culture),
        ];
    }

    IEnumerable<DocumentBlock> EachChange()
    {
        var number = 0;
        foreach (var change in facts.Changes.Take(MostPairs))
        {
            yield return new DocumentBlock.SubHeading($"{sections}.{++number} {change.Name.In(En)} – {change.LayerName.In(En)}, {Operation(change)}");
            var words = Words(change);
            if (words.Count > 0)
            {
                yield return new DocumentBlock.Table(
                    [new(Say("Nội dung", "What"), 1.4f), new(Say("Trước", "Before"), 2), new(Say("Sau", "After"), 2)], words);
            }

            if (facts.Changes.Count > 1 && maps.Pair(change) is { } pair)
            {
                yield return pair;
            }

            if (change.Note is { Length: > 0 } note)
            {
                yield return new DocumentBlock.Remark(note);
            }
        }
    }

    List<IReadOnlyList<string>> Words(DossierChange change)
    {
        var rows = new List<IReadOnlyList<string>>();
        void Add(string word, string? before, string? after)
        {
            if (before != after)
            {
                rows.Add([word, before ?? "–", after ?? "–"]);
            }
        }

        Add(Say("Tên", "Name"), change.Before?.Name.Vi, change.After?.Name.Vi);
        Add(Say("Tên tiếng Anh", "English name"), change.Before?.Name.En, change.After?.Name.En);
        Add(Say("Độ chính xác vị trí", "Quality of the position"), QualityOf(change.Before), QualityOf(change.After));
        Add(Say("Diện tích (ha)", "Area (ha)"), FigureOrNull(Hectares(change.Before)), FigureOrNull(Hectares(change.After)));
        foreach (var attribute in change.Schema)
        {
            var unit = attribute.UnitIn(En) is { } text ? $" ({text})" : "";
            Add(attribute.Label.In(En) + unit, Value(attribute, change.Before), Value(attribute, change.After));
        }

        Add(Say("Hiệu lực", "In force"), null, Validity(change));
        foreach (var period in facts.Periods.Where(period => period.Position == change.Position))
        {
            Add(Say($"Khôi phục {period.Days(language)}", $"Restored {period.Days(language)}"), null, period.Content(language));
        }

        return rows;
    }

    string Validity(DossierChange change)
    {
        var from = change.InForceFrom is { } day ? AttributeText.Date(day) : Say("không rõ", "not known");
        return change.Operation == "delete" ? Say($"kết thúc từ {from}", $"ended from {from}")
            : change.InForceUntil is { } end ? Say($"từ {from} đến trước {AttributeText.Date(end)}", $"from {from} until {AttributeText.Date(end)}")
            : Say($"từ {from}", $"from {from}");
    }

    IEnumerable<DocumentBlock> Reasons()
    {
        if (facts.Reasons.Count == 0)
        {
            yield break;
        }

        yield return Section("Lý do giữ các cảnh báo", "Why warnings were let stand");
        yield return new DocumentBlock.Table(
            [new(Say("Quy tắc và đối tượng", "Rule and feature"), 2), new(Say("Lý do", "Reason"), 3), new(Say("Người ghi", "By"), 1.2f)],
            [.. facts.Reasons.Select(reason => (IReadOnlyList<string>)[Cited(reason.Finding), reason.Reason, $"{reason.Person}, {Day(reason.At)}"])]);
    }

    /// <summary>“R05 Không chồng lấn trong lớp: Khu A, Khu B” for the key of a finding, R05:layer/a:layer/b.</summary>
    string Cited(string finding)
    {
        var key = FindingKey.Read(finding);
        var rule = Enum.TryParse<Rule>(key.Rule, out var known) ? $"{key.Rule} {known.Name().In(En)}" : key.Rule;
        var names = key.Subjects
            .Select(path => facts.Changes.FirstOrDefault(change => $"{change.Layer}/{change.Code}" == path) is { } change
                ? (change.After ?? change.Before)?.Name.In(En) ?? change.Code
                : path.Contains('/', StringComparison.Ordinal) ? path[(path.IndexOf('/', StringComparison.Ordinal) + 1)..] : null)
            .OfType<string>()
            .ToList();
        return names.Count == 0 ? rule : $"{rule}: {string.Join(", ", names)}";
    }

    IEnumerable<DocumentBlock> Comments()
    {
        if (facts.Comments.Count == 0)
        {
            yield break;
        }

        yield return Section("Góp ý và trả lời", "Comments and replies");
        yield return new DocumentBlock.Table(
            [new(Say("Về", "About"), 1.6f), new(Say("Người góp ý", "By"), 1.4f), new(Say("Nội dung", "What was said"), 3.2f)],
            [.. facts.Comments.Select(comment => (IReadOnlyList<string>)[
                comment.Answers is null ? About(comment) : "",
                $"{comment.Author}, {new DateTimeOffset(comment.At).InVietnam().ToString("dd/MM/yyyy HH:mm", language.Culture)}",
                Said(comment)])]);
    }

    string About(Comment comment)
    {
        var subject = comment.About ?? (comment.Position is { } position ? Say($"thay đổi {position}", $"change {position}") : Say("cả hồ sơ", "the whole"));
        return comment.Place is var (longitude, latitude)
            ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{subject} ({latitude:0.#####}, {longitude:0.#####})")
            : subject;
    }

    string Said(Comment comment) => comment switch
    {
        { Text: null, IsSettled: true } => Say("(đánh dấu đã giải quyết)", "(settled)"),
        { Text: null } => Say("(mở lại)", "(opened again)"),
        { Answers: not null } => Say($"Trả lời: {comment.Text}", $"Reply: {comment.Text}"),
        { IsOpen: true } => Say($"{comment.Text} [chưa giải quyết]", $"{comment.Text} [open]"),
        _ => comment.Text,
    };

    IEnumerable<DocumentBlock> Steps()
    {
        yield return facts.Steps.Count == 0
            ? new DocumentBlock.Paragraph(Say("Chưa có bước nào được ghi.", "No step has been recorded."))
            : new DocumentBlock.Table(
                [new(Say("Thời điểm", "When"), 1.2f), new(Say("Người thực hiện", "Who"), 1.6f), new(Say("Bước", "Step"), 1.2f), new(Say("Ý kiến", "Remark"), 2.4f)],
                [.. facts.Steps.Select(step => (IReadOnlyList<string>)[
                    step.At.InVietnam().ToString("dd/MM/yyyy HH:mm", language.Culture), step.Actor, ChangeSetSteps.Done(step.Step).In(En), step.Note ?? ""])]);
        yield return new DocumentBlock.Remark(Say(
            $"Hồ sơ {head.Id}, phiên bản {head.Version}; lập lúc {madeAt.InVietnam():HH:mm dd/MM/yyyy}. Diện tích tính trên mặt phẳng VN-2000, múi 3°, kinh tuyến trục 105°45′.",
            $"Change set {head.Id}, version {head.Version}; made at {madeAt.InVietnam():HH:mm dd/MM/yyyy}. Areas are planar, VN-2000, 3° zone, central meridian 105°45′."));
    }

    string Operation(DossierChange change) => change.Operation switch
    {
        "create" => Say("thêm mới", "new"),
        "delete" => Say("kết thúc", "ended"),
        _ => Say("sửa đổi", "changed"),
    };

    string? QualityOf(DossierSide? side) => side is null ? null : Quality.Name(side.Quality).In(En);

    string? Value(AttributeDefinition attribute, DossierSide? side) =>
        side is not null && side.Attributes.ValueKind == JsonValueKind.Object && side.Attributes.TryGetProperty(attribute.Key, out var value)
            ? AttributeText.Value(attribute, value, En)
            : null;

    // An indicative place is never measured.
    static double? Hectares(DossierSide? side) =>
        side?.GeometryWgs84 is { Dimension: Dimension.Surface } area && side.Quality != Quality.Indicative
            ? PlanarMeasure.AreaSquareMetres(area) / 10_000
            : null;

    string Figure(double? hectares) => FigureOrNull(hectares) ?? "–";

    string? FigureOrNull(double? hectares) => hectares?.ToString("#,0.00", language.Culture);

    string Day(DateTimeOffset moment) => moment.InVietnam().ToString("dd/MM/yyyy", language.Culture);
}

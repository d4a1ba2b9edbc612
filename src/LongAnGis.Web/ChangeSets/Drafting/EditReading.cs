using System.Text.Json;
using System.Text.RegularExpressions;
using LongAnGis.Core.Plans;
using LongAnGis.Core.Rules;
using LongAnGis.Web.Plans.Publishing;
using NetTopologySuite.Geometries;

namespace LongAnGis.Web.ChangeSets.Drafting;

/// <summary>
/// Reads a request to save, without a database: its form, its texts, its days. Fields that the server alone decides
/// (version, before, who and when) are ignored; fields that nobody knows are refused by name.
/// </summary>
sealed partial class EditReading(IReadOnlyDictionary<string, EditedLayer> layers)
{
    /// <summary>A merge of a whole coverage stays below; an import has its own address.</summary>
    public const int MostEdits = 5_000;

    internal const int LongestName = 300;
    const int LongestNote = 10_000;

    static readonly HashSet<string> Known =
    [
        "position", "expects", "op", "layer", "code", "feature", "baseVersion", "nameVi", "nameEn", "attributes", "geometry", "quality",
        "geometrySource", "note", "instrument", "inForceFrom", "inForceUntil", "successor",
        // Sent back as they came in draft.json; the server keeps its own.
        "version", "before", "updatedBy", "updatedAt",
    ];

    static readonly HashSet<string> KnownOfDrop = ["position", "expects"];

    readonly EditFaults faults = new();

    public IReadOnlyList<EditFault> Faults => faults.All;

    /// <summary>The edits, or null when anything is wrong with them; then <see cref="Faults"/> says what.</summary>
    public EditRequest? Read(JsonElement request)
    {
        if (request.ValueKind != JsonValueKind.Object
            || !request.TryGetProperty("edits", out var list)
            || list.ValueKind != JsonValueKind.Array)
        {
            faults.Add(0, "edits", "Nội dung phải có danh sách “edits”.", "The content must have a list “edits”.");
            return null;
        }

        foreach (var other in request.EnumerateObject().Where(member => member.Name is not ("edits" or "client")))
        {
            var name = FieldReading.Shortened(other.Name);
            faults.Add(0, name, $"Không có trường “{name}” trong yêu cầu lưu.", $"A request to save has no field “{name}”.");
        }

        var count = list.GetArrayLength();
        if (count is 0 or > MostEdits)
        {
            faults.Add(0, "edits", $"Mỗi lần lưu có từ 1 đến {MostEdits} chỉnh sửa.", $"A save has 1 to {MostEdits} edits.");
            return null;
        }

        var edits = list.EnumerateArray().Select(Edit).ToList();
        var client = Client(request);
        return faults.Any ? null : new(client, [.. edits.OfType<DraftEdit>()]);
    }

    Guid? Client(JsonElement request)
    {
        if (!request.TryGetProperty("client", out var client) || client.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (client.ValueKind == JsonValueKind.String && client.TryGetGuid(out var id))
        {
            return id;
        }

        faults.Add(0, "client", "“client” phải là một UUID.", "“client” must be a UUID.");
        return null;
    }

    DraftEdit? Edit(JsonElement edit, int index)
    {
        if (edit.ValueKind == JsonValueKind.Object && edit.EnumerateObject().Count() == 1)
        {
            var step = edit.EnumerateObject().First();
            if (step is { Name: "put" or "drop", Value.ValueKind: JsonValueKind.Object })
            {
                var fields = new FieldReading(step.Value, index, faults);
                return step.Name == "put" ? Put(fields, index) : Drop(fields, index);
            }
        }

        faults.Add(index, "", "Mỗi chỉnh sửa là một đối tượng “put” hoặc “drop”.", "Each edit is one object, “put” or “drop”.");
        return null;
    }

    static DropEdit? Drop(FieldReading fields, int index)
    {
        fields.NothingBut(KnownOfDrop);
        return fields.Number("position", 1) is { } position
            ? new(index, position, fields.Number("expects", 1))
            : fields.Wrong<DropEdit?>("position", "“drop” phải nêu “position”.", "“drop” must name a “position”.");
    }

    PutEdit? Put(FieldReading fields, int index)
    {
        fields.NothingBut(Known);
        var operation = fields.Word("op", "create", "update", "delete") switch
        {
            "create" => ChangeOperation.Create,
            "update" => ChangeOperation.Update,
            "delete" => ChangeOperation.Delete,
            _ => (ChangeOperation?)null,
        };
        var layer = Layer(fields, index);
        var feature = fields.Id("feature");
        var baseVersion = fields.Number("baseVersion", 1);
        if (operation is null)
        {
            return fields.Wrong<PutEdit?>("op", "Thiếu “op”: create, update hoặc delete.", "“op” is missing: create, update or delete.");
        }

        if (operation == ChangeOperation.Create && (feature ?? baseVersion) is not null)
        {
            fields.Wrong<object?>(
                "feature",
                "Đối tượng mới chưa có mã số và phiên bản: bỏ “feature” và “baseVersion”.",
                "What is created has no id and version yet: leave out “feature” and “baseVersion”.");
        }
        else if (operation != ChangeOperation.Create && (feature is null || baseVersion is null))
        {
            fields.Wrong<object?>(
                "feature",
                "Sửa hoặc bãi bỏ phải nêu “feature” và “baseVersion” của đối tượng.",
                "An update or delete must name the feature's “feature” and “baseVersion”.");
        }

        var from = fields.Day("inForceFrom");
        var until = fields.Day("inForceUntil");
        if (from is not null && until is not null && from >= until)
        {
            faults.Add(
                index, "inForceUntil", "Ngày hết hiệu lực phải sau ngày bắt đầu.", "The day it ends must come after the day it begins.",
                Rule.R14);
        }

        return layer is null ? null : new(
            index,
            fields.Number("position", 1),
            fields.Number("expects", 1),
            operation.Value,
            layer,
            Code(fields),
            feature,
            baseVersion,
            fields.Text("nameVi", LongestName) ?? "",
            fields.Text("nameEn", LongestName),
            Attributes(fields),
            operation == ChangeOperation.Delete ? null : Geometry(fields, layer, index),
            fields.Word("quality", Quality.Surveyed, Quality.Digitised, Quality.Generalised, Quality.Indicative) ?? Quality.Digitised,
            fields.Text("geometrySource", LongestNote, hasLines: true),
            fields.Text("note", LongestNote, hasLines: true),
            fields.Text("instrument", 64),
            from,
            until,
            Successor(fields));
    }

    EditedLayer? Layer(FieldReading fields, int index)
    {
        if (fields.Text("layer", 64) is not { } code)
        {
            return fields.Wrong<EditedLayer?>("layer", "Thiếu “layer”: mã của lớp.", "“layer” is missing: the code of the layer.");
        }

        if (layers.TryGetValue(code, out var layer))
        {
            return layer;
        }

        faults.Add(index, "layer", $"Không có lớp “{code}”.", $"There is no layer “{code}”.");
        return null;
    }

    // Absent is not the same as nowhere: whoever forgets it must not lose what was drawn.
    Geometry? Geometry(FieldReading fields, EditedLayer layer, int index)
    {
        if (!fields.Has("geometry"))
        {
            return fields.Wrong<Geometry?>(
                "geometry", "Thiếu “geometry”: hình GeoJSON, hoặc null khi chưa có vị trí.", "“geometry” is missing: a GeoJSON geometry, or null for no place.");
        }

        if (fields.Value("geometry") is not { } geoJson)
        {
            return null;
        }

        var reading = GeometryCheck.Read(geoJson, layer.GeometryKind, withinMapWindow: layer.IsPlanScoped);
        foreach (var finding in reading.Findings)
        {
            faults.Add(new(index, "geometry", finding.Message, finding.Rule, finding.Vertex));
        }

        return reading.Geometry;
    }

    internal static string? Code(FieldReading fields)
    {
        var code = fields.Text("code", 63);
        return code is null || CodeForm().IsMatch(code)
            ? code
            : fields.Wrong<string?>(
                "code",
                "Mã chỉ gồm chữ cái không dấu, chữ số, dấu “-”, “_”, “.”, bắt đầu bằng chữ hoặc số, dài đến 63 ký tự.",
                "A code has letters without diacritics, digits, “-”, “_” and “.”, begins with a letter or digit, and is at most 63 characters long.");
    }

    static string? Successor(FieldReading fields)
    {
        var successor = fields.Text("successor", 120);
        return successor is null || SuccessorForm().IsMatch(successor)
            ? successor
            : fields.Wrong<string?>(
                "successor", "“successor” phải là mã, hoặc lớp/mã, của đối tượng kế tiếp.", "“successor” must be the code, or layer/code, of what follows.");
    }

    static JsonElement? Attributes(FieldReading fields) => fields.Value("attributes") switch
    {
        null => null,
        { ValueKind: JsonValueKind.Object } attributes => attributes,
        _ => fields.Wrong<JsonElement?>("attributes", "“attributes” phải là một đối tượng JSON.", "“attributes” must be a JSON object."),
    };

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._-]{0,62}\z")]
    private static partial Regex CodeForm();

    [GeneratedRegex(@"\A([a-z][a-z0-9-]{1,48}/)?[A-Za-z0-9][A-Za-z0-9._-]{0,62}\z")]
    private static partial Regex SuccessorForm();
}

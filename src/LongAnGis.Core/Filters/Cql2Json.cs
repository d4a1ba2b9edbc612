using System.Text.Json;

namespace LongAnGis.Core.Filters;

/// <summary>Reads CQL2 JSON (OGC 21-065r2, clause 8): the same language as <see cref="Cql2Text"/>, as <c>{"op": …, "args": […]}</c>.</summary>
public sealed class Cql2Json
{
    static readonly JsonDocumentOptions Strict = new() { MaxDepth = FilterLimits.Depth, AllowDuplicateProperties = false };

    readonly FilterLimits limits = new();
    readonly GeoJsonReader shapes;

    Cql2Json(FilterAxes axes) => shapes = new(new FilterShapes(axes, limits), limits);

    public static FilterReading Read(string json, FilterAxes? axes = null) => FilterReading.Of(() =>
    {
        if (json.Length > FilterLimits.Length)
            throw FilterLimits.TooLong;
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            return new Cql2Json(axes ?? FilterAxes.Default).Condition(document.RootElement);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            throw new FilterException(
                $"Bộ lọc không phải JSON hợp lệ: sai cú pháp, trùng khóa, hoặc lồng quá {FilterLimits.Depth} cấp.",
                $"The filter is not valid JSON: a syntax error, a key twice in an object, or more than {FilterLimits.Depth} levels.");
        }
    });

    Condition Condition(JsonElement json)
    {
        if (json.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return new Always(json.GetBoolean());

        var (op, args) = Call(json);
        if (FilterWords.Comparisons.TryGetValue(op, out var comparison))
            return new Compared(comparison, Scalar(Of(op, args, 2)[0]), Scalar(args[1]));
        if (FilterWords.Spatial.TryGetValue(op, out var spatial))
            return new Spatially(spatial, shapes.Operand(Of(op, args, 2)[0]), shapes.Operand(args[1]));
        if (FilterWords.Temporal.TryGetValue(op, out var temporal))
            return new Temporally(temporal, Temporal(Of(op, args, 2)[0]), Temporal(args[1]));

        return op switch
        {
            "and" => new AllOf(Parts(op, args)),
            "or" => new AnyOf(Parts(op, args)),
            "not" => new Not(limits.Inside(() => Condition(Of(op, args, 1)[0]))),
            "like" => new Like(Scalar(Of(op, args, 2)[0]), Scalar(args[1])),
            "between" => new Between(Scalar(Of(op, args, 3)[0]), Scalar(args[1]), Scalar(args[2])),
            "in" => new OneOf(Scalar(Of(op, args, 2)[0]), List(args[1])),
            "isNull" => new IsNull(Scalar(Of(op, args, 1)[0])),
            _ => throw FilterWords.UnknownFunction(op),
        };
    }

    List<Condition> Parts(string op, IReadOnlyList<JsonElement> args) =>
        args.Count >= 2 ? limits.Inside(() => args.Select(Condition).ToList()) : throw Arguments(op);

    List<Operand> List(JsonElement json) =>
        json.ValueKind == JsonValueKind.Array && json.GetArrayLength() > 0 ? [.. json.EnumerateArray().Select(Scalar)] : throw Arguments("in");

    Operand Scalar(JsonElement json)
    {
        limits.CountOperand();
        return json.ValueKind switch
        {
            JsonValueKind.String => new TextValue(json.GetString()!),
            JsonValueKind.True or JsonValueKind.False => new BooleanValue(json.GetBoolean()),
            JsonValueKind.Number => json.TryGetDecimal(out var number) ? new NumberValue(number) : throw Unreadable(json),
            JsonValueKind.Object when Text(json, "property") is { } property => new PropertyName(property),
            JsonValueKind.Object when (Text(json, "date") ?? Text(json, "timestamp")) is { } day => FilterDays.Read(day),
            JsonValueKind.Object when json.TryGetProperty("op", out _) => Function(json),
            _ => throw Unreadable(json),
        };
    }

    Operand Function(JsonElement json)
    {
        var (op, args) = Call(json);
        return op switch
        {
            "casei" => new WithoutCase(limits.Inside(() => Scalar(Of(op, args, 1)[0]))),
            "accenti" => new WithoutAccents(limits.Inside(() => Scalar(Of(op, args, 1)[0]))),
            _ => throw FilterWords.UnknownFunction(op),
        };
    }

    Operand Temporal(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty("interval", out var ends))
            return Scalar(json);
        limits.CountOperand();
        return ends.ValueKind == JsonValueKind.Array && ends.GetArrayLength() == 2
            ? new SpanValue(End(ends[0]), End(ends[1]))
            : throw Arguments("interval");
    }

    Operand? End(JsonElement json) =>
        json.ValueKind == JsonValueKind.String ? FilterDays.ReadEnd(json.GetString()!) : Scalar(json);

    static (string Op, IReadOnlyList<JsonElement> Args) Call(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object
        && Text(json, "op") is { } op
        && json.TryGetProperty("args", out var args)
        && args.ValueKind == JsonValueKind.Array
            ? (op, [.. args.EnumerateArray()])
            : throw Unreadable(json);

    static IReadOnlyList<JsonElement> Of(string op, IReadOnlyList<JsonElement> args, int count) =>
        args.Count == count ? args : throw Arguments(op);

    internal static string? Text(JsonElement json, string key) =>
        json.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    static FilterException Arguments(string op) => new(
        $"Phép “{FilterWords.Short(op)}” trong bộ lọc có số đối số không đúng.", $"“{FilterWords.Short(op)}” in the filter has the wrong number of arguments.");

    internal static FilterException Unreadable(JsonElement json) => new(
        $"Không hiểu phần này của bộ lọc: {FilterWords.Short(json.GetRawText())}", $"This part of the filter is not understood: {FilterWords.Short(json.GetRawText())}");
}

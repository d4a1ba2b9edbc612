using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using LongAnGis.Core.Plans;

namespace LongAnGis.Core.Rules;

/// <summary>Rules about words and dates: R08 attributes, R11 code and name, R12 moved on, R14 days in force.</summary>
static partial class ContentRules
{
    const int LongestName = 300;

    public static IEnumerable<Finding> Check(RuleContext context, ProposedChange change) =>
        change.After is { } after
            ? [.. MovedOn(change), .. Naming(change, after), .. Attributes(context.Layer(after), after), .. Days(context, change, after)]
            : MovedOn(change);

    static IEnumerable<Finding> MovedOn(ProposedChange change)
    {
        if (change.BaseVersion is { } based && change.CurrentVersion != based)
        {
            yield return Found(change.Name, Rule.R12, Severity.Error, change.CurrentVersion is { } current
                ? new(
                    $"đã được một hồ sơ khác sửa (bản {current}, hồ sơ này dựa trên bản {based}). Hãy đối chiếu ba bên rồi chọn.",
                    $"was changed by another change set meanwhile (version {current}; this one is based on {based}). Compare the three states and choose.")
                : new("không còn tồn tại.", "does not exist any more."));
        }
    }

    static IEnumerable<Finding> Naming(ProposedChange change, PlanFeature feature)
    {
        var isNew = change.Before is null;
        if (isNew && !CodePattern().IsMatch(feature.Name.Code))
        {
            yield return Found(feature.Name, Rule.R11, Severity.Error, new(
                "có mã không dùng được: mã gồm chữ không dấu, số, gạch nối, dấu chấm, tối đa 63 ký tự.",
                "has a code that cannot be used: letters without accents, figures, hyphens and dots, at most 63."), "code");
        }

        if (isNew && change.IsCodeTaken)
        {
            yield return Found(feature.Name, Rule.R11, Severity.Error, new(
                $"dùng mã “{feature.Name.Code}” đã có trong lớp này.", $"has the code “{feature.Name.Code}”, which the layer has already."), "code");
        }

        var name = feature.Name.Name.Vi;
        if (string.IsNullOrWhiteSpace(name) || name.Length > LongestName)
        {
            yield return Found(feature.Name, Rule.R11, Severity.Error, new(
                $"({feature.Name.Code}) cần tên tiếng Việt, tối đa {LongestName} ký tự.",
                $"({feature.Name.Code}) needs a Vietnamese name of at most {LongestName} characters."), "name");
        }

        foreach (var namesake in change.Namesakes)
        {
            yield return Found(feature.Name, Rule.R11, Severity.Warning, new(
                $"trùng tên với {namesake.Code} trong cùng lớp.", $"has the same name as {namesake.Code} in the layer.")) with
            { Other = namesake };
        }
    }

    static IEnumerable<Finding> Attributes(LayerRules layer, PlanFeature feature)
    {
        if (feature.Attributes.ValueKind != JsonValueKind.Object)
        {
            return [Found(feature.Name, Rule.R08, Severity.Error, new("có thuộc tính không phải là đối tượng JSON.", "has attributes that are no JSON object."))];
        }

        var known = layer.Attributes.ToDictionary(attribute => attribute.Key);
        var unknown = feature.Attributes.EnumerateObject()
            .Where(given => !known.ContainsKey(given.Name))
            .Select(given => Found(feature.Name, Rule.R08, Severity.Error, new(
                $"có thuộc tính “{given.Name}” mà lớp “{layer.Name.Vi}” không có.",
                $"has an attribute “{given.Name}”, which the layer “{layer.Name.In(true)}” does not have."), given.Name));
        return [.. unknown, .. layer.Attributes.Select(attribute => Fault(attribute, feature)).OfType<Finding>()];
    }

    static Finding? Fault(AttributeDefinition attribute, PlanFeature feature)
    {
        var isGiven = feature.Attributes.TryGetProperty(attribute.Key, out var value)
            && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined)
            && !(value.ValueKind == JsonValueKind.String && value.GetString()!.Trim().Length == 0);
        var (vi, en) = (attribute.Label.Vi, attribute.Label.In(true));
        Bilingual? wrong = !isGiven
            ? attribute.Required ? new($"thiếu “{vi}”.", $"lacks “{en}”.") : null
            : attribute.Type switch
            {
                AttributeType.Number when value.ValueKind != JsonValueKind.Number => new(
                    $"có “{vi}” không phải là số.", $"has a “{en}” that is no number."),
                AttributeType.Integer when value.ValueKind != JsonValueKind.Number || !value.TryGetInt64(out _) => new(
                    $"có “{vi}” không phải là số nguyên.", $"has a “{en}” that is no whole number."),
                AttributeType.Boolean when value.ValueKind is not (JsonValueKind.True or JsonValueKind.False) => new(
                    $"có “{vi}” không phải là có hoặc không.", $"has a “{en}” that is neither yes nor no."),
                AttributeType.Date when !IsDay(value) => new(
                    $"có “{vi}” không phải là ngày dạng năm-tháng-ngày.", $"has a “{en}” that is no day like 2030-12-31."),
                AttributeType.Url when !IsAddress(value) => new(
                    $"có “{vi}” không phải là địa chỉ http hoặc https.", $"has a “{en}” that is no http or https address."),
                AttributeType.Text when value.ValueKind is JsonValueKind.Object => new(
                    $"có “{vi}” không phải là chữ.", $"has a “{en}” that is no text."),
                AttributeType.Code when Unlisted(attribute, value) is { } code => new(
                    $"có “{vi}” ghi “{code}”, ngoài danh mục.", $"has the “{en}” “{code}”, which is not on its list."),
                _ => null,
            };
        return wrong is null ? null : Found(feature.Name, Rule.R08, Severity.Error, wrong, attribute.Key);
    }

    static bool IsDay(JsonElement value) => value.ValueKind == JsonValueKind.String
        && DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    static bool IsAddress(JsonElement value) => value.ValueKind == JsonValueKind.String
        && Uri.TryCreate(value.GetString(), UriKind.Absolute, out var address) && address.Scheme is "http" or "https";

    static string? Unlisted(AttributeDefinition attribute, JsonElement value)
    {
        var given = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(item => item.ToString()) : [value.ToString()];
        return attribute.Codes is null ? null : given.FirstOrDefault(code => attribute.Codes.All(known => known.Value != code));
    }

    static IEnumerable<Finding> Days(RuleContext context, ProposedChange change, PlanFeature feature)
    {
        if (feature.InForceFrom is { } from && feature.InForceUntil is { } until && until <= from)
        {
            yield return Found(feature.Name, Rule.R14, Severity.Error, new(
                $"hết hiệu lực ({AttributeText.Date(until)}) trước khi có hiệu lực ({AttributeText.Date(from)}).",
                $"ends ({AttributeText.Date(until)}) before it begins ({AttributeText.Date(from)})."), "order");
        }

        if (feature.InForceFrom is { } first && context.PlanBegins is { } begins && first < begins)
        {
            yield return Found(feature.Name, Rule.R14, Severity.Warning, new(
                $"có hiệu lực từ {AttributeText.Date(first)}, trước ngày quy hoạch có hiệu lực ({AttributeText.Date(begins)}).",
                $"is in force from {AttributeText.Date(first)}, before the plan itself ({AttributeText.Date(begins)})."), "plan");
        }

        if (change.Before is { } before && feature.InForceFrom is { } newDay && before.InForceFrom is { } oldDay && newDay < oldDay)
        {
            yield return Found(feature.Name, Rule.R14, Severity.Warning, new(
                $"được sửa từ {AttributeText.Date(newDay)}, sớm hơn ngày bản đang có bắt đầu ({AttributeText.Date(oldDay)}).",
                $"is changed from {AttributeText.Date(newDay)}, earlier than what it changes began ({AttributeText.Date(oldDay)})."), "before");
        }
    }

    static Finding Found(FeatureName feature, Rule rule, Severity severity, Bilingual what, string? about = null) => new(rule, severity, new(
        $"{feature.Name.Vi} {what.Vi}", $"{feature.Name.In(true)} {what.En}"))
    {
        Feature = feature,
        About = about,
    };

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._-]{0,62}\z")]
    private static partial Regex CodePattern();
}

using System.Globalization;
using System.Text.Json;
using LongAnGis.Core.Text;

namespace LongAnGis.Web.ChangeSets.Drafting;

/// <summary>Reads the fields of one edit; what is wrong with them goes to the faults, and reading goes on.</summary>
sealed class FieldReading(JsonElement fields, int edit, EditFaults faults)
{
    static readonly DateOnly Earliest = new(1900, 1, 1);
    static readonly DateOnly Latest = new(2200, 1, 1);

    public JsonElement? Value(string name) =>
        fields.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    public bool Has(string name) => fields.TryGetProperty(name, out _);

    public int? Number(string name, int least) => Value(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } value when value.TryGetInt32(out var number) && number >= least => number,
        _ => Wrong<int?>(name, $"“{name}” phải là số nguyên từ {least}.", $"“{name}” must be a whole number of {least} or more."),
    };

    public long? Id(string name) => Value(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } value when value.TryGetInt64(out var number) && number > 0 => number,
        _ => Wrong<long?>(name, $"“{name}” phải là mã số nguyên dương.", $"“{name}” must be a positive whole number."),
    };

    public DateOnly? Day(string name) => Value(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } value when IsDay(Plain(value), out var day) && day >= Earliest && day < Latest => day,
        _ => Wrong<DateOnly?>(
            name, $"“{name}” phải là ngày viết YYYY-MM-DD, từ 1900 đến 2199.", $"“{name}” must be a day as YYYY-MM-DD, from 1900 to 2199."),
    };

    public string? Text(string name, int longest, bool hasLines = false) =>
        Value(name) is { } value ? Text(name, value, longest, hasLines) : null;

    public string? Text(string name, JsonElement value, int longest, bool hasLines)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            return Wrong<string?>(name, $"“{name}” phải là văn bản.", $"“{name}” must be text.");
        }

        // A lone surrogate written as an escape is valid JSON, but no text.
        var fault = Plain(value) is { } entered ? EnteredText.Read(entered, longest, hasLines, out var text) : Malformed(out text);
        return fault switch
        {
            TextFault.None => text.Length == 0 ? null : text,
            TextFault.TooLong => Wrong<string?>(
                name, $"“{name}” dài quá {longest} ký tự.", $"“{name}” is longer than {longest} characters."),
            TextFault.Control => Wrong<string?>(
                name, $"“{name}” có ký tự điều khiển; xin bỏ đi.", $"“{name}” holds control characters; please remove them."),
            TextFault.Invisible => Wrong<string?>(
                name,
                $"“{name}” có ký tự vô hình hoặc đổi chiều chữ; xin bỏ đi.",
                $"“{name}” holds characters that are invisible or turn text around; please remove them."),
            _ => Wrong<string?>(
                name, $"“{name}” có ký tự Unicode hỏng.", $"“{name}” holds broken Unicode characters."),
        };
    }

    /// <summary>One of a few words; null when it is absent.</summary>
    public string? Word(string name, params ReadOnlySpan<string> words)
    {
        if (Value(name) is not { } value)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.String && Plain(value) is { } word && words.Contains(word))
        {
            return word;
        }

        var list = string.Join(", ", words);
        return Wrong<string?>(name, $"“{name}” phải là một trong: {list}.", $"“{name}” must be one of: {list}.");
    }

    /// <summary>Refuses fields that are none of these: whoever sends them expects something to come of it.</summary>
    public void NothingBut(IReadOnlySet<string> known)
    {
        foreach (var field in fields.EnumerateObject().Where(field => !known.Contains(field.Name)))
        {
            var name = Shortened(field.Name);
            Wrong<object?>(name, $"Không có trường “{name}” trong một chỉnh sửa.", $"An edit has no field “{name}”.");
        }
    }

    public T Wrong<T>(string name, string vi, string en)
    {
        faults.Add(edit, name, vi, en);
        return default!;
    }

    public static bool IsDay(string? text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    public static string Shortened(string name) =>
        new([.. (name.Length <= 60 ? name : name[..60] + "…").Select(letter => char.IsControl(letter) || char.IsSurrogate(letter) ? '?' : letter)]);

    static string? Plain(JsonElement text)
    {
        try
        {
            return text.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    static TextFault Malformed(out string text)
    {
        text = "";
        return TextFault.Malformed;
    }
}

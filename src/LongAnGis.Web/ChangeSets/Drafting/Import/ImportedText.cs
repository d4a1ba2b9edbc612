using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using LongAnGis.Core.Text;

namespace LongAnGis.Web.ChangeSets.Drafting.Import;

/// <summary>
/// Puts the text of a file into Unicode. Old files hold TCVN3, VNI or Windows-1258 without saying so, and some newer ones hold
/// such text copied letter by letter into Unicode ("QuyÕt ®Þnh"): both are asked about, so that no such text is ever stored.
/// </summary>
static class ImportedText
{
    const int MostSamples = 500;

    /// <summary>Share of Vietnamese syllables from which text is taken to be in an encoding, and below which it is in doubt.</summary>
    const double Likely = 0.8;

    /// <summary>Decodes a text file as a whole.</summary>
    public static string Decode(byte[] bytes, LegacyEncoding? asked)
    {
        var body = bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes[3..] : bytes;
        if (System.Text.Unicode.Utf8.IsValid(body))
            return Encoding.UTF8.GetString(body);

        var lines = body.Split((byte)'\n').Where(line => line.Any(one => one >= 0x80)).Take(MostSamples).ToList();
        return asked is null
            ? throw ImportQuestion.Encoding(lines)
            : asked.Read(body) ?? throw NotThis(asked);
    }

    /// <summary>Names and texts of all features in Unicode.</summary>
    /// <param name="isBytes">True where each letter stands for one byte of the file, as of a DBF; false where the file is Unicode.</param>
    /// <param name="stated">What the file itself says; it is believed as long as its bytes agree.</param>
    public static ImportedFile InUnicode(ImportedFile file, bool isBytes, LegacyEncoding? stated, LegacyEncoding? asked)
    {
        var texts = Texts(file).Where(text => text.Any(letter => letter > 0x7F)).Distinct().Take(MostSamples).ToList();
        var bytes = texts.Where(text => text.All(letter => letter <= 0xFF)).Select(Encoding.Latin1.GetBytes).ToList();
        if (bytes.Count == 0)
            return file;

        if (!isBytes)
        {
            var isInDoubt = bytes.Count == texts.Count && Plausibility(texts) < 0.5
                && LegacyEncoding.All.Any(encoding => encoding != LegacyEncoding.Utf8 && encoding.Plausibility(bytes) >= Likely);
            return !isInDoubt || asked == LegacyEncoding.Utf8 ? file
                : asked is null ? throw ImportQuestion.Encoding(bytes)
                : Recoded(file, asked);
        }

        var isUnicode = (stated is null || stated == LegacyEncoding.Utf8) && bytes.TrueForAll(one => LegacyEncoding.Utf8.Read(one) is not null);
        var encoding = isUnicode ? LegacyEncoding.Utf8 : asked ?? (stated == LegacyEncoding.Utf8 ? null : stated);
        return encoding is null ? throw ImportQuestion.Encoding(bytes) : Recoded(file, encoding);
    }

    /// <summary>What a .cpg file says. Latin encodings say nothing: fonts made Vietnamese of them.</summary>
    public static LegacyEncoding? Stated(string? codePage) => codePage?.Trim().ToUpperInvariant() switch
    {
        "UTF-8" or "UTF8" or "65001" => LegacyEncoding.Utf8,
        "1258" or "CP1258" or "ANSI 1258" or "WINDOWS-1258" => LegacyEncoding.Windows1258,
        _ => null,
    };

    static double Plausibility(List<string> texts) => LegacyEncoding.Utf8.Plausibility(texts.Select(Encoding.UTF8.GetBytes));

    static IEnumerable<string> Texts(ImportedFile file) => file.Features.SelectMany(feature =>
        feature.Fields.SelectMany(field => new[] { field.Key, Text(field.Value) }).OfType<string>());

    static string? Text(JsonNode value) =>
        value is JsonValue && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    static ImportedFile Recoded(ImportedFile file, LegacyEncoding encoding) => file with
    {
        Features = [.. file.Features.Select(feature => feature with { Fields = Recoded(feature.Fields, encoding) })],
    };

    static Dictionary<string, JsonNode> Recoded(IReadOnlyDictionary<string, JsonNode> fields, LegacyEncoding encoding)
    {
        var recoded = new Dictionary<string, JsonNode>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in fields)
            recoded[Recoded(name, encoding)] = Text(value) is { } text ? JsonValue.Create(Recoded(text, encoding)) : value;
        return recoded;
    }

    static string Recoded(string text, LegacyEncoding encoding) =>
        text.Any(letter => letter > 0xFF) || text.All(char.IsAscii)
            ? text
            : encoding.Read(Encoding.Latin1.GetBytes(text)) ?? throw NotThis(encoding);

    static Platform.RefusedException NotThis(LegacyEncoding encoding) => ImportLimits.Refuse(
        $"Chữ trong tệp không thể là {encoding.Name.Vi}; xin chọn bảng mã khác.",
        $"The text of the file cannot be {encoding.Name.In(english: true)}; choose another encoding.");

    static IEnumerable<byte[]> Split(this byte[] bytes, byte separator)
    {
        var start = 0;
        for (var end = 0; end <= bytes.Length; end++)
        {
            if (end < bytes.Length && bytes[end] != separator)
                continue;
            yield return bytes[start..end].Where(one => one is not (byte)'\r').ToArray();
            start = end + 1;
        }
    }
}

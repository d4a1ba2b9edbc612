using System.Buffers.Text;
using System.Text.Json;

namespace LongAnGis.Web.Ogc;

/// <summary>
/// The last feature of a page: its id, and what it was sorted by, as texts. The next page begins after it, however much has
/// been published in between.
/// </summary>
public sealed record ItemCursor(string Id, IReadOnlyList<string?> Values)
{
    const int Longest = 4000;

    /// <summary>The form that travels in addresses; <see cref="Parse"/> reads it back.</summary>
    public override string ToString() =>
        Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(Values.Append(Id)));

    /// <summary>Reads a cursor for an order with so many keys; null when it is none.</summary>
    public static ItemCursor? Parse(string text, int keys)
    {
        if (text.Length > Longest || !Base64Url.IsValid(text))
        {
            return null;
        }

        try
        {
            var values = JsonSerializer.Deserialize<string?[]>(Base64Url.DecodeFromChars(text));
            return values?.Length == keys + 1 && values[^1] is { } id && !values.Any(value => value?.Contains('\0', StringComparison.Ordinal) is true)
                ? new(id, values[..^1])
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

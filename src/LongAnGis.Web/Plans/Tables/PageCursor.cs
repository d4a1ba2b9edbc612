using System.Buffers.Text;
using System.Text.Json;
using LongAnGis.Web.Platform;

namespace LongAnGis.Web.Plans.Tables;

/// <summary>
/// Where a page of a list begins: the sort value and the id of the row it follows. Lists page by key, so that the
/// thousandth page costs what the first does and rows published meanwhile shift nothing.
/// </summary>
public sealed record PageCursor(string? Value, long Id)
{
    const int Longest = 2000;

    public string Written => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(new object?[] { Value, Id }));

    /// <exception cref="RefusedException">400 when the text is none of our cursors.</exception>
    public static PageCursor? Read(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return null;

        try
        {
            var bytes = text.Length <= Longest ? Base64Url.DecodeFromChars(text) : throw new FormatException("too long");
            var parts = JsonElement.Parse(bytes);
            return parts.ValueKind == JsonValueKind.Array && parts.GetArrayLength() == 2
                ? new(parts[0].GetString(), parts[1].GetInt64())
                : throw new FormatException("no pair");
        }
        catch (Exception problem) when (problem is FormatException or JsonException or InvalidOperationException)
        {
            throw new RefusedException(Refusal.BadRequest(
                "Liên kết sang trang này bị chép thiếu. Hãy mở lại bảng từ trang đầu.",
                "The link to this page of the list was copied incompletely. Please open the list from its first page."));
        }
    }
}

using System.Text.Json;

namespace LongAnGis.Web.Audit;

/// <summary>The detail of a line of the audit, as it is read in a table.</summary>
public static class AuditDetail
{
    /// <param name="json">An object, as it is kept.</param>
    /// <returns><c>by: password · address: 127.0.0.1</c>; what is not plain text stays JSON; empty for an empty object.</returns>
    public static string Words(string json)
    {
        using var detail = JsonDocument.Parse(json);
        return string.Join(" · ", detail.RootElement.EnumerateObject().Select(field => $"{field.Name}: {Said(field.Value)}"));
    }

    static string Said(JsonElement value) => value.ValueKind is JsonValueKind.String ? value.GetString()! : value.GetRawText();
}

using System.Security.Claims;
using System.Text.Json;

namespace LongAnGis.Web.Accounts.OpenIdConnect;

/// <summary>
/// The claim that a provider tells roles in: its name (<c>groups</c>, <c>https://example.vn/roles</c>), or a path into a claim
/// that is an object (<c>realm_access.roles</c>). A claim of the whole name comes first, since names may hold dots.
/// </summary>
public sealed record RolesClaim(string Name)
{
    readonly string[] path = Name.Split('.');

    /// <summary>The claims to take over from what the provider tells, by their names.</summary>
    public IEnumerable<string> Sources => new[] { Name, path[0] }.Distinct();

    /// <summary>The values; none where there is no such claim, or it holds no text.</summary>
    public IEnumerable<string> Values(ClaimsPrincipal person)
    {
        var whole = person.FindAll(Name).Select(claim => claim.Value).ToList();
        return whole.Count > 0 || path.Length == 1 ? whole : person.FindAll(path[0]).SelectMany(claim => Inside(claim.Value));
    }

    IEnumerable<string> Inside(string json)
    {
        JsonElement value;
        try
        {
            value = JsonSerializer.Deserialize<JsonElement>(json);
        }
        catch (JsonException)
        {
            // A claim of the first name that is a plain word, and so holds nothing.
            return [];
        }

        foreach (var step in path.Skip(1))
        {
            if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(step, out value))
            {
                return [];
            }
        }

        return value.ValueKind switch
        {
            JsonValueKind.String => [value.GetString()!],
            JsonValueKind.Array => [.. value.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.String).Select(one => one.GetString()!)],
            _ => [],
        };
    }
}

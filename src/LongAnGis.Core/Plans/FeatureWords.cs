using System.Text.Json;
using LongAnGis.Core.Text;

namespace LongAnGis.Core.Plans;

/// <summary>The texts by which search finds a feature; see <see cref="SearchWords"/> for what they look like.</summary>
/// <param name="Folded">For <c>search_text</c>.</param>
/// <param name="Exact">For <c>search_key</c>.</param>
public sealed record FeatureWords(string Folded, string Exact)
{
    // Full and former names are attributes like any other, but search finds a feature by them too.
    static readonly string[] NamingAttributes = ["full_name", "other_names", "made_from"];

    /// <param name="attributes">The feature's attributes, a JSON object.</param>
    public static FeatureWords Of(string nameVi, string? nameEn, string code, string attributes)
    {
        var otherNames = OtherNames(attributes);
        return new(SearchWords.Folded(nameVi, nameEn, code, otherNames), SearchWords.Exact(nameVi, otherNames));
    }

    static string[] OtherNames(string attributes)
    {
        using var content = JsonDocument.Parse(attributes);
        return
        [
            .. NamingAttributes
                .Where(key => content.RootElement.TryGetProperty(key, out var name) && name.ValueKind == JsonValueKind.String)
                .SelectMany(key => content.RootElement.GetProperty(key).GetString()!.Split(';', StringSplitOptions.TrimEntries)),
        ];
    }
}

using System.Text;
using System.Text.RegularExpressions;

namespace LongAnGis.Core.Text;

/// <summary>
/// Tells whether a word is spelled as a Vietnamese syllable can be: an initial, a nucleus and a final that the language has,
/// with at most one tone. It does not say that the word exists.
/// </summary>
public static partial class VietnameseSyllable
{
    const string Tones = "\u0300\u0301\u0303\u0309\u0323";

    public static bool IsOne(string word)
    {
        var decomposed = word.ToLowerInvariant().Normalize(NormalizationForm.FormD);
        var plain = string.Concat(decomposed.Where(letter => !Tones.Contains(letter, StringComparison.Ordinal)));
        return decomposed.Length - plain.Length <= 1 && Spelling().IsMatch(plain.Normalize(NormalizationForm.FormC));
    }

    /// <summary>The words of a text that hold a letter beyond ASCII, or something beyond it that is no letter at all.</summary>
    public static IEnumerable<string> WordsBeyondAscii(string text) =>
        Word().Matches(text).Select(match => match.Value).Where(word => word.Any(letter => letter > 0x7F));

    [GeneratedRegex(
        "^(?:ngh?|nh|n|gh|gi?|kh?|ph?|th|tr|t|ch?|qu|b|d|đ|h|l|m|r|s|v|x)?" +
        "(?:a|ă|â|e|ê|i|o|ô|ơ|u|ư|y|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe|oi|oo|ôi|ơi|ua|uâ|uê|ui|uô|uơ|uy|ưa|ưi|ươ|ưu|yê" +
        "|iêu|oai|oao|oay|oeo|uây|uôi|uya|uyê|uyu|ươi|ươu|yêu)" +
        "(?:ch|c|m|ng|nh|n|p|t)?$")]
    private static partial Regex Spelling();

    [GeneratedRegex(@"[\p{L}\p{M}\u0080-\uFFFF]+")]
    private static partial Regex Word();
}

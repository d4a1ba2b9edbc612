using System.Text;
using System.Text.RegularExpressions;

namespace LongAnGis.Core.Accounts;

/// <summary>
/// Names that people sign in with: small ASCII letters, figures and <c>. _ @ + -</c>, 2 to 99 of them. Nothing else, so that
/// no two names look alike (a Cyrillic а, a zero-width space, a full-width ａ).
/// </summary>
public static partial class UserNames
{
    /// <summary>The name that somebody means: without spaces around it, in small letters.</summary>
    public static string Normalize(string typed) => typed.Trim().Normalize(NormalizationForm.FormC).ToLowerInvariant();

    public static bool IsValid(string name) => Allowed().IsMatch(name);

    [GeneratedRegex("^[a-z0-9][a-z0-9._@+-]{1,98}\\z")]
    private static partial Regex Allowed();
}

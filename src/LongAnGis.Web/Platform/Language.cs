using System.Globalization;

namespace LongAnGis.Web.Platform;

/// <summary>
/// The language of one request: Vietnamese at <c>/…</c>, English at <c>/en/…</c>. Texts are written where they are
/// used, as pairs: <c>language.Say("Lớp", "Layers")</c>.
/// </summary>
public sealed class Language
{
    public static readonly Language Vietnamese = new("vi", "", "vi-VN");
    // British conventions: day before month, comma between thousands.
    public static readonly Language English = new("en", "/en", "en-GB");

    Language(string code, string prefix, string culture)
    {
        Code = code;
        Prefix = prefix;
        Culture = CultureInfo.GetCultureInfo(culture);
    }

    /// <summary>The BCP 47 code, as in <c>&lt;html lang&gt;</c>: <c>vi</c> or <c>en</c>.</summary>
    public string Code { get; }

    /// <summary>What stands before every path of a page: nothing, or <c>/en</c>.</summary>
    public string Prefix { get; }

    /// <summary>How numbers and dates are written for people.</summary>
    public CultureInfo Culture { get; }

    public bool IsEnglish => ReferenceEquals(this, English);

    public Language Other => IsEnglish ? Vietnamese : English;

    /// <summary>The text in the language of the request.</summary>
    public string Say(string vi, string en) => IsEnglish ? en : vi;

    /// <summary>The English text where there is one; legal names often exist in Vietnamese only.</summary>
    public string Prefer(string vi, string? en) => IsEnglish && !string.IsNullOrEmpty(en) ? en : vi;

    /// <summary>The address of a page in this language, from its path without a language: <c>/plan</c>, <c>/plan?q=a</c>.</summary>
    public string Href(string path) => Prefix + path;

    /// <summary>The language that a code names, or null when we do not speak it.</summary>
    public static Language? Find(string? code) => code switch
    {
        "vi" => Vietnamese,
        "en" => English,
        _ => null,
    };

    public override string ToString() => Code;
}

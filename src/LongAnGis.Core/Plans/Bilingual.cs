namespace LongAnGis.Core.Plans;

/// <summary>A text in both languages of the plan. Vietnamese always exists; a missing English text falls back to it.</summary>
public sealed record Bilingual(string Vi, string? En = null)
{
    const string Bar = " | ";

    /// <summary>
    /// A text of one column that is written in both languages, as <c>không đo đạc | not surveyed</c>. Without the bar it is
    /// the same for everybody, as names and citations are.
    /// </summary>
    public static Bilingual Of(string text)
    {
        var bar = text.IndexOf(Bar, StringComparison.Ordinal);
        return bar < 0 ? new(text) : new(text[..bar], text[(bar + Bar.Length)..]);
    }

    /// <summary>Both languages in one column, to be read back by <see cref="Of"/>.</summary>
    public string InOneColumn => LacksEnglish ? Vi : Vi + Bar + En;

    /// <summary>True when an English reader gets the Vietnamese text, which then needs <c>lang="vi"</c>.</summary>
    public bool LacksEnglish => string.IsNullOrWhiteSpace(En);

    public string In(bool english) => english && !LacksEnglish ? En! : Vi;
}

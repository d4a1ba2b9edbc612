namespace LongAnGis.Core.Plans;

/// <summary>A text in both languages of the plan. Vietnamese always exists; a missing English text falls back to it.</summary>
public sealed record Bilingual(string Vi, string? En = null)
{
    /// <summary>True when an English reader gets the Vietnamese text, which then needs <c>lang="vi"</c>.</summary>
    public bool LacksEnglish => string.IsNullOrWhiteSpace(En);

    public string In(bool english) => english && !LacksEnglish ? En! : Vi;
}

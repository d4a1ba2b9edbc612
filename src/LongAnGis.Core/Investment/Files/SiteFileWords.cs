using LongAnGis.Core.Investment.Pipeline;
using LongAnGis.Core.Plans;

namespace LongAnGis.Core.Investment.Files;

/// <summary>
/// What is said of a document or photo of a site. A caption, a day that is not in the future and a source belong to each; a
/// photo also says in Vietnamese what it shows, for those who do not see it, in words that are not just its file's name.
/// </summary>
/// <param name="Alternative">What a photo shows; of no meaning for a document.</param>
/// <param name="Day">When the photo was taken or the document issued.</param>
/// <param name="Source">Who took or issued it.</param>
public sealed record SiteFileWords(Bilingual? Caption, Bilingual? Alternative, DateOnly? Day, string? Source)
{
    /// <summary>Shorter texts do not say what a picture shows.</summary>
    public const int ShortestAlternative = 10;

    /// <param name="fileName">As its sender named it.</param>
    public IEnumerable<ContentFault> Faults(bool isPhoto, string fileName, DateOnly today)
    {
        if (Caption is null)
            yield return new("caption_vi", new("Hãy ghi chú thích bằng tiếng Việt.", "Write a caption in Vietnamese."));
        if (isPhoto && (Alternative is not { } shown || shown.Vi.Length < ShortestAlternative || shown.Vi.Equals(fileName, StringComparison.OrdinalIgnoreCase)))
            yield return new("alternative_vi", new(
                $"Hãy tả ảnh chụp gì bằng tiếng Việt, ít nhất {ShortestAlternative} ký tự, cho người không nhìn thấy ảnh.",
                $"Say in Vietnamese what the photo shows, in {ShortestAlternative} characters at least, for those who do not see it."));
        if (Day is null)
            yield return new("day", new("Hãy ghi ngày chụp ảnh hoặc ngày ban hành tài liệu.", "Write the day on which the photo was taken or the document issued."));
        else if (Day > today)
            yield return new("day", new("Ngày không được ở tương lai.", "The day must not lie in the future."));
        if (Source is null)
            yield return new("source", new("Hãy ghi nguồn: ai chụp, cơ quan nào ban hành.", "Name the source: who took the photo, who issued the document."));
    }
}

using LongAnGis.Core.Plans;

namespace LongAnGis.Core.Indicators;

/// <summary>How a target stands, worst first, as boards list them; what is not yet assessed comes last.</summary>
public enum Verdict { Missed, AtRisk, OnTrack, Met, Exceeded, NotAssessed }

/// <summary>A verdict is never told by colour alone: icon, word, colour and outline go together.</summary>
/// <param name="Code">In URLs, files and styles.</param>
/// <param name="Colour">sRGB hex, with <see cref="Palette.Outline"/>.</param>
/// <param name="IsHatched">Drawn with a hatch over the colour.</param>
public sealed record VerdictLook(Verdict Verdict, string Code, Bilingual Words, string Colour, string Icon, bool IsHatched = false)
{
    /// <summary>Worst first.</summary>
    public static IReadOnlyList<VerdictLook> All { get; } =
    [
        new(Verdict.Missed, "missed", new("không đạt", "missed"), "#B3261E", "■"),
        new(Verdict.AtRisk, "at-risk", new("có nguy cơ", "at risk"), "#E6A700", "◆"),
        new(Verdict.OnTrack, "on-track", new("đúng tiến độ", "on track"), "#6FB7E0", "▶"),
        new(Verdict.Met, "met", new("đạt", "met"), "#1F9E77", "●"),
        new(Verdict.Exceeded, "exceeded", new("vượt", "exceeded"), "#1B4F9C", "▲"),
        new(Verdict.NotAssessed, "not-assessed", new("chưa đánh giá", "not yet assessed"), "#B8C0C4", "○", IsHatched: true),
    ];

    public static VerdictLook Of(Verdict verdict) => All[(int)verdict];

    public static Verdict? Parse(string? code) => All.FirstOrDefault(look => look.Code == code)?.Verdict;
}

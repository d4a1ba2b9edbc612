using LongAnGis.Core.Indicators;
using LongAnGis.Web.Platform;

namespace LongAnGis.Web.Indicators.Board;

/// <summary>What the scoreboard is narrowed to, as its address says it: <c>?theme=economy&amp;verdict=at-risk</c>.</summary>
public sealed record BoardFilter(string? Theme, Verdict? Verdict)
{
    public const string ThemeParameter = "theme";
    public const string VerdictParameter = "verdict";

    public bool IsEmpty => Theme is null && Verdict is null;

    /// <exception cref="RefusedException">400 when there is no such theme or verdict.</exception>
    public static BoardFilter Read(string? theme, string? verdict, BoardAt board)
    {
        if (!string.IsNullOrEmpty(theme) && !board.Themes.ContainsKey(theme))
            throw new RefusedException(Refusal.BadRequest(
                $"Không có chủ đề “{Short(theme)}”. Các chủ đề: {string.Join(", ", board.Themes.Keys)}.",
                $"There is no theme “{Short(theme)}”. The themes: {string.Join(", ", board.Themes.Keys)}."));
        if (!string.IsNullOrEmpty(verdict) && VerdictLook.Parse(verdict) is null)
            throw new RefusedException(Refusal.BadRequest(
                $"Không có kết luận “{Short(verdict)}”: dùng {Codes()}.", $"There is no verdict “{Short(verdict)}”: use {Codes()}."));
        return new(string.IsNullOrEmpty(theme) ? null : theme, string.IsNullOrEmpty(verdict) ? null : VerdictLook.Parse(verdict));
    }

    public bool Has(TargetCase one) =>
        (Theme is null || one.Indicator.Theme == Theme) && (Verdict is null || one.Judgement.Verdict == Verdict);

    static string Codes() => string.Join(", ", VerdictLook.All.Select(look => look.Code));

    static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";
}

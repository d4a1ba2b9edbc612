using LongAnGis.Core.Plans;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Plans.Features;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Print;

namespace LongAnGis.Web.Lookup.Places;

/// <summary>The words of what is told of a place, the same on the page and on paper.</summary>
static class PlaceText
{
    public static string PendingHeading(Language language) => language.Say("Điều chỉnh đang lấy ý kiến", "Amendments open for comment");

    public static string NothingPending(Language language) => language.Say(
        "Không có hồ sơ điều chỉnh nào đang lấy ý kiến tại đây.", "No amendment that is open for comment touches this place.");

    public static string NotInForce(Language language) => language.Say(
        "Nội dung đang lấy ý kiến chưa có hiệu lực và có thể thay đổi trước khi công bố.",
        "What is open for comment is not in force, and may change before it is published.");

    public static string Operation(PlaceTold.Change change, Language language) => change.Operation switch
    {
        "create" => language.Say("thêm", "adds"),
        "delete" => language.Say("bỏ", "removes"),
        _ => language.Say("sửa", "changes"),
    };

    /// <summary>“lấy ý kiến từ 01/02/2026; dự kiến có hiệu lực từ 01/07/2026”; null when neither is known.</summary>
    public static string? Days(PlaceTold.Amendment amendment, Language language)
    {
        string?[] days =
        [
            amendment.OpenedOn is { } opened ? language.Say($"lấy ý kiến từ {Date(opened)}", $"open for comment since {Date(opened)}") : null,
            amendment.InForceFrom is { } from ? language.Say($"dự kiến có hiệu lực từ {Date(from)}", $"meant to be in force from {Date(from)}") : null,
        ];
        return days.OfType<string>().ToList() is { Count: > 0 } known ? string.Join("; ", known) : null;
    }

    public static string More(PlaceTold.Amendment amendment, Language language) => language.Say(
        $"và {amendment.ChangesInAll - amendment.Changes.Count} thay đổi khác tại đây.",
        $"and {amendment.ChangesInAll - amendment.Changes.Count} other changes here.");

    public static string FiguresHeading(Language language) => language.Say("Số liệu của huyện, xã", "Figures of the district and commune");

    /// <summary>“2019; ước tính quy đổi, từ 9.500 đến 21.000 người”.</summary>
    public static string About(PlaceTold.Figure figure, Language language) =>
        language.Prefer(figure.Label ?? "", figure.LabelEn) is { Length: > 0 } label ? $"{figure.Period}; {label}" : figure.Period;

    /// <summary>One page of each host that states a figure.</summary>
    public static IReadOnlyList<string> Sources(IEnumerable<PlaceTold.Unit> units) =>
        [.. units.SelectMany(unit => unit.Figures).SelectMany(figure => figure.Sources).DistinctBy(SafeLink.Host).OrderBy(SafeLink.Host, StringComparer.Ordinal)];

    public static string SinceHeading(PlaceTold.Changes changes, Language language) =>
        language.Say($"Thay đổi từ {Date(changes.Day)}", $"Changes since {Date(changes.Day)}");

    public static string SameSince(PlaceTold.Changes changes, DateOnly shown, Language language) => language.Say(
        $"Quy hoạch có hiệu lực tại đây ngày {Date(changes.Day)} và ngày {AttributeText.Date(shown)} như nhau.",
        $"What is in force here is the same on {Date(changes.Day)} and on {AttributeText.Date(shown)}.");

    public static string DifferentSince(PlaceTold.Changes changes, DateOnly shown, Language language) => language.Say(
        $"Có hiệu lực tại đây ngày {AttributeText.Date(shown)}, so với ngày {Date(changes.Day)}:",
        $"In force here on {AttributeText.Date(shown)}, compared with {Date(changes.Day)}:");

    public static string Publications(Language language) => language.Say("Bản công bố từ ngày đó có nội dung tại đây", "Publications since then that touch this place");

    public static string NoPublication(Language language) => language.Say(
        "Từ ngày đó không có bản công bố nào có nội dung tại đây.", "No publication since then touches this place.");

    /// <summary>A day of ISO 8601 as people write it.</summary>
    public static string Date(string iso) => CalendarDay.Parse(iso) is { } day ? AttributeText.Date(day) : iso;

    /// <summary>On paper: amendments that are open for comment.</summary>
    public static void Pending(PdfPages pages, PlaceTold told, Layers layers, Language language)
    {
        pages.Heading(PendingHeading(language));
        if (told.Pending.Count == 0)
            pages.Paragraph(NothingPending(language));
        foreach (var one in told.Pending)
        {
            pages.SubHeading(language.Prefer(one.Title, one.TitleEn));
            if (Days(one, language) is { } days)
                pages.Small(days);
            pages.Facts(one.Changes.Select(change => (Operation(change, language), $"{change.Name} · {Name(layers, change.Layer, language)}")));
            if (one.ChangesInAll > one.Changes.Count)
                pages.Small(More(one, language));
        }

        if (told.Pending.Count > 0)
            pages.Small(NotInForce(language));
    }

    /// <summary>On paper: what has changed since the day that was chosen, if one was.</summary>
    public static void Since(PdfPages pages, PlaceTold told, DateOnly shown, Layers layers, Language language)
    {
        if (told.SinceDay is not { } changes)
            return;

        pages.Heading(SinceHeading(changes, language));
        pages.Paragraph(changes.Came.Count + changes.Went.Count == 0 ? SameSince(changes, shown, language) : DifferentSince(changes, shown, language));
        pages.Facts(
        [
            .. changes.Came.Select(one => (language.Say("Nay có", "Now has"), $"{one.Name} · {Name(layers, one.Layer, language)}")),
            .. changes.Went.Select(one => (language.Say("Không còn", "No longer has"), $"{one.Name} · {Name(layers, one.Layer, language)}")),
        ]);
        if (changes.Publications.Count == 0)
        {
            pages.Paragraph(NoPublication(language));
            return;
        }

        pages.SubHeading(Publications(language));
        pages.Facts(changes.Publications.Select(one => (
            language.Say($"Bản {one.Revision}, {Date(one.PublishedOn)}", $"No. {one.Revision}, {Date(one.PublishedOn)}"), language.Prefer(one.Title, one.TitleEn))));
    }

    /// <summary>On paper: key figures of the units.</summary>
    public static void Figures(PdfPages pages, PlaceTold told, Language language)
    {
        if (told.Units.Count == 0)
            return;

        pages.Heading(FiguresHeading(language));
        foreach (var unit in told.Units)
        {
            pages.SubHeading(unit.Name);
            pages.Facts(unit.Figures.Select(figure => (
                language.Prefer(figure.Name, figure.NameEn), $"{(language.IsEnglish ? figure.TextEn : figure.Text)} ({About(figure, language)})")));
        }

        if (Sources(told.Units) is { Count: > 0 } sources)
            pages.Small($"{language.Say("Nguồn:", "Sources:")} {string.Join(", ", sources.Select(SafeLink.Host))}");
    }

    static string Name(Layers layers, string code, Language language) => layers.Find(code)?.Name.In(language.IsEnglish) ?? code;
}

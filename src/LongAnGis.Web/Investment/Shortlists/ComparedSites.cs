using LongAnGis.Core.Investment;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Platform;

namespace LongAnGis.Web.Investment.Shortlists;

/// <summary>One fact of all sites, in their order; null where no source tells it.</summary>
public sealed record ComparedRow(string Fact, IReadOnlyList<string?> Texts);

/// <summary>Sites beside each other, fact by fact.</summary>
static class ComparedSites
{
    public static bool IsUnknown(ComparedRow row) => row.Texts.All(text => text is null);

    /// <summary>None without a site.</summary>
    public static IEnumerable<ComparedRow> Rows(IReadOnlyList<SiteSheet> sheets, Language language)
    {
        ComparedRow Row(string fact, Func<SiteSheet, string?> text) => new(fact, [.. sheets.Select(text)]);

        if (sheets.Count == 0)
            yield break;

        yield return Row(language.Say("Loại", "Kind"), sheet => sheet.Layer.Name.In(language.IsEnglish));
        yield return Row(language.Say("Tình trạng", "Stage"), sheet => sheet.Site!.Stage.Name().In(language.IsEnglish));
        yield return Row(language.Say("Nơi", "Place"), sheet => SiteWords.Where(sheet.Site!) is { Length: > 0 } where ? where : null);
        yield return Row(language.Say("Chủ đầu tư, phụ trách", "Developer, responsible"), sheet => sheet.Site!.Developer);
        yield return Row(language.Say("Diện tích", "Area"), sheet => sheet.Site!.AreaHa is { } area ? SiteNumbers.Number(area, language) + " ha" : null);
        yield return Row(
            language.Say("Vốn đầu tư", "Investment"),
            sheet => sheet.Site!.CapitalBnVnd is { } capital ? SiteNumbers.Number(capital, language) + language.Say(" tỷ đồng", " bn VND") : null);
        foreach (var row in Answers(sheets, language))
            yield return row;
        for (var index = 0; index < Destinations.All.Count; index++)
        {
            var destination = index;
            yield return Row(
                Destinations.All[index].Name.In(language.IsEnglish),
                sheet => sheet.Site!.DistanceKm(destination) is { } kilometres ? SiteNumbers.Kilometres(kilometres, language) : null);
            if (sheets.Any(sheet => sheet.Roads is { HasDistances: true }))
                yield return Row(
                    Destinations.All[index].Name.In(language.IsEnglish) + language.Say(", theo đường", ", by road"),
                    sheet => sheet.Roads?.To(Destinations.All[destination]) is { } kilometres ? SiteNumbers.Kilometres(kilometres, language) : null);
        }

        yield return Row(language.Say("Vị trí", "How the place is known"), sheet => Quality.Name(sheet.Placed.Feature.Quality).In(language.IsEnglish));
        yield return Row(language.Say("Căn cứ pháp lý", "Legal basis"), sheet => sheet.Instrument?.Number);
    }

    // Every site answers the same questions in the same order.
    static IEnumerable<ComparedRow> Answers(IReadOnlyList<SiteSheet> sheets, Language language)
    {
        var answers = sheets.Select(sheet => SiteNumbers.Answers(sheet.Site!, sheet.Placed.Feature.Attributes, language).ToList()).ToList();
        for (var question = 0; question < answers[0].Count; question++)
            yield return new(answers[0][question].Question, [.. answers.Select(one => one[question].Answer)]);
    }
}

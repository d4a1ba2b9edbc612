using LongAnGis.Core.Indicators;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Plans.Features;
using LongAnGis.Web.Platform;

namespace LongAnGis.Web.Indicators.Paper;

/// <summary>What a picture's foot says: where its figures come from, on what the plan rests, and how old all of it is.</summary>
sealed record SheetWords(PointInTime Moment, int Edition, ProvincialPlan? Plan, Language Language, DateTimeOffset MadeAt)
{
    public SheetFrame Frame(string title, string subtitle, Indicator indicator, IEnumerable<Figure> figures, string? note = null) =>
        new(title, subtitle, [.. new[] { Sources(indicator, figures), note, $"{Basis}{State}" }.OfType<string>()]);

    /// <summary>“15 huyện, thị xã, thành phố của tỉnh Long An đến 30/06/2025”.</summary>
    public string Words(RegionSet set) => set switch
    {
        RegionSet.Communes => Language.Say("các xã, phường từ 01/07/2025", "the communes and wards from 01/07/2025"),
        RegionSet.Provinces => Language.Say("các tỉnh", "the provinces"),
        _ => Language.Say("15 huyện, thị xã, thành phố của tỉnh Long An đến 30/06/2025", "the 15 districts of Long An province up to 30/06/2025"),
    };

    /// <summary>Who measures it, and the sites and instruments that say the figures.</summary>
    string? Sources(Indicator indicator, IEnumerable<Figure> figures)
    {
        var named = figures.SelectMany(figure => figure.Source.Pages.Count > 0
                ? figure.Source.Pages.Select(SafeLink.Host)
                : new[] { figure.Source.Instrument }.OfType<string>())
            .Distinct().Order(StringComparer.Ordinal).ToList();
        var body = indicator.SourceBody?.In(Language.IsEnglish);
        return named.Count == 0 ? null : Language.Say("Nguồn số liệu: ", "Sources of the figures: ") + (body is null ? "" : body + "; ") + string.Join(", ", named) + ".";
    }

    string Basis => Plan is null ? "" : Language.Say(
        $"Theo Quyết định số {Plan.InstrumentNumber}{(Plan.InForceFrom is { } day ? $" ngày {AttributeText.Date(day)}" : "")}; ",
        $"By Decision {Plan.InstrumentNumber}{(Plan.InForceFrom is { } first ? $" of {AttributeText.Date(first)}" : "")}; ");

    string State => Language.Say(
        $"bản công bố {Moment.Revision}, đợt số liệu {Edition}, tính đến {AttributeText.Date(Moment.AsOf)}. Lập ngày {AttributeText.Date(DateOnly.FromDateTime(MadeAt.InVietnam().DateTime))}.",
        $"publication {Moment.Revision}, edition of figures {Edition}, as of {AttributeText.Date(Moment.AsOf)}. Made on {AttributeText.Date(DateOnly.FromDateTime(MadeAt.InVietnam().DateTime))}.");
}

using LongAnGis.Core.Indicators;
using LongAnGis.Core.Indicators.Areas;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Indicators.Entry;
using LongAnGis.Web.Platform;

namespace LongAnGis.Web.Indicators.Export;

/// <summary>What is exported of figures: long tables with everything known of each figure, their sources, and templates.</summary>
static class FigureTables
{
    /// <summary>
    /// One figure a line, with status, source, note and how it came to its region, whose code means it between two days only. A
    /// missing value has no line; one that cannot be carried has a line without a value, with the reason.
    /// </summary>
    public static ExportTable Long(
        IReadOnlyCollection<(Indicator Indicator, Figure Figure)> figures,
        IReadOnlyCollection<(Indicator Indicator, RefusedFigure Figure)> refused,
        IReadOnlyList<StatisticalRegion> regions,
        Language language)
    {
        var names = regions.ToDictionary(region => region.Code);
        var english = language.IsEnglish;
        return new(
            language.Say("Số liệu", "Figures"),
            [
                new(language.Say("Mã chỉ tiêu", "Indicator code"), 24), new(language.Say("Chỉ tiêu", "Indicator"), 34),
                new(language.Say("Đơn vị tính", "Unit")), new(language.Say("Mã lãnh thổ", "Region code")),
                new(language.Say("Lãnh thổ", "Region"), 24), new(language.Say("Kỳ", "Period"), 10), new(language.Say("Giá trị", "Value")),
                new(language.Say("Loại số", "Status"), 12), new(language.Say("Cách tính", "Basis"), 24), new(language.Say("Nguồn", "Source"), 40),
                new(language.Say("Ghi chú", "Note"), 40), new(language.Say("Nguồn gốc số", "Origin"), 18),
                new(language.Say("Cận dưới", "Low")), new(language.Say("Cận trên", "High")),
                new(language.Say("Cách quy đổi, lý do", "Method, reason"), 60), new(language.Say("Lãnh thổ từ ngày", "Region since"), 16),
                new(language.Say("Lãnh thổ đến trước ngày", "Region until"), 20),
            ],
            [
                .. figures.Select(one => (IReadOnlyList<object?>)
                [
                    one.Indicator.Code, one.Indicator.Name.In(english), one.Indicator.Unit.In(english), one.Figure.Region,
                    names[one.Figure.Region].Name.In(english), one.Figure.Period.ToString(), one.Figure.Value, one.Figure.Status.Words().In(english),
                    one.Figure.Basis?.In(english), one.Figure.Source.Url ?? one.Figure.Source.Instrument, one.Figure.Note?.In(english),
                    one.Figure.Label.Words(one.Indicator.Transfer).In(english), one.Figure.Carried?.Band?.Low, one.Figure.Carried?.Band?.High,
                    one.Figure.Carried?.Words.In(english), Day(names[one.Figure.Region].ValidFrom), Day(names[one.Figure.Region].ValidUntil),
                ]),
                .. refused.Select(one => (IReadOnlyList<object?>)
                [
                    one.Indicator.Code, one.Indicator.Name.In(english), one.Indicator.Unit.In(english), one.Figure.Region,
                    names[one.Figure.Region].Name.In(english), one.Figure.Period.ToString(), null, null, null, null, null,
                    CarryLabel.Refused.Words(one.Indicator.Transfer).In(english), null, null, one.Figure.Why.In(english),
                    Day(names[one.Figure.Region].ValidFrom), Day(names[one.Figure.Region].ValidUntil),
                ]),
            ]);

        static string? Day(DateOnly? day) => day is { } known ? CalendarDay.Write(known) : null;
    }

    /// <summary>What the figures are, as of when, and where they come from.</summary>
    public static ExportTable Sources(
        string title, PointInTime moment, IEnumerable<(Indicator Indicator, Figure Figure)> figures, Language language)
    {
        var english = language.IsEnglish;
        var all = figures.ToList();
        IEnumerable<IReadOnlyList<object?>> rows =
        [
            [language.Say("Nội dung", "Content"), title],
            [language.Say("Số liệu đến ngày", "As of"), AttributeText.Date(moment.AsOf)],
            [language.Say("Hệ thống", "System"), "LongAnGis"],
            .. all.Select(one => one.Indicator).Distinct().Select(indicator => (IReadOnlyList<object?>)
                [indicator.Name.In(english), indicator.Definition.In(english) + (indicator.SourceBody is { } body ? $" ({body.In(english)})" : "")]),
            .. all.SelectMany(one => one.Figure.Source.Pages.DefaultIfEmpty(one.Figure.Source.Instrument)).OfType<string>().Distinct(StringComparer.Ordinal)
                .Select(source => (IReadOnlyList<object?>)[language.Say("Nguồn", "Source"), source]),
        ];
        return new(language.Say("Nguồn", "Sources"), [new(language.Say("Mục", "Item"), 34), new(language.Say("Diễn giải", "Explanation"), 110)], [.. rows]);
    }

    /// <summary>
    /// A template with what is known: read back unchanged it says nothing new. Headings are Vietnamese in both languages, as
    /// the reports are that it is filled from.
    /// </summary>
    public static ExportTable Template(EntryGrid grid) => new(
        "Số liệu",
        [
            new("Mã chỉ tiêu", 24), new("Chỉ tiêu", 34), new("Đơn vị tính"), new("Mã", 12), new("Đơn vị", 26),
            .. grid.Periods.Select(period => new ExportColumn(grid.Scope.Heading(period, english: false), 12)),
        ],
        [
            .. grid.Rows.Select(row => (IReadOnlyList<object?>)
            [
                row.Indicator.Code, row.Indicator.Name.Vi, row.Indicator.Unit.Vi, row.Region.Code, row.Region.FullName,
                .. grid.Periods.Select(period => grid.Seen(row, period) is { } seen ? (object?)Unmistakable(seen.Value) : null),
            ]),
        ]);

    /// <summary>What the officer needs to know, in the template's second sheet.</summary>
    public static ExportTable Guidance(EntryGrid grid) => new(
        "Hướng dẫn",
        [new("Hướng dẫn", 110)],
        [
            [$"{grid.Name.Vi}: số {grid.Scope.Status.Words().Vi}, {grid.Periods[0].Words.Vi} đến {grid.Periods[^1].Words.Vi}."],
            ["Ghi số vào các cột kỳ; ô trống là chưa có số liệu, không phải là 0."],
            ["Không đổi các cột mã và dòng tiêu đề. Không dùng công thức: công thức không được tính."],
            ["Cột “KH 2025” là kế hoạch, “Ước 2025” là ước thực hiện, “2025” theo loại số chọn khi nhập."],
            ["Nhập lại tệp này ở trang Nhập số liệu; tệp không sửa gì thì không thay đổi gì."],
        ]);

    // With exactly three decimals a CSV's 81.945 could be read as 81 945; a fourth one leaves no doubt.
    static decimal Unmistakable(decimal value) => value.Scale == 3 ? value + 0.0000m : value;
}

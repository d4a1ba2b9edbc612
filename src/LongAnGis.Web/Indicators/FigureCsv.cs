using System.Globalization;
using System.Text;
using LongAnGis.Core.Indicators;
using LongAnGis.Web.Plans.Downloads;
using LongAnGis.Web.Platform;

namespace LongAnGis.Web.Indicators;

/// <summary>
/// All figures of an indicator as a long table, one a line, as spreadsheets open it: a byte order mark, invariant numbers,
/// exact values, each with its status, source and note. A missing value has no line.
/// </summary>
static class FigureCsv
{
    public static byte[] Write(
        Indicator indicator, IReadOnlyList<StatisticalRegion> regions, IEnumerable<Figure> figures, Language language)
    {
        var names = regions.ToDictionary(region => region.Code);
        var english = language.IsEnglish;
        var text = new StringBuilder();
        Line(text,
            language.Say("Mã chỉ tiêu", "Indicator code"), language.Say("Chỉ tiêu", "Indicator"), language.Say("Đơn vị tính", "Unit"),
            language.Say("Mã lãnh thổ", "Region code"), language.Say("Lãnh thổ", "Region"), language.Say("Kỳ", "Period"),
            language.Say("Giá trị", "Value"), language.Say("Loại số", "Status"), language.Say("Cách tính", "Basis"),
            language.Say("Nguồn", "Source"), language.Say("Ghi chú", "Note"));
        foreach (var figure in figures)
        {
            Line(text,
                indicator.Code, indicator.Name.In(english), indicator.Unit.In(english), figure.Region,
                names[figure.Region].Name.In(english), figure.Period.ToString(), figure.Value.ToString(CultureInfo.InvariantCulture),
                figure.Status.Words().In(english), figure.Basis?.In(english), figure.Source.Url ?? figure.Source.Instrument,
                figure.Note?.In(english));
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    // A negative number is a number; CsvFile would take its sign for a formula.
    static void Line(StringBuilder text, params string?[] cells) => text
        .AppendJoin(',', cells.Select((cell, place) => place == 6 ? cell : CsvFile.Quoted(cell ?? "")))
        .Append("\r\n");
}

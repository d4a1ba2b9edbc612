using System.Globalization;
using LongAnGis.Core.Indicators;
using LongAnGis.Core.Indicators.Pasting;
using LongAnGis.Core.Programme.Reporting;
using LongAnGis.Core.Text;
using LongAnGis.Web.Platform.Forms;

namespace LongAnGis.Web.Programme.Reporting;

/// <summary>A report as its form sends it; what cannot be read is said at its field.</summary>
static class ReportForm
{
    public const string Name = "report";
    public const int LongestText = 8000;

    /// <summary>Of a request: two of the largest files, and the texts.</summary>
    public const int LongestBody = (2 * EvidenceFile.MostBytes) + (1 << 18);

    public static string FigureField(string indicator) => $"figure_{indicator}";

    /// <param name="known">Ids of the files that the report has already.</param>
    public static ReportContent Read(SentForm form, IReadOnlyList<Indicator> indicators, IReadOnlyList<Guid> known, bool english) => new(
        Percent(form), form.Day("completed_on"), form.Lines("done", LongestText), form.Lines("obstacles", LongestText), form.Lines("proposals", LongestText),
        form.Lines("reason", LongestText), Figures(form, indicators, english),
        [.. known.Where(id => form.All("keep").Contains(id.ToString()))],
        form.Raw("figures_status") == FigureStatus.Estimate.Code() ? FigureStatus.Estimate : FigureStatus.Observed);

    /// <summary>The files that were sent along, each judged before any is kept.</summary>
    public static async Task<IReadOnlyList<EvidenceFile>> ReadFiles(SentForm form, int kept, CancellationToken cancellation)
    {
        var files = new List<EvidenceFile>();
        foreach (var sent in form.Files("files"))
        {
            using var bytes = new MemoryStream();
            await sent.CopyToAsync(bytes, cancellation);
            var (file, fault) = EvidenceFile.Judge(VietnameseText.Canonical(sent.FileName), bytes.ToArray());
            if (fault is not null)
                form.Refuse("files", fault.Vi, fault.In(english: true));
            else
                files.Add(file!);
        }

        if (kept + files.Count > EvidenceFile.MostFiles)
            form.Refuse("files", $"Mỗi báo cáo có nhiều nhất {EvidenceFile.MostFiles} tệp.", $"A report has at most {EvidenceFile.MostFiles} files.");
        return files;
    }

    static decimal? Percent(SentForm form)
    {
        if (form.Line("percent", 20) is not { } typed)
            return null;
        // A percentage has no thousands, so that point and comma can both only part its decimals.
        if (decimal.TryParse(typed.TrimEnd('%', ' ').Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var percent)
            && percent is >= 0 and <= 100 && percent == Math.Round(percent, 2))
            return percent;

        form.Refuse("percent", "Tiến độ phải là số từ 0 đến 100 %, nhiều nhất hai chữ số thập phân.", "Progress is a number between 0 and 100 %, with two decimals at most.");
        return null;
    }

    static Dictionary<string, decimal> Figures(SentForm form, IReadOnlyList<Indicator> indicators, bool english)
    {
        var figures = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var indicator in indicators)
        {
            var field = FigureField(indicator.Code);
            if (form.Line(field, 60) is not { } typed)
                continue;
            var number = PastedNumber.Read(new(typed));
            if (number.In(english ? NumberStyle.English : NumberStyle.Vietnamese) is { } value && number.Fault == NumberFault.None && Math.Abs(value) < 1e18m)
                figures[indicator.Code] = value;
            else
                form.Refuse(field, $"“{Short(typed)}” không phải là số, ví dụ 1.234,5.", $"“{Short(typed)}” is no number, as 1,234.5.");
        }

        return figures;
    }

    static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";
}

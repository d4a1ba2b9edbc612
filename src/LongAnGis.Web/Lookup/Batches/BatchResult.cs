using System.Globalization;
using LongAnGis.Web.Indicators.Export;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Platform;

namespace LongAnGis.Web.Lookup.Batches;

/// <summary>The rows of a batch as they were sent, with the answers behind them in columns of their own.</summary>
sealed class BatchResult(LookupBatch batch, IReadOnlyList<AnsweredRow> rows, Layers layers)
{
    readonly Language language = batch.IsEnglish ? Language.English : Language.Vietnamese;
    readonly IReadOnlyList<BatchAnswer?> answers = [.. rows.Select(row => row.Answer is { } json ? BatchAnswer.Read(json) : null)];

    public IReadOnlyList<AnsweredRow> Rows => rows;

    /// <summary>The columns behind those of the file: those that any row has something in.</summary>
    public IReadOnlyList<(string Heading, Func<int, object?> Value)> Answers()
    {
        List<(string, Func<int, object?>)> columns =
        [
            (language.Say("Trạng thái", "State"), State),
            (language.Say("Vĩ độ WGS 84", "Latitude WGS 84"), at => Rounded(answers[at]?.Latitude, 8)),
            (language.Say("Kinh độ WGS 84", "Longitude WGS 84"), at => Rounded(answers[at]?.Longitude, 8)),
            (language.Say("Mã định danh thửa (tính toán)", "Parcel code (computed)"), at => answers[at]?.ParcelCode),
            (language.Say("Diện tích (m²)", "Area (m²)"), at => Rounded(answers[at]?.AreaSquareMetres, 1)),
        ];
        foreach (var key in answers.OfType<BatchAnswer>().SelectMany(answer => answer.Columns.Keys).Distinct().OrderBy(Place).ThenBy(key => key, StringComparer.Ordinal))
            columns.Add((Heading(key), at => answers[at]?.Columns.GetValueOrDefault(key)));
        return columns;
    }

    public ExportTable Table()
    {
        var added = Answers();
        return new(
            language.Say("Kết quả", "Answers"),
            [.. batch.Headings.Select(heading => new ExportColumn(heading)), .. added.Select(column => new ExportColumn(column.Heading, 24))],
            [.. rows.Select((row, at) => (IReadOnlyList<object?>)[.. row.Cells.Select(Cell), .. added.Select(column => column.Value(at))])]);
    }

    // What was a number stays one, unless writing it anew would change it.
    static object? Cell(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number.ToString(CultureInfo.InvariantCulture) == text ? number : text;

    string State(int at) => rows[at] switch
    {
        { Fault: { } fault } => fault.In(language.IsEnglish),
        { Answer: not null } => language.Say("đã trả lời", "answered"),
        { Subject: null } => language.Say("không có tọa độ", "no coordinates"),
        _ => language.Say("chưa trả lời", "not answered yet"),
    };

    static decimal? Rounded(double? value, int digits) => value is { } number ? Math.Round((decimal)number, digits) : null;

    static int Place(string key) => key switch
    {
        "understood" => 0,
        "units" => 1,
        _ when key.StartsWith("layer:", StringComparison.Ordinal) => 2,
        "met" => 3,
        _ when key.StartsWith("near:", StringComparison.Ordinal) => 4,
        "bases" => 5,
        _ => 6,
    };

    string Heading(string key) => key.Split(':') switch
    {
        ["understood"] => language.Say("Đọc tọa độ theo", "Coordinates read as"),
        ["units"] => language.Say("Đơn vị hành chính", "Administrative unit"),
        ["met"] => language.Say("Đi qua, điểm và vị trí ký hiệu", "Lines, points and indicative places"),
        ["bases"] => language.Say("Căn cứ pháp lý", "Legal basis"),
        ["near", var layer] => language.Say("Gần nhất: ", "Nearest: ") + Name(layer),
        ["layer", var layer] => Name(layer),
        _ => language.Say("Lưu ý", "Remarks"),
    };

    string Name(string layer) => layers.Find(layer)?.Name.In(language.IsEnglish) ?? layer;
}

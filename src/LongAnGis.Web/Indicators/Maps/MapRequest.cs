using System.Globalization;
using LongAnGis.Core.Indicators;
using LongAnGis.Core.Indicators.Maps;
using LongAnGis.Web.Platform;

namespace LongAnGis.Web.Indicators.Maps;

/// <summary>What an address asks of the map of an indicator; null and empty where it asks nothing.</summary>
/// <param name="Second">The other indicator of a map of two.</param>
/// <param name="Only">The classes that the reader singled out.</param>
/// <param name="Region">The region that the reader chose.</param>
public sealed record MapRequest(
    RegionSet Set,
    Period? Period,
    MapMode? Mode,
    ClassificationMethod? Method,
    int? Classes,
    IReadOnlyList<double> Breaks,
    string? Second,
    IReadOnlyList<int> Only,
    string? Region)
{
    public const string ModeParameter = "mode", MethodParameter = "method", ClassesParameter = "classes", BreaksParameter = "breaks",
        SecondParameter = "with", OnlyParameter = "class", RegionParameter = "region";

    /// <exception cref="RefusedException">400, naming the parameter and what it should look like.</exception>
    public static MapRequest Read(IQueryCollection query)
    {
        string? Text(string name) => query[name] is [.., { Length: > 0 } last] ? last : null;
        return new(
            FigureRequest.Regions(Text(FigureRequest.RegionsParameter)),
            FigureRequest.Period(Text(FigureRequest.PeriodParameter), Text(FigureRequest.YearParameter)),
            Text(ModeParameter) is { } mode ? MapChoice.ParseMode(mode) ?? throw NoMode(mode) : null,
            Text(MethodParameter) is { } method ? MapChoice.ParseMethod(method) ?? throw NoMethod(method) : null,
            Text(ClassesParameter) is { } classes ? Number(classes) : null,
            Text(BreaksParameter) is { } breaks ? TypedBreaks.Read(breaks) ?? throw NoBreaks(breaks) : [],
            Text(SecondParameter),
            Text(OnlyParameter) is { } only ? Indexes(only) : [],
            Text(RegionParameter));
    }

    /// <summary>What is drawn of an indicator, after this request.</summary>
    /// <exception cref="RefusedException">400 when the indicator cannot be drawn so.</exception>
    public MapChoice Choice(Indicator indicator, Indicator? second, StatedTarget? target)
    {
        var mode = Mode ?? (second is null ? MapChoice.DefaultMode(indicator) : MapMode.Bivariate);
        if (mode == MapMode.Classes && indicator.IsTotal)
            throw TotalsAreNotShaded(indicator);
        if (mode == MapMode.Bivariate && second is null)
            throw new RefusedException(Refusal.BadRequest(
                "Bản đồ hai chỉ tiêu cần chỉ tiêu thứ hai: thêm with=mã chỉ tiêu.",
                "A map of two indicators needs the second one: add with=code of an indicator."));
        if (mode == MapMode.Bivariate && (indicator.IsTotal ? indicator : second!.IsTotal ? second : null) is { } total)
            throw TotalsAreNotShaded(total);

        var method = Method ?? (Breaks.Count > 0 ? ClassificationMethod.Manual : ClassificationMethod.Quantile);
        if (method == ClassificationMethod.Manual && Breaks.Count == 0)
            throw new RefusedException(Refusal.BadRequest(
                "Cách chia “ngưỡng tự chọn” cần các ngưỡng, ví dụ breaks=10,20,30.",
                "The method “chosen breaks” needs breaks, for example breaks=10,20,30."));
        if (method == ClassificationMethod.ByTarget && target is null)
            throw new RefusedException(Refusal.BadRequest(
                "Quy hoạch chưa nêu mục tiêu bằng số cho chỉ tiêu này, nên không chia lớp theo mục tiêu được. Chọn phân vị, khoảng đều hoặc điểm gãy tự nhiên.",
                "The plan states no target in numbers for this indicator, so it cannot be classed by target. Choose quantiles, equal intervals or natural breaks."));
        return new(mode, method, method == ClassificationMethod.Manual ? Breaks.Count + 1 : Classes ?? MapChoice.DefaultClasses, Breaks);
    }

    static RefusedException TotalsAreNotShaded(Indicator indicator) => new(Refusal.BadRequest(
        $"“{indicator.Name.Vi}” là số tuyệt đối, không tô màu theo diện tích: huyện rộng sẽ trông như có nhiều hơn. Dùng mode=circles, hoặc một chỉ tiêu tỷ lệ.",
        $"“{indicator.Name.In(english: true)}” is a total and is not shaded by area: a large district would look as though it had more. Use mode=circles, or an indicator that is a rate."));

    static int Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number is >= MapChoice.FewestClasses and <= MapChoice.MostClasses
            ? number
            : throw new RefusedException(Refusal.BadRequest(
                $"Số lớp (classes) là số nguyên từ {MapChoice.FewestClasses} đến {MapChoice.MostClasses}, không phải “{Short(text)}”.",
                $"The number of classes (classes) is a whole number from {MapChoice.FewestClasses} to {MapChoice.MostClasses}, not “{Short(text)}”."));

    static IReadOnlyList<int> Indexes(string text)
    {
        var parts = text.Split(',');
        // Nine is the most there are, of two indicators.
        return parts.Length <= 9 && parts.All(part => part is [>= '0' and <= '8'])
            ? [.. parts.Select(part => part[0] - '0').Distinct().Order()]
            : throw new RefusedException(Refusal.BadRequest(
                $"Lớp chọn xem (class) là số thứ tự từ 0, cách nhau bằng dấu phẩy, ví dụ 0,4; không phải “{Short(text)}”.",
                $"The classes to look at (class) are numbers from 0 with commas between, for example 0,4; not “{Short(text)}”."));
    }

    static RefusedException NoMode(string text) => new(Refusal.BadRequest(
        $"Kiểu bản đồ (mode) là classes, circles hoặc bivariate, không phải “{Short(text)}”.",
        $"The kind of map (mode) is classes, circles or bivariate, not “{Short(text)}”."));

    static RefusedException NoMethod(string text) => new(Refusal.BadRequest(
        $"Cách chia lớp (method) là quantile, equal, natural, target hoặc manual, không phải “{Short(text)}”.",
        $"The method (method) is quantile, equal, natural, target or manual, not “{Short(text)}”."));

    static RefusedException NoBreaks(string text) => new(Refusal.BadRequest(
        $"Các ngưỡng (breaks) là từ {MapChoice.FewestClasses - 1} đến {MapChoice.MostClasses - 1} số tăng dần, viết 10,20.5,30 hoặc 10; 20,5; 30; không phải “{Short(text)}”.",
        $"The breaks (breaks) are {MapChoice.FewestClasses - 1} to {MapChoice.MostClasses - 1} ascending numbers, written 10,20.5,30 or 10; 20,5; 30; not “{Short(text)}”."));

    static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";
}

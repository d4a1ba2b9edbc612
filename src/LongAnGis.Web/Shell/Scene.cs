using System.Globalization;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Platform;

namespace LongAnGis.Web.Shell;

/// <summary>
/// What the screen shows beside the page itself and every link therefore carries: the moment, the visible layers, their
/// opacity, the basemap. What is not chosen is null or empty, stays out of URLs and follows the defaults.
/// </summary>
public sealed record Scene(
    AskedTime Time, IReadOnlyList<string>? Layers, IReadOnlyDictionary<string, double> Opacity, string? Basemap)
{
    public const string LayersParameter = "layers";
    public const string OpacityParameter = "opacity";
    public const string BasemapParameter = "basemap";

    /// <summary>Parameters that belong to the scene; all others belong to the page.</summary>
    public static readonly IReadOnlyList<string> ParameterNames =
    [
        AskedTime.PlanParameter, AskedTime.AsOfParameter, AskedTime.KnownAtParameter,
        LayersParameter, OpacityParameter, BasemapParameter,
    ];

    public static Scene Default { get; } = new(AskedTime.Now, null, new Dictionary<string, double>(), null);

    public double OpacityOf(string layer) => Opacity.GetValueOrDefault(layer, 1);

    /// <summary>Reads the scene of a request. Names what is malformed instead of guessing.</summary>
    /// <exception cref="RefusedException">400, with a sentence that says what the parameter should look like.</exception>
    public static Scene Read(IQueryCollection query)
    {
        var time = AskedTime.Parse(
            Last(query, AskedTime.PlanParameter), Last(query, AskedTime.AsOfParameter),
            Last(query, AskedTime.KnownAtParameter), out var malformed) ?? throw Malformed(malformed!);
        var basemap = Last(query, BasemapParameter) is { Length: > 0 } chosen ? chosen : null;

        return new(time, ReadLayers(query), ReadOpacity(query), basemap is null || IsCode(basemap) ? basemap : throw Malformed(BasemapParameter));
    }

    public IEnumerable<KeyValuePair<string, string>> Parameters()
    {
        foreach (var pair in Time.Parameters())
            yield return pair;
        if (Layers is not null)
            yield return new(LayersParameter, string.Join(',', Layers));
        if (Opacity.Count > 0)
            yield return new(OpacityParameter, WriteOpacity());
        if (Basemap is not null)
            yield return new(BasemapParameter, Basemap);
    }

    public string WriteOpacity() => string.Join(',', Opacity.Select(one =>
        string.Create(CultureInfo.InvariantCulture, $"{one.Key}:{one.Value:0.##}")));

    public Scene WithOpacity(string layer, double opacity)
    {
        var changed = new Dictionary<string, double>(Opacity, StringComparer.Ordinal) { [layer] = opacity };
        if (opacity >= 1)
            changed.Remove(layer);
        return this with { Opacity = changed };
    }

    // Checkboxes repeat the parameter, links join with commas; an empty field before them says "none" when none is ticked.
    static List<string>? ReadLayers(IQueryCollection query)
    {
        if (!query.TryGetValue(LayersParameter, out var values))
            return null;

        var codes = values.SelectMany(value => (value ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries))
            .Distinct(StringComparer.Ordinal).ToList();
        return codes.Count <= 100 && codes.All(IsCode) ? codes : throw Malformed(LayersParameter);
    }

    static Dictionary<string, double> ReadOpacity(IQueryCollection query)
    {
        var opacity = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var pair in (Last(query, OpacityParameter) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            if (pair.Split(':') is not [var layer, var text]
                || !IsCode(layer)
                || opacity.Count == 100
                || !double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
                || value is not (>= 0 and <= 1))
                throw Malformed(OpacityParameter);
            opacity[layer] = value;
        }

        return opacity;
    }

    static string? Last(IQueryCollection query, string name) =>
        query.TryGetValue(name, out var values) && values.Count > 0 ? values[^1] : null;

    static bool IsCode(string text) =>
        text.Length <= 64 && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    static RefusedException Malformed(string parameter) => new(parameter switch
    {
        AskedTime.AsOfParameter => Refusal.BadRequest(
            "Ngày hiệu lực (as-of) phải có dạng năm-tháng-ngày, ví dụ 2025-07-01.",
            "The day in force (as-of) is written year-month-day, for example 2025-07-01."),
        AskedTime.KnownAtParameter => Refusal.BadRequest(
            "Thời điểm ghi nhận (known-at) phải là một ngày như 2025-07-01 hoặc một bản công bố như r12.",
            "The state of knowledge (known-at) is a day such as 2025-07-01 or a publication such as r12."),
        AskedTime.PlanParameter => Refusal.BadRequest(
            "Mã quy hoạch (plan) chỉ gồm chữ, số và dấu gạch nối, ví dụ 686.",
            "A plan's code (plan) is made of letters, figures and hyphens, for example 686."),
        OpacityParameter => Refusal.BadRequest(
            "Độ đậm (opacity) phải có dạng lớp:số từ 0 đến 1, ví dụ districts:0.5.",
            "Opacity is written layer:number from 0 to 1, for example districts:0.5."),
        BasemapParameter => Refusal.BadRequest(
            "Mã bản đồ nền (basemap) chỉ gồm chữ thường, số và dấu gạch nối.",
            "A basemap's code (basemap) is made of small letters, figures and hyphens."),
        _ => Refusal.BadRequest(
            "Danh sách lớp (layers) phải là các mã lớp cách nhau bằng dấu phẩy, ví dụ districts,industrial-parks.",
            "The list of layers (layers) is layer codes with commas between them, for example districts,industrial-parks."),
    });
}

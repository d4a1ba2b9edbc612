using System.Globalization;
using LongAnGis.Core.Coordinates;
using LongAnGis.Web.Platform;

namespace LongAnGis.Web.Maps.Composing;

/// <summary>What a map on paper is to be: the parameters of <c>/print</c>.</summary>
/// <param name="Denominator">The scale is one to this; null for the largest round one that shows all of the ground.</param>
/// <param name="Centre">The middle of the map; null for the province's.</param>
/// <param name="Series">A layer, of whose features each gets a sheet of its own; null for one sheet.</param>
/// <param name="Zoom">The zoom of the screen from which it was asked, which stands for the scale where none is given.</param>
public sealed record MapWish(PaperFormat Paper, bool IsLandscape, double? Denominator, Wgs84Position? Centre, double? Zoom, string? Title, string? Series)
{
    public const string PaperParameter = "paper", TurnParameter = "turn", ScaleParameter = "scale", CentreParameter = "at", TitleParameter = "title", SeriesParameter = "series";

    const double LeastDenominator = 1_000, MostDenominator = 2_000_000;
    const int LongestTitle = 120;

    /// <summary>Round scales that the form offers; any other in between may be asked for.</summary>
    public static IReadOnlyList<int> Scales { get; } =
        [5_000, 10_000, 25_000, 50_000, 75_000, 100_000, 150_000, 200_000, 250_000, 300_000, 400_000, 500_000, 750_000];

    /// <exception cref="RefusedException">400, with a sentence that says what a parameter should be.</exception>
    public static MapWish Read(IQueryCollection query)
    {
        var (centre, zoom) = Place(query[CentreParameter]);
        return new(Format(query[PaperParameter]), Turn(query[TurnParameter]), Scale(query[ScaleParameter]), centre, zoom, Words(query[TitleParameter]), Layer(query[SeriesParameter]));
    }

    /// <summary>The parameters that ask for this again.</summary>
    public IEnumerable<(string Name, string? Value)> Parameters()
    {
        yield return (PaperParameter, Paper.Name);
        yield return (TurnParameter, IsLandscape ? "landscape" : "portrait");
        yield return (ScaleParameter, Denominator?.ToString(CultureInfo.InvariantCulture));
        yield return (CentreParameter, WrittenCentre);
        yield return (TitleParameter, Title);
        yield return (SeriesParameter, Series);
    }

    /// <summary>Latitude, longitude and, where it is known, zoom, as the parameter has them.</summary>
    public string? WrittenCentre => Centre is not { } place ? null : string.Create(
        CultureInfo.InvariantCulture, $"{place.Latitude:0.######},{place.Longitude:0.######}") + (Zoom is { } zoom ? string.Create(CultureInfo.InvariantCulture, $",{zoom:0.##}") : null);

    static PaperFormat Format(string? name) => string.IsNullOrEmpty(name) ? PaperFormat.All[0] : PaperFormat.Find(name) ?? throw Refused(
        PaperParameter, "khổ giấy từ A4 đến A0", "a paper size from A4 to A0");

    static bool Turn(string? turn) => turn switch
    {
        null or "" or "landscape" => true,
        "portrait" => false,
        _ => throw Refused(TurnParameter, "landscape (ngang) hoặc portrait (dọc)", "landscape or portrait"),
    };

    static double? Scale(string? text) => string.IsNullOrEmpty(text) ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var denominator) && denominator is >= (int)LeastDenominator and <= (int)MostDenominator
            ? denominator
            : throw Refused(ScaleParameter, "mẫu số tỷ lệ từ 1000 đến 2000000", "a denominator from 1000 to 2000000");

    static (Wgs84Position? Centre, double? Zoom) Place(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return (null, null);

        var parts = text.Split(',');
        var numbers = parts.Select(part => double.TryParse(part, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : double.NaN).ToList();
        return numbers is [var latitude, var longitude, .. var rest] && rest.Count <= 1 && Region.Vietnam.Holds(new(latitude, longitude))
            && (rest.Count == 0 || rest[0] is >= 0 and <= 24)
            ? (new Wgs84Position(latitude, longitude), rest.Count == 0 ? null : rest[0])
            : throw Refused(CentreParameter, "vĩ độ,kinh độ trong Việt Nam", "latitude,longitude in Vietnam");
    }

    static string? Layer(string? code) => string.IsNullOrEmpty(code) ? null : MapSeries.Layers.Contains(code) ? code : throw Refused(
        SeriesParameter, string.Join(", ", MapSeries.Layers), string.Join(", ", MapSeries.Layers));

    static string? Words(string? title) => string.IsNullOrWhiteSpace(title) ? null : title.Length <= LongestTitle ? title.Trim() : throw Refused(
        TitleParameter, $"tiêu đề dài nhất {LongestTitle} ký tự", $"a title of at most {LongestTitle} characters");

    static RefusedException Refused(string parameter, string vi, string en) => new(Refusal.BadRequest(
        $"Tham số {parameter} không đọc được: cần {vi}.", $"The parameter {parameter} cannot be read: it takes {en}."));
}

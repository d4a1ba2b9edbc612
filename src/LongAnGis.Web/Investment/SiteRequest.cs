using System.Globalization;
using LongAnGis.Core.Investment;
using LongAnGis.Web.Investment.Shortlists;
using LongAnGis.Web.Platform;

namespace LongAnGis.Web.Investment;

/// <summary>What an address asks of the sites; the same for the page, its map, an embedded map and a picture.</summary>
/// <param name="Page">From 1.</param>
public sealed record SiteRequest(SiteFilter Filter, SiteOrder Order, int Page)
{
    public const string OnlyParameter = "site";
    public const string WordsParameter = "q";
    public const string LayerParameter = "kind";
    public const string SectorParameter = "sector";
    public const string StageParameter = "stage";
    public const string DistrictParameter = "district";
    public const string CommuneParameter = "commune";
    public const string DeveloperParameter = "developer";
    public const string ViewParameter = "bbox";
    public const string DrawnParameter = "within";
    public const string DistanceByParameter = "by";
    public const string ByRoad = "road";
    public const string OrderParameter = "sort";
    public const string PageParameter = "page";

    const string DistancePrefix = "to.";
    const int LongestWords = 200;
    const int MostChoices = 60;

    /// <summary>Sites that one address may name.</summary>
    public const int MostSites = 100;

    public static string DistanceParameter(Destination destination) => DistancePrefix + destination.Code;

    public static string Least(SiteMeasure measure) => measure.Code() + ".min";

    public static string Most(SiteMeasure measure) => measure.Code() + ".max";

    /// <summary>True for a parameter that decides which sites are selected, as opposed to their order and page and to what the reader keeps.</summary>
    public static bool Decides(string parameter) => parameter is not (OrderParameter or PageParameter) && !Shortlist.Owns(parameter);

    /// <param name="sectors">The sectors there are.</param>
    /// <exception cref="RefusedException">400 when something asked for cannot be: with what it should look like.</exception>
    public static SiteRequest Read(IQueryCollection query, IReadOnlyCollection<string> sectors)
    {
        var filter = new SiteFilter(
            query.ContainsKey(OnlyParameter) ? Only(query[OnlyParameter].OfType<string>()) : null,
            Words(query, WordsParameter),
            Known(query, LayerParameter, SiteLayers.All),
            Known(query, SectorParameter, sectors),
            [.. Known(query, StageParameter, [.. SiteStages.All.Select(stage => stage.Code())])
                .Select(code => SiteStages.All.First(stage => stage.Code() == code))],
            Slugs(query, DistrictParameter),
            Slugs(query, CommuneParameter),
            Words(query, DeveloperParameter),
            SiteMeasures.All.Select(measure => (measure, Range(query, measure))).Where(one => !one.Item2.IsOpen)
                .ToDictionary(one => one.measure, one => one.Item2),
            Distances(query),
            SiteArea.ReadView(Last(query, ViewParameter)),
            SiteArea.ReadDrawn(Last(query, DrawnParameter)))
        {
            ByRoad = ReadBy(Last(query, DistanceByParameter)),
        };
        return new(filter, ReadOrder(Last(query, OrderParameter)), ReadPage(Last(query, PageParameter)));
    }

    /// <summary>Sites by their keys with commas between them.</summary>
    /// <exception cref="RefusedException">400 when one is no key, or there are too many.</exception>
    public static IReadOnlyList<SiteKey> Only(IEnumerable<string> texts, int most = MostSites)
    {
        var keys = new List<SiteKey>();
        foreach (var text in texts.SelectMany(text => text.Split(',', StringSplitOptions.RemoveEmptyEntries)))
        {
            var key = SiteKey.Read(text) ?? throw new RefusedException(Refusal.BadRequest(
                $"“{Short(text)}” không phải một khu hay dự án; cách viết đúng: industrial-parks/12.",
                $"“{Short(text)}” is no site; sites are written industrial-parks/12."));
            if (keys.Contains(key))
                continue;
            if (keys.Count == most)
                throw new RefusedException(Refusal.BadRequest(
                    $"Ở đây có nhiều nhất {most} khu và dự án. Hãy bỏ bớt rồi thử lại.",
                    $"There are at most {most} sites here. Take some out and try again."));
            keys.Add(key);
        }

        return keys;
    }

    static List<string> Known(IQueryCollection query, string parameter, IReadOnlyCollection<string> known)
    {
        var chosen = Chosen(query, parameter);
        return chosen.FirstOrDefault(one => !known.Contains(one)) is not { } unknown ? chosen : throw new RefusedException(Refusal.BadRequest(
            $"“{Short(unknown)}” không phải giá trị của bộ lọc {parameter}. Các giá trị: {string.Join(", ", known)}.",
            $"“{Short(unknown)}” is no value of the filter {parameter}. The values are: {string.Join(", ", known)}."));
    }

    // A district may be none of today's and yet one of another day: its code is only held to the form.
    static List<string> Slugs(IQueryCollection query, string parameter)
    {
        var chosen = Chosen(query, parameter);
        return chosen.TrueForAll(IsSlug) ? chosen : throw new RefusedException(Refusal.BadRequest(
            $"Bộ lọc {parameter} là tên không dấu, nối bằng gạch ngang, ví dụ duc-hoa.",
            $"The filter {parameter} is a name without diacritics, joined by hyphens, for example duc-hoa."));
    }

    static bool IsSlug(string text) =>
        text.Length <= 80 && text.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');

    static List<string> Chosen(IQueryCollection query, string parameter)
    {
        var chosen = query[parameter].OfType<string>().SelectMany(value => value.Split(',', StringSplitOptions.RemoveEmptyEntries))
            .Distinct(StringComparer.Ordinal).Take(MostChoices + 1).ToList();
        return chosen.Count <= MostChoices ? chosen : throw new RefusedException(Refusal.BadRequest(
            $"Bộ lọc {parameter} nhận nhiều nhất {MostChoices} giá trị.", $"The filter {parameter} takes at most {MostChoices} values."));
    }

    static NumberRange Range(IQueryCollection query, SiteMeasure measure)
    {
        var (least, most) = (Bound(query, Least(measure)), Bound(query, Most(measure)));
        return least > most
            ? throw new RefusedException(Refusal.BadRequest(
                $"Bộ lọc {measure.Code()} có số nhỏ nhất ({least}) lớn hơn số lớn nhất ({most}): không mục nào thỏa mãn được.",
                $"The filter {measure.Code()} has a least value ({least}) above its greatest ({most}): nothing could meet it."))
            : new(least, most);
    }

    static decimal? Bound(IQueryCollection query, string parameter)
    {
        if (Last(query, parameter) is not { } text)
            return null;

        return decimal.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number <= 100_000_000
                ? number
                : throw new RefusedException(Refusal.BadRequest(
                    $"{parameter} phải là một số không âm, ví dụ 150 hoặc 12.5.", $"{parameter} is a number of zero or more, for example 150 or 12.5."));
    }

    static Dictionary<string, double> Distances(IQueryCollection query)
    {
        var most = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var parameter in query.Keys.Where(key => key.StartsWith(DistancePrefix, StringComparison.Ordinal)))
        {
            if (Destinations.Find(parameter[DistancePrefix.Length..]) is not { } destination)
                throw new RefusedException(Refusal.BadRequest(
                    $"Không có điểm đến “{Short(parameter[DistancePrefix.Length..])}”. Các điểm đến: {string.Join(", ", Destinations.All.Select(one => one.Code))}.",
                    $"There is no destination “{Short(parameter[DistancePrefix.Length..])}”. The destinations are: {string.Join(", ", Destinations.All.Select(one => one.Code))}."));
            if (Bound(query, parameter) is { } kilometres)
                most[destination.Code] = (double)kilometres;
        }

        return most;
    }

    static bool ReadBy(string? text) => text switch
    {
        null or "straight" => false,
        ByRoad => true,
        _ => throw new RefusedException(Refusal.BadRequest(
            "Khoảng cách (by) đo theo straight (đường chim bay) hoặc road (đường đi).", "Distances (by) are straight, or along the roads (road).")),
    };

    static SiteOrder ReadOrder(string? text) => text is null ? SiteOrder.ByReadiness : SiteOrder.Read(text) ?? throw new RefusedException(Refusal.BadRequest(
        "Không sắp xếp được theo tiêu chí này. Có: ready, name, area, free, occupancy, rent, capital, years, near.<điểm đến>, near-road.<điểm đến>; thêm dấu trừ để đảo thứ tự.",
        "Sites cannot be ordered by that. There are: ready, name, area, free, occupancy, rent, capital, years, near.<destination>, near-road.<destination>; a minus turns the order round."));

    static int ReadPage(string? text) => text is null ? 1
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 100_000 ? number
        : throw new RefusedException(Refusal.BadRequest("Số trang (page) đếm từ 1.", "Pages (page) are counted from 1."));

    static string? Words(IQueryCollection query, string parameter)
    {
        var words = (Last(query, parameter) ?? "").Trim();
        return words.Length == 0 ? null : words[..Math.Min(words.Length, LongestWords)];
    }

    static string? Last(IQueryCollection query, string parameter) =>
        query[parameter] is { Count: > 0 } values && values[^1] is { Length: > 0 } text ? text : null;

    static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";
}

using System.Globalization;
using LongAnGis.Core.Filters;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Platform;

namespace LongAnGis.Web.Ogc;

/// <summary>Which features are asked for, in which order and form: the parameters of <c>…/items</c>, understood.</summary>
/// <param name="After">The last feature of the page before; null for the first page.</param>
public sealed record ItemsRequest(
    OgcRequest Request,
    OgcCollection Collection,
    PointInTime Moment,
    OgcPeriod Period,
    int Limit,
    OgcBox? Box,
    OgcCrs Crs,
    Condition? Filter,
    OgcCrs FilterCrs,
    IReadOnlyList<ItemSort> Sort,
    IReadOnlyList<OgcProperty> Properties,
    ItemCursor? After)
{
    public const string LimitParameter = "limit", Bbox = "bbox", BboxCrs = "bbox-crs", CrsParameter = "crs", Datetime = "datetime";
    public const string FilterParameter = "filter", FilterLang = "filter-lang", FilterCrsParameter = "filter-crs", SortBy = "sortby";
    public const string PropertiesParameter = "properties", AfterParameter = "after";

    /// <summary>Features on a page when nothing is said, and the most that one page has.</summary>
    public const int DefaultLimit = 100, MostLimit = 10_000;

    public static readonly IReadOnlyList<string> Parameters =
    [
        LimitParameter, Bbox, BboxCrs, CrsParameter, Datetime, FilterParameter, FilterLang, FilterCrsParameter, SortBy, PropertiesParameter, AfterParameter,
    ];

    /// <exception cref="RefusedException">400, naming the parameter that cannot be answered.</exception>
    public static ItemsRequest Read(OgcRequest request, OgcCollection collection, PointInTime moment)
    {
        var sort = ItemSort.Read(request[SortBy], collection);
        var filterCrs = ReadCrs(request, FilterCrsParameter);
        return new(
            request,
            collection,
            moment,
            ReadPeriod(request, moment),
            ReadLimit(request[LimitParameter]),
            ReadBox(request),
            ReadCrs(request, CrsParameter),
            ReadFilter(request, collection, filterCrs),
            filterCrs,
            sort,
            ReadProperties(request[PropertiesParameter], collection),
            ReadCursor(request[AfterParameter], sort.Count, collection));
    }

    /// <summary>The system named by a parameter; CRS84 when it is not given.</summary>
    /// <exception cref="RefusedException">400 for a system that is not offered.</exception>
    public static OgcCrs ReadCrs(OgcRequest request, string name) => request[name] is not { } uri
        ? OgcCrs.Crs84
        : OgcCrs.Find(uri) ?? throw OgcRequest.Bad(
            name, "không phải hệ tọa độ mà dịch vụ cung cấp; trang tập dữ liệu liệt kê các hệ dùng được.", "is no reference system that is offered; the collection lists those that are.");

    static OgcPeriod ReadPeriod(OgcRequest request, PointInTime moment)
    {
        if (request[Datetime] is not { } text)
        {
            return OgcPeriod.On(moment.AsOf);
        }

        if (request.PathDay is not null)
        {
            throw OgcRequest.Bad(Datetime, "không dùng ở đây: địa chỉ này đã nêu ngày.", "is of no use here: the address names its day.");
        }

        return OgcPeriod.Parse(text) ?? throw OgcRequest.Bad(
            Datetime, "phải là ngày, thời điểm, hoặc khoảng như 2025-01-01/2025-12-31, ../2025-12-31.",
            "must be a date, a moment, or an interval such as 2025-01-01/2025-12-31, ../2025-12-31.");
    }

    static int ReadLimit(string? text)
    {
        if (text is null)
        {
            return DefaultLimit;
        }

        // As many digits as one likes: more than the most is the most.
        var isNumber = text.Length <= 20 && text.All(char.IsAsciiDigit) && text.Any(digit => digit != '0');
        return !isNumber ? throw OgcRequest.Bad(LimitParameter, $"phải là số nguyên từ 1 đến {MostLimit}.", $"must be a whole number from 1 to {MostLimit}.")
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) ? Math.Min(limit, MostLimit)
            : MostLimit;
    }

    static OgcBox? ReadBox(OgcRequest request)
    {
        var crs = ReadCrs(request, BboxCrs);
        return request[Bbox] is not { } text ? null : OgcBox.Parse(text, crs) ?? throw OgcRequest.Bad(
            Bbox, "phải gồm bốn số tây,nam,đông,bắc theo trục của bbox-crs, nam không lớn hơn bắc.",
            "must be four numbers west,south,east,north in the axes of bbox-crs, south not beyond north.");
    }

    static Condition? ReadFilter(OgcRequest request, OgcCollection collection, OgcCrs crs)
    {
        var isJson = request[FilterLang] switch
        {
            null or "cql2-text" => false,
            "cql2-json" => true,
            _ => throw OgcRequest.Bad(FilterLang, "nhận cql2-text hoặc cql2-json.", "takes cql2-text or cql2-json."),
        };
        if (request[FilterParameter] is not { } text)
        {
            return null;
        }

        var reading = isJson ? Cql2Json.Read(text, crs.Axes) : Cql2Text.Read(text, crs.Axes);
        var fault = reading.Fault ?? new FilterCheck(collection.Queryables).Fault(reading.Condition!);
        return fault is null
            ? reading.Condition
            : throw new RefusedException(Refusal.BadRequest(fault.Vi, fault.En) with { Members = Place(fault) });
    }

    static Dictionary<string, object?> Place(FilterFault fault) =>
        fault.Position is { } position ? new() { ["position"] = position } : [];

    static IReadOnlyList<OgcProperty> ReadProperties(string? text, OgcCollection collection) => text is null
        ? collection.Properties
        : [.. text.Split(',').Distinct().Select(name => collection.Find(name) ?? throw OgcRequest.Bad(
            PropertiesParameter, "chỉ nhận các thuộc tính mà địa chỉ schema liệt kê.", "takes the properties that the address schema lists."))];

    static ItemCursor? ReadCursor(string? text, int keys, OgcCollection collection)
    {
        if (text is null)
        {
            return null;
        }

        var cursor = ItemCursor.Parse(text, keys);
        return cursor is not null && (collection.HasTextIds || long.TryParse(cursor.Id, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            ? cursor
            : throw OgcRequest.Bad(AfterParameter, "không đọc được; hãy theo liên kết next của trang trước.", "cannot be read; follow the link next of the page before.");
    }
}

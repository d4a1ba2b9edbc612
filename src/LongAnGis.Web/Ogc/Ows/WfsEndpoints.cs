using LongAnGis.Core.Plans;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Platform;

namespace LongAnGis.Web.Ogc.Ows;

/// <summary>
/// WFS 2.0 (OGC 09-025r2) at <c>/wfs</c>, by parameters in the address: the collections of OGC API – Features for programs that know nothing
/// newer. No document is taken from a client, so none is parsed.
/// </summary>
static class WfsEndpoints
{
    public const string Gml = "application/gml+xml; version=3.2", Json = "application/json";

    /// <summary>Features of one answer when nothing is said.</summary>
    public const int UsualCount = 1_000;

    /// <summary>Beyond this the start of a page costs more than its features.</summary>
    const int LastStart = 1_000_000;

    static readonly string[] GmlNames = ["application/gml+xml; version=3.2", "text/xml; subtype=gml/3.2", "text/xml; subtype=gml/3.2.1", "gml32", "gml3"];
    static readonly string[] NotTaken = ["FILTER", "SORTBY", "STOREDQUERY_ID"];
    static readonly string[] JsonNames = ["application/json", "application/geo+json", "json", "geojson"];

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/wfs", (HttpContext context, CancellationToken _) => OwsAnswers.Guard(context, Answer, OwsAnswers.ExceptionReport));

    static Task<IResult> Answer(OwsRequest request)
    {
        if (request["SERVICE"] is { } service && !service.Equals("WFS", StringComparison.OrdinalIgnoreCase))
        {
            throw OwsException.Invalid("SERVICE", "phải là WFS.", "must be WFS.");
        }

        var operation = request.Need("REQUEST").ToUpperInvariant();
        if (operation != "GETCAPABILITIES" && request.Need("VERSION") is not ("2.0.0" or "2.0.2"))
        {
            throw OwsException.Invalid("VERSION", "phải là 2.0.0.", "must be 2.0.0.");
        }

        return operation switch
        {
            "GETCAPABILITIES" => Capabilities(request),
            "DESCRIBEFEATURETYPE" => Describe(request),
            "GETFEATURE" => Features(request),
            _ => throw new OwsException("OperationNotSupported", "REQUEST", new($"Không có thao tác {OwsRequest.Short(operation)}.", $"There is no operation {OwsRequest.Short(operation)}.")),
        };
    }

    static async Task<IResult> Capabilities(OwsRequest request)
    {
        if (request["ACCEPTVERSIONS"] is { } accepted && !accepted.Split(',').Any(version => version.StartsWith("2.0", StringComparison.Ordinal)))
        {
            throw new OwsException("VersionNegotiationFailed", "ACCEPTVERSIONS", new("Chỉ có phiên bản 2.0.0.", "There is version 2.0.0 only."));
        }

        var moment = await Moment(request);
        var collections = Collections(request);
        var document = new WfsCapabilities(
            Address(request), await collections.All(moment, request.Context.RequestAborted), await collections.Extents(moment, request.Context.RequestAborted), request.IsEnglish).Document();
        return OwsAnswers.Xml(request.Context, document);
    }

    static async Task<IResult> Describe(OwsRequest request)
    {
        var all = await Collections(request).All(await Moment(request), request.Context.RequestAborted);
        var asked = request["TYPENAMES"] ?? request["TYPENAME"];
        var described = asked is null ? all : [.. asked.Split(',').Select(name => Find(all, name))];
        return OwsAnswers.Xml(request.Context, WfsSchema.Of(described), Gml.Split(';')[0]);
    }

    static async Task<IResult> Features(OwsRequest request)
    {
        foreach (var other in NotTaken.Where(name => request[name] is not null))
        {
            throw new OwsException(
                "OptionNotSupported", other,
                new($"{other} không dùng được ở đây; OGC API – Features tại /ogc lọc và sắp xếp được.", $"{other} is of no use here; OGC API – Features at /ogc filters and sorts."));
        }

        var moment = await Moment(request);
        var all = await Collections(request).All(moment, request.Context.RequestAborted);
        var ids = (request["RESOURCEID"] ?? request["FEATUREID"])?.Split(',') ?? [];
        var names = (request["TYPENAMES"] ?? request["TYPENAME"])?.Split(',') ?? [.. ids.Select(id => id.Split('.')[0]).Distinct()];
        if (names is not [var name])
        {
            throw new OwsException(names.Length == 0 ? "MissingParameterValue" : "OptionNotSupported", "TYPENAMES", new("TYPENAMES phải nêu đúng một lớp.", "TYPENAMES must name exactly one type."));
        }

        var collection = Find(all, name);
        var isJson = IsJson(request["OUTPUTFORMAT"]);
        var reference = WfsReference.Read(request["SRSNAME"], "SRSNAME");
        // GeoJSON has always written x before y.
        var crs = isJson ? reference.Crs with { NorthFirst = false } : reference.Crs;
        var items = new ItemsRequest(
            OgcRequest.OfService(request.Context), collection, moment, OgcPeriod.On(moment.AsOf), Count(request), Box(request), crs, null, OgcCrs.Crs84, [],
            Properties(request["PROPERTYNAME"], collection), null);
        var page = new WfsPage(items, Start(request), ids, reference.Name, Address(request));
        var answer = request.Context.RequestServices.GetRequiredService<WfsAnswer>();
        if ("hits".Equals(request["RESULTTYPE"], StringComparison.OrdinalIgnoreCase))
        {
            return await answer.Hits(page, request.Context.RequestAborted);
        }

        await answer.Write(page, isJson, request.Context.RequestAborted);
        return Results.Empty;
    }

    static bool IsJson(string? format) => format is null || GmlNames.Contains(format, StringComparer.OrdinalIgnoreCase) ? false
        // A plus that was not escaped arrives as a blank.
        : JsonNames.Contains(format, StringComparer.OrdinalIgnoreCase) ? true
        : GmlNames.Contains(format.Replace("gml xml", "gml+xml", StringComparison.OrdinalIgnoreCase), StringComparer.OrdinalIgnoreCase) ? false
        : throw OwsException.Invalid("OUTPUTFORMAT", $"nhận {Gml} hoặc {Json}.", $"takes {Gml} or {Json}.");

    static int Count(OwsRequest request)
    {
        var name = request["COUNT"] is null && request["MAXFEATURES"] is not null ? "MAXFEATURES" : "COUNT";
        return request[name] is null ? UsualCount : Math.Min(request.Whole(name, 0, int.MaxValue), ItemsRequest.MostLimit);
    }

    static int Start(OwsRequest request) => request["STARTINDEX"] is null ? 0 : request.Whole("STARTINDEX", 0, LastStart);

    static OgcBox? Box(OwsRequest request)
    {
        if (request["BBOX"] is not { } text)
        {
            return null;
        }

        var parts = text.Split(',');
        var reference = parts.Length == 5 ? WfsReference.Read(parts[4], "BBOX") : WfsReference.Usual;
        var box = OwsBox.Of("BBOX", OwsRequest.Numbers("BBOX", [.. parts.Take(parts.Length == 5 ? 4 : parts.Length)]), reference.Crs, reference.Crs.NorthFirst);
        return new(box.Window.MinX, box.Window.MinY, box.Window.MaxX, box.Window.MaxY, box.Crs);
    }

    static IReadOnlyList<OgcProperty> Properties(string? names, OgcCollection collection) => names is null or "*"
        ? collection.Properties
        : [.. names.Trim('(', ')').Split(',').Select(Local).Where(name => name != OgcCollection.GeometryName).Distinct().Select(name => collection.Find(name)
            ?? throw OwsException.Invalid("PROPERTYNAME", $"nêu thuộc tính “{OwsRequest.Short(name)}” mà lớp không có.", $"names “{OwsRequest.Short(name)}”, which the type has not."))];

    static OgcCollection Find(IReadOnlyList<OgcCollection> all, string name) => all.FirstOrDefault(collection => collection.Id == Local(name))
        ?? throw OwsException.Invalid("TYPENAMES", $"nêu lớp “{OwsRequest.Short(name)}” không có; xem GetCapabilities.", $"names “{OwsRequest.Short(name)}”, which there is not; see GetCapabilities.");

    // longan:communes, with whatever prefix the client has bound.
    static string Local(string name) => name[(name.LastIndexOf(':') + 1)..];

    static async Task<PointInTime> Moment(OwsRequest request) =>
        await request.Context.RequestServices.GetRequiredService<Moments>().Resolve(request.Time("TIME"), request.Context.RequestAborted);

    static OgcCollections Collections(OwsRequest request) => request.Context.RequestServices.GetRequiredService<OgcCollections>();

    static string Address(OwsRequest request) =>
        request.Context.RequestServices.GetRequiredService<PublicAddress>().Of(request.Context.Request) + "/wfs";
}

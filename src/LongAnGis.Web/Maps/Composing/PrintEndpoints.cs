using System.Globalization;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Print;
using LongAnGis.Web.Shell;

namespace LongAnGis.Web.Maps.Composing;

/// <summary>Maps on paper as files: PDF in vectors, PNG at 300 dpi, and a small picture to look at before.</summary>
static class PrintEndpoints
{
    const double DotsPerInch = 300;
    const int PreviewWidth = 1_100;

    /// <summary>A sheet of A0 keeps a core busy for seconds; two at once leave the machine to others.</summary>
    static readonly SemaphoreSlim Turns = new(2);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/print.pdf", (HttpContext context, ComposedMaps maps) => Answer(PrintRequest.Of(context, maps), SheetFormat.Pdf, null));
        routes.MapGet("/print.png", (HttpContext context, ComposedMaps maps) => Answer(PrintRequest.Of(context, maps), SheetFormat.Png, null));
        routes.MapGet("/print/preview.png", (HttpContext context, ComposedMaps maps) => Answer(PrintRequest.Of(context, maps), SheetFormat.Png, PreviewWidth));
    }

    static async Task<IResult> Answer(PrintRequest request, SheetFormat format, double? pixelWidth)
    {
        var cancellation = request.Context.RequestAborted;
        var wish = MapWish.Read(request.Context.Request.Query);
        var subject = await request.Subject(wish);
        var places = wish.Series is null ? [] : await request.Series.Of(wish.Series, subject.Moment, cancellation);
        // The file says the day that it speaks of, not the minute: the same map is the same bytes, and its tag is strong.
        var day = new DateTimeOffset(subject.Moment.AsOf.ToDateTime(default), TimeSpan.Zero);
        Task<PaperSheet> Sheet(SeriesPlace? place) => request.Maps.Prepare(wish, subject, place, request.Language, cancellation);
        await Turns.WaitAsync(cancellation);
        try
        {
            var bytes = format == SheetFormat.Pdf && places.Count > 0
                ? await SheetFile.Pages(
                    request.Language.Say("Bộ bản đồ quy hoạch", "Series of planning maps"),
                    places.Select(place => (Func<Task<PaperSheet>>)(() => Sheet(place))), day, cancellation)
                : await One(await Sheet(places.Count > 0 ? places[0] : null));
            return MapAnswers.File(request.Context, bytes, format, subject.Moment, pixelWidth is null ? Name(wish, format) : null);
        }
        finally
        {
            Turns.Release();
        }

        Task<byte[]> One(PaperSheet sheet) => Task.Run(
            () => SheetFile.Write(sheet, format, request.Language.Code, day, pixelWidth ?? sheet.Size.Width / 72 * DotsPerInch, cancellation), cancellation);
    }

    static string Name(MapWish wish, SheetFormat format) =>
        $"longan_{wish.Series ?? "map"}_{wish.Paper.Name}{(wish.Denominator is { } scale ? string.Create(CultureInfo.InvariantCulture, $"_{scale:0}") : null)}.{SheetFile.Extension(format)}";
}

/// <summary>What a map on paper is made from.</summary>
sealed record PrintRequest(HttpContext Context, ComposedMaps Maps, MapSeries Series, AskedMoment Asked, Links Links, PublicAddress Address, Language Language)
{
    public static PrintRequest Of(HttpContext context, ComposedMaps maps)
    {
        var services = context.RequestServices;
        return new(
            context, maps, services.GetRequiredService<MapSeries>(), services.GetRequiredService<AskedMoment>(),
            Links.Of(context), services.GetRequiredService<PublicAddress>(), context.PageLanguage());
    }

    /// <summary>What the screen shows: its moment and its layers.</summary>
    public async Task<MapSubject> Subject(MapWish wish)
    {
        var (moment, layers) = (await Asked.Time(), await Asked.Layers());
        var plan = (await Asked.Plans()).FirstOrDefault(one => one.Code == moment.Plan);
        return new(moment, layers, layers.Visible(Links.Scene.Layers), plan, Address.Of(Context.Request) + Links.To("/") + Fragment(wish));
    }

    static string? Fragment(MapWish wish) => wish.Centre is { } place
        ? string.Create(CultureInfo.InvariantCulture, $"#map={wish.Zoom ?? 11:0.##}/{place.Latitude:0.#####}/{place.Longitude:0.#####}")
        : null;
}

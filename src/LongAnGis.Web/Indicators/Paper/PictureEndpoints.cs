using LongAnGis.Web.Indicators.Maps;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Print;
using LongAnGis.Web.Shell;

namespace LongAnGis.Web.Indicators.Paper;

/// <summary>
/// An indicator's map and charts as files, in the language of the address: <c>/indicators/{code}/map.png</c>. What they show follows
/// the same parameters as the page.
/// </summary>
static class PictureEndpoints
{
    public static void AddPictures(this IServiceCollection services)
    {
        services.AddSingleton<RegionGround>();
        services.AddSingleton<IndicatorSheets>();
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var picture in Enum.GetValues<Picture>())
        {
            var name = Name(picture);
            foreach (var format in Enum.GetValues<SheetFormat>())
            {
                routes.MapGet(
                    $"/indicators/{{code}}/{name}.{SheetFile.Extension(format)}",
                    (HttpContext context, string code, IndicatorCatalogue catalogue, IndicatorSheets sheets, Moments moments, Language language, TimeProvider clock) =>
                        Write(context, code, picture, format, catalogue, sheets, moments, language, clock));
            }
        }
    }

    /// <summary>“map”, as addresses say it.</summary>
    static string Name(Picture picture) => picture.ToString().ToLowerInvariant();

    static async Task<IResult> Write(
        HttpContext context, string code, Picture picture, SheetFormat format, IndicatorCatalogue catalogue, IndicatorSheets sheets, Moments moments,
        Language language, TimeProvider clock)
    {
        var cancellation = context.RequestAborted;
        var asked = MapRequest.Read(context.Request.Query);
        var indicator = await catalogue.Find(code, cancellation);
        var moment = await moments.Resolve(Scene.Read(context.Request.Query).Time, cancellation);
        var sheet = await sheets.Of(picture, indicator, asked, moment, language, cancellation);
        context.Response.Headers.CacheControl = "public, no-cache";
        var period = asked.Period is { } named ? $"_{named}" : "";
        return TypedResults.File(
            SheetFile.Write(sheet, format, language.Code, clock.GetUtcNow()),
            SheetFile.ContentType(format),
            $"longan_{code}_{Name(picture)}{period}_{language.Code}.{SheetFile.Extension(format)}");
    }
}

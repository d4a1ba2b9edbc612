using System.Globalization;
using System.Security.Cryptography;
using LongAnGis.Core.Indicators;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Plans.Downloads;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Shell;
using Microsoft.Net.Http.Headers;

namespace LongAnGis.Web.Indicators;

/// <summary>
/// Figures without their page. An answer names the edition it comes from, in its body and its ETag: an unchanged one costs
/// a 304, and one that was asked for as known after a publication never changes.
/// </summary>
static class IndicatorEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/indicators/{code}/values.json", GetValues);
        routes.MapGet("/indicators/{code}/periods.json", GetPeriods);
        routes.MapGet("/indicators/{code}/series.json", GetSeries);
    }

    /// <summary>An indicator as a moment knew it.</summary>
    /// <param name="Edition">The newest that touched it up to then: what its answers are named by.</param>
    /// <param name="At">The newest up to then: what is asked of other indicators beside it, like a denominator.</param>
    internal sealed record Known(Indicator Indicator, int Edition, int At, PointInTime Moment);

    static async Task<IResult> GetValues(
        HttpContext context, string code, KnownFigures figures, AreaFigures over, Regions regions, CancellationToken cancellation)
    {
        var query = context.Request.Query;
        var set = FigureRequest.Regions(query[FigureRequest.RegionsParameter]);
        var asked = FigureRequest.Period(query[FigureRequest.PeriodParameter], query[FigureRequest.YearParameter]);
        var known = await Ask(context, code, figures, cancellation);
        var period = asked ?? (await figures.Periods(code, known.Edition, cancellation)).Newest(set)
            ?? throw new RefusedException(Refusal.NotFound(
                "Chỉ tiêu này chưa có số liệu nào cho các lãnh thổ được hỏi.", "This indicator has no figure yet for the regions asked about."));
        return Answer(context, known, FigureJson.Values(
            known.Indicator, period, set, known.Edition, await regions.All(cancellation),
            await over.In(known.Indicator, set, period, known.At, cancellation)));
    }

    static async Task<IResult> GetPeriods(HttpContext context, string code, KnownFigures figures, CancellationToken cancellation)
    {
        var known = await Ask(context, code, figures, cancellation);
        return Answer(context, known, FigureJson.Periods(known.Indicator, known.Edition, await figures.Periods(code, known.Edition, cancellation)));
    }

    static async Task<IResult> GetSeries(
        HttpContext context, string code, KnownFigures figures, Regions regions, CancellationToken cancellation)
    {
        var known = await Ask(context, code, figures, cancellation);
        var region = await regions.Find(context.Request.Query["region"].ToString() is { Length: > 0 } asked ? asked : Regions.LongAn, cancellation);
        return Answer(context, known, FigureJson.Series(
            known.Indicator, region, known.Edition, await figures.Series(code, region.Code, known.Edition, cancellation)));
    }

    internal static async Task<Known> Ask(HttpContext context, string code, KnownFigures figures, CancellationToken cancellation)
    {
        var services = context.RequestServices;
        var indicator = await services.GetRequiredService<IndicatorCatalogue>().Find(code, cancellation);
        var moment = await services.GetRequiredService<Moments>().Resolve(Scene.Read(context.Request.Query).Time, cancellation);
        var edition = await services.GetRequiredService<Editions>().At(moment, cancellation);
        return new(indicator, await figures.LastEdition(code, edition, cancellation), edition, moment);
    }

    internal static IResult Answer(HttpContext context, Known known, byte[] body, string type = "application/json")
    {
        // Weak, because compression on the way out changes the bytes but not what they say.
        var tag = string.Create(CultureInfo.InvariantCulture, $"W/\"e{known.Edition}-{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 8))}\"");
        var headers = context.Response.Headers;
        headers.ETag = tag;
        headers.CacheControl = known.Moment.Asked.KnownAt?.Revision is null ? "public, no-cache" : "public, max-age=86400";
        headers.Vary = type == CsvFile.ContentType ? HeaderNames.AcceptLanguage : headers.Vary;
        return IsHeld(context.Request.Headers.IfNoneMatch, tag)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Bytes(body, type);
    }

    static bool IsHeld(Microsoft.Extensions.Primitives.StringValues held, string tag) =>
        EntityTagHeaderValue.TryParseList(held, out var tags)
        && tags.Any(one => one.Tag == "*" || one.Compare(EntityTagHeaderValue.Parse(tag), useStrongComparison: false));
}

using LongAnGis.Core.Accounts;
using LongAnGis.Core.Indicators;
using LongAnGis.Core.Indicators.Areas;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Accounts;
using LongAnGis.Web.Indicators.Board;
using LongAnGis.Web.Indicators.Entry;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Plans.Downloads;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Shell;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace LongAnGis.Web.Indicators.Export;

/// <summary>Figures as files, from the same moment as the page they are taken from: <c>longan_{what}_{as-of}.csv</c>.</summary>
static class ExportEndpoints
{
    static readonly DateOnly First = Period.OfYear(Period.FirstYear).FirstDay, Last = Period.OfYear(Period.LastYear).LastDay;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/indicators/{code}.csv", (HttpContext context, string code) => OfIndicator(context, code, isCsv: true));
        routes.MapGet("/indicators/{code}.xlsx", (HttpContext context, string code) => OfIndicator(context, code, isCsv: false));
        routes.MapGet("/regions/{code}.csv", (HttpContext context, string code) => OfRegion(context, code, isCsv: true));
        routes.MapGet("/regions/{code}.xlsx", (HttpContext context, string code) => OfRegion(context, code, isCsv: false));
        routes.MapGet("/indicators.csv", (HttpContext context, IndicatorCatalogue catalogue) => Catalogue(context, catalogue, isCsv: true));
        routes.MapGet("/indicators.xlsx", (HttpContext context, IndicatorCatalogue catalogue) => Catalogue(context, catalogue, isCsv: false));
        routes.MapGet("/targets.csv", (HttpContext context, Scoreboard scoreboard) => Targets(context, scoreboard, isCsv: true));
        routes.MapGet("/targets.xlsx", (HttpContext context, Scoreboard scoreboard) => Targets(context, scoreboard, isCsv: false));
        routes.MapGet("/figures/template.csv", (HttpContext context, EntryGrids grids) => Template(context, grids, isCsv: true)).Needs(Permission.RecordFigures);
        routes.MapGet("/figures/template.xlsx", (HttpContext context, EntryGrids grids) => Template(context, grids, isCsv: false)).Needs(Permission.RecordFigures);
    }

    static async Task<IResult> OfIndicator(HttpContext context, string code, bool isCsv)
    {
        var services = context.RequestServices;
        var figures = services.GetRequiredService<KnownFigures>();
        var known = await IndicatorEndpoints.Ask(context, code, figures, context.RequestAborted);
        var regions = await services.GetRequiredService<Regions>().All(context.RequestAborted);
        var told = await Told(context, known, regions);
        var all = told.Figures.Select(figure => (known.Indicator, figure)).ToList();
        var language = context.DataLanguage();
        var table = FigureTables.Long(all, [.. told.Refused.Select(refused => (known.Indicator, refused))], regions, language);
        Name(context, code, known.Moment, isCsv);
        return isCsv
            ? IndicatorEndpoints.Answer(context, known, table.ToCsv(), CsvFile.ContentType)
            : Workbook(context, known.Indicator.Name.In(language.IsEnglish), table, FigureTables.Sources(known.Indicator.Name.In(language.IsEnglish), known.Moment, all, language));
    }

    /// <summary>
    /// With <c>?regions=</c> what a set of regions is told on the page, carried figures and refusals too; without it every figure
    /// that is recorded, of whatever region.
    /// </summary>
    static async Task<SetFigures> Told(HttpContext context, IndicatorEndpoints.Known known, IReadOnlyList<StatisticalRegion> regions)
    {
        var services = context.RequestServices;
        string? asked = context.Request.Query[FigureRequest.RegionsParameter];
        var set = string.IsNullOrEmpty(asked) ? (RegionSet?)null : FigureRequest.Regions(asked);
        var rows = regions.Where(region => set is not { } one || Regions.StandIn(one, region)).Select(region => region.Code).ToHashSet();
        List<Figure> figures = [];
        List<RefusedFigure> refused = [];
        foreach (var kind in Enum.GetValues<PeriodKind>())
        {
            var told = set is { } one
                ? await services.GetRequiredService<AreaFigures>().Between(known.Indicator, one, kind, First, Last, known.At, context.RequestAborted)
                : new(await services.GetRequiredService<KnownFigures>().Between(known.Indicator.Code, kind, First, Last, known.Edition, context.RequestAborted), []);
            figures.AddRange(told.Figures.Where(figure => rows.Contains(figure.Region))
                .OrderBy(figure => figure.Period).ThenBy(figure => figure.Region, StringComparer.Ordinal).ThenBy(figure => figure.IsPlan));
            refused.AddRange(told.Refused);
        }

        return new(figures, refused);
    }

    static async Task<IResult> OfRegion(HttpContext context, string code, bool isCsv)
    {
        var services = context.RequestServices;
        var regions = services.GetRequiredService<Regions>();
        var region = await regions.Find(code, context.RequestAborted);
        var (moment, edition) = await Moment(context);
        var figures = services.GetRequiredService<KnownFigures>();
        var all = new List<(Indicator, Figure)>();
        foreach (var entry in await services.GetRequiredService<IndicatorCatalogue>().All(context.RequestAborted))
        {
            all.AddRange((await figures.Series(entry.Indicator.Code, code, edition, context.RequestAborted)).Select(figure => (entry.Indicator, figure)));
        }

        var language = context.DataLanguage();
        var table = FigureTables.Long(all, [], await regions.All(context.RequestAborted), language);
        Name(context, code, moment, isCsv);
        return isCsv
            ? TypedResults.Bytes(table.ToCsv(), CsvFile.ContentType)
            : Workbook(context, region.FullName, table, FigureTables.Sources(region.FullName, moment, all, language));
    }

    static async Task<IResult> Catalogue(HttpContext context, IndicatorCatalogue catalogue, bool isCsv)
    {
        var services = context.RequestServices;
        var (moment, edition) = await Moment(context);
        var newest = await services.GetRequiredService<CatalogueFigures>().Newest(Regions.LongAn, edition, context.RequestAborted);
        var language = context.DataLanguage();
        var english = language.IsEnglish;
        var table = new ExportTable(
            language.Say("Chỉ tiêu", "Indicators"),
            [
                new(language.Say("Mã chỉ tiêu", "Indicator code"), 30), new(language.Say("Chỉ tiêu", "Indicator"), 40), new(language.Say("Chủ đề", "Theme"), 20),
                new(language.Say("Đơn vị tính", "Unit"), 20), new(language.Say("Kỳ mới nhất của tỉnh", "Newest period of the province")),
                new(language.Say("Giá trị", "Value")), new(language.Say("Loại số", "Status")), new(language.Say("Nguồn", "Source"), 40),
                new(language.Say("Định nghĩa", "Definition"), 80),
            ],
            [
                .. (await catalogue.All(context.RequestAborted)).Select(entry =>
                {
                    var figure = newest.GetValueOrDefault(entry.Indicator.Code);
                    return (IReadOnlyList<object?>)
                    [
                        entry.Indicator.Code, entry.Indicator.Name.In(english), entry.Theme.In(english), entry.Indicator.Unit.In(english),
                        figure?.Period.ToString(), figure?.Value, figure?.Status.Words().In(english), figure?.Source.Url ?? figure?.Source.Instrument,
                        entry.Indicator.Definition.In(english),
                    ];
                }),
            ]);
        Name(context, "indicators", moment, isCsv);
        var title = language.Say("Danh mục chỉ tiêu", "Catalogue of indicators");
        return isCsv
            ? TypedResults.Bytes(table.ToCsv(), CsvFile.ContentType)
            : Workbook(context, title, table, FigureTables.Sources(title, moment, [], language));
    }

    /// <summary>With the filters of the page.</summary>
    static async Task<IResult> Targets(HttpContext context, Scoreboard scoreboard, bool isCsv)
    {
        var (moment, _) = await Moment(context);
        var board = await scoreboard.At(moment, context.RequestAborted);
        var query = context.Request.Query;
        var language = context.DataLanguage();
        var table = BoardExport.Table(board, BoardFilter.Read(query[BoardFilter.ThemeParameter], query[BoardFilter.VerdictParameter], board), language);
        Name(context, "targets", moment, isCsv);
        var title = language.Say($"Bảng mục tiêu của quy hoạch {moment.Plan}", $"Scoreboard of targets of plan {moment.Plan}");
        return isCsv
            ? TypedResults.Bytes(table.ToCsv(), CsvFile.ContentType)
            : Workbook(context, title, table, FigureTables.Sources(title, moment, [], language));
    }

    static async Task<IResult> Template(HttpContext context, EntryGrids grids, bool isCsv)
    {
        var clock = context.RequestServices.GetRequiredService<TimeProvider>();
        if (EntryScope.Read(name => context.Request.Query[name], clock.TodayInVietnam()) is not { } scope)
            return Refusal.BadRequest("Chọn một chỉ tiêu (indicator) hoặc một đơn vị (region).", "Choose an indicator or a region.");

        var grid = await grids.Build(scope, null, null, context.RequestAborted);
        var (moment, _) = await Moment(context);
        Name(context, $"nhap_{scope.Indicator ?? scope.Region}", moment, isCsv);
        context.Response.Headers.CacheControl = "no-store";
        return isCsv
            ? TypedResults.Bytes(FigureTables.Template(grid).ToCsv(), CsvFile.ContentType)
            : Workbook(context, grid.Name.Vi, FigureTables.Template(grid), FigureTables.Guidance(grid));
    }

    static async Task<(PointInTime Moment, int Edition)> Moment(HttpContext context)
    {
        var services = context.RequestServices;
        var moment = await services.GetRequiredService<Moments>().Resolve(Scene.Read(context.Request.Query).Time, context.RequestAborted);
        return (moment, await services.GetRequiredService<Editions>().At(moment, context.RequestAborted));
    }

    static FileContentHttpResult Workbook(HttpContext context, string title, params IReadOnlyList<ExportTable> tables) => TypedResults.Bytes(
        Export.Workbook.Write(title, context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow(), tables), Export.Workbook.ContentType);

    /// <summary>ASCII alone, so that every mail program and file share keeps it: codes are, and days too.</summary>
    static void Name(HttpContext context, string what, PointInTime moment, bool isCsv)
    {
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName($"longan_{what}_{CalendarDay.Write(moment.AsOf)}.{(isCsv ? "csv" : "xlsx")}");
        context.Response.Headers.ContentDisposition = disposition.ToString();
        context.Response.Headers.Vary = HeaderNames.AcceptLanguage;
    }
}

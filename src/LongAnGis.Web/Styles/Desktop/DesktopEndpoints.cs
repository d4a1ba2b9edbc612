using LongAnGis.Core.Plans;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Shell;

namespace LongAnGis.Web.Styles.Desktop;

/// <summary>The plan for QGIS with one click: <c>/plan.qgz</c> with all layers, <c>/plan/{layer}.qlr</c> with one.</summary>
static class DesktopEndpoints
{
    public static void MapDesktop(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/plan.qgz", GetProject);
        routes.MapGet("/plan/{layer}.qlr", GetDefinition);
    }

    static async Task<IResult> GetProject(HttpContext context, AskedMoment asked, Language language, PublicAddress address, TimeProvider clock)
    {
        var moment = await asked.Time();
        var project = new QgisProject(address.Of(context.Request), (await asked.Layers()).InDrawingOrder, moment.Asked.AsOf, language.IsEnglish);
        return File(context, project.Archive(clock.GetUtcNow()), QgisProject.ProjectType, $"longan_plan_{CalendarDay.Write(moment.AsOf)}.qgz");
    }

    static async Task<IResult> GetDefinition(HttpContext context, string layer, AskedMoment asked, Language language, PublicAddress address)
    {
        var moment = await asked.Time();
        if ((await asked.Layers()).Find(layer) is not { } found)
        {
            return LayerPages.NoSuchLayer(layer).Refusal;
        }

        var project = new QgisProject(address.Of(context.Request), [found], moment.Asked.AsOf, language.IsEnglish);
        return File(context, project.Definition(), QgisProject.DefinitionType, $"longan_{found.Code}_{CalendarDay.Write(moment.AsOf)}.qlr");
    }

    static IResult File(HttpContext context, byte[] content, string type, string name)
    {
        context.Response.Headers.CacheControl = "no-cache";
        return Results.File(content, type, name);
    }
}

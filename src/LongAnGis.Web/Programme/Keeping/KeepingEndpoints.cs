using LongAnGis.Core.Accounts;
using LongAnGis.Web.Accounts;
using LongAnGis.Web.ChangeSets;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Platform.Forms;

namespace LongAnGis.Web.Programme.Keeping;

/// <summary>Giving a task, and changing one.</summary>
static class KeepingEndpoints
{
    const int LongestBody = 128 << 10;

    public static void MapKeeping(this IEndpointRouteBuilder routes)
    {
        routes.MapForm("/programme/tasks", Give, Permission.KeepProgramme);
        routes.MapForm("/programme/tasks/{code}/amend", Amend, Permission.KeepProgramme);
    }

    static async Task<IResult> Give(HttpContext context, Visitor visitor, FormWriting forms, TaskKeeping tasks)
    {
        var form = await SentForm.Read(context, "/programme/new", TaskForm.Name, LongestBody);
        return await forms.Once(context, form, (connection, cancellation) =>
            tasks.Write(connection, form, null, Moments.DefaultPlan, visitor.Known, cancellation));
    }

    static async Task<IResult> Amend(HttpContext context, string code, Visitor visitor, FormWriting forms, TaskKeeping tasks)
    {
        var form = await SentForm.Read(context, $"/programme/tasks/{code}/amend", TaskForm.Name, LongestBody);
        return await forms.Once(context, form, (connection, cancellation) =>
            tasks.Write(connection, form, code, Moments.DefaultPlan, visitor.Known, cancellation));
    }
}

using LongAnGis.Core.Accounts;
using LongAnGis.Web.Accounts;
using LongAnGis.Web.Platform.Forms;
using LongAnGis.Web.Shell;

namespace LongAnGis.Web.Maps.Composing;

/// <summary>Saves a map on paper by name for whoever is signed in, and removes it again.</summary>
static class PrintTemplateEndpoints
{
    public const string FormName = "template";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/print/templates", Save).DisableAntiforgery().Needs(Permission.SignedIn);
        routes.MapPost("/print/templates/{id:guid}/remove", Remove).DisableAntiforgery().Needs(Permission.SignedIn);
    }

    static async Task<IResult> Save(HttpContext context, Visitor visitor, PrintTemplates templates, Links links)
    {
        var form = await SentForm.Read(context, "/print", FormName);
        var name = form.Needed(form.Line("name", PrintTemplates.LongestName), "name", "Hãy đặt tên cho mẫu.", "Give the template a name.");
        // The form is sent to the address of what it saves: judged like the page itself, the scene by whoever made the links.
        var wish = MapWish.Read(context.Request.Query);
        var address = links.To("/print", wish.Parameters());
        if (form.IsRight && !await templates.Save(visitor.Known.Id, name, Query(address), context.RequestAborted))
            form.Refuse("name", $"Đã có {PrintTemplates.Most} mẫu; hãy xóa bớt.", $"There are {PrintTemplates.Most} templates already; remove one.");
        return form.IsRight ? new NextPage("/print", [.. wish.Parameters()]) { Fragment = "#templates" } : form.Refused();
    }

    static async Task<IResult> Remove(HttpContext context, Guid id, Visitor visitor, PrintTemplates templates)
    {
        await templates.Remove(visitor.Known.Id, id, context.RequestAborted);
        return new NextPage("/print", [.. MapWish.Read(context.Request.Query).Parameters()]) { Fragment = "#templates" };
    }

    static string Query(string address) => address.IndexOf('?', StringComparison.Ordinal) is >= 0 and var at ? address[(at + 1)..] : "";
}

using System.Text.Json.Nodes;
using LongAnGis.Core.Accounts;
using LongAnGis.Web.Accounts;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Platform.Forms;

namespace LongAnGis.Web.ChangeSets.Drafting.Import.Jobs;

/// <summary>What the page of an import sends: the file, what is said of it, and that it be taken, stopped, or removed.</summary>
static class ImportJobEndpoints
{
    public const string FormName = "import";

    /// <summary>Before the name of an attribute, in the form that maps columns.</summary>
    public const string FieldOf = "field-";

    const int LongestName = 200;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var imports = routes.MapGroup("/change-sets/{id:guid}/imports").Needs(Permission.SignedIn).DisableAntiforgery();
        imports.MapPost("", Send);
        imports.MapPost("/{job:guid}/again", Again);
        imports.MapPost("/{job:guid}/apply", Apply);
        imports.MapPost("/{job:guid}/stop", Stop);
        imports.MapPost("/{job:guid}/remove", Remove);
        routes.MapGet("/change-sets/{id:guid}/imports/{job:guid}.geojson", Shapes).Needs(Permission.SignedIn);
    }

    static async Task<IResult> Send(HttpContext context, Guid id, Visitor visitor, ChangeSetAccess access, EditedLayers layers, ImportJobs jobs)
    {
        if (DraftWriter.Refuse(await access.Find(id, visitor.Known, context.RequestAborted)) is { } closed)
        {
            return closed;
        }

        var form = await SentForm.Read(context, $"/change-sets/{id}/import", FormName, ImportLimits.MostBytes + (64 << 10));
        var known = await layers.Read(context.RequestAborted);
        var layer = known.GetValueOrDefault(form.Raw("layer") ?? "");
        if (layer is null)
        {
            form.Refuse("layer", "Hãy chọn lớp trong danh sách.", "Choose a layer from the list.");
        }

        if (form.File("file") is not { } file)
        {
            form.Refuse("file", "Hãy chọn tệp.", "Choose a file.");
        }
        else if (file.Length > ImportLimits.MostBytes)
        {
            form.Refuse("file", $"Tệp lớn hơn {ImportLimits.MostBytes >> 20} MB.", $"The file is larger than {ImportLimits.MostBytes >> 20} MB.");
        }
        else if (form.IsRight)
        {
            using var bytes = new MemoryStream((int)file.Length);
            await file.CopyToAsync(bytes, context.RequestAborted);
            var settings = new ImportSettings(null, null, null, ImportFields.Code, Deletes: false, IsPartial: false, new Dictionary<string, string>());
            var job = await jobs.Keep(id, visitor.Known, context.PageLanguage(), layer!.Code, Named(file.FileName), bytes.ToArray(), settings, context.RequestAborted);
            return new NextPage(ImportJob.PathOf(id, job));
        }

        return form.Refused();
    }

    // Its last part, and nothing that is no letter: it is shown, and never a path.
    static string Named(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var shown = new string([.. last.Where(letter => !char.IsControl(letter) && !char.IsSurrogate(letter)).Take(LongestName)]);
        return shown.Length == 0 ? "?" : shown;
    }

    static async Task<IResult> Again(HttpContext context, Guid id, Guid job, Visitor visitor, EditedLayers layers, ImportJobs jobs)
    {
        var known = await jobs.Find(id, job, visitor.Known, context.RequestAborted);
        var form = await SentForm.Read(context, known.Path, FormName);
        var layer = (await layers.Read(context.RequestAborted))[known.Layer];
        var settings = new ImportSettings(
            form.Line("crs", 40), form.Line("encoding", 40), form.Line("source", 300), form.Raw("match") is "new" ? null : form.Line("match", 64),
            form.Raw("deletes") == "true", form.Raw("partial") == "true", Mapped(form, layer));
        try
        {
            _ = ImportReference.Of(settings.Crs);
            settings.Judge(layer);
        }
        catch (RefusedException refused)
        {
            form.Refuse(null, refused.Refusal.Vi, refused.Refusal.En);
            return form.Refused();
        }

        await jobs.Ask(job, "preview", settings, context.RequestAborted);
        return new NextPage(known.Path);
    }

    static Dictionary<string, string> Mapped(SentForm form, EditedLayer layer)
    {
        var mapped = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var target in ImportFields.Fixed.Concat(layer.Attributes.Keys))
        {
            if (form.Line(FieldOf + target, 300) is { } field)
            {
                mapped[target] = field;
            }
        }

        return mapped;
    }

    static async Task<IResult> Apply(HttpContext context, Guid id, Guid job, Visitor visitor, ImportJobs jobs)
    {
        var known = await jobs.Find(id, job, visitor.Known, context.RequestAborted);
        await jobs.Ask(job, "apply", known.Settings, context.RequestAborted);
        return new NextPage(known.Path);
    }

    static async Task<IResult> Stop(HttpContext context, Guid id, Guid job, Visitor visitor, ImportJobs jobs)
    {
        var known = await jobs.Find(id, job, visitor.Known, context.RequestAborted);
        await jobs.Stop(job, context.RequestAborted);
        return new NextPage(known.Path);
    }

    static async Task<IResult> Remove(HttpContext context, Guid id, Guid job, Visitor visitor, ImportJobs jobs)
    {
        await jobs.Find(id, job, visitor.Known, context.RequestAborted);
        await jobs.Remove(job, context.RequestAborted);
        return new NextPage($"/change-sets/{id}");
    }

    // What the map outlines beside the preview.
    static async Task<IResult> Shapes(HttpContext context, Guid id, Guid job, Visitor visitor, ImportJobs jobs)
    {
        var known = await jobs.Find(id, job, visitor.Known, context.RequestAborted);
        context.Response.Headers.CacheControl = "private, no-store";
        var shapes = (known.Outcome?["features"] as JsonArray ?? []).Where(feature => feature?["geometry"] is JsonObject).Select(feature => (JsonNode)new JsonObject
        {
            ["type"] = "Feature",
            ["geometry"] = feature!["geometry"]!.DeepClone(),
            ["properties"] = new JsonObject { ["code"] = feature["code"]?.DeepClone(), ["action"] = feature["action"]?.DeepClone() },
        });
        return Results.Text(
            new JsonObject { ["type"] = "FeatureCollection", ["features"] = new JsonArray([.. shapes]) }.ToJsonString(DraftFile.Json),
            "application/geo+json", System.Text.Encoding.UTF8);
    }
}

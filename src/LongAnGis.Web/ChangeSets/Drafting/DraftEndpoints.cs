using System.Globalization;
using System.Text;
using System.Text.Json;
using LongAnGis.Core.Accounts;
using LongAnGis.Web.Accounts;
using LongAnGis.Web.ChangeSets.Drafting.Import;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Platform.Retries;
using Microsoft.AspNetCore.Mvc;
using NetTopologySuite.Geometries;

namespace LongAnGis.Web.ChangeSets.Drafting;

/// <summary>What the editor asks and saves. All of it is for people who are signed in, and for nobody's cache.</summary>
public static class DraftEndpoints
{
    /// <summary>The largest save: a coverage of a few thousand zones, or a dozen outlines at the limit of vertices.</summary>
    const int MostBytes = 32 << 20;

    const int MostLayersAsked = 64;

    public static void AddDrafting(this IServiceCollection services)
    {
        services.AddSingleton<DraftFile>();
        services.AddSingleton<OverlappingDrafts>();
        services.AddSingleton<Surroundings>();
        services.AddSingleton<SavedStates>();
        services.AddSingleton<EditedLayers>();
        services.AddSingleton<DraftWriter>();
        services.AddDraftImport();
    }

    public static void MapDrafting(this IEndpointRouteBuilder endpoints)
    {
        var draft = endpoints.MapGroup("/change-sets/{id:guid}").Needs(Permission.SignedIn);
        draft.MapGet("/draft.json", GetDraft);
        draft.MapGet("/surroundings", GetSurroundings);
        draft.MapGet("/changes/{position:int}/states", GetStates);
        draft.MapPost("/edits", PostEdits).DisableAntiforgery();
        endpoints.MapDraftImport();
    }

    static async Task<IResult> GetDraft(
        Guid id, Visitor visitor, ChangeSetAccess access, DraftFile file, HttpContext context, CancellationToken cancellation)
    {
        if (await access.Find(id, visitor.Known, cancellation) is not { } standing)
        {
            return ChangeSetAccess.NotFound;
        }

        context.Response.Headers.CacheControl = "private, no-store";
        return Results.Stream(output => file.Write(output, standing, cancellation), "application/json; charset=utf-8");
    }

    static async Task<IResult> GetSurroundings(
        Guid id,
        string? bbox,
        string? layers,
        Visitor visitor,
        ChangeSetAccess access,
        EditedLayers known,
        Surroundings surroundings,
        HttpContext context,
        CancellationToken cancellation)
    {
        if (await access.Find(id, visitor.Known, cancellation) is null)
        {
            return ChangeSetAccess.NotFound;
        }

        if (Window(bbox) is not { } window)
        {
            return Refusal.BadRequest(
                "“bbox” phải là tây,nam,đông,bắc bằng độ WGS 84, tây không quá đông, nam không quá bắc.",
                "“bbox” must be west,south,east,north in degrees of WGS 84, west no more than east, south no more than north.");
        }

        var all = await known.Read(cancellation);
        string[] asked = string.IsNullOrEmpty(layers) ? [.. all.Keys] : [.. layers.Split(',').Distinct()];
        if (asked.Length > MostLayersAsked || asked.FirstOrDefault(layer => !all.ContainsKey(layer)) is not null)
        {
            return Refusal.BadRequest(
                "“layers” có lớp không tồn tại, hoặc quá nhiều lớp.", "“layers” names a layer that does not exist, or too many.");
        }

        context.Response.Headers.CacheControl = "private, no-store";
        return Results.Stream(
            output => surroundings.Write(output, id, window, asked, cancellation), "application/geo+json; charset=utf-8");
    }

    static Envelope? Window(string? bbox)
    {
        var numbers = (bbox ?? "").Split(',')
            .Select(text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN)
            .ToArray();
        return numbers is [var west, var south, var east, var north]
            && west >= -180 && west <= east && east <= 180 && south >= -90 && south <= north && north <= 90
            ? new(west, east, south, north)
            : null;
    }

    static async Task<IResult> GetStates(
        Guid id, int position, Visitor visitor, ChangeSetAccess access, SavedStates states, HttpContext context, CancellationToken cancellation)
    {
        if (await access.Find(id, visitor.Known, cancellation) is null || await states.Of(id, position, cancellation) is not { } found)
        {
            return ChangeSetAccess.NotFound;
        }

        context.Response.Headers.CacheControl = "private, no-store";
        return Results.Text(found, "application/json", Encoding.UTF8);
    }

    static async Task<IResult> PostEdits(
        Guid id,
        [FromHeader(Name = KeptAnswers.Header)] string? key,
        Visitor visitor,
        ChangeSetAccess access,
        KeptAnswers kept,
        EditedLayers layers,
        DraftWriter writer,
        HttpContext context,
        CancellationToken cancellation)
    {
        var person = visitor.Known;
        var language = context.DataLanguage();
        // Before a byte of the body is taken: a stranger's megabytes are not read.
        if (await access.Find(id, person, cancellation) is not { } standing)
        {
            return ChangeSetAccess.NotFound;
        }

        if (!standing.IsEditor)
        {
            return ChangeSetAccess.NotAllowed;
        }

        if (KeptAnswers.Judge(key) is { } unfit)
        {
            return unfit;
        }

        var (body, refusal) = await JsonBody.Read(context.Request, MostBytes, cancellation);
        if (refusal is not null)
        {
            return refusal;
        }

        var fingerprint = KeptAnswers.Fingerprint($"POST {context.Request.Path}", body);
        if (await kept.Find(person.Id, key!, fingerprint, cancellation) is { } earlier)
        {
            return earlier;
        }

        var (document, broken) = JsonBody.Parse(body);
        if (document is null)
        {
            return broken!;
        }

        using var json = document;
        var reading = new EditReading(await layers.Read(cancellation));
        if (reading.Read(json.RootElement) is not { } request)
        {
            return EditFault.Refuse(reading.Faults, language);
        }

        return await kept.Once(
            person.Id,
            key!,
            fingerprint,
            async (connection, ended) =>
            {
                var outcome = await writer.Save(connection, id, person, request, language, ended);
                return outcome.Saved is { } saved ? Answer(saved) : outcome.Refusal!;
            },
            cancellation);
    }

    static KeptAnswer Answer(SavedDraft saved) =>
        new(StatusCodes.Status200OK, "application/json; charset=utf-8", JsonSerializer.SerializeToUtf8Bytes(saved, DraftFile.Json));
}

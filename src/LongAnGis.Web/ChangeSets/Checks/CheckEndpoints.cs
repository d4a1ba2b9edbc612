using LongAnGis.Core.Accounts;
using LongAnGis.Web.Accounts;
using LongAnGis.Web.Platform;
using Microsoft.AspNetCore.Mvc;

namespace LongAnGis.Web.ChangeSets.Checks;

/// <summary>What the rules say of a draft and what follows from it, for the editor. Writes nothing.</summary>
public static class CheckEndpoints
{
    /// <summary>As large as a save may be.</summary>
    const int MostBytes = 32 << 20;

    public static void AddChecks(this IServiceCollection services) => services.AddSingleton<ChangeSetChecks>();

    public static void MapChecks(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/change-sets/{id:guid}/check", Check)
            .Needs(Permission.SignedIn)
            .WithMetadata(new RequestSizeLimitAttribute(MostBytes + 1))
            .DisableAntiforgery();

    static async Task<IResult> Check(
        Guid id,
        string? lang,
        Visitor visitor,
        ChangeSetAccess access,
        ChangeSetChecks checks,
        HttpContext context,
        CancellationToken cancellation)
    {
        if (await access.Find(id, visitor.Known, cancellation) is null)
        {
            return ChangeSetAccess.NotFound;
        }

        var (document, refusal) = await JsonBody.Document(context.Request, MostBytes, cancellation);
        if (document is null)
        {
            return refusal!;
        }

        using (document)
        {
            context.Response.Headers.CacheControl = "private, no-store";
            return await checks.Check(id, document.RootElement, cancellation) is { } outcome
                ? Results.Bytes(CheckAnswer.Write(outcome, isEnglish: lang == "en"), "application/json; charset=utf-8")
                : Refusal.BadRequest(
                    "Nội dung phải có danh sách “edits”; mỗi phần là “put” (op, layer, …) hoặc “drop” (position), tối đa 5.000.",
                    "The content must have a list “edits” of at most 5,000 items, each “put” (op, layer, …) or “drop” (position).");
        }
    }
}

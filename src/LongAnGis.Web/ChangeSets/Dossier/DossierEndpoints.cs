using LongAnGis.Core.Accounts;
using LongAnGis.Core.ChangeSets;
using LongAnGis.Web.Accounts;
using LongAnGis.Web.Audit;
using LongAnGis.Web.ChangeSets.Checks;
using LongAnGis.Web.Maps;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Print;

namespace LongAnGis.Web.ChangeSets.Dossier;

/// <summary>The dossier of a change set as a file, for whoever may see the change set; each download is in the audit.</summary>
static class DossierEndpoints
{
    public static void AddDossier(this IServiceCollection services)
    {
        services.AddSingleton<DossierQuestions>();
        services.AddScoped<DossierFile>();
    }

    public static void MapDossier(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/change-sets/{id:guid}/dossier.{format:regex(^(pdf|docx)$)}", Get).Needs(Permission.SignedIn);

    static async Task<IResult> Get(
        HttpContext context, Guid id, string format, Visitor visitor, ChangeSetAccess access, DossierFile dossier, AuditLog audit, CancellationToken cancellation)
    {
        if (await access.Find(id, visitor.Known, cancellation) is null || await dossier.Make(id, format, cancellation) is not { } file)
        {
            return ChangeSetAccess.NotFound;
        }

        await audit.Record(visitor.Known.UserName, "dossier.download", AuditLog.ChangeSet(id), new { format }, cancellation);

        context.Response.Headers.CacheControl = "private, no-store";
        return Results.File(file, format == "pdf" ? PdfFile.ContentType : DocxFile.ContentType, $"longan_dossier_{id.ToString()[..8]}.{format}");
    }
}

/// <summary>Makes the file of a dossier in the language of the request.</summary>
public sealed class DossierFile(
    DossierQuestions questions,
    LayerCatalogue catalogue,
    MapFeatures features,
    ChangeSetChecks checks,
    Language language,
    TimeProvider clock)
{
    /// <param name="format">pdf or docx.</param>
    /// <returns>Null when there is no such change set.</returns>
    public async Task<byte[]?> Make(Guid changeSet, string format, CancellationToken cancellation)
    {
        if (await questions.Ask(changeSet, cancellation) is not { } facts)
        {
            return null;
        }

        var layers = await catalogue.All(int.MaxValue, cancellation);
        var maps = await DossierMaps.Prepare(facts, layers, features, language, cancellation);
        var madeAt = clock.GetUtcNow();
        var blocks = new DossierText(facts, maps, await InWords(facts, cancellation), language, madeAt).Blocks();
        var title = facts.Head.Title.In(language.IsEnglish);
        var footer = $"{facts.Head.InstrumentNumber} · {facts.Head.Id}";
        return format == "pdf"
            ? PdfFile.Write(blocks, title, footer, language, madeAt)
            : new DocxFile(language, DocxLook.FieldBook).Write(blocks, title, madeAt);
    }

    // What is open is held against the plan around it; of what is published only its own land can still be told.
    async Task<IReadOnlyList<string>> InWords(DossierFacts facts, CancellationToken cancellation)
    {
        if (facts.Changes.Count == 0)
        {
            return [];
        }

        var isOpen = ChangeSetStates.Find(facts.Head.State)?.IsOpen() is true;
        var words = isOpen && await checks.Check(facts.Head.Id, null, cancellation) is { Consequences: { } consequences }
            ? consequences.Words
            : DifferenceWords.Say(DossierDifferences.Of(facts.Changes, await checks.Layers(cancellation)), [], []);
        return [.. words.Select(said => said.In(language.IsEnglish))];
    }
}

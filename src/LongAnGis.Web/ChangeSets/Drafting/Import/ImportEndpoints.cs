using LongAnGis.Core.Accounts;
using LongAnGis.Web.Accounts;
using LongAnGis.Web.ChangeSets.Drafting.Import.Jobs;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Platform.Retries;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace LongAnGis.Web.ChangeSets.Drafting.Import;

/// <summary>A file as a draft: <c>POST /change-sets/{id}/import</c>, a form with <c>file</c>, <c>layer</c>, and perhaps
/// <c>crs</c>, <c>encoding</c>, <c>source</c> (the file's own layer), <c>partial</c> (<c>true</c> takes what is fit and leaves the rest),
/// <c>match</c> (<c>code</c> or an attribute: rows are known by it as features that exist), <c>deletes</c> (<c>true</c>: what the file does
/// not have goes), <c>fields</c> (JSON: attribute to the file's field), <c>preview</c> (<c>true</c> tells what would come of it and writes
/// nothing) and <c>client</c> (the browser tab that sends it).</summary>
public static class ImportEndpoints
{
    static readonly FormOptions Form = new()
    {
        MultipartBodyLengthLimit = ImportLimits.MostBytes,
        ValueCountLimit = 16,
        ValueLengthLimit = 1_000,
        KeyLengthLimit = 100,
        MultipartHeadersLengthLimit = 16 << 10,
    };

    public static void AddDraftImport(this IServiceCollection services)
    {
        services.AddSingleton<GdalFile>();
        services.AddSingleton<UploadedFile>();
        services.AddSingleton<ImportRun>();
        services.AddSingleton<ImportJobs>();
        services.AddSingleton<ImportWork>();
        services.AddHostedService(provider => provider.GetRequiredService<ImportWork>());
    }

    public static void MapDraftImport(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/change-sets/{id:guid}/import", Import).Needs(Permission.SignedIn).DisableAntiforgery();
        ImportJobEndpoints.Map(routes);
    }

    static async Task<IResult> Import(
        Guid id,
        [FromHeader(Name = KeptAnswers.Header)] string? header,
        Visitor visitor,
        ChangeSetAccess access,
        KeptAnswers kept,
        EditedLayers layers,
        ImportRun run,
        HttpContext context,
        CancellationToken cancellation)
    {
        var (person, language) = (visitor.Known, context.DataLanguage());
        var standing = await access.Find(id, person, cancellation);
        if (DraftWriter.Refuse(standing) is { } closed)
        {
            return closed;
        }

        if (await ReadForm(context.Request, cancellation) is not { Files: [var file] } form)
        {
            return Refusal.BadRequest(
                "Cần biểu mẫu multipart/form-data với đúng một tệp “file”.", "It takes a form, multipart/form-data, with exactly one file, “file”.");
        }

        var hasClient = Guid.TryParse(form["client"], out var client);
        if (form["client"] is [{ Length: > 0 }] && !hasClient)
        {
            return Refusal.BadRequest("“client” phải là mã UUID.", "“client” must be a UUID.");
        }

        var key = header ?? form["key"].ToString();
        if (KeptAnswers.Judge(key) is { } unfit)
        {
            return unfit;
        }

        if (!(await layers.Read(cancellation)).TryGetValue(form["layer"].ToString(), out var layer))
        {
            return Refusal.BadRequest("“layer” phải là mã của một lớp.", "“layer” must be the code of a layer.");
        }

        var bytes = await Bytes(file, cancellation);
        var settings = ImportSettings.OfForm(form, layer);
        var isPreview = form["preview"] == "true";
        var fingerprint = KeptAnswers.Fingerprint(string.Join('\n', context.Request.Path, layer.Code, settings.ToJson(), isPreview), bytes);
        if (await kept.Find(person.Id, key, fingerprint, cancellation) is { } earlier)
        {
            return earlier;
        }

        var import = await run.Read(bytes, layer, settings, cancellation);
        return await kept.Once(
            person.Id,
            key,
            fingerprint,
            // What is previewed is no kept answer, so that all that was tried for it is rolled back.
            (connection, ended) => isPreview ? Preview(connection, ended) : run.Save(connection, id, person, import, hasClient ? client : null, language, ended),
            cancellation);

        async Task<IResult> Preview(NpgsqlConnection connection, CancellationToken ended)
        {
            var (refusal, told) = await run.Preview(connection, id, person, import, language, ended);
            return refusal ?? Results.Bytes(told, "application/json; charset=utf-8");
        }
    }

    static async Task<IFormCollection?> ReadForm(HttpRequest request, CancellationToken cancellation)
    {
        if (!request.HasFormContentType)
        {
            return null;
        }

        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = ImportLimits.MostBytes + (1L << 20);
        }

        try
        {
            request.HttpContext.Features.Set<IFormFeature>(new FormFeature(request, Form));
            return await request.ReadFormAsync(cancellation);
        }
        catch (InvalidDataException)
        {
            throw new RefusedException(new(
                StatusCodes.Status413PayloadTooLarge,
                $"Biểu mẫu hỏng hoặc tệp lớn hơn {ImportLimits.MostBytes >> 20} MB.",
                $"The form is broken, or the file larger than {ImportLimits.MostBytes >> 20} MB."));
        }
    }

    static async Task<byte[]> Bytes(IFormFile file, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, cancellation);
        return bytes.ToArray();
    }
}

using System.Text.Json;
using LongAnGis.Core.Accounts;
using LongAnGis.Core.Text;
using LongAnGis.Web.Accounts;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Platform.Retries;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace LongAnGis.Web.ChangeSets.Drafting.Import;

/// <summary>A file as a draft: <c>POST /change-sets/{id}/import</c>, a form with <c>file</c>, <c>layer</c>, and perhaps
/// <c>crs</c>, <c>encoding</c>, <c>source</c> (the file's own layer), <c>partial</c> (<c>true</c> takes what is fit and leaves the rest)
/// and <c>client</c> (the browser tab that sends it).</summary>
public static class ImportEndpoints
{
    /// <summary>What was taken is told one by one up to here; what was refused, always up to here.</summary>
    const int MostTold = 1_000;

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
    }

    public static void MapDraftImport(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/change-sets/{id:guid}/import", Import).Needs(Permission.SignedIn).DisableAntiforgery();

    static async Task<IResult> Import(
        Guid id,
        [FromHeader(Name = KeptAnswers.Header)] string? header,
        Visitor visitor,
        ChangeSetAccess access,
        KeptAnswers kept,
        EditedLayers layers,
        UploadedFile files,
        DraftWriter writer,
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
        var isPartial = form["partial"] == "true";
        var encoding = LegacyEncoding.Find(form["encoding"]);
        if (encoding is null && form["encoding"] is [{ Length: > 0 }])
        {
            return Refusal.BadRequest(
                $"“encoding” phải là một trong: {string.Join(", ", LegacyEncoding.All.Select(known => known.Code))}.",
                $"“encoding” must be one of: {string.Join(", ", LegacyEncoding.All.Select(known => known.Code))}.");
        }

        var wish = string.Join('\n', context.Request.Path, layer.Code, form["crs"], form["encoding"], form["source"], isPartial);
        var fingerprint = KeptAnswers.Fingerprint(wish, bytes);
        if (await kept.Find(person.Id, key, fingerprint, cancellation) is { } earlier)
        {
            return earlier;
        }

        var imported = await files.Read(
            bytes, layer.GeometryKind, form["source"] is [{ Length: > 0 } source] ? source : null, ImportReference.Of(form["crs"]), encoding, cancellation);
        var ignored = new SortedSet<string>(StringComparer.Ordinal);
        var rows = ImportReading.Read(imported, layer, $"Nhập từ tệp, {imported.Reference}", ignored);
        return await kept.Once(
            person.Id,
            key,
            fingerprint,
            (connection, ended) => Save(connection, rows, ended),
            cancellation);

        async Task<IResult> Save(NpgsqlConnection connection, IReadOnlyList<ReadRow> read, CancellationToken ended)
        {
            var refused = read.Where(row => row.Edit is null).ToDictionary(row => row.Row, row => row.Faults);
            SavedDraft? saved = null;
            // At most twice: the second time without what the set and the plan themselves refuse, such as codes that are taken.
            for (var attempt = 0; saved is null; attempt++)
            {
                var edits = read.Where(row => row.Edit is not null && !refused.ContainsKey(row.Row)).ToList();
                if (edits.Count == 0 || (refused.Count > 0 && !isPartial))
                {
                    return NothingTaken(imported, refused, language);
                }

                var request = new EditRequest(hasClient ? client : null, [.. edits.Select(row => row.Edit!)]);
                var outcome = await writer.Save(connection, id, person, request, language, ended, "import");
                saved = outcome.Saved;
                if (saved is not null)
                {
                    continue;
                }

                if (outcome.Faults.Count == 0 || attempt > 0)
                {
                    return outcome.Refusal!;
                }

                foreach (var fault in outcome.Faults.GroupBy(fault => fault.Edit))
                {
                    refused[read[fault.Key].Row] = [.. fault];
                }
            }

            var taken = read.Where(row => row.Edit is not null && !refused.ContainsKey(row.Row)).Zip(saved.Changes).ToList();
            return new KeptAnswer(StatusCodes.Status200OK, "application/json; charset=utf-8", JsonSerializer.SerializeToUtf8Bytes(
                new
                {
                    version = saved.Version,
                    reference = imported.Reference,
                    taken = taken.Count,
                    refused = refused.Count,
                    ignoredFields = ignored,
                    positions = saved.Changes.Select(change => change.Position),
                    features = taken.Take(MostTold)
                        .Select(pair => new { row = pair.First.Row, taken = true, position = (int?)pair.Second.Position, code = pair.Second.Code, errors = (object?)null })
                        .Concat(Told(refused, language)
                            .Select(row => new { row = row.Row, taken = false, position = (int?)null, code = "", errors = (object?)row.Errors })),
                },
                DraftFile.Json));
        }
    }

    static Refusal NothingTaken(ImportedFile file, Dictionary<int, IReadOnlyList<EditFault>> refused, Language language) => new(
        StatusCodes.Status422UnprocessableEntity,
        LikelyReference.Named(file) is { } likely ? likely.Vi
            : refused.Count == 0
            ? "Tệp không có đối tượng nào."
            : $"Không nạp gì: {refused.Count} đối tượng bị từ chối, dòng {refused.Keys.Min()} trước hết. Có thể nạp phần còn lại.",
        LikelyReference.Named(file) is { } seems ? seems.In(english: true)
            : refused.Count == 0
            ? "The file holds no feature."
            : $"Nothing was imported: {refused.Count} features are refused, row {refused.Keys.Min()} first. The rest can be imported.")
    {
        Members = new Dictionary<string, object?>
        {
            ["features"] = Told(refused, language).Select(row => new { row = row.Row, taken = false, errors = row.Errors }).ToArray(),
        },
    };

    static IEnumerable<(int Row, object Errors)> Told(Dictionary<int, IReadOnlyList<EditFault>> refused, Language language) =>
        refused.OrderBy(row => row.Key).Take(MostTold).Select(row => (
            row.Key,
            (object)row.Value.Select(fault => new
            {
                field = fault.Field,
                rule = fault.Rule?.ToString(),
                message = fault.Message.In(language.IsEnglish),
            }).ToArray()));

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

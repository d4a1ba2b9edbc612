using System.Text.Json;
using LongAnGis.Core.Accounts;
using LongAnGis.Core.Text;
using LongAnGis.Web.Accounts;
using LongAnGis.Web.ChangeSets.Checks;
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
        ChangeSetChecks checks,
        TimeProvider clock,
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

        var asked = string.Join(
            '\n', context.Request.Path, layer.Code, form["crs"], form["encoding"], form["source"], isPartial, form["match"], form["deletes"], form["fields"], form["preview"]);
        var fingerprint = KeptAnswers.Fingerprint(asked, bytes);
        if (await kept.Find(person.Id, key, fingerprint, cancellation) is { } earlier)
        {
            return earlier;
        }

        var imported = await files.Read(
            bytes, layer.GeometryKind, form["source"] is [{ Length: > 0 } source] ? source : null, ImportReference.Of(form["crs"]), encoding, cancellation);
        var wish = Wish(form, layer, $"Nhập từ tệp, {imported.Reference}");
        if (wish.Key is not null && DrawnParts.IsDrawing(imported))
        {
            imported = DrawnParts.Together(imported);
        }

        return await kept.Once(
            person.Id,
            key,
            fingerprint,
            Save,
            cancellation);

        async Task<IResult> Save(NpgsqlConnection connection, CancellationToken ended)
        {
            var bases = wish.Key is null ? [] : await ImportBase.All(connection, id, layer.Code, clock.TodayInVietnam(), ended);
            var reading = new ImportReading(imported, layer, wish, bases);
            var read = reading.Read();
            if (form["preview"] == "true")
            {
                return await new ImportPreview(writer, checks).Of(connection, id, person, imported, reading.Fields, read, language, ended);
            }

            var refused = read.Where(row => row.Faults.Count > 0).ToDictionary(row => row.Row, row => row.Faults);
            SavedDraft? saved = null;
            // At most twice: the second time without what the set and the plan themselves refuse, such as codes that are taken.
            for (var attempt = 0; saved is null; attempt++)
            {
                var edits = read.Where(row => row.Edit is not null && !refused.ContainsKey(row.Row)).ToList();
                if (edits.Count == 0 && refused.Count == 0 && read.Any(row => row.Action == "same"))
                {
                    return Same(read.Count);
                }

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
                    ignoredFields = reading.Fields.Ignored,
                    suggestions = reading.Fields.Suggestions.Select(pair => new { field = pair.Field, attribute = pair.Target }),
                    same = read.Count(row => row.Action == "same"),
                    positions = saved.Changes.Select(change => change.Position),
                    features = taken.Take(MostTold)
                        .Select(pair => new { row = pair.First.Row, taken = true, position = (int?)pair.Second.Position, code = pair.Second.Code, errors = (object?)null })
                        .Concat(Told(refused, language)
                            .Select(row => new { row = row.Row, taken = false, position = (int?)null, code = "", errors = (object?)row.Errors })),
                },
                DraftFile.Json));
        }
    }

    static Refusal Same(int count) => new(
        StatusCodes.Status422UnprocessableEntity,
        $"Không có gì để nhập: cả {count} đối tượng của tệp giống hệt dữ liệu hiện có.",
        $"There is nothing to import: all {count} features of the file are the same as what there is.");

    static ImportWish Wish(IFormCollection form, EditedLayer layer, string geometrySource)
    {
        var key = form["match"].ToString() is { Length: > 0 } match ? match : null;
        if (key is not (null or ImportFields.Code or ImportFields.NameVi) && !layer.Attributes.ContainsKey(key))
        {
            throw ImportLimits.Refuse(
                "“match” phải là code, name_vi hoặc một thuộc tính của lớp.", "“match” must be code, name_vi or an attribute of the layer.");
        }

        try
        {
            var fields = form["fields"].ToString() is { Length: > 0 } text ? JsonSerializer.Deserialize<Dictionary<string, string>>(text) ?? [] : [];
            var unknown = fields.Keys.FirstOrDefault(target =>
                target is not (ImportFields.Code or ImportFields.NameVi or ImportFields.NameEn or ImportFields.Note or ImportFields.Quality) && !layer.Attributes.ContainsKey(target));
            return unknown is null
                ? new(key, form["deletes"] == "true", fields, geometrySource)
                : throw ImportLimits.Refuse(
                    $"Lớp không có thuộc tính “{FieldReading.Shortened(unknown)}”.", $"The layer has no attribute “{FieldReading.Shortened(unknown)}”.");
        }
        catch (JsonException)
        {
            throw ImportLimits.Refuse(
                "“fields” phải là một đối tượng JSON: thuộc tính và tên cột trong tệp.", "“fields” must be a JSON object: attributes and names of the file's columns.");
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

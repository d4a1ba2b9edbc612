using System.Text.Json;
using LongAnGis.Web.Accounts;
using LongAnGis.Web.ChangeSets.Checks;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Platform.Retries;
using Npgsql;

namespace LongAnGis.Web.ChangeSets.Drafting.Import;

/// <summary>A file that has been read, and how it is to be understood.</summary>
sealed record ReadImport(ImportedFile File, EditedLayer Layer, ImportWish Wish, bool IsPartial);

/// <summary>Reads a file, tells what would come of it, and takes it: for the editor at once, for the page in its own time.</summary>
sealed class ImportRun(UploadedFile files, DraftWriter writer, ChangeSetChecks checks, TimeProvider clock)
{
    /// <summary>What was taken is told one by one up to here; what was refused, always up to here.</summary>
    const int MostTold = 1_000;

    /// <exception cref="RefusedException">With what is wrong with the file, or what it does not say.</exception>
    public async Task<ReadImport> Read(byte[] bytes, EditedLayer layer, ImportSettings settings, CancellationToken cancellation)
    {
        var file = await files.Read(bytes, layer.GeometryKind, settings.Source, ImportReference.Of(settings.Crs), settings.LegacyEncoding, cancellation);
        var wish = new ImportWish(settings.Match, settings.Deletes, settings.Fields, $"Nhập từ tệp, {file.Reference}");
        return new(wish.Key is not null && DrawnParts.IsDrawing(file) ? DrawnParts.Together(file) : file, layer, wish, settings.IsPartial);
    }

    /// <summary>What would come of it, as JSON; the caller rolls back whatever was written for it.</summary>
    public async Task<(Refusal? Refusal, byte[] Told)> Preview(
        NpgsqlConnection connection, Guid changeSet, Person person, ReadImport import, Language language, CancellationToken cancellation)
    {
        var reading = await Reading(connection, changeSet, import, cancellation);
        return await new ImportPreview(writer, checks).Of(connection, changeSet, person, import.File, reading.Fields, reading.Read(), language, cancellation);
    }

    /// <summary>Takes it inside the caller's transaction: a <see cref="KeptAnswer"/>, or the refusal after which the caller rolls back.</summary>
    public async Task<IResult> Save(
        NpgsqlConnection connection, Guid changeSet, Person person, ReadImport import, Guid? client, Language language, CancellationToken cancellation)
    {
        var reading = await Reading(connection, changeSet, import, cancellation);
        var read = reading.Read();
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

            if (edits.Count == 0 || (refused.Count > 0 && !import.IsPartial))
            {
                return NothingTaken(import.File, refused, language);
            }

            var outcome = await writer.Save(
                connection, changeSet, person, new(client, [.. edits.Select(row => row.Edit!)]), language, cancellation, "import");
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
                reference = import.File.Reference,
                taken = taken.Count,
                refused = refused.Count,
                same = read.Count(row => row.Action == "same"),
                ignoredFields = reading.Fields.Ignored,
                suggestions = reading.Fields.Suggestions.Select(pair => new { field = pair.Field, attribute = pair.Target }),
                positions = saved.Changes.Select(change => change.Position),
                features = taken.Take(MostTold)
                    .Select(pair => new { row = pair.First.Row, taken = true, position = (int?)pair.Second.Position, code = pair.Second.Code, errors = (object?)null })
                    .Concat(Told(refused, language)
                        .Select(row => new { row = row.Row, taken = false, position = (int?)null, code = "", errors = (object?)row.Errors })),
            },
            DraftFile.Json));
    }

    async Task<ImportReading> Reading(NpgsqlConnection connection, Guid changeSet, ReadImport import, CancellationToken cancellation) => new(
        import.File,
        import.Layer,
        import.Wish,
        import.Wish.Key is null ? [] : await ImportBase.All(connection, changeSet, import.Layer.Code, clock.TodayInVietnam(), cancellation));

    static Refusal Same(int count) => new(
        StatusCodes.Status422UnprocessableEntity,
        $"Không có gì để nhập: cả {count} đối tượng của tệp giống hệt dữ liệu hiện có.",
        $"There is nothing to import: all {count} features of the file are the same as what there is.");

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
}

using System.Globalization;
using System.Text.Json;
using LongAnGis.Core.Accounts;
using LongAnGis.Web.Accounts;
using LongAnGis.Web.ChangeSets.Drafting;
using LongAnGis.Web.Plans.Publishing;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Platform.Forms;
using NetTopologySuite.IO.Converters;
using Npgsql;

namespace LongAnGis.Web.ChangeSets.Conflicts;

/// <summary>
/// Writes what a person chose where others published first: the change as a whole, theirs as a whole (the change is then
/// dropped), or part by part. What is kept is based on the version that was compared; if that moved on meanwhile, nothing is
/// written and the page compares anew.
/// </summary>
sealed class Resolution(ThreeSides sides, EditedLayers layers, DraftWriter writer)
{
    public async Task<IResult> Write(
        NpgsqlConnection connection, Guid id, Person person, SentForm form, Language language, CancellationToken cancellation)
    {
        if (await OpeningEndpoints.Editable(connection, id, person, form, cancellation) is { } refusal)
            return refusal;

        var known = await layers.Read(cancellation);
        var edits = new List<DraftEdit>();
        foreach (var conflict in await sides.Of(id, cancellation))
        {
            var name = $"p{conflict.Mine.Position.ToString(CultureInfo.InvariantCulture)}";
            if (form.Raw(name) is not { Length: > 0 } choice)
                continue;
            if (form.Whole($"{name}.seen") != conflict.CurrentVersion)
                return form.Refused(
                    StatusCodes.Status412PreconditionFailed,
                    $"“{conflict.Mine.Name.Vi}” lại vừa được công bố khác đi. Hãy so lại trước khi chọn.",
                    $"“{conflict.Mine.Name.Vi}” has just been published differently once more. Compare again before you choose.");
            edits.AddRange(Edits(conflict, choice, field => form.Raw($"{name}.{field}") == "mine", known[conflict.Mine.Layer], edits.Count));
        }

        if (edits.Count == 0)
            return form.Refused(
                StatusCodes.Status422UnprocessableEntity, "Hãy chọn nội dung giữ lại cho ít nhất một đối tượng.", "Choose what to keep for at least one feature.");

        var (_, refused) = await writer.Save(connection, id, person, new(null, edits), language, cancellation, "resolve");
        return refused is not null
            ? form.Refused(refused.Status, refused.Vi, refused.En)
            : new NextPage($"/change-sets/{id}") { Fragment = "#changes" };
    }

    static IEnumerable<DraftEdit> Edits(
        ConflictingChange conflict, string choice, Func<string, bool> takesMine, EditedLayer layer, int index)
    {
        var mine = conflict.Mine;
        if (choice == "theirs")
        {
            yield return new DropEdit(index, mine.Position, mine.Version);
            yield break;
        }

        var content = choice == "each" && conflict.Theirs is { } theirs && mine.After is { } after
            ? Merge(mine.Before, theirs, after, takesMine)
            : mine.After;
        // Somebody else made the feature under this code first: what was to be created becomes a change of theirs.
        if (conflict.IsCodeTaken)
            yield return new DropEdit(index++, mine.Position, mine.Version);
        yield return new PutEdit(
            index,
            conflict.IsCodeTaken ? null : mine.Position,
            conflict.IsCodeTaken ? null : mine.Version,
            mine.Operation == "delete" ? ChangeOperation.Delete : ChangeOperation.Update,
            layer,
            null,
            conflict.FeatureId,
            conflict.CurrentVersion,
            content?.Name.Vi ?? "",
            content?.Name.En,
            content?.Attributes,
            content?.Geometry,
            content?.Quality ?? Core.Plans.Quality.Digitised,
            content?.GeometrySource,
            content?.Note,
            content?.Instrument is { Length: > 0 } instrument ? instrument : null,
            mine.InForceFrom,
            mine.InForceUntil,
            mine.Successor);
    }

    static ChangeContent Merge(ChangeContent? before, ChangeContent theirs, ChangeContent mine, Func<string, bool> takesMine)
    {
        // Only rows in which the two differ were offered; elsewhere either side is as good.
        var attributes = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var key in Keys(theirs).Union(Keys(mine)))
        {
            var side = takesMine(ConflictRow.AttributePrefix + key) ? mine : theirs;
            if (ConflictRow.Value(side, key) is { } value)
                attributes[key] = value;
        }

        ChangeContent From(string field) => takesMine(field) ? mine : theirs;
        return new(
            new(From("name_vi").Name.Vi, From("name_en").Name.En),
            JsonSerializer.SerializeToElement(attributes),
            From("quality").Quality,
            From("source").GeometrySource,
            From("note").Note,
            From("instrument").Instrument,
            From("geometry").Geometry);
    }

    static IEnumerable<string> Keys(ChangeContent content) =>
        content.Attributes.ValueKind == JsonValueKind.Object ? content.Attributes.EnumerateObject().Select(one => one.Name) : [];
}

static class ResolutionEndpoints
{
    static readonly JsonSerializerOptions Geometries = new(JsonSerializerDefaults.Web) { Converters = { new GeoJsonConverterFactory() } };

    public static void MapResolution(this IEndpointRouteBuilder routes)
    {
        routes.MapForm("/change-sets/{id:guid}/conflicts", Resolve);
        routes.MapGet("/change-sets/{id:guid}/conflicts.json", GetTheirs).Needs(Permission.SignedIn);
        routes.MapForm("/change-sets/{id:guid}/changes/{position:int}/restore", Restore);
    }

    /// <summary>What others published of the features in conflict, for the map: GeoJSON, WGS 84, each with its change's position.</summary>
    static async Task<IResult> GetTheirs(
        Guid id, Visitor visitor, ChangeSetAccess access, ThreeSides sides, HttpContext context, CancellationToken cancellation)
    {
        if (await access.Find(id, visitor.Known, cancellation) is null)
            return ChangeSetAccess.NotFound;
        context.Response.Headers.CacheControl = "private, no-store";
        var placed = (await sides.Of(id, cancellation)).Where(conflict => conflict.Theirs?.Geometry is not null);
        return Results.Json(
            new
            {
                type = "FeatureCollection",
                features = placed.Select(conflict => new
                {
                    type = "Feature",
                    properties = new { position = conflict.Mine.Position },
                    geometry = conflict.Theirs!.Geometry,
                }),
            },
            Geometries);
    }

    static Task<IResult> Resolve(HttpContext context, Guid id, FormWriting forms, Resolution resolution) =>
        forms.About(
            context, id, ConflictsPage.Form,
            (form, connection, person, cancellation) => resolution.Write(connection, id, person, form, context.PageLanguage(), cancellation),
            $"/change-sets/{id}/conflicts");

    static Task<IResult> Restore(HttpContext context, Guid id, int position, FormWriting forms, PastStates states) =>
        forms.About(
            context, id, "restore",
            (form, connection, person, cancellation) => states.Restore(connection, id, position, person, form, context.PageLanguage(), cancellation),
            $"/change-sets/{id}/changes/{position}");
}

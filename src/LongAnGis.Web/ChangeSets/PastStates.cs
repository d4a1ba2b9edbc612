using System.Text.Json;
using System.Text.Json.Nodes;
using LongAnGis.Web.Accounts;
using LongAnGis.Web.ChangeSets.Drafting;
using LongAnGis.Web.Database;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Platform.Forms;
using Npgsql;

namespace LongAnGis.Web.ChangeSets;

/// <summary>Takes a change back to a state in which it was saved; that is an edit like any other, and can be taken back too.</summary>
sealed class PastStates(PlanDatabase database, EditedLayers layers, DraftWriter writer)
{
    /// <summary>More than this are no list to read; the oldest are left out.</summary>
    const int Most = 200;

    public async Task<IReadOnlyList<SavedState>> Of(Guid changeSet, int position, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await SavedStates.Read(connection, changeSet, position, null, cancellation).Take(Most).ToListAsync(cancellation);
    }

    public async Task<IResult> Restore(
        NpgsqlConnection connection, Guid id, int position, Person person, SentForm form, Language language, CancellationToken cancellation)
    {
        if (await OpeningEndpoints.Editable(connection, id, person, form, cancellation) is { } refusal)
            return refusal;
        if (!long.TryParse(form.Raw("state"), out var state)
            || await SavedStates.Read(connection, id, position, state, cancellation).FirstOrDefaultAsync(cancellation) is not { Content: { } content } past)
            return Refusal.NotFound("Không có bản lưu này.", "There is no such saved state.");

        // Read as if it had just been sent, so that it passes the same gates.
        var put = JsonNode.Parse(content)!.AsObject();
        put["geometry"] = past.Geometry is null ? null : JsonNode.Parse(past.Geometry);
        if (form.Whole("expects") is { } expects)
        {
            put["position"] = position;
            put["expects"] = expects;
        }

        var reading = new EditReading(await layers.Read(cancellation));
        var sent = JsonSerializer.SerializeToElement(new JsonObject { ["edits"] = new JsonArray(new JsonObject { ["put"] = put }) });
        if (reading.Read(sent) is not { } request)
        {
            var refused = EditFault.Refuse(reading.Faults, language);
            return form.Refused(refused.Status, refused.Vi, refused.En);
        }

        var (saved, notSaved) = await writer.Save(connection, id, person, request, language, cancellation, "restore");
        return notSaved is not null
            ? form.Refused(notSaved.Status, notSaved.Vi, notSaved.En)
            : new NextPage($"/change-sets/{id}/changes/{saved!.Changes[0].Position}");
    }
}

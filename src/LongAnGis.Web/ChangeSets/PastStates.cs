using System.Text.Json;
using System.Text.Json.Nodes;
using LongAnGis.Web.Accounts;
using LongAnGis.Web.ChangeSets.Drafting;
using LongAnGis.Web.Database;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Platform.Forms;
using Npgsql;
using NpgsqlTypes;

namespace LongAnGis.Web.ChangeSets;

/// <summary>A state in which a change was saved.</summary>
/// <param name="WasDropped">True where the change was taken out of the set.</param>
/// <param name="AreaM2">Planar, VN-2000 / 105°45′; 0 for lines and points, null without a place.</param>
public sealed record PastState(
    long Id, int Version, DateTime At, string By, bool WasDropped, string? Name, string? Content, string? Geometry, int? Vertices, double? AreaM2);

/// <summary>Takes a change back to a state in which it was saved; that is an edit like any other, and can be taken back too.</summary>
sealed class PastStates(PlanDatabase database, EditedLayers layers, DraftWriter writer)
{
    static readonly string Query = Sql.Beside<PastStates>();

    public async Task<IReadOnlyList<PastState>> Of(Guid changeSet, int position, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await Read(connection, changeSet, position, null, cancellation);
    }

    public async Task<IResult> Restore(
        NpgsqlConnection connection, Guid id, int position, Person person, SentForm form, Language language, CancellationToken cancellation)
    {
        if (await OpeningEndpoints.Editable(connection, id, person, form, cancellation) is { } refusal)
            return refusal;
        if (!long.TryParse(form.Raw("state"), out var state)
            || await Read(connection, id, position, state, cancellation) is not [{ Content: { } content } past])
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

    static async Task<IReadOnlyList<PastState>> Read(
        NpgsqlConnection connection, Guid changeSet, int position, long? state, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Query, connection);
        command.Parameters.Add(new("id", changeSet));
        command.Parameters.Add(new("position", position));
        command.Parameters.Add(new("state", NpgsqlDbType.Bigint) { Value = (object?)state ?? DBNull.Value });
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var states = new List<PastState>();
        while (await row.ReadAsync(cancellation))
            states.Add(new(
                row.GetInt64(0), row.GetInt32(1), row.GetDateTime(2), row.GetString(3), row.GetBoolean(4), row.FindString(5), row.FindString(6),
                row.FindString(7), row.Find<int>(8), row.Find<double>(9)));
        return states;
    }
}

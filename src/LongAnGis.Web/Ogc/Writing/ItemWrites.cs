using System.Text.Json;
using System.Text.Json.Nodes;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Accounts;
using LongAnGis.Web.Accounts.Tokens;
using LongAnGis.Web.ChangeSets;
using LongAnGis.Web.ChangeSets.Drafting;
using LongAnGis.Web.Database;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Plans.Publishing;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Platform.Retries;
using Npgsql;

namespace LongAnGis.Web.Ogc.Writing;

/// <summary>One write as a client asks for it.</summary>
/// <param name="Id">The feature in the address; null on a create.</param>
/// <param name="ChangeSet">The change set that was named.</param>
/// <param name="Body">A feature in WGS 84; null on a delete.</param>
sealed record ItemWrite(HttpContext Context, EditedLayer Layer, string? Id, Guid? ChangeSet, JsonElement? Body, bool Merges)
{
    public bool IsCreate => Id is null;
}

/// <summary>
/// Writes one feature into a change set, as one save of a draft: all of it or nothing, judged by the same rules as what is drawn in
/// the editor. What is published stays as it is until the set has been reviewed and published.
/// </summary>
sealed class ItemWrites(DraftWriter writer, ChangeSetOpening opening, PlanRegister plans, TimeProvider clock)
{
    const string SetDay = "SELECT in_force_from FROM plan.change_set WHERE id = $1";

    static readonly string OfToken = Sql.Beside<ItemWrites>("TokensChangeSet");

    static readonly Refusal NoSuchItem = Refusal.NotFound(
        "Không có đối tượng mang mã số này trong tập dữ liệu.", "The collection has no feature of this id.");

    static readonly Refusal NameOne = Refusal.BadRequest(
        "Tham số change-set phải nêu hồ sơ điều chỉnh nhận thay đổi này.", "The parameter change-set must name the change set that takes this change.");

    /// <summary>Writes inside the caller's transaction, which a refusal rolls back.</summary>
    public async Task<IResult> Write(NpgsqlConnection connection, ItemWrite write, Person person, CancellationToken cancellation)
    {
        var (set, refusal) = await ChangeSet(connection, write, person, cancellation);
        if (refusal is not null)
        {
            return refusal;
        }

        var state = write.Id is null ? null : await State(connection, set, write.Layer.Code, write.Id, cancellation);
        if (!write.IsCreate && Judge(write, state, set) is { } stale)
        {
            return stale;
        }

        var (edit, wrong) = Edit(write, state);
        if (wrong is not null)
        {
            return wrong;
        }

        var outcome = await writer.Save(connection, set, person, new EditRequest(null, [edit!]), write.Context.DataLanguage(), cancellation);
        return outcome.Saved is { } saved ? await Answer(connection, write, set, saved, cancellation) : outcome.Refusal!;
    }

    static (DraftEdit? Edit, IResult? Refusal) Edit(ItemWrite write, ItemState? state)
    {
        if (write.Body is null)
        {
            return (Delete(write.Layer, state!), null);
        }

        var reading = new ItemReading(write.Layer, state, write.Merges);
        return reading.Read(write.Body.Value, write.Id) is { } edit ? (edit, null) : (null, EditFault.Refuse(reading.Faults, write.Context.DataLanguage()));
    }

    static DraftEdit Delete(EditedLayer layer, ItemState state) => state.Operation == "create"
        ? new DropEdit(0, state.Position, state.DraftVersion)
        : new PutEdit(
            0, state.Position, state.DraftVersion, ChangeOperation.Delete, layer, state.Code, state.FeatureId, state.BaseVersion, "", null, null, null,
            Quality.Digitised, null, null, null, null, null, null);

    static Refusal? Judge(ItemWrite write, ItemState? state, Guid set)
    {
        var request = write.Context.Request;
        if (state is null)
        {
            return EntityTags.IsAny(request) ? NoSuchItem with { Status = StatusCodes.Status412PreconditionFailed } : NoSuchItem;
        }

        if (state.IsDeleted && (write.Body is null || write.Merges))
        {
            return NoSuchItem;
        }

        if (EntityTags.Matches(request, state.Tag(set)))
        {
            return null;
        }

        write.Context.Response.Headers.ETag = $"\"{state.Tag(set)}\"";
        return new(
            StatusCodes.Status412PreconditionFailed,
            "Đối tượng đã được sửa từ khi bạn đọc nó; “current” là bản hiện nay cùng ETag của nó.",
            "The feature has been changed since you read it; “current” is what it is now, with its ETag.")
        {
            Members = new Dictionary<string, object?> { ["current"] = state.ToJson(write.Layer, set) },
        };
    }

    async Task<ItemState?> State(NpgsqlConnection connection, Guid set, string layer, string id, CancellationToken cancellation)
    {
        if (await ItemState.InDraft(connection, set, layer, id, cancellation) is { } drafted)
        {
            return drafted;
        }

        await using var command = new NpgsqlCommand(SetDay, connection);
        command.Parameters.AddWithValue(set);
        var day = await command.ExecuteScalarAsync(cancellation) as DateOnly? ?? clock.TodayInVietnam();
        return ItemState.Number(id) is { } feature ? await ItemState.OfPublished(connection, layer, feature, day, cancellation) : null;
    }

    async Task<(Guid Set, Refusal? Refusal)> ChangeSet(NpgsqlConnection connection, ItemWrite write, Person person, CancellationToken cancellation)
    {
        if (write.ChangeSet is { } named)
        {
            return (named, DraftWriter.Refuse(await ChangeSetAccess.FindLocked(connection, named, person, cancellation)));
        }

        if (TokenOfRequest.Of(write.Context) is not { } token)
        {
            return (default, NameOne);
        }

        await using (var command = new NpgsqlCommand(OfToken, connection))
        {
            command.Parameters.AddWithValue(token.Id);
            if (await command.ExecuteScalarAsync(cancellation) is Guid known)
            {
                return (known, DraftWriter.Refuse(await ChangeSetAccess.FindLocked(connection, known, person, cancellation)));
            }
        }

        return (await Open(connection, person, token, cancellation), null);
    }

    // What a program cannot know, the planner says before the set is submitted: the instrument is at first the plan's own.
    async Task<Guid> Open(NpgsqlConnection connection, Person person, ApiToken token, CancellationToken cancellation)
    {
        var plan = (await plans.All(cancellation)).First(one => one.Code == Moments.DefaultPlan);
        var set = await opening.Write(
            connection,
            new(
                $"Thay đổi từ {token.Name}",
                $"Changes from {token.Name}",
                $"Mở tự động cho các thay đổi gửi qua API bằng mã “{token.Name}”. Hãy ghi lý do, căn cứ và ngày hiệu lực trước khi trình.",
                plan.Code,
                plan.Instrument,
                null,
                clock.TodayInVietnam(),
                IsSimplified: false,
                Ground: null),
            person,
            cancellation);
        await using var command = new NpgsqlCommand("UPDATE plan.api_token SET change_set_id = $2 WHERE id = $1", connection);
        command.Parameters.AddWithValue(token.Id);
        command.Parameters.AddWithValue(set);
        await command.ExecuteNonQueryAsync(cancellation);
        return set;
    }

    static async Task<KeptAnswer> Answer(NpgsqlConnection connection, ItemWrite write, Guid set, SavedDraft saved, CancellationToken cancellation)
    {
        var now = saved.Changes is [var change] ? await ItemState.At(connection, set, write.Layer.Code, change.Position, cancellation) : null;
        var body = now is null or { IsDeleted: true }
            // Deleted from the draft, or to be deleted by it.
            ? new JsonObject { ["changeSet"] = new JsonObject { ["id"] = set, ["position"] = now?.Position, ["operation"] = now?.Operation } }
            : now.ToJson(write.Layer, set);
        return new(
            write.IsCreate ? StatusCodes.Status201Created : StatusCodes.Status202Accepted,
            ItemsAnswer.ContentType,
            JsonSerializer.SerializeToUtf8Bytes(body, DraftFile.Json),
            write.IsCreate ? $"{write.Context.Request.Path}/{Uri.EscapeDataString(now!.Code)}?{ItemWriteEndpoints.ChangeSetParameter}={set}" : null);
    }
}

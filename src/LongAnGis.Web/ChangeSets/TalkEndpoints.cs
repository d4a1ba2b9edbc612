using System.Globalization;
using LongAnGis.Core.ChangeSets;
using LongAnGis.Web.Accounts;
using LongAnGis.Web.Audit;
using LongAnGis.Web.ChangeSets.Together;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Platform.Forms;
using NetTopologySuite.Geometries;
using Npgsql;
using NpgsqlTypes;

namespace LongAnGis.Web.ChangeSets;

/// <summary>What people say about a change set: comments, and reasons for letting a warning stand.</summary>
static class TalkEndpoints
{
    public const int LongestComment = 4000;
    public const int LongestReason = 2000;

    public static void MapTalk(this IEndpointRouteBuilder routes)
    {
        routes.MapForm("/change-sets/{id:guid}/comments", Say);
        routes.MapForm("/change-sets/{id:guid}/comments/{comment:long}/replies", Reply);
        routes.MapForm("/change-sets/{id:guid}/comments/{comment:long}/resolve", Resolve);
        routes.MapForm("/change-sets/{id:guid}/reasons", GiveReason);
    }

    static Task<IResult> Say(HttpContext context, Guid id, FormWriting forms, AuditLog audit, TimeProvider clock) =>
        Talk(context, id, "comment", forms, async (form, connection, person, cancellation) =>
        {
            var text = form.Needed(form.Lines("text", LongestComment), "text", "Hãy viết nội dung góp ý.", "Write what you want to say.");
            var place = Place(form);
            if (!form.IsRight)
                return form.Refused();

            await using var command = new NpgsqlCommand(
                """
                INSERT INTO plan.change_set_comment (change_set_id, position, at, account_id, text, place)
                VALUES ($1, (SELECT position FROM plan.change WHERE change_set_id = $1 AND position = $2), $3, $4, $5, $6)
                RETURNING id
                """, connection);
            command.Parameters.AddWithValue(id);
            command.Parameters.AddWithValue(NpgsqlDbType.Integer, (object?)form.Whole("position") ?? DBNull.Value);
            command.Parameters.AddWithValue(clock.GetUtcNow());
            command.Parameters.AddWithValue(person.Id);
            command.Parameters.AddWithValue(text);
            command.Parameters.Add(new() { Value = (object?)place ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Geometry });
            var comment = (long)(await command.ExecuteScalarAsync(cancellation))!;
            await audit.Record(connection, person, "comment", id, cancellation, new { comment });
            return await Told(connection, id, comment, cancellation);
        });

    static Task<IResult> Reply(HttpContext context, Guid id, long comment, FormWriting forms, AuditLog audit, TimeProvider clock) =>
        Talk(context, id, ReplyForm(comment), forms, async (form, connection, person, cancellation) =>
        {
            var text = form.Needed(form.Lines("text", LongestComment), "text", "Hãy viết câu trả lời.", "Write your reply.");
            if (!form.IsRight)
                return form.Refused();

            // A reply to a reply belongs to the talk that both are part of.
            await using var command = new NpgsqlCommand(
                """
                INSERT INTO plan.change_set_comment (change_set_id, answers, at, account_id, text)
                SELECT change_set_id, coalesce(answers, id), $3, $4, $5
                FROM plan.change_set_comment
                WHERE change_set_id = $1 AND id = $2
                RETURNING id
                """, connection);
            command.Parameters.AddWithValue(id);
            command.Parameters.AddWithValue(comment);
            command.Parameters.AddWithValue(clock.GetUtcNow());
            command.Parameters.AddWithValue(person.Id);
            command.Parameters.AddWithValue(text);
            if (await command.ExecuteScalarAsync(cancellation) is not long reply)
                return NoSuchComment;

            await audit.Record(connection, person, "reply", id, cancellation, new { comment, reply });
            return await Told(connection, id, reply, cancellation);
        });

    /// <summary>Settles a comment, or opens it again where the form says so; twice the same is once.</summary>
    static Task<IResult> Resolve(HttpContext context, Guid id, long comment, FormWriting forms, AuditLog audit, TimeProvider clock) =>
        Talk(context, id, "comment", forms, async (form, connection, person, cancellation) =>
        {
            var isSettled = form.Raw("settled") is not "no";
            await using var command = new NpgsqlCommand(
                """
                WITH asked AS (
                  SELECT id, resolved_at IS NOT NULL AS was_settled
                  FROM plan.change_set_comment
                  WHERE change_set_id = $1 AND id = $2 AND answers IS NULL
                ),
                turned AS (
                  UPDATE plan.change_set_comment AS comment
                  SET resolved_at = CASE WHEN $5 THEN $3 END, resolved_by = CASE WHEN $5 THEN $4 END
                  FROM asked
                  WHERE comment.id = asked.id AND asked.was_settled <> $5
                  RETURNING comment.id
                ),
                kept AS (
                  INSERT INTO plan.comment_turn (change_set_id, comment_id, at, account_id, is_settled)
                  SELECT $1, turned.id, $3, $4, $5 FROM turned
                  RETURNING comment_id
                )
                SELECT EXISTS (SELECT FROM kept) FROM asked
                """, connection);
            command.Parameters.AddWithValue(id);
            command.Parameters.AddWithValue(comment);
            command.Parameters.AddWithValue(clock.GetUtcNow());
            command.Parameters.AddWithValue(person.Id);
            command.Parameters.AddWithValue(isSettled);
            if (await command.ExecuteScalarAsync(cancellation) is not bool isNews)
                return NoSuchComment;

            if (isNews)
                await audit.Record(connection, person, isSettled ? "resolve comment" : "reopen comment", id, cancellation, new { comment });
            return await Told(connection, id, comment, cancellation);
        });

    /// <summary>The form by which one comment is answered.</summary>
    public static string ReplyForm(long comment) => string.Create(CultureInfo.InvariantCulture, $"reply-{comment}");

    static Refusal NoSuchComment => Refusal.NotFound("Không có góp ý này trong hồ sơ.", "The change set has no such comment.");

    // A change set that is closed is a record: nothing is said in it any more, and nothing settled.
    static Task<IResult> Talk(
        HttpContext context, Guid id, string name, FormWriting forms, Func<SentForm, NpgsqlConnection, Person, CancellationToken, Task<IResult>> write) =>
        forms.About(context, id, name, async (form, connection, person, cancellation) =>
            await ChangeSetAccess.FindLocked(connection, id, person, cancellation) is not { } standing ? ChangeSetAccess.NotFound
            : !MayTalk(standing) ? ChangeSetAccess.NotAllowed
            : !ChangeSetStates.Find(standing.State)!.Value.IsOpen() ? form.Refused(
                StatusCodes.Status409Conflict, "Hồ sơ đã khép lại nên không nhận góp ý nữa.", "The change set is closed and takes no more comments.")
            : await write(form, connection, person, cancellation));

    static async Task<NextPage> Told(NpgsqlConnection connection, Guid id, long comment, CancellationToken cancellation)
    {
        await ChangeSetNews.TellComment(connection, id, comment, cancellation);
        return new($"/change-sets/{id}") { Fragment = $"#comment-{comment}" };
    }

    static Task<IResult> GiveReason(HttpContext context, Guid id, FormWriting forms, AuditLog audit, TimeProvider clock) =>
        forms.About(context, id, "reason", async (form, connection, person, cancellation) =>
        {
            if (await ChangeSetAccess.FindLocked(connection, id, person, cancellation) is not { } standing)
                return ChangeSetAccess.NotFound;
            if (!standing.IsEditor)
                return ChangeSetAccess.NotAllowed;
            if (!standing.MayEdit)
                return form.Refused(
                    StatusCodes.Status409Conflict,
                    "Hồ sơ không còn là bản nháp nên không ghi thêm lý do được.", "The change set is no draft any more: no reason can be added.");

            var finding = form.Line("finding", 500);
            var reason = form.Needed(
                form.Lines("reason", LongestReason), "reason", "Hãy nêu lý do chấp nhận cảnh báo.", "Say why the warning may stand.");
            if (finding is null)
                form.Refuse(null, "Không rõ lý do này dành cho cảnh báo nào.", "It is not said which warning the reason is for.");
            if (!form.IsRight)
                return form.Refused();

            await using var command = new NpgsqlCommand(
                """
                INSERT INTO plan.finding_reason (change_set_id, finding, reason, at, account_id)
                VALUES ($1, $2, $3, $4, $5)
                ON CONFLICT (change_set_id, finding)
                DO UPDATE SET reason = excluded.reason, at = excluded.at, account_id = excluded.account_id
                """, connection);
            command.Parameters.AddWithValue(id);
            command.Parameters.AddWithValue(finding!);
            command.Parameters.AddWithValue(reason);
            command.Parameters.AddWithValue(clock.GetUtcNow());
            command.Parameters.AddWithValue(person.Id);
            await command.ExecuteNonQueryAsync(cancellation);
            await audit.Record(connection, person, "reason", id, cancellation, new { finding });
            return new NextPage($"/change-sets/{id}") { Fragment = "#findings" };
        });

    /// <summary>Those who make it and those who judge it; in consultation everybody who is signed in.</summary>
    public static bool MayTalk(ChangeSetStanding standing) =>
        standing.IsEditor || standing.IsReviewer || standing.State == ChangeSetState.Consultation.Code();

    // Both numbers or none; a place elsewhere in the world is a slip.
    static Point? Place(SentForm form)
    {
        var (longitude, latitude) = (form.Number("lon"), form.Number("lat"));
        if (longitude is null && latitude is null && form.Raw("lon") is not { Length: > 0 } && form.Raw("lat") is not { Length: > 0 })
            return null;
        if (longitude is >= 102 and <= 110 && latitude is >= 8 and <= 24)
            return new Point(longitude.Value, latitude.Value) { SRID = 4326 };

        form.Refuse("lon", "Vị trí phải có kinh độ và vĩ độ trong Việt Nam, ví dụ 106.48 và 10.62.", "A place needs a longitude and a latitude in Vietnam, such as 106.48 and 10.62.");
        return null;
    }
}

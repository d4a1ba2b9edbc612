using System.Globalization;
using System.Text.Json.Nodes;
using LongAnGis.Core.Indicators;
using LongAnGis.Core.Indicators.Entry;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Accounts;
using LongAnGis.Web.Accounts.Access;
using LongAnGis.Web.Audit;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Platform.Forms;
using Npgsql;
using NpgsqlTypes;

namespace LongAnGis.Web.Indicators.Entry;

/// <summary>
/// Records a draft as one edition: all its figures or none. Whoever else records waits meanwhile, so that what the draft was
/// held against cannot move while it is written.
/// </summary>
public sealed class FigureRecording(Regions regions, AuditLog audit, TimeProvider clock)
{
    /// <summary>The lock of publications and editions.</summary>
    const string TakeTurn = "SELECT pg_advisory_xact_lock(6862030)";

    /// <summary>More than so many conflicts are counted, not listed.</summary>
    const int MostTold = 50;

    public static readonly Refusal NotFound = Refusal.NotFound(
        "Không có bản nhập này, hoặc bản nhập là của người khác hay đã quá một tuần.",
        "There is no such draft, or it is somebody else's or older than a week.");

    /// <summary>Runs inside the transaction of the request's kept answer.</summary>
    public async Task<IResult> Write(NpgsqlConnection connection, Guid id, Person person, SentForm form, CancellationToken cancellation)
    {
        await Execute(connection, TakeTurn, [], cancellation);
        if (await FigureDrafts.Find(connection, id, person.Id, cancellation) is not { } draft)
            return NotFound;
        if (draft.SavedAs is { } saved)
            return form.Refused(
                StatusCodes.Status409Conflict, $"Bản nhập này đã được ghi thành đợt số liệu {saved}.", $"This draft was recorded already, as edition {saved}.");
        // The account may have been given another area since the draft was made.
        var territories = (await regions.All(cancellation)).ToDictionary(region => region.Code);
        if (draft.Figures.Any(figure => !territories.TryGetValue(figure.Region, out var region) || !EntryRights.Cover(person.Area, region)))
            return AccessGuard.NotAllowed;

        var held = await FigureCells.Of(connection, [.. draft.Figures.Select(figure => figure.Key)], draft.SeenEdition, cancellation);
        var moved = draft.Figures.Where(figure => held.GetValueOrDefault(figure.Key)?.HasMoved(draft.SeenEdition) is true).ToList();
        if (moved.Count > 0)
            return Conflict(form, moved, held);

        await Record(connection, draft, person, cancellation);
        return new NextPage($"/figures/drafts/{id}");
    }

    async Task Record(NpgsqlConnection connection, FigureDraft draft, Person person, CancellationToken cancellation)
    {
        await using var begin = new NpgsqlCommand("SELECT plan.begin_edition($1, $2, $3, false, $4)", connection);
        begin.Parameters.AddWithValue(clock.GetUtcNow());
        begin.Parameters.AddWithValue(person.DisplayName);
        begin.Parameters.AddWithValue(person.Id);
        begin.Parameters.AddWithValue(draft.Source.Reason);
        var edition = (int)(await begin.ExecuteScalarAsync(cancellation))!;

        await Store(connection, edition, draft.Figures, draft.Source, cancellation);
        await Execute(connection, "UPDATE plan.figure_draft SET saved_edition = $1 WHERE id = $2",
            [new() { Value = edition }, new() { Value = draft.Id }], cancellation);
        await audit.Record(connection, person.UserName, "figures.record", string.Create(CultureInfo.InvariantCulture, $"edition/{edition}"), new
        {
            figures = draft.Figures.Count,
            indicators = draft.Figures.Select(figure => figure.Indicator).Distinct().Order(StringComparer.Ordinal).Take(MostTold),
            regions = draft.Figures.Select(figure => figure.Region).Distinct().Order(StringComparer.Ordinal).Take(MostTold),
            origin = draft.Origin,
            source = draft.Source.Url ?? draft.Source.Instrument,
        }, cancellation);
    }

    /// <summary>Records figures in an edition that was begun; all cite one source.</summary>
    internal static async Task Store(
        NpgsqlConnection connection, int edition, IEnumerable<EnteredFigure> figures, EntrySource source, CancellationToken cancellation)
    {
        var rows = new JsonArray([.. figures.Select(figure => Row(figure, source))]);
        await Execute(connection, "SELECT plan.record_observations($1, $2)",
            [new() { Value = edition }, new() { Value = rows.ToJsonString(), NpgsqlDbType = NpgsqlDbType.Jsonb }], cancellation);
    }

    static JsonObject Row(EnteredFigure figure, EntrySource source) => new()
    {
        ["indicator_code"] = figure.Indicator,
        ["region_code"] = figure.Region,
        ["period_kind"] = figure.Period.Kind.Code(),
        ["period_start"] = CalendarDay.Write(figure.Period.FirstDay),
        ["status"] = figure.Status.Code(),
        ["value"] = figure.Value,
        ["source_url"] = source.Url,
        ["instrument_code"] = source.Instrument,
    };

    static RefusedForm Conflict(SentForm form, List<EnteredFigure> moved, IReadOnlyDictionary<FigureKey, FigureCell> held)
    {
        foreach (var figure in moved.Take(MostTold))
        {
            var words = EntryWordsOfChange.Moved(figure.Cell, held[figure.Key], figure.Value);
            form.Refuse(null, words.Vi, words.In(english: true));
        }

        return form.Refused(
            StatusCodes.Status409Conflict,
            $"{moved.Count} số đã thay đổi từ khi bạn mở bảng; chưa ghi gì.", $"{moved.Count} figures have changed since you opened the grid; nothing was recorded.");
    }

    static async Task Execute(NpgsqlConnection connection, string sql, NpgsqlParameter[] parameters, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddRange(parameters);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}

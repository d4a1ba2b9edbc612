using System.Globalization;
using LongAnGis.Core.Accounts;
using LongAnGis.Core.ChangeSets;
using LongAnGis.Core.Plans;
using LongAnGis.Core.Text;
using LongAnGis.Web.Accounts;
using LongAnGis.Web.Database;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Platform;
using NpgsqlTypes;

namespace LongAnGis.Web.ChangeSets;

/// <summary>One line of the list of change sets.</summary>
public sealed record ListedChangeSet(
    Guid Id,
    Bilingual Title,
    ChangeSetState State,
    string? Plan,
    string Author,
    DateTime UpdatedAt,
    DateOnly? InForceFrom,
    string InstrumentNumber,
    int? Revision,
    long Changes,
    bool IsMine)
{
    public string Path => $"/change-sets/{Id}";
}

/// <summary>Which change sets a list shows.</summary>
/// <param name="View">mine, review, open, published or all.</param>
/// <param name="State">Only this state; null for all of the view.</param>
/// <param name="Words">Words of title, instrument or author, with or without diacritics.</param>
public sealed record ChangeSetFilter(string View, ChangeSetState? State, string Words)
{
    public static readonly IReadOnlyList<(string Code, string Vi, string En)> Views =
    [
        ("mine", "Của tôi", "Mine"),
        ("review", "Chờ tôi xử lý", "For me to judge"),
        ("open", "Đang mở", "Open"),
        ("published", "Đã công bố", "Published"),
        ("all", "Tất cả", "All"),
    ];

    public bool IsNarrowed => State is not null || Words.Length > 0;

    /// <summary>Reviewers begin with what waits for them, planners with their own, others with what is open.</summary>
    public static string FirstView(Person person) =>
        person.May(Permission.ReviewPlan) ? "review" : person.May(Permission.EditPlan) ? "mine" : "open";
}

/// <summary>Where a page of the list begins: after this change set, in the order of the last movement.</summary>
public sealed record ListPlace(DateTime UpdatedAt, Guid Id)
{
    public string Written => string.Create(CultureInfo.InvariantCulture, $"{UpdatedAt.Ticks}~{Id:n}");

    /// <exception cref="RefusedException">400 when the text is none of ours.</exception>
    public static ListPlace? Read(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return null;

        return text.Split('~') is [var ticks, var id]
            && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            && at <= DateTime.MaxValue.Ticks
            && Guid.TryParseExact(id, "n", out var changeSet)
            ? new(new DateTime(at, DateTimeKind.Utc), changeSet)
            : throw new RefusedException(Refusal.BadRequest(
                "Liên kết sang trang này bị chép thiếu. Hãy mở lại danh sách từ trang đầu.",
                "The link to this page of the list was copied incompletely. Please open the list from its first page."));
    }
}

/// <summary>The change sets that somebody may see, a page at a time.</summary>
public sealed class ChangeSetList(PlanDatabase database)
{
    public const int PageSize = 25;

    static readonly string Query = Sql.Beside<ChangeSetList>();

    public async Task<(IReadOnlyList<ListedChangeSet> Rows, ListPlace? Next)> Page(
        Person person, ChangeSetFilter filter, ListPlace? after, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Query);
        command.Parameters.Add(new("me", person.Id));
        command.Parameters.Add(new("may_read", person.May(Permission.ReadChangeSets)));
        command.Parameters.Add(new("view", filter.View));
        command.Parameters.Add(new("state", NpgsqlDbType.Text) { Value = (object?)filter.State?.Code() ?? DBNull.Value });
        command.Parameters.Add(new("patterns", SearchWords.FoldedPatterns(filter.Words)));
        command.Parameters.Add(new("after_at", NpgsqlDbType.TimestampTz) { Value = (object?)after?.UpdatedAt ?? DBNull.Value });
        command.Parameters.Add(new("after_id", NpgsqlDbType.Uuid) { Value = (object?)after?.Id ?? DBNull.Value });
        command.Parameters.Add(new("most", PageSize + 1));
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<ListedChangeSet>();
        while (await row.ReadAsync(cancellation))
            rows.Add(new(
                row.GetGuid(0), row.GetBilingual(1), ChangeSetStates.Find(row.GetString(3))!.Value, row.FindString(4), row.GetString(5),
                row.GetDateTime(6), row.Find<DateOnly>(7), row.GetString(8), row.Find<int>(9), row.GetInt64(10), row.GetBoolean(11)));

        if (rows.Count <= PageSize)
            return (rows, null);
        rows.RemoveAt(PageSize);
        return (rows, new(rows[^1].UpdatedAt, rows[^1].Id));
    }
}

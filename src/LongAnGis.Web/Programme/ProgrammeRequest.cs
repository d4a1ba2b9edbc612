using LongAnGis.Core.Programme;
using LongAnGis.Core.Text;
using LongAnGis.Web.Platform;
using TaskStatus = LongAnGis.Core.Programme.TaskStatus;

namespace LongAnGis.Web.Programme;

/// <summary>What an address asks of the programme: <c>?q=duong&amp;status=late&amp;group=transport&amp;agency=S-XD&amp;role=lead&amp;sort=deadline</c>.</summary>
public sealed record ProgrammeRequest(ProgrammeFilter Filter, TaskSort Sort, int Page)
{
    public const string WordsParameter = "q";
    public const string StatusParameter = "status";
    public const string GroupParameter = "group";
    public const string AgencyParameter = "agency";
    public const string RoleParameter = "role";
    public const string DistrictParameter = "district";
    public const string PriorityParameter = "priority";
    public const string SortParameter = "sort";
    public const string PageParameter = "page";

    static readonly Dictionary<string, TaskSort> Sorts = Enum.GetValues<TaskSort>().ToDictionary(CodeOf, StringComparer.Ordinal);

    /// <summary>The filter and the order in an address; the page begins anew.</summary>
    public IReadOnlyList<(string Name, string? Value)> Parameters =>
    [
        (WordsParameter, Filter.Words),
        (StatusParameter, Filter.Status?.Code()),
        (GroupParameter, Filter.Group),
        (AgencyParameter, Filter.Agency),
        (RoleParameter, Filter.Role?.Code()),
        (DistrictParameter, Filter.District),
        (PriorityParameter, Filter.Priority?.Code()),
        (SortParameter, Sort == TaskSort.Programme ? null : CodeOf(Sort)),
    ];

    public static string CodeOf(TaskSort sort) => sort switch
    {
        TaskSort.Programme => "programme",
        TaskSort.Deadline => "deadline",
        TaskSort.Status => "status",
        TaskSort.Name => "name",
        TaskSort.Progress => "progress",
        _ => throw new ArgumentOutOfRangeException(nameof(sort), sort, "There is no such order."),
    };

    /// <exception cref="RefusedException">400 when something is asked for that is not there.</exception>
    public static ProgrammeRequest Read(IQueryCollection query, ActionProgramme programme)
    {
        var words = Text(query, WordsParameter);
        if (words?.Length > SearchWords.LongestQuery)
            throw new RefusedException(Refusal.BadRequest(
                $"Từ cần tìm dài nhất {SearchWords.LongestQuery} ký tự.", $"At most {SearchWords.LongestQuery} characters can be searched for."));
        return new(
            new(
                words,
                Known<TaskStatus?>(query, StatusParameter, TaskStatuses.Find, "trạng thái", "status"),
                Known(query, GroupParameter, code => programme.Group(code)?.Code, "nhóm nhiệm vụ", "group of tasks"),
                Known(query, AgencyParameter, code => programme.Agency(code)?.Code, "cơ quan", "agency"),
                Known<PartyRole?>(query, RoleParameter, TaskCodes.FindRole, "vai trò", "role"),
                Known(query, DistrictParameter, code => programme.District(code)?.Code, "huyện", "district"),
                Known<TaskPriority?>(query, PriorityParameter, TaskCodes.FindPriority, "mức ưu tiên", "priority")),
            Known<TaskSort?>(query, SortParameter, code => Sorts.TryGetValue(code, out var sort) ? sort : null, "cách xếp", "order") ?? TaskSort.Programme,
            PageOf(Text(query, PageParameter)));
    }

    static T? Known<T>(IQueryCollection query, string name, Func<string, T?> find, string vi, string en)
    {
        if (Text(query, name) is not { } code)
            return default;
        return find(code) is { } known ? known : throw new RefusedException(Refusal.BadRequest(
            $"Không có {vi} “{Short(code)}”.", $"There is no {en} “{Short(code)}”."));
    }

    static int PageOf(string? text) => text is null ? 1
        : int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var page) && page > 0 ? page
        : throw new RefusedException(Refusal.BadRequest("Trang (page) là một số từ 1.", "A page (page) is a number from 1."));

    static string? Text(IQueryCollection query, string name) =>
        query.TryGetValue(name, out var values) && values.Count > 0 && values[^1] is { Length: > 0 } text ? text : null;

    static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";
}

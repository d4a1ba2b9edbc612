using LongAnGis.Web.Platform;

namespace LongAnGis.Web.Ogc.Writing;

/// <summary>
/// <c>If-Match</c> (RFC 9110, 13.1.1). A tag names a state of the feature and, behind a dash, the form in which it was read (system,
/// language): any form of the present state will do, because the state is what must not have moved on.
/// </summary>
static class EntityTags
{
    public const string Any = "*";

    static readonly Refusal Missing = new(
        StatusCodes.Status428PreconditionRequired,
        "Sửa hoặc xóa phải có tiêu đề If-Match với ETag của đối tượng mà bạn đã đọc.",
        "To change or delete, send the header If-Match with the ETag of the feature that you have read.");

    /// <summary>The refusal of a request that names no state; null when it names one.</summary>
    public static Refusal? Judge(HttpRequest request) => request.Headers.IfMatch.Count == 0 || string.IsNullOrWhiteSpace(request.Headers.IfMatch) ? Missing : null;

    public static bool Matches(HttpRequest request, string tag) => Sent(request).Any(sent => sent == Any || State(sent) == tag);

    public static bool IsAny(HttpRequest request) => Sent(request).Contains(Any);

    /// <summary>Whether a reader has this very form of it already (<c>If-None-Match</c>).</summary>
    public static bool IsKnown(HttpRequest request, string tag) =>
        request.Headers.IfNoneMatch.SelectMany(value => (value ?? "").Split(',')).Select(sent => sent.Trim()).Any(sent => sent == Any || sent.Replace("W/", "", StringComparison.Ordinal) == tag);

    static IEnumerable<string> Sent(HttpRequest request) => request.Headers.IfMatch.SelectMany(value => (value ?? "").Split(',')).Select(sent => sent.Trim());

    // A weak tag (W/"…") never matches here, as the standard has it.
    static string? State(string sent) => sent.Length > 2 && sent[0] == '"' && sent[^1] == '"' ? sent[1..^1].Split('-')[0] : null;
}

namespace LongAnGis.Core.Plans;

/// <summary>
/// The moment a reader asks about, as the URL has it: which plan, in force on which day (<c>as-of</c>), as known when
/// (<c>known-at</c>). What is not asked is null and stays out of links, so that "today" keeps meaning today.
/// </summary>
public sealed record AskedTime(string? Plan = null, DateOnly? AsOf = null, KnownAt? KnownAt = null)
{
    public const string PlanParameter = "plan";
    public const string AsOfParameter = "as-of";
    public const string KnownAtParameter = "known-at";

    /// <summary>Today, as known now, in the default plan.</summary>
    public static AskedTime Now { get; } = new();

    public bool IsNow => this == Now;

    /// <summary>
    /// Reads the three query parameters; empty counts as not asked, as an untouched form field sends it. When one is
    /// malformed the answer is null and <paramref name="malformed"/> names the parameter.
    /// </summary>
    public static AskedTime? Parse(string? plan, string? asOf, string? knownAt, out string? malformed)
    {
        malformed = null;
        DateOnly? day = null;
        KnownAt? known = null;

        if (!string.IsNullOrEmpty(plan) && !IsPlanCode(plan))
            malformed = PlanParameter;
        else if (!string.IsNullOrEmpty(asOf) && (day = CalendarDay.Parse(asOf)) is null)
            malformed = AsOfParameter;
        else if (!string.IsNullOrEmpty(knownAt) && (known = KnownAt.Parse(knownAt)) is null)
            malformed = KnownAtParameter;

        return malformed is null ? new AskedTime(string.IsNullOrEmpty(plan) ? null : plan, day, known) : null;
    }

    /// <summary>The query parameters that say this moment again; empty for now.</summary>
    public IEnumerable<KeyValuePair<string, string>> Parameters()
    {
        if (Plan is not null)
            yield return new(PlanParameter, Plan);
        if (AsOf is { } day)
            yield return new(AsOfParameter, CalendarDay.Write(day));
        if (KnownAt is not null)
            yield return new(KnownAtParameter, KnownAt.ToString());
    }

    static bool IsPlanCode(string text) =>
        text.Length <= 40 && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}

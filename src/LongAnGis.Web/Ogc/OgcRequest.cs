using LongAnGis.Core.Plans;
using LongAnGis.Web.Platform;

namespace LongAnGis.Web.Ogc;

/// <summary>
/// What every address below <c>/ogc</c> has in common: where its links begin, the language, JSON or HTML, and the moment that is
/// asked about. A parameter that the address does not know is refused, as the standard demands.
/// </summary>
public sealed class OgcRequest
{
    public const string Format = "f";
    const string LanguageParameter = "lang";
    internal const string DayInPath = "day";

    /// <summary>Understood everywhere.</summary>
    static readonly string[] Common = [Format, LanguageParameter, AskedTime.PlanParameter, AskedTime.KnownAtParameter];

    OgcRequest(HttpContext context, string siteRoot, string root, DateOnly? day, bool wantsHtml, AskedTime time)
    {
        (Context, SiteRoot, Root, PathDay, WantsHtml, Time) = (context, siteRoot, root, day, wantsHtml, time);
        Language = context.DataLanguage();
    }

    public HttpContext Context { get; }

    /// <summary>The landing page of today's state.</summary>
    public string SiteRoot { get; }

    /// <summary>The landing page's address, absolute, without a slash at the end; a past state has one of its own.</summary>
    public string Root { get; }

    /// <summary>The day in <c>/ogc/as-of/{day}</c>.</summary>
    public DateOnly? PathDay { get; }

    public bool WantsHtml { get; }

    public AskedTime Time { get; }

    public Language Language { get; }

    public bool IsEnglish => Language.IsEnglish;

    /// <param name="own">The parameters of the address beside those that all have.</param>
    /// <exception cref="RefusedException">400 for a parameter that is unknown, given twice or cannot be read; 404 for a day that is none.</exception>
    public static OgcRequest Read(HttpContext context, params IReadOnlyList<string> own) => Read(context, own, []);

    /// <summary>As the other; <paramref name="formats"/> are values of <c>f</c> beside json and html.</summary>
    public static OgcRequest Read(HttpContext context, IReadOnlyList<string> own, IReadOnlyList<string> formats)
    {
        var query = context.Request.Query;
        foreach (var (name, values) in query)
        {
            if (!Common.Contains(name) && !own.Contains(name))
            {
                throw Unknown(name, own);
            }

            if (values.Count > 1)
            {
                throw Bad(name, "chỉ được ghi một lần.", "must be given once only.");
            }
        }

        var siteRoot = context.RequestServices.GetRequiredService<PublicAddress>().Of(context.Request) + context.Request.PathBase + OgcSetup.Path;
        var root = siteRoot;
        DateOnly? day = null;
        if (context.Request.RouteValues[DayInPath] is string text)
        {
            day = CalendarDay.Parse(text) ?? throw new RefusedException(Refusal.NotFound(
                "Ngày trong địa chỉ viết theo dạng 2026-01-31.", "The day in the address is written 2026-01-31."));
            root += OgcSetup.AsOf + CalendarDay.Write(day.Value);
        }

        var time = AskedTime.Parse(query[AskedTime.PlanParameter], null, query[AskedTime.KnownAtParameter], out var malformed)
            ?? throw Bad(malformed!, "không đọc được.", "cannot be read.");
        return new(context, siteRoot, root, day, ReadFormat(context, formats), time with { AsOf = day });
    }

    /// <summary>For the older services, which read their parameters in their own way.</summary>
    public static OgcRequest OfService(HttpContext context)
    {
        var root = context.RequestServices.GetRequiredService<PublicAddress>().Of(context.Request) + OgcSetup.Path;
        return new(context, root, root, null, wantsHtml: false, AskedTime.Now);
    }

    /// <summary>An address of this service; parameters without a value are left out, the moment and the language are kept.</summary>
    public string To(string path, params IEnumerable<(string Name, string? Value)> parameters)
    {
        var kept = new (string Name, string? Value)[]
        {
            (AskedTime.PlanParameter, Time.Plan), (AskedTime.KnownAtParameter, Time.KnownAt?.ToString()),
            (LanguageParameter, Context.Request.Query[LanguageParameter]),
        };
        var given = parameters.ToList();
        var all = given.Concat(kept.Where(one => given.All(other => other.Name != one.Name)));
        return Root + path + QueryString.Create(all.Where(one => !string.IsNullOrEmpty(one.Value)).Select(one => KeyValuePair.Create(one.Name, one.Value)));
    }

    /// <summary>One parameter's value; empty counts as not given.</summary>
    public string? this[string name] => Context.Request.Query[name].ToString() is { Length: > 0 } value ? value : null;

    /// <summary>A refusal of a parameter that says its name and what is wrong with it.</summary>
    public static RefusedException Bad(string name, string vi, string en) =>
        new(Refusal.BadRequest($"Tham số {Short(name)} {vi}", $"The parameter {Short(name)} {en}"));

    static RefusedException Unknown(string name, IReadOnlyList<string> own)
    {
        var known = string.Join(", ", own.Concat(Common));
        return new(Refusal.BadRequest(
            $"Tham số “{Short(name)}” không có ở đây; chỉ nhận {known}.", $"There is no parameter “{Short(name)}” here; {known} are understood."));
    }

    // f decides; without it whoever asks for HTML before JSON gets it, as browsers do.
    static bool ReadFormat(HttpContext context, IReadOnlyList<string> formats) => context.Request.Query[Format].ToString() switch
    {
        "html" => true,
        "json" or "geojson" => false,
        "" => Prefers(context),
        var other when formats.Contains(other) => false,
        _ => throw Bad(Format, $"nhận {string.Join(", ", formats.Append("json").Append("html"))}.", $"takes {string.Join(", ", formats.Append("json").Append("html"))}."),
    };

    static bool Prefers(HttpContext context)
    {
        var accepted = context.Request.GetTypedHeaders().Accept
            .OrderByDescending(range => range.Quality ?? 1)
            .Select(range => range.MediaType.Value ?? "")
            .FirstOrDefault(type => type.Contains("json", StringComparison.OrdinalIgnoreCase) || type is "text/html" or "*/*");
        return accepted == "text/html";
    }

    static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";
}

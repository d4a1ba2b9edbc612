using System.Text;
using LongAnGis.Web.Platform;
using Microsoft.AspNetCore.Diagnostics;

namespace LongAnGis.Web.Shell;

/// <summary>
/// The one place where addresses of pages are made. A link keeps the language and the scene of the page it stands on, so
/// that the moment, the visible layers and the language survive every step.
/// </summary>
public sealed class Links(
    Language language, Scene scene, string path, IReadOnlyList<KeyValuePair<string, string>> query, bool isTidy = true)
{
    /// <summary>False when the address has empty parameters, or layers one by one, as forms write them.</summary>
    public bool IsTidy => isTidy;

    public Scene Scene => scene;

    /// <summary>Path of the current page without its language, as <c>/plan/districts</c>.</summary>
    public string Path => path;

    /// <summary>A page of the application, with parameters of its own; a null value leaves its parameter out.</summary>
    public string To(string page, params IEnumerable<(string Name, string? Value)> parameters) =>
        Write(language, page, Own(parameters).Concat(scene.Parameters()));

    /// <summary>A page seen with another scene.</summary>
    public string To(string page, Scene other, params IEnumerable<(string Name, string? Value)> parameters) =>
        Write(language, page, Own(parameters).Concat(other.Parameters()));

    /// <summary>Data of a page (download): answers from the same moment, knows neither language nor visible layers.</summary>
    public string Data(string address, params IEnumerable<(string Name, string? Value)> parameters) =>
        Write(Language.Vietnamese, address, Own(parameters).Concat(scene.Time.Parameters()));

    /// <summary>The current page with some of its own parameters changed; null removes one.</summary>
    public string Here(params IReadOnlyList<(string Name, string? Value)> changes) =>
        Write(language, path, Own(changes.Concat(query
                .Where(kept => changes.All(change => change.Name != kept.Key))
                .Select(kept => (kept.Key, (string?)kept.Value))))
            .Concat(scene.Parameters()));

    /// <summary>The current page with another scene.</summary>
    public string Here(Scene other) => Write(language, path, query.Concat(other.Parameters()));

    /// <summary>The current page in the other language.</summary>
    public string InOtherLanguage() => Write(language.Other, path, query.Concat(scene.Parameters()));

    /// <summary>What a GET form must carry along so that it keeps the scene, except what its own fields say.</summary>
    public IEnumerable<KeyValuePair<string, string>> Fields(params IReadOnlyList<string> except) =>
        scene.Parameters().Where(pair => !except.Contains(pair.Key));

    /// <summary>The parameters of the current page that are not the scene's.</summary>
    public IEnumerable<KeyValuePair<string, string>> PageParameters => query;

    public static Links Of(HttpContext context)
    {
        var failed = context.Features.Get<IStatusCodeReExecuteFeature>();
        var path = failed?.OriginalPath ?? context.Request.Path.Value ?? "/";
        // The page that explains what was wrong with an address must not trip over the same address again.
        if (failed is not null)
            return new(context.PageLanguage(), Scene.Default, path, []);

        var query = context.Request.Query;
        var own = query.Where(pair => !Scene.ParameterNames.Contains(pair.Key))
            .SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value ?? "")))
            .Where(pair => pair.Value.Length > 0);
        // "layers=" alone is no leftover: it says that no layer is shown.
        var isTidy = query.All(pair => pair.Key == Scene.LayersParameter
            ? pair.Value.Count == 1
            : !pair.Value.Any(string.IsNullOrEmpty));
        return new(context.PageLanguage(), Scene.Read(query), path, [.. own], isTidy);
    }

    /// <summary>An address outside of any page's scene, with these parameters and no others.</summary>
    public static string To(Language language, string address, IEnumerable<KeyValuePair<string, string>> parameters) =>
        Write(language, address, parameters);

    static IEnumerable<KeyValuePair<string, string>> Own(IEnumerable<(string Name, string? Value)> parameters) =>
        parameters.Where(one => one.Value is not null).Select(one => KeyValuePair.Create(one.Name, one.Value!));

    static string Write(Language language, string page, IEnumerable<KeyValuePair<string, string>> parameters)
    {
        var address = new StringBuilder(language.Href(page));
        var separator = page.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        foreach (var (name, value) in parameters)
        {
            address.Append(separator).Append(Uri.EscapeDataString(name)).Append('=').Append(Readable(value));
            separator = '&';
        }

        return address.ToString();
    }

    // Commas, colons and the like are legal in a query and let people read what a link says.
    static string Readable(string value) => new StringBuilder(Uri.EscapeDataString(value))
        .Replace("%2C", ",").Replace("%3A", ":").Replace("%40", "@").Replace("%2F", "/").ToString();
}

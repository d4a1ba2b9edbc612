using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace LongAnGis.Web.Platform;

/// <summary>
/// Takes the language from the front of the path. <c>/en/plan</c> becomes path base <c>/en</c> and path <c>/plan</c>, so
/// every page has one route, and links made from the path base keep their language. Data addresses have no prefix; their
/// problems follow Accept-Language.
/// </summary>
public static class RequestLanguage
{
    public static IApplicationBuilder UseRequestLanguage(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var request = context.Request;
        if (request.Path == Language.English.Prefix && HttpMethods.IsGet(request.Method))
        {
            context.Response.Redirect(Language.English.Href("/") + request.QueryString, permanent: true);
            return;
        }

        var language = Language.Vietnamese;
        if (request.Path.StartsWithSegments(Language.English.Prefix, StringComparison.Ordinal, out var rest))
        {
            language = Language.English;
            request.PathBase = request.PathBase.Add(Language.English.Prefix);
            request.Path = rest;
        }

        context.Features.Set(language);
        CultureInfo.CurrentCulture = language.Culture;
        CultureInfo.CurrentUICulture = language.Culture;
        await next(context);
    });

    /// <summary>The language of the page that is being answered.</summary>
    public static Language PageLanguage(this HttpContext context) =>
        context.Features.Get<Language>() ?? Language.Vietnamese;

    /// <summary>
    /// The language for a program's reader: the path's when it says one, else that of <c>?lang=</c>, else the first we speak
    /// of Accept-Language.
    /// </summary>
    public static Language DataLanguage(this HttpContext context)
    {
        var ofPath = context.PageLanguage();
        if (ofPath.IsEnglish)
        {
            return ofPath;
        }

        if (Language.Find(context.Request.Query["lang"]) is { } asked)
        {
            return asked;
        }

        var accepted = context.Request.GetTypedHeaders().AcceptLanguage;
        return accepted
            .OrderByDescending(StringWithQuality)
            .Select(range => Language.Find(range.Value.Value?.Split('-')[0].ToLowerInvariant()))
            .FirstOrDefault(language => language is not null) ?? ofPath;

        static double StringWithQuality(StringWithQualityHeaderValue range) => range.Quality ?? 1;
    }
}

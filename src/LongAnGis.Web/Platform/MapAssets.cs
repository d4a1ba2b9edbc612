using System.Text.RegularExpressions;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace LongAnGis.Web.Platform;

/// <summary>
/// The files of the map client, <c>wwwroot/map</c>, as its own build leaves them: a name with a hash never changes and is
/// kept by browsers for a year, the others are asked for again; a <c>.br</c> or <c>.gz</c> file beside one is sent in its place.
/// </summary>
public static partial class MapAssets
{
    static readonly (string Encoding, string Suffix)[] Precompressed = [("br", ".br"), ("gzip", ".gz")];

    public static void UseMapAssets(this WebApplication app)
    {
        var files = app.Environment.WebRootFileProvider;
        var types = new FileExtensionContentTypeProvider();
        types.Mappings[".woff2"] = "font/woff2";

        app.UseWhen(context => context.Request.Path.StartsWithSegments("/map", StringComparison.Ordinal), map =>
        {
            map.Use((context, next) =>
            {
                PreferCompressed(context, files);
                return next(context);
            });
            map.UseStaticFiles(new StaticFileOptions
            {
                FileProvider = files,
                ContentTypeProvider = types,
                // Precompressed files have an ending that no browser knows; their real type is set below.
                ServeUnknownFileTypes = true,
                OnPrepareResponse = served => Describe(served, types),
            });
        });
    }

    static void PreferCompressed(HttpContext context, IFileProvider files)
    {
        var accepted = context.Request.Headers.AcceptEncoding.ToString();
        foreach (var (encoding, suffix) in Precompressed)
        {
            if (accepted.Contains(encoding, StringComparison.Ordinal)
                && files.GetFileInfo(context.Request.Path + suffix).Exists)
            {
                context.Items[typeof(MapAssets)] = encoding;
                context.Request.Path += suffix;
                return;
            }
        }
    }

    static void Describe(StaticFileResponseContext served, FileExtensionContentTypeProvider types)
    {
        var headers = served.Context.Response.GetTypedHeaders();
        var name = served.Context.Request.Path.Value!;
        if (served.Context.Items[typeof(MapAssets)] is string encoding)
        {
            name = name[..name.LastIndexOf('.')];
            served.Context.Response.Headers.ContentEncoding = encoding;
            served.Context.Response.ContentType = types.TryGetContentType(name, out var type) ? type : "application/octet-stream";
        }

        served.Context.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        headers.CacheControl = HashedName().IsMatch(name)
            ? new() { Public = true, MaxAge = TimeSpan.FromDays(365), Extensions = { new("immutable") } }
            : new() { NoCache = true };
    }

    // Vite's file names: /map/maplibre-B3xk_9Qz.js
    [GeneratedRegex(@"^/map/[^/]+-[A-Za-z0-9_-]{8}\.[a-z0-9]+$")]
    private static partial Regex HashedName();
}

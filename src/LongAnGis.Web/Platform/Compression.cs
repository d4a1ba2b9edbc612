using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace LongAnGis.Web.Platform;

/// <summary>Compresses what is written anew for each answer. Tiles and the map's files are compressed once, where they are made.</summary>
static class Compression
{
    static readonly string[] Texts =
    [
        "text/html", "text/css", "text/javascript", "text/plain", "text/csv",
        "application/json", "application/problem+json", "application/geo+json", "image/svg+xml",
    ];

    public static void AddCompression(this IServiceCollection services)
    {
        services.AddResponseCompression(options =>
        {
            // The pages carry no secret next to words of the visitor, which is what BREACH needs.
            options.EnableForHttps = true;
            options.MimeTypes = Texts;
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
    }
}

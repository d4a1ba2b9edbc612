using System.Security.Cryptography;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Print;
using Microsoft.Net.Http.Headers;

namespace LongAnGis.Web.Maps;

/// <summary>How drawn maps are answered: with a strong ETag of their bytes; kept for ever where the address names its moment.</summary>
static class MapAnswers
{
    const string Immutable = "public, max-age=31536000, immutable", AskAgain = "public, no-cache";

    /// <param name="name">What the file is saved as; null for a picture that is shown.</param>
    public static IResult File(HttpContext context, byte[] bytes, SheetFormat format, PointInTime moment, string? name = null)
    {
        context.Response.Headers.CacheControl = IsFixed(moment.Asked) ? Immutable : AskAgain;
        return Results.File(bytes, SheetFile.ContentType(format), name, entityTag: Tag(bytes));
    }

    /// <summary>Other bytes, other tag.</summary>
    public static EntityTagHeaderValue Tag(byte[] bytes) => new($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 12))}\"");

    static bool IsFixed(AskedTime asked) => asked is { KnownAt.Revision: not null, AsOf: not null };
}

using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace LongAnGis.Web.Platform;

/// <summary>
/// The body of a request as JSON, with limits that hold before anything is parsed: UTF-8 <c>application/json</c> that is not
/// compressed, no more bytes than the address allows, no deep nesting, no key twice in one object.
/// </summary>
public static class JsonBody
{
    const int DeepestNesting = 32;

    static readonly JsonDocumentOptions Strict = new() { MaxDepth = DeepestNesting, AllowDuplicateProperties = false };

    /// <summary>The bytes as they came, or why they are not taken.</summary>
    /// <param name="types">Other media types than <c>application/json</c> that the address takes.</param>
    public static async Task<(byte[] Body, Refusal? Refusal)> Read(
        HttpRequest request, int mostBytes, CancellationToken cancellation, params IReadOnlyList<string> types) =>
        JudgeType(request, types) is { } refusal ? ([], refusal) : await Bytes(request, mostBytes, cancellation);

    /// <summary>The body read and parsed, for whom its bytes are of no further use; the caller disposes of it.</summary>
    public static async Task<(JsonDocument? Document, Refusal? Refusal)> Document(
        HttpRequest request, int mostBytes, CancellationToken cancellation)
    {
        var (body, refusal) = await Read(request, mostBytes, cancellation);
        return refusal is null ? Parse(body) : (null, refusal);
    }

    /// <summary>Any body, no larger than this.</summary>
    public static async Task<(byte[] Body, Refusal? Refusal)> Bytes(HttpRequest request, int mostBytes, CancellationToken cancellation)
    {
        if (request.ContentLength > mostBytes)
        {
            return ([], TooLarge(mostBytes));
        }

        // The server's own limit is for forms; here ours holds.
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = mostBytes + 1L;
        }

        using var body = new MemoryStream((int)(request.ContentLength ?? 0));
        var buffer = new byte[64 << 10];
        int count;
        while ((count = await request.Body.ReadAsync(buffer, cancellation)) > 0)
        {
            if (body.Length + count > mostBytes)
            {
                return ([], TooLarge(mostBytes));
            }

            body.Write(buffer, 0, count);
        }

        return (body.ToArray(), null);
    }

    /// <summary>The document, or where its text stops being JSON that we take.</summary>
    public static (JsonDocument? Document, Refusal? Refusal) Parse(ReadOnlyMemory<byte> body)
    {
        if (!Utf8.IsValid(body.Span))
        {
            return (null, Refusal.BadRequest("Nội dung không phải UTF-8 hợp lệ.", "The content is not valid UTF-8."));
        }

        try
        {
            return (JsonDocument.Parse(body, Strict), null);
        }
        catch (InvalidOperationException)
        {
            return (null, Refusal.BadRequest(
                "Một khóa trong nội dung JSON không phải văn bản đọc được.", "A key of the JSON content is no readable text."));
        }
        catch (JsonException broken)
        {
            var line = (broken.LineNumber ?? 0) + 1;
            var column = (broken.BytePositionInLine ?? 0) + 1;
            return (null, Refusal.BadRequest(
                $"Nội dung không phải JSON hợp lệ (dòng {line}, byte {column}): sai cú pháp, trùng khóa, hoặc lồng quá {DeepestNesting} cấp.",
                $"The content is not valid JSON (line {line}, byte {column}): a syntax error, a key twice in an object, or more than {DeepestNesting} levels."));
        }
    }

    static Refusal? JudgeType(HttpRequest request, IReadOnlyList<string> types)
    {
        string[] taken = ["application/json", .. types];
        var isJson = MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && taken.Any(one => type.MediaType.Equals(one, StringComparison.OrdinalIgnoreCase))
            && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase));
        if (!isJson)
        {
            return new(
                StatusCodes.Status415UnsupportedMediaType,
                $"Địa chỉ này chỉ nhận nội dung {string.Join(", ", taken)}, mã UTF-8.",
                $"This address takes {string.Join(", ", taken)} in UTF-8 only.");
        }

        return request.Headers.ContentEncoding.Count == 0 ? null : new(
            StatusCodes.Status415UnsupportedMediaType,
            "Nội dung gửi lên không được nén.",
            "The content must not be compressed.");
    }

    static Refusal TooLarge(int mostBytes) => new(
        StatusCodes.Status413PayloadTooLarge,
        $"Nội dung gửi lên vượt quá {mostBytes >> 10} kB.",
        $"What was sent is larger than {mostBytes >> 10} kB.");
}

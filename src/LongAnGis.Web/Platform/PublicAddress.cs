namespace LongAnGis.Web.Platform;

/// <summary>
/// Where people reach the service, for links that leave it: in messages, on paper, to an identity provider and back. The
/// setting <c>BaseUrl</c> (<c>https://quyhoach.example.vn</c>) says it once and for all; without it, it is the host that this
/// request was sent to, which <see cref="RequestGuard"/> has compared with those that are ours.
/// </summary>
public sealed class PublicAddress(IConfiguration configuration)
{
    readonly Uri? configured = Configured(configuration);

    /// <summary>Scheme, host and port, without a slash at the end.</summary>
    public string Of(HttpRequest request) =>
        configured?.GetLeftPart(UriPartial.Authority) ?? $"{request.Scheme}://{request.Host}";

    /// <exception cref="StartupException">The setting is no address of a site.</exception>
    internal static Uri? Configured(IConfiguration configuration)
    {
        if (configuration["BaseUrl"] is not { Length: > 0 } text)
        {
            return null;
        }

        return Uri.TryCreate(text, UriKind.Absolute, out var address)
            && address.Scheme is "https" or "http" && address is { PathAndQuery: "/", Fragment: "", UserInfo: "" }
            ? address
            : throw new StartupException(
                $"Không đọc được BaseUrl “{text}”; ví dụ đúng: https://quyhoach.example.vn (không có đường dẫn).",
                $"BaseUrl “{text}” cannot be read; a valid example: https://quyhoach.example.vn (without a path).");
    }
}

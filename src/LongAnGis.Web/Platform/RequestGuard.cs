namespace LongAnGis.Web.Platform;

/// <summary>
/// Refuses, before anything else looks at it, what no part of the service could answer: a host that is not ours, an address
/// longer than any we make, control characters (PostgreSQL text cannot hold U+0000, logs should not hold the others).
/// </summary>
public static class RequestGuard
{
    /// <summary>The longest address answered, in characters as sent. The longest that the map makes is about 2,000.</summary>
    public const int LongestAddress = 16_384;

    public static void UseRequestGuard(this WebApplication app)
    {
        // Beside the loopback names, "BaseUrl" and "Hosts": "map.example.vn;…" name the public addresses of an installation.
        var hosts = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "localhost", "127.0.0.1", "[::1]" };
        hosts.UnionWith((app.Configuration["Hosts"] ?? "").Split(
            ';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

        if (PublicAddress.Configured(app.Configuration) is { } address)
        {
            hosts.Add(address.Host);
        }

        app.Use((context, next) =>
        {
            if (Judge(context.Request, hosts) is not { } refusal)
            {
                return next(context);
            }

            context.Refuse(refusal);
            return Task.CompletedTask;
        });
    }

    static Refusal? Judge(HttpRequest request, HashSet<string> hosts)
    {
        if (!hosts.Contains(request.Host.Host))
        {
            return Refusal.BadRequest(
                "Máy chủ này không phục vụ tên miền được yêu cầu.", "This server does not answer for that host name.");
        }

        if ((request.Path.Value?.Length ?? 0) + (request.QueryString.Value?.Length ?? 0) > LongestAddress)
        {
            return new(
                StatusCodes.Status414UriTooLong,
                $"Địa chỉ dài quá {LongestAddress} ký tự; xin rút ngắn nội dung tìm kiếm hoặc bộ lọc.",
                $"The address is longer than {LongestAddress} characters; please shorten the search or the filter.");
        }

        var hasControlCharacters = request.Path.Value?.Any(char.IsControl) is true
            || request.Query.Any(pair => pair.Key.Any(char.IsControl) || pair.Value.Any(value => value?.Any(char.IsControl) is true));
        return hasControlCharacters
            ? Refusal.BadRequest(
                "Địa chỉ có ký tự điều khiển, không đọc được.", "The address holds control characters and cannot be read.")
            : null;
    }
}

using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace LongAnGis.Web.Platform;

/// <summary>
/// One address shall not slow the others down. Tiles, lookups, enquiries and sign-ins take from a bucket that fills again, whole files of data
/// and pages of features are written a few at a time. A map that is dragged about stays far below; the setting section <c>Limits</c> says how far.
/// </summary>
public static class RateLimits
{
    static readonly Refusal TooMany = new(
        StatusCodes.Status429TooManyRequests,
        "Có quá nhiều yêu cầu từ địa chỉ mạng này; xin đợi một lát rồi thử lại.",
        "There are too many requests from this network address; please wait a moment and try again.");

    public static void AddRateLimits(this IServiceCollection services, IConfiguration configuration)
    {
        var limits = configuration.GetSection("Limits");
        var tiles = Bucket(limits.GetValue("TileBurst", 2000), limits.GetValue("TilesPerSecond", 1000));
        var signIns = Bucket(limits.GetValue("SignInBurst", 30), limits.GetValue("SignInsPerSecond", 2));
        var lookups = Bucket(limits.GetValue("LookupBurst", 60), limits.GetValue("LookupsPerSecond", 5));
        var enquiries = Slow(limits.GetValue("EnquiryBurst", 5), limits.GetValue("EnquiriesPerHour", 20));
        // A page of ten thousand features or a drawn map takes as long as a file; a few wait, the rest come again.
        var items = limits.GetValue("Items", 16);
        var pages = new ConcurrencyLimiterOptions { PermitLimit = items, QueueLimit = items, QueueProcessingOrder = QueueProcessingOrder.OldestFirst };
        var batches = Slow(limits.GetValue("BatchBurst", 6), limits.GetValue("BatchesPerHour", 30));
        var watches = Slow(limits.GetValue("WatchBurst", 5), limits.GetValue("WatchesPerHour", 10));
        var downloads = new ConcurrencyLimiterOptions { PermitLimit = limits.GetValue("Downloads", 6), QueueLimit = 0 };

        services.AddRateLimiter(options =>
        {
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, (string, string)>(context => KindOf(context) switch
            {
                "tile" => RateLimitPartition.GetTokenBucketLimiter(("tile", Address(context)), _ => tiles),
                "sign-in" => RateLimitPartition.GetTokenBucketLimiter(("sign-in", Address(context)), _ => signIns),
                "lookup" => RateLimitPartition.GetTokenBucketLimiter(("lookup", Address(context)), _ => lookups),
                "batch" => RateLimitPartition.GetTokenBucketLimiter(("batch", Address(context)), _ => batches),
                "watch" => RateLimitPartition.GetTokenBucketLimiter(("watch", Address(context)), _ => watches),
                "enquiry" => RateLimitPartition.GetTokenBucketLimiter(("enquiry", Address(context)), _ => enquiries),
                "items" => RateLimitPartition.GetConcurrencyLimiter(("items", Address(context)), _ => pages),
                "download" => RateLimitPartition.GetConcurrencyLimiter(("download", Address(context)), _ => downloads),
                _ => RateLimitPartition.GetNoLimiter(("", "")),
            });
            options.OnRejected = (rejected, _) =>
            {
                var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var time) ? time : TimeSpan.FromSeconds(2);
                rejected.HttpContext.Refuse(TooMany with { RetryAfter = wait < TimeSpan.FromSeconds(1) ? TimeSpan.FromSeconds(1) : wait });
                return ValueTask.CompletedTask;
            };
        });
    }

    static string KindOf(HttpContext context)
    {
        var path = context.Request.Path;
        var isPost = HttpMethods.IsPost(context.Request.Method);
        if (path.StartsWithSegments("/tiles", StringComparison.Ordinal)
            || path.StartsWithSegments("/raster", StringComparison.Ordinal)
            || path.StartsWithSegments("/wmts", StringComparison.Ordinal)
            || (path.StartsWithSegments("/ogc", StringComparison.Ordinal) && path.Value!.Contains("/tiles/", StringComparison.Ordinal)))
        {
            return "tile";
        }

        if ((isPost
                && (path.StartsWithSegments("/sign-in", StringComparison.Ordinal) || path.StartsWithSegments("/invitation", StringComparison.Ordinal)))
            || path.StartsWithSegments("/sign-in/provider", StringComparison.Ordinal))
        {
            return "sign-in";
        }

        if (isPost && path == "/lookup/batch")
        {
            return "batch";
        }

        // Only asking sends a message; who has its link may end it at any time.
        if (isPost && path == "/watch")
        {
            return "watch";
        }

        if (isPost && Questions.Any(page => path.StartsWithSegments(page, StringComparison.Ordinal)))
        {
            return "lookup";
        }

        if (isPost && path.StartsWithSegments("/invest", StringComparison.Ordinal))
        {
            return "enquiry";
        }

        if ((path.StartsWithSegments("/ogc", StringComparison.Ordinal) && path.Value!.Contains("/items", StringComparison.Ordinal))
            || path.StartsWithSegments("/wms", StringComparison.Ordinal) || path.StartsWithSegments("/wfs", StringComparison.Ordinal))
        {
            return "items";
        }

        // Whatever its format, which the address does not end in.
        if (path.StartsWithSegments("/export", StringComparison.Ordinal, out var collection) && collection.HasValue)
        {
            return "download";
        }

        return Downloads.Any(capability => path.StartsWithSegments(capability, StringComparison.Ordinal))
            && Files.Any(ending => path.Value!.EndsWith(ending, StringComparison.Ordinal)) ? "download" : "";
    }

    /// <summary>Forms that anybody may send.</summary>
    static readonly string[] Questions = ["/lookup", "/verify", "/convert"];

    /// <summary>Whose files take time and memory to make.</summary>
    static readonly string[] Downloads = ["/plan", "/history", "/indicators", "/districts", "/lookup", "/invest", "/print", "/print.pdf", "/print.png", "/maps"], Files = [".geojson", ".gpkg", ".csv", ".xlsx", ".pdf", ".png", ".svg"];

    static TokenBucketRateLimiterOptions Bucket(int burst, int perSecond) => new()
    {
        TokenLimit = burst,
        // Ten times a second, so that a map waits for a moment and not for a whole second.
        TokensPerPeriod = Math.Max(1, perSecond / 10),
        ReplenishmentPeriod = TimeSpan.FromSeconds(perSecond < 10 ? 1.0 / perSecond : 0.1),
        QueueLimit = 0,
    };

    // For what somebody has to read: one more every few minutes.
    static TokenBucketRateLimiterOptions Slow(int burst, int perHour) => new()
    {
        TokenLimit = burst,
        TokensPerPeriod = 1,
        ReplenishmentPeriod = TimeSpan.FromHours(1.0 / perHour),
        QueueLimit = 0,
    };

    /// <summary>Whom a limit is for: an address, or the whole /64 of IPv6 that a household has.</summary>
    internal static string Address(HttpContext context) => context.Connection.RemoteIpAddress switch
    {
        null => "",
        { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } six => Convert.ToHexString(six.GetAddressBytes().AsSpan(0, 8)),
        var address => address.MapToIPv4().ToString(),
    };
}

namespace LongAnGis.Web.Plans.Features;

/// <summary>Addresses from data become links only when they lead to the web; anything else stays text.</summary>
public static class SafeLink
{
    public static string? Of(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" ? address.AbsoluteUri : null;

    /// <summary>The host, which is what a reader judges a source by.</summary>
    public static string Host(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var parsed) ? parsed.Host.Replace("www.", "", StringComparison.Ordinal) : address;
}

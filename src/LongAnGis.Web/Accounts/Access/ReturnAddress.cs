namespace LongAnGis.Web.Accounts.Access;

/// <summary>Where somebody goes on after signing in: a page of ours and nowhere else.</summary>
public static class ReturnAddress
{
    public const string Parameter = "return";

    /// <summary>The address when it is a path of this site, else the first page: never another host, scheme or script.</summary>
    public static string Local(string? address)
    {
        // "//evil", "/\evil" and the same behind tabs and line ends, which browsers strip, would leave the site.
        var isLocal = address is ['/', ..] and not ['/', '/' or '\\', ..]
            && address.Length <= 2000
            && !address.Any(c => char.IsControl(c) || c == '\\')
            && !address.StartsWith("/sign-in", StringComparison.Ordinal)
            && !address.StartsWith("/en/sign-in", StringComparison.Ordinal)
            && Uri.TryCreate(new Uri("http://here"), address, out var target)
            && target.Host == "here";
        return isLocal ? address! : "/";
    }
}

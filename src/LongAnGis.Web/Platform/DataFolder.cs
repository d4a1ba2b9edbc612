namespace LongAnGis.Web.Platform;

/// <summary>
/// The folder of one installation: the private database cluster, the logs, the keys. <c>--data-dir</c> names it; without
/// that it is <c>.longan</c> at the top of the checkout.
/// </summary>
public sealed class DataFolder(IConfiguration configuration)
{
    /// <summary>The full path. It may not exist yet.</summary>
    public string Path { get; } = System.IO.Path.GetFullPath(
        configuration["data-dir"] is { Length: > 0 } named ? named : DefaultPath());

    public string Logs => System.IO.Path.Combine(Path, "logs");

    public string Keys => System.IO.Path.Combine(Path, "keys");

    static string DefaultPath() => System.IO.Path.Combine(Checkout.Root, ".longan");
}

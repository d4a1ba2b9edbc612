namespace LongAnGis.Web.Platform.Verbs;

/// <summary>
/// The words the program was started with: an optional verb, its own arguments, and options such as <c>--port 5080</c>,
/// which become configuration.
/// </summary>
public sealed record CommandLine(string Verb, IReadOnlyList<string> Arguments, string[] HostArguments)
{
    /// <summary>What the program does when no verb is given.</summary>
    public const string Serve = "serve";

    public static CommandLine Parse(IReadOnlyList<string> words)
    {
        var options = new List<string>();
        var plain = new List<string>();
        for (var i = 0; i < words.Count; i++)
        {
            if (!words[i].StartsWith("--", StringComparison.Ordinal))
            {
                plain.Add(words[i]);
                continue;
            }

            options.Add(words[i]);
            // "--port 5080" is two words, "--port=5080" one; a flag such as "--yes" is followed by another option or nothing.
            var hasValue = !words[i].Contains('=', StringComparison.Ordinal)
                && i + 1 < words.Count && !words[i + 1].StartsWith("--", StringComparison.Ordinal);
            options.Add(hasValue ? words[++i] : words[i].Contains('=', StringComparison.Ordinal) ? "" : "true");
        }

        options.RemoveAll(word => word.Length == 0);
        return new(plain.FirstOrDefault() ?? Serve, plain.Skip(1).ToList(), [.. options]);
    }

    /// <summary>Settings and pages are found beside the program, whatever folder it is started from; tests name another.</summary>
    public WebApplicationOptions ToHostOptions() => new()
    {
        Args = HostArguments,
        ContentRootPath = HostArguments.Any(word => word.StartsWith("--contentRoot", StringComparison.OrdinalIgnoreCase))
            ? null
            : AppContext.BaseDirectory,
    };
}

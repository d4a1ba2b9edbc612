using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace LongAnGis.Web.Osm;

/// <summary>How a program ended, and what it said on standard error (its beginning, if it said much).</summary>
sealed record ProgramEnd(int ExitCode, string Errors);

/// <summary>
/// Runs a program that reads a file somebody gave us: without a shell, with an environment of our own, without a network
/// where the kernel lets us take it away, and with bounds on time, memory and files. When we die, so does its output, and it.
/// </summary>
sealed class BoundedProgram(OsmLimits limits)
{
    const int MostErrorText = 32 << 10;

    // util-linux, which every Debian has; elsewhere the program runs without them.
    static readonly Lazy<bool> CanLimit = new(() => Works("prlimit", "--core=0", "true"));
    // An administrator may take the network away directly; others only in a user namespace, where the kernel allows one.
    static readonly Lazy<string[]> WithoutNetwork = new(() =>
        new[] { ["--net"], new[] { "--user", "--net" } }.FirstOrDefault(options => Works("unshare", [.. options, "true"])) is { } options
            ? ["unshare", .. options, "--"]
            : []);

    /// <summary>Runs it to its end while <paramref name="read"/> takes its output as it comes.</summary>
    /// <exception cref="Win32Exception">When there is no such program.</exception>
    /// <exception cref="TimeoutException">When it took too long; it has been ended.</exception>
    public async Task<ProgramEnd> Run(
        string program,
        IReadOnlyList<string> arguments,
        string folder,
        IReadOnlyDictionary<string, string> environment,
        Func<Stream, CancellationToken, Task> read,
        CancellationToken cancellation)
    {
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        bound.CancelAfter(limits.Time);
        using var process = Start([.. Wrapping(program), .. arguments], folder, environment);
        try
        {
            var errors = FirstOf(process.StandardError, bound.Token);
            await read(process.StandardOutput.BaseStream, bound.Token);
            await process.WaitForExitAsync(bound.Token);
            return new(process.ExitCode, await errors);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new TimeoutException();
        }
        finally
        {
            End(process);
        }
    }

    IEnumerable<string> Wrapping(string program)
    {
        // Looked for here, so that its absence is told apart from a failure of what wraps it.
        var found = Find(program);
        if (CanLimit.Value)
        {
            yield return "prlimit";
            yield return string.Create(CultureInfo.InvariantCulture, $"--as={limits.MemoryBytes}");
            yield return string.Create(CultureInfo.InvariantCulture, $"--fsize={limits.TemporaryBytes}");
            yield return "--core=0";
            yield return "--";
        }

        foreach (var word in WithoutNetwork.Value)
            yield return word;

        yield return found;
    }

    static string Find(string program) =>
        Path.IsPathFullyQualified(program)
            ? File.Exists(program) ? program : throw new Win32Exception(2)
            : SearchPath.Split(':', StringSplitOptions.RemoveEmptyEntries)
                .Select(folder => Path.Combine(folder, program))
                .FirstOrDefault(File.Exists) ?? throw new Win32Exception(2);

    static string SearchPath => Environment.GetEnvironmentVariable("PATH") + ":/usr/local/bin:/usr/bin:/bin";

    static Process Start(IReadOnlyList<string> words, string folder, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(words[0], words.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = folder,
        };
        start.Environment.Clear();
        start.Environment["PATH"] = SearchPath;
        start.Environment["HOME"] = folder;
        start.Environment["LC_ALL"] = "C.UTF-8";
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }

    // Read to the end whatever its length, or the program would wait for us with a full pipe.
    static async Task<string> FirstOf(StreamReader errors, CancellationToken cancellation)
    {
        var text = new StringBuilder();
        var buffer = new char[4096];
        int count;
        while ((count = await errors.ReadAsync(buffer, cancellation)) > 0)
            text.Append(buffer, 0, Math.Min(count, MostErrorText - text.Length));

        return text.ToString();
    }

    static void End(Process process)
    {
        try
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It ended by itself in between.
        }
    }

    static bool Works(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}

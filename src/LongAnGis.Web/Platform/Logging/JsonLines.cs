using System.Collections.Concurrent;
using System.Threading.Channels;

namespace LongAnGis.Web.Platform.Logging;

/// <summary>
/// The log: one JSON object a line, in one file a day in the data folder; warnings and worse also on standard error, there
/// without stack. A line break or an escape sequence in a logged value stays a character of that value (nobody forges a line), and long values are cut.
/// </summary>
[ProviderAlias("JsonLines")]
public sealed class JsonLines : ILoggerProvider
{
    readonly ConcurrentDictionary<string, JsonLineLogger> loggers = new();
    readonly Channel<string> lines = Channel.CreateBounded<string>(new BoundedChannelOptions(10_000)
    {
        // A log that nobody can write must not stop the service.
        FullMode = BoundedChannelFullMode.DropWrite,
        SingleReader = true,
    });
    readonly Task writing;

    public JsonLines(DataFolder dataFolder, TimeProvider clock)
    {
        var file = new LogFile(dataFolder, clock);
        Clock = clock;
        writing = Task.Run(() => file.Write(lines.Reader));
    }

    internal TimeProvider Clock { get; }

    public ILogger CreateLogger(string categoryName) =>
        loggers.GetOrAdd(categoryName, name => new JsonLineLogger(name, this));

    /// <summary>Keeps the line; <paramref name="brief"/> is what the terminal shows of it, null for nothing.</summary>
    internal void Write(string line, string? brief)
    {
        lines.Writer.TryWrite(line);
        if (brief is not null)
        {
            Console.Error.WriteLine(brief);
        }
    }

    public void Dispose()
    {
        lines.Writer.TryComplete();
        writing.Wait(TimeSpan.FromSeconds(2));
    }
}

public static class JsonLinesSetup
{
    /// <summary>Replaces the loggers of the host by our own.</summary>
    public static void AddJsonLines(this ILoggingBuilder logging, DataFolder dataFolder)
    {
        logging.ClearProviders();
        // The host tells the whole address of each request, and an address may hold where somebody's land is. Longer than any
        // category that settings are likely to name, so that a log turned up to look for a fault does not tell it either.
        logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
        logging.Services.AddSingleton<ILoggerProvider>(services =>
            new JsonLines(dataFolder, services.GetRequiredService<TimeProvider>()));
    }
}

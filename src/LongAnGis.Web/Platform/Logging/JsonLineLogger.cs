using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace LongAnGis.Web.Platform.Logging;

/// <summary>Writes one event as one line of JSON.</summary>
sealed class JsonLineLogger(string category, JsonLines log) : ILogger
{
    /// <summary>Failures to start: the file has their causes.</summary>
    public const string StartupCategory = "LongAnGis.Startup";

    const int LongestValue = 4096;

    // Vietnamese stays readable; control characters, also U+2028 and the C1 ones, are escaped.
    static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var message = formatter(state, exception);
        log.Write(Line(logLevel, message, exception), IsForTerminal(logLevel) ? Line(logLevel, message, null) : null);
    }

    // A start that fails is told to the terminal in one sentence, by the verb runner.
    bool IsForTerminal(LogLevel level) =>
        level >= LogLevel.Warning && category is not StartupCategory;

    string Line(LogLevel level, string message, Exception? exception)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("at", log.Clock.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture));
            json.WriteString("level", level.ToString());
            json.WriteString("category", category);
            json.WriteString("message", Cut(message));
            if (Activity.Current is { } activity)
            {
                json.WriteString("traceId", activity.TraceId.ToString());
            }

            if (exception is not null)
            {
                json.WriteString("exception", Cut(exception.ToString(), 4 * LongestValue));
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    static string Cut(string text, int longest = LongestValue) =>
        text.Length <= longest ? text : string.Concat(text.AsSpan(0, longest), "…");
}

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
    const int LongestValue = 4096;

    // Vietnamese stays readable; control characters, also U+2028 and the C1 ones, are escaped.
    static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("at", log.Clock.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture));
            json.WriteString("level", logLevel.ToString());
            json.WriteString("category", category);
            json.WriteString("message", Cut(formatter(state, exception)));
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

        log.Write(logLevel, Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    static string Cut(string text, int longest = LongestValue) =>
        text.Length <= longest ? text : string.Concat(text.AsSpan(0, longest), "…");
}

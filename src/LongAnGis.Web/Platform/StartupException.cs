namespace LongAnGis.Web.Platform;

/// <summary>
/// Why the program cannot start or a verb cannot be done: one sentence in each language that says what is wrong and
/// how to mend it. It goes to standard error; what caused it goes to the log file.
/// </summary>
public sealed class StartupException(string vi, string en, Exception? cause = null) : Exception(en, cause)
{
    public string Sentence { get; } = $"{vi} · {en}";

    /// <summary>
    /// The sentence for a failure, which may lie inside one that a host or an aggregate wrapped around it; also for one that
    /// nobody foresaw.
    /// </summary>
    public static string Explain(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is StartupException explained)
            {
                return explained.Sentence;
            }
        }

        return $"LongAnGis dừng vì lỗi không lường trước ({failure.GetType().Name}); chi tiết trong nhật ký. · "
            + $"LongAnGis stopped on an unforeseen error ({failure.GetType().Name}); the log has the details.";
    }

    /// <summary>For what fails before there is a log or a host, an unreadable appsettings.json for example.</summary>
    public static void ExplainWhatEscapes() => AppDomain.CurrentDomain.UnhandledException += (_, escaped) =>
    {
        var failure = (Exception)escaped.ExceptionObject;
        Console.Error.WriteLine(failure is InvalidDataException { InnerException: FormatException unreadable }
            ? $"Không đọc được tệp cấu hình: {unreadable.Message} · The settings file cannot be read: {unreadable.Message}"
            : Explain(failure));
        Environment.Exit(1);
    };
}

namespace LongAnGis.Web.Platform;

/// <summary>
/// Why the program cannot start or a verb cannot be done: one sentence in each language that says what is wrong and
/// how to mend it. It goes to standard error; what caused it goes to the log file.
/// </summary>
public sealed class StartupException(string vi, string en, Exception? cause = null) : Exception(en, cause)
{
    public string Sentence { get; } = $"{vi} · {en}";
}

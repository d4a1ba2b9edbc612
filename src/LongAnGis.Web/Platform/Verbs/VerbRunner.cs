using LongAnGis.Web.Platform.Logging;
using Microsoft.AspNetCore.Connections;

namespace LongAnGis.Web.Platform.Verbs;

public static class VerbRunner
{
    const int Failed = 1;
    const int Misused = 2;
    const int Interrupted = 130;

    /// <summary>Does what the command line asks for. Whatever goes wrong becomes one sentence and an exit code.</summary>
    public static async Task<int> RunVerb(this WebApplication app, CommandLine commandLine)
    {
        try
        {
            if (commandLine.Verb == CommandLine.Serve)
            {
                await app.Serve();
                return 0;
            }

            return await Run(app, commandLine);
        }
        // Tests that start the program inside their own process want the failure itself.
        catch (Exception failure) when (!app.Environment.IsEnvironment("Testing"))
        {
            return Explain(app, failure);
        }
    }

    static async Task<int> Run(WebApplication app, CommandLine commandLine)
    {
        var verbs = app.Services.GetServices<Verb>().OrderBy(verb => verb.Name, StringComparer.Ordinal).ToList();
        if (verbs.Find(verb => verb.Name == commandLine.Verb) is { } asked)
        {
            using var interrupted = new CancellationTokenSource();
            Console.CancelKeyPress += (_, signal) =>
            {
                signal.Cancel = true;
                interrupted.Cancel();
            };
            return await asked.Run(app.Services, commandLine.Arguments, interrupted.Token);
        }

        var help = commandLine.Verb is "help";
        var output = help ? Console.Out : Console.Error;
        if (!help)
        {
            await output.WriteLineAsync(
                $"Không có lệnh “{commandLine.Verb}”. · There is no verb “{commandLine.Verb}”. Có · Known:");
        }

        await output.WriteLineAsync("  serve [--port N] [--data-dir DIR]   chạy dịch vụ (mặc định) · run the service (default)");
        foreach (var verb in verbs)
        {
            await output.WriteLineAsync($"  {verb.Usage,-34}  {verb.Vi} · {verb.En}");
        }

        return help ? 0 : Misused;
    }

    static int Explain(WebApplication app, Exception failure)
    {
        if (failure is OperationCanceledException)
        {
            return Interrupted;
        }

        app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(JsonLineLogger.StartupCategory)
            .LogCritical(failure, "The program cannot go on");

        // Another program may have taken the port while the database started.
        Console.Error.WriteLine(failure is IOException { InnerException: AddressInUseException }
            ? Serving.PortInUse(Serving.Port(app.Configuration)).Sentence
            : StartupException.Explain(failure));
        return Failed;
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace LongAnGis.IntegrationTests.StartUp;

/// <summary>The service as a person starts it: a process of its own, with a terminal, an exit code and signals.</summary>
sealed class ServiceProcess : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    readonly Process process;
    readonly StringBuilder errors = new();
    readonly StringBuilder output = new();
    readonly HttpClient client;

    ServiceProcess(Process process, int port)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) =>
        {
            lock (output)
            {
                output.AppendLine(line.Data);
            }
        };
        process.ErrorDataReceived += (_, line) =>
        {
            lock (errors)
            {
                errors.AppendLine(line.Data);
            }
        };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        client = new() { BaseAddress = new($"http://127.0.0.1:{port}"), Timeout = TimeSpan.FromSeconds(10) };
    }

    /// <summary>Starts it on a free port. Options are those of the command line: "--data-dir", "…".</summary>
    public static ServiceProcess Start(params string[] options) => StartIn("Production", options);

    /// <summary>Starts it as one that is tried or developed (Development), or as one for others (Production).</summary>
    public static ServiceProcess StartIn(string environment, params string[] options)
    {
        var port = FreePort();
        return new(Run(environment, ["--port", Text(port), .. options]), port);
    }

    /// <summary>Runs one of its verbs to the end.</summary>
    /// <param name="input">What is typed, or comes from a pipe.</param>
    public static async Task<(int ExitCode, string Output, string Errors)> Verb(string input, params string[] words)
    {
        await using var run = new ServiceProcess(Run("Production", words), port: 0);
        await run.process.StandardInput.WriteLineAsync(input);
        run.process.StandardInput.Close();
        var (exitCode, errors) = await run.End();
        return (exitCode, run.Output, errors);
    }

    static Process Run(string environment, string[] words) => Process.Start(
        new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "LongAnGis.Web.dll"), .. words])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = environment },
        })!;

    /// <summary>Starts it, lets it fail, and answers with its exit code and what it said on standard error.</summary>
    public static async Task<(int ExitCode, string Errors)> Fail(params string[] options)
    {
        await using var service = Start(options);
        return await service.End();
    }

    public static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    /// <summary>Waits until it serves.</summary>
    public async Task BeReady()
    {
        for (var since = Stopwatch.StartNew(); since.Elapsed < Patience; await Task.Delay(100))
        {
            Assert.False(process.HasExited, $"The service ended: {Errors}");
            if (await Status("/health/ready") == HttpStatusCode.OK)
            {
                return;
            }
        }

        Assert.Fail($"The service did not get ready: {Errors}");
    }

    /// <summary>The status of an address, or null when nobody listens.</summary>
    public async Task<HttpStatusCode?> Status(string path)
    {
        try
        {
            using var answer = await client.GetAsync(path);
            return answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    /// <summary>Where it listens.</summary>
    public Uri Address => client.BaseAddress!;

    public Task<HttpResponseMessage> Get(string path) => client.GetAsync(path);

    /// <summary>As kill -9 does it: no chance to tidy up.</summary>
    public async Task Kill()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>As an operator or Ctrl-C does it.</summary>
    public async Task<int> Terminate()
    {
        Signal("-TERM", process.Id);
        return (await End()).ExitCode;
    }

    public async Task<(int ExitCode, string Errors)> End()
    {
        using var limit = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(limit.Token);
        return (process.ExitCode, Errors);
    }

    /// <summary>What it has told the person who started it.</summary>
    public string Output
    {
        get
        {
            lock (output)
            {
                return output.ToString().Trim();
            }
        }
    }

    string Errors
    {
        get
        {
            lock (errors)
            {
                return errors.ToString().Trim();
            }
        }
    }

    public static void Signal(string signal, int processId)
    {
        using var kill = Process.Start("kill", [signal, Text(processId)]);
        kill.WaitForExit();
    }

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        if (!process.HasExited)
        {
            await Terminate();
        }

        process.Dispose();
    }
}

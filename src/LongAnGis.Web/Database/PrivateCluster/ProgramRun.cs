using System.ComponentModel;
using System.Diagnostics;

namespace LongAnGis.Web.Database.PrivateCluster;

/// <summary>Runs one of PostgreSQL's programs to its end, in an environment that nobody's settings reach.</summary>
static class ProgramRun
{
    /// <summary>Exit code and everything printed; 127 when there is no such program.</summary>
    public static (int ExitCode, string Output) Of(string program, IEnumerable<string> arguments, string? folder = null)
    {
        using var process = new Process
        {
            StartInfo = new(program, arguments)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                RedirectStandardInput = true,
                // The account that runs the server may be unable to enter the folder that we were started in.
                WorkingDirectory = folder ?? "/",
            },
        };
        // PGDATA, PGPORT or a locale that this machine lacks would change what the programs do.
        var path = Environment.GetEnvironmentVariable("PATH");
        process.StartInfo.Environment.Clear();
        process.StartInfo.Environment["PATH"] = $"{path}:/usr/sbin:/usr/bin:/sbin:/bin";
        process.StartInfo.Environment["LC_ALL"] = "C";
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            return (127, $"{program}: not found");
        }

        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        output += errors.GetAwaiter().GetResult();
        process.WaitForExit();
        return (process.ExitCode, output);
    }
}

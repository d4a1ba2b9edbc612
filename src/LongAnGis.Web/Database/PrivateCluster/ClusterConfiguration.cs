using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace LongAnGis.Web.Database.PrivateCluster;

/// <summary>
/// The settings of the private cluster, written anew before each start: reachable from this machine only, sized for a machine
/// that also runs the service, durable (a power cut loses nothing that was answered).
/// </summary>
public sealed partial class ClusterConfiguration(ClusterFolder folder, ServerAccount account)
{
    const long Mebibyte = 1 << 20;

    string OurFile => Path.Combine(folder.Data, "longan.conf");

    /// <summary>Writes the settings and answers with the port of the loopback address.</summary>
    public int Write()
    {
        var port = LastPort() is { } last && IsFree(last) ? last : AnyFreePort();
        // An eighth of the memory for PostgreSQL's own cache: the operating system's cache does the rest.
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / Mebibyte;
        var buffers = Math.Clamp(memory / 8, 64, 512);

        ClusterFolder.WritePrivate(OurFile, string.Create(CultureInfo.InvariantCulture, $"""
            # Written by LongAnGis before each start of the server; changes belong in postgresql.conf, after the include.
            listen_addresses = '127.0.0.1'
            port = {port}
            unix_socket_directories = '{folder.SocketFolder}'
            max_connections = 80
            password_encryption = 'scram-sha-256'

            shared_buffers = '{buffers}MB'
            effective_cache_size = '{Math.Max(memory / 2, 256)}MB'
            work_mem = '16MB'
            maintenance_work_mem = '128MB'
            max_wal_size = '1GB'
            wal_compression = on
            random_page_cost = 1.1
            jit = off

            fsync = on
            full_page_writes = on
            synchronous_commit = on

            timezone = 'UTC'
            lc_messages = 'C'
            logging_collector = on
            log_directory = '../log'
            log_filename = 'postgres-%a.log'
            log_rotation_age = '1d'
            log_truncate_on_rotation = on
            log_min_duration_statement = '2s'
            # A slow statement is told without its values, an error without the row: both may hold where somebody's land is.
            log_parameter_max_length = 0
            log_parameter_max_length_on_error = 0
            log_error_verbosity = 'terse'
            log_line_prefix = '%m [%p] %q%u@%d '

            """));
        account.Own(OurFile);

        var main = Path.Combine(folder.Data, "postgresql.conf");
        if (!File.ReadAllText(main).Contains("include 'longan.conf'", StringComparison.Ordinal))
        {
            File.AppendAllText(main, "\ninclude 'longan.conf'\n");
        }

        return port;
    }

    // Staying on one port keeps the addresses that people gave to QGIS or psql.
    int? LastPort() =>
        File.Exists(OurFile) && PortLine().Match(File.ReadAllText(OurFile)) is { Success: true } line
            ? int.Parse(line.Groups[1].ValueSpan, CultureInfo.InvariantCulture)
            : null;

    static bool IsFree(int port)
    {
        using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            probe.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
            probe.Bind(new IPEndPoint(IPAddress.Loopback, port));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    static int AnyFreePort()
    {
        using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        probe.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)probe.LocalEndPoint!).Port;
    }

    [GeneratedRegex(@"^port = (\d+)$", RegexOptions.Multiline)]
    private static partial Regex PortLine();
}

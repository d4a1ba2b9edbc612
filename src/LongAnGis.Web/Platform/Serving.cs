using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace LongAnGis.Web.Platform;

/// <summary>The doorway: one address of this machine, and limits on what comes in before anything reads it.</summary>
public static class Serving
{
    const int DefaultPort = 5080;

    /// <summary>The port of the service: <c>--port</c>, or 5080.</summary>
    public static int Port(IConfiguration configuration) => configuration["port"] switch
    {
        null or "" => DefaultPort,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= 65535 => port,
        var text => throw new StartupException(
            $"Cổng “{text}” không hợp lệ: cần một số từ 0 đến 65535.",
            $"Port “{text}” is not valid: it takes a number from 0 to 65535."),
    };

    public static StartupException PortInUse(int port, Exception? cause = null) => new(
        $"Cổng {port} đang được chương trình khác dùng: dừng chương trình đó hoặc chọn cổng khác bằng --port.",
        $"Port {port} is in use by another program: stop that program or choose another port with --port.", cause);

    /// <summary>Asks for the port before the database is started, so that a conflict is known in the first second.</summary>
    static void RequireFreePort(int port)
    {
        using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            probe.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
            probe.Bind(new IPEndPoint(IPAddress.Loopback, port));
        }
        catch (SocketException refusal) when (refusal.SocketErrorCode is SocketError.AddressAlreadyInUse)
        {
            throw PortInUse(port, refusal);
        }
        catch (SocketException refusal) when (refusal.SocketErrorCode is SocketError.AccessDenied)
        {
            throw new StartupException(
                $"Không được phép dùng cổng {port}: chọn một cổng từ 1024 trở lên bằng --port.",
                $"Port {port} may not be used by this account: choose a port of 1024 or above with --port.", refusal);
        }
    }

    /// <summary>Serves until somebody asks it to stop: Ctrl-C, SIGTERM, or the terminal that closes.</summary>
    public static async Task Serve(this WebApplication app)
    {
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal =>
        {
            signal.Cancel = true;
            app.Lifetime.StopApplication();
        });

        app.Services.GetRequiredService<DataFolder>().Prepare();
        RequireFreePort(Port(app.Configuration));
        // Not RunAsync: that disposes the services, and a failure still has to be logged.
        await app.StartAsync();
        Introduce(app);
        await app.WaitForShutdownAsync();
    }

    static void Introduce(WebApplication app)
    {
        var terminal = app.Services.GetRequiredService<Terminal>();
        var folder = app.Services.GetRequiredService<DataFolder>();
        terminal.Write("");
        terminal.Say("LongAnGis đang chạy, dừng bằng Ctrl-C", "LongAnGis is running, stop it with Ctrl-C");
        terminal.Write($"  {string.Join(' ', app.Urls)}");
        terminal.Write($"  dữ liệu · data  {folder.Path}");
        terminal.Write($"  nhật ký · logs  {folder.Logs}");
    }

    public static void Limit(KestrelServerOptions server)
    {
        server.AddServerHeader = false;
        server.Limits.MaxRequestBodySize = 1 << 20;
        // Longer lines than RequestGuard allows still reach it, up to here, so that the answer is a page that helps.
        server.Limits.MaxRequestLineSize = 256 << 10;
        server.Limits.MaxRequestHeadersTotalSize = 32 << 10;
        server.Limits.MaxRequestHeaderCount = 64;
        server.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        server.Limits.MaxConcurrentConnections = 2000;
    }
}

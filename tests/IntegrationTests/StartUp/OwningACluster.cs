using System.Globalization;
using System.Net;

namespace LongAnGis.IntegrationTests.StartUp;

/// <summary>
/// The service with its private cluster, through the accidents of its life. One story, because each chapter needs the
/// data folder that the one before left behind.
/// </summary>
public sealed class OwningACluster : IDisposable
{
    static readonly string[] Routes =
    [
        "/", "/en/", "/plan", "/plan/industrial-parks", "/search?q=a", "/search/suggest?q=a", "/at?lat=10.6&lon=106.4",
        "/history", "/tiles", "/tiles/industrial-parks/9/407/240.mvt", "/health/ready",
    ];

    readonly string folder = TestCluster.NewFolder();

    [Fact]
    public async Task Survives_what_befalls_it()
    {
        await using (var service = Start())
        {
            await service.BeReady();
            await A_second_service_is_told_that_the_folder_is_in_use();

            await The_database_that_dies_comes_back(service);
            await While_the_database_is_away_everything_answers_503(service);

            // Without a word to the database: it goes on running, and the next service finds it.
            await service.Kill();
        }

        var outlived = Postmaster();
        await using (var service = Start())
        {
            await service.BeReady();
            Assert.Equal(outlived, Postmaster());

            Assert.Equal(0, await service.Terminate());
        }

        Assert.Null(Postmaster());
        Assert.True(await Ends(outlived!.Value), "The database server still runs.");
    }

    async Task A_second_service_is_told_that_the_folder_is_in_use()
    {
        var (exitCode, errors) = await ServiceProcess.Fail("--data-dir", folder);

        Assert.Equal(1, exitCode);
        Assert.Contains("đang được một LongAnGis khác dùng", errors, StringComparison.Ordinal);
        Assert.Contains("is in use by another LongAnGis", errors, StringComparison.Ordinal);
        Assert.Single(errors.Split('\n'));
    }

    async Task The_database_that_dies_comes_back(ServiceProcess service)
    {
        var before = Postmaster()!.Value;
        ServiceProcess.Signal("-KILL", before);

        await service.BeReady();
        // Ready can be said by a connection that has not noticed yet; a new server process is the proof.
        for (var i = 0; i < 300 && (Postmaster() is null || Postmaster() == before); i++)
        {
            await Task.Delay(100);
        }

        await service.BeReady();
        Assert.NotEqual(before, Postmaster());
    }

    async Task While_the_database_is_away_everything_answers_503(ServiceProcess service)
    {
        var served = new List<string>();
        foreach (var route in Routes)
        {
            if (await service.Status(route) is HttpStatusCode.OK or HttpStatusCode.NoContent)
            {
                served.Add(route);
            }
        }

        Assert.Contains("/", served);
        var cluster = Path.Combine(folder, "postgres", "data");
        var postmaster = Postmaster()!.Value;
        Directory.Move(cluster, cluster + ".away");
        ServiceProcess.Signal("-KILL", postmaster);
        while (await service.Status("/health/ready") == HttpStatusCode.OK)
        {
            await Task.Delay(50);
        }

        var wrong = new List<string>();
        foreach (var route in served)
        {
            using var answer = await service.Get(route);
            // What is kept in memory may still be served.
            if (!answer.IsSuccessStatusCode && answer is not { StatusCode: HttpStatusCode.ServiceUnavailable, Headers.RetryAfter: not null })
            {
                wrong.Add($"{route}: {answer.StatusCode}, Retry-After {answer.Headers.RetryAfter}");
            }
        }

        Assert.Equal(HttpStatusCode.OK, await service.Status("/health/live"));
        Directory.Move(cluster + ".away", cluster);
        await service.BeReady();
        Assert.Empty(wrong);
    }

    ServiceProcess Start() => ServiceProcess.Start("--data-dir", folder);

    // A machine without an init process keeps what has ended as a zombie.
    static async Task<bool> Ends(int processId)
    {
        for (var i = 0; i < 50; i++)
        {
            var status = $"/proc/{processId}/status";
            if (!File.Exists(status) || (await File.ReadAllTextAsync(status)).Contains("(zombie)", StringComparison.Ordinal))
            {
                return true;
            }

            await Task.Delay(100);
        }

        return false;
    }

    int? Postmaster()
    {
        var file = Path.Combine(folder, "postgres", "data", "postmaster.pid");
        return File.Exists(file) ? int.Parse(File.ReadLines(file).First(), CultureInfo.InvariantCulture) : null;
    }

    public void Dispose()
    {
        if (Postmaster() is { } left)
        {
            ServiceProcess.Signal("-QUIT", left);
        }

        Directory.Delete(folder, recursive: true);
    }
}

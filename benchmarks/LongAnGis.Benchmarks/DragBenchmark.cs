using System.Globalization;
using LongAnGis.Web.Accounts.Sessions;
using LongAnGis.Web.Plans.Publishing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NetTopologySuite.Geometries;
using Npgsql;

namespace LongAnGis.Benchmarks;

/// <summary>
/// What a planner feels who drags a corner that four zones share in a published coverage of 20,000: the real service, the
/// machine's own Chromium, pointer moves through its debugging protocol, frames counted by requestAnimationFrame. Without a
/// graphics card, where the browser draws in software, it is the worst that anybody will see.
/// </summary>
sealed class DragBenchmark(BenchmarkSite site, int zones)
{
    const double LeastFramesPerSecond = 50;
    const int Moves = 375;
    const double RadiusPixels = 45;

    /// <summary>A hand on a mouse that reports 125 times a second, for three seconds.</summary>
    static readonly TimeSpan BetweenMoves = TimeSpan.FromMilliseconds(8);

    const string CountFrames = """
        () => {
          window.frames_ = [];
          let last;
          const frame = (now) => {
            if (last !== undefined) window.frames_.push(now - last);
            last = now;
            if (window.frames_) window.counting_ = requestAnimationFrame(frame);
          };
          window.counting_ = requestAnimationFrame(frame);
        }
        """;

    const string Counted = "() => { cancelAnimationFrame(window.counting_); return window.frames_; }";

    /// <summary>A box of 20 pixels that moves on the same page: what this browser can show at all when next to nothing changes.</summary>
    const string MoveABox = """
        async () => {
          const box = document.createElement("div");
          box.style.cssText = "position:fixed;left:60%;top:50%;width:20px;height:20px;background:#fff;will-change:transform";
          document.body.append(box);
          const frames = [];
          let last;
          await new Promise((done) => {
            const frame = (now) => {
              if (last !== undefined) frames.push(now - last);
              last = now;
              box.style.transform = `translateX(${frames.length % 40}px)`;
              if (frames.length < 150) requestAnimationFrame(frame);
              else done();
            };
            requestAnimationFrame(frame);
          });
          box.remove();
          return frames;
        }
        """;

    readonly int side = SyntheticZones.Side(zones);

    /// <summary>True when the bar is kept at every zoom.</summary>
    public async Task<bool> Run()
    {
        await Publish();
        using var playwright = await Playwright.CreateAsync();
        await using var chromium = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("LONGAN_CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--no-first-run"],
        });
        var session = await SignIn();
        Console.WriteLine($"{"dragging a corner of four zones",-40}{"fps",8}{"median",9}{"p95",9}{"worst",9}{"script",9}{"task",9}{"floor fps",12}");
        var isKept = true;
        foreach (var (zoom, what) in new[] { (15.0, "zoom 15, a zone fills the screen"), (13.0, "zoom 13"), (11.5, "zoom 11.5, hundreds of zones in sight") })
        {
            var figures = await Drag(chromium, session, zoom);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{what,-40}{figures.FramesPerSecond,8:0.0}{figures.Median,9:0.0}{figures.P95,9:0.0}{figures.Worst,9:0.0}{figures.Script,9:0.00}{figures.Task,9:0.00}{figures.Floor,12:0.0}"));
            isKept &= figures.FramesPerSecond >= LeastFramesPerSecond;
        }

        Console.WriteLine("Milliseconds a frame, from the press to the last move. The floor is the same page when only a box of 20 pixels moves.");
        Console.WriteLine(isKept ? $"Kept: {LeastFramesPerSecond} frames a second or better." : $"NOT KEPT: the bar is {LeastFramesPerSecond} frames a second.");
        return isKept;
    }

    async Task<Figures> Drag(IBrowser chromium, string session, double zoom)
    {
        var corner = Corner();
        await using var context = await chromium.NewContextAsync(new()
        {
            BaseURL = site.Address,
            Locale = "vi-VN",
            ViewportSize = new() { Width = 1440, Height = 900 },
        });
        await context.AddCookiesAsync([new() { Name = "longan", Value = session, Url = site.Address }]);
        var page = await context.NewPageAsync();
        var changeSet = await OpenChangeSet();
        await page.GotoAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"/change-sets/{changeSet}/edit?layers=land-use#map={zoom}/{corner.Y:0.0000000}/{corner.X:0.0000000}"));
        await page.Locator("la-map[aria-busy=false]").WaitForAsync(new() { Timeout = 120_000 });
        var map = page.Locator("la-map canvas").First;
        var box = (await map.BoundingBoxAsync())!;
        // The corner stands in the middle; a little to the south-west lies one of its zones.
        var (x, y) = (box.X + (box.Width / 2), box.Y + (box.Height / 2));
        await page.Mouse.ClickAsync(x - 12, y + 12);
        await page.GetByRole(AriaRole.Main).GetByText("Vùng số").First.WaitForAsync(new() { Timeout = 60_000 });
        await map.FocusAsync();
        await page.Keyboard.PressAsync("v");
        await page.WaitForTimeoutAsync(2500);

        var protocol = await context.NewCDPSessionAsync(page);
        await protocol.SendAsync("Performance.enable");
        var floor = await page.EvaluateAsync<double[]>(MoveABox);
        await page.Mouse.MoveAsync(x, y);
        var before = await Metrics(protocol);
        await page.EvaluateAsync(CountFrames);
        await page.Mouse.DownAsync();
        await Circle(protocol, x, y);
        var frames = await page.EvaluateAsync<double[]>(Counted);
        var after = await Metrics(protocol);
        if (Environment.GetEnvironmentVariable("LONGAN_SHOTS") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"drag-{zoom}.png") });
        }

        await page.Mouse.MoveAsync((float)(x + RadiusPixels), (float)(y + RadiusPixels));
        await page.Mouse.UpAsync();
        await page.GetByText("Thay đổi trong hồ sơ (4)").WaitForAsync(new() { Timeout = 60_000 });
        Array.Sort(frames);
        return new(
            1000 * frames.Length / frames.Sum(),
            frames[frames.Length / 2],
            frames[frames.Length * 95 / 100],
            frames[^1],
            (after["ScriptDuration"] - before["ScriptDuration"]) * 1000 / frames.Length,
            (after["TaskDuration"] - before["TaskDuration"]) * 1000 / frames.Length,
            1000 * floor.Length / floor.Sum());
    }

    /// <summary>Moves are sent at the mouse's own pace, whether or not the page keeps up.</summary>
    static async Task Circle(ICDPSession protocol, double x, double y)
    {
        var sent = new List<Task>();
        using var pace = new PeriodicTimer(BetweenMoves);
        for (var move = 1; move <= Moves; move++)
        {
            var angle = 2 * Math.PI * move / 120;
            sent.Add(protocol.SendAsync("Input.dispatchMouseEvent", new Dictionary<string, object>
            {
                ["type"] = "mouseMoved",
                ["x"] = x + (RadiusPixels * Math.Sin(angle)),
                ["y"] = y + (RadiusPixels * (1 - Math.Cos(angle))),
                ["button"] = "left",
                ["buttons"] = 1,
            }));
            await pace.WaitForNextTickAsync();
        }

        await Task.WhenAll(sent);
    }

    static async Task<Dictionary<string, double>> Metrics(ICDPSession protocol)
    {
        var answer = await protocol.SendAsync("Performance.getMetrics");
        return answer!.Value.GetProperty("metrics").EnumerateArray()
            .ToDictionary(one => one.GetProperty("name").GetString()!, one => one.GetProperty("value").GetDouble());
    }

    /// <summary>A corner in the middle of the coverage that four zones share.</summary>
    Coordinate Corner()
    {
        var (column, row) = (side / 2, zones / side / 2);
        Polygon[] four =
        [
            SyntheticZones.Field(column, row, side), SyntheticZones.Field(column + 1, row, side),
            SyntheticZones.Field(column + 1, row + 1, side), SyntheticZones.Field(column, row + 1, side),
        ];
        return four.Select(field => field.Coordinates.Distinct()).Aggregate((one, other) => one.Intersect(other)).Single();
    }

    async Task Publish()
    {
        await using var connection = await site.Plan.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        string[] classes = ["LUC", "CLN", "SKK", "ODT", "ONT"];
        var id = await site.Services.GetRequiredService<ChangeSetWriter>().Write(
            connection,
            new ChangeSetDraft("686", "Vùng đo", "Benchmark zones", "benchmark", "qd-686-2023", null, "benchmark"),
            Enumerable.Range(0, zones).Select(zone => new FeatureChange(
                ChangeOperation.Create, "land-use", $"Z{zone + 1}", null, null,
                new FeatureContent(
                    $"Vùng số {zone + 1}", null, $$"""{"land_code": "{{classes[zone % 5]}}", "status": "planned"}""",
                    SyntheticZones.Field(zone % side, zone / side, side), "digitised", "benchmark", "[]", null, "qd-686-2023"),
                new(2024, 1, 1))),
            default);
        await using var approve = new NpgsqlCommand("UPDATE plan.change_set SET state = 'approved' WHERE id = $1", connection);
        approve.Parameters.AddWithValue(id);
        await approve.ExecuteNonQueryAsync();
        await site.Services.GetRequiredService<Publication>().Publish(connection, id, "benchmark", default);
        await transaction.CommitAsync();
    }

    async Task<string> SignIn()
    {
        await using var command = site.Plan.CreateCommand("""
            INSERT INTO plan.account (user_name, display_name, password_hash, roles, created_at, created_by)
            VALUES ('benchmark', 'Người đo', '-', '{planner}', now(), 'benchmark') RETURNING id
            """);
        var account = (Guid)(await command.ExecuteScalarAsync())!;
        return (await site.Services.GetRequiredService<SessionStore>().Open(account, "benchmark", [], default))!;
    }

    async Task<Guid> OpenChangeSet()
    {
        await using var command = site.Plan.CreateCommand("""
            INSERT INTO plan.change_set (plan_code, title_vi, title_en, reason, instrument_code, in_force_from, created_by, author_id)
            SELECT '686', 'Đo', 'Benchmark', 'benchmark', 'qd-686-2023', '2026-12-01', 'benchmark', id FROM plan.account WHERE user_name = 'benchmark'
            RETURNING id
            """);
        return (Guid)(await command.ExecuteScalarAsync())!;
    }

    sealed record Figures(double FramesPerSecond, double Median, double P95, double Worst, double Script, double Task, double Floor);
}

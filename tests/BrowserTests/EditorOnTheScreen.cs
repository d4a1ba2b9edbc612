using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LongAnGis.BrowserTests;

/// <summary>The editor in somebody's window: its tools by their names, the map by places on the ground.</summary>
sealed class EditorOnTheScreen(Visit visit, PlanOnTheScreen screen) : IAsyncDisposable
{
    public Visit Visit => visit;

    public IPage Page => visit.Page;

    public ILocator Panel => visit.Panel();

    /// <summary>What stands beside the tools: settings and live figures.</summary>
    public ILocator Options => Page.GetByRole(AriaRole.Group, new() { Name = "Tùy chọn của công cụ" });

    public ILocator Tool(string name) =>
        Page.GetByRole(AriaRole.Toolbar, new() { Name = "Công cụ vẽ" }).GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public (float X, float Y) At(double longitude, double latitude) => screen.At(longitude, latitude);

    /// <summary>Clicks what is drawn at a place, and waits until the panel tells of it.</summary>
    public async Task Pick(double longitude, double latitude, string name)
    {
        // What was done just now is drawn in the next frame; people click what they see.
        await Task.Delay(100, TestContext.Current.CancellationToken);
        await visit.MapIsDrawn();
        await Click(longitude, latitude);
        await Expect(Panel.GetByRole(AriaRole.Heading, new() { Name = name, Exact = true })).ToBeVisibleAsync();
    }

    public async Task Click(double longitude, double latitude)
    {
        var (x, y) = At(longitude, latitude);
        await Page.Mouse.MoveAsync(x, y, new() { Steps = 2 });
        await Page.Mouse.ClickAsync(x, y, new() { Delay = 30 });
        // Two clicks that follow one another at once are a double click.
        await Task.Delay(350, TestContext.Current.CancellationToken);
    }

    /// <summary>As a finger does.</summary>
    public async Task Tap(double longitude, double latitude)
    {
        var (x, y) = At(longitude, latitude);
        await Page.Touchscreen.TapAsync(x, y);
        await Task.Delay(400, TestContext.Current.CancellationToken);
    }

    /// <summary>Takes hold of a place and carries it to another, without letting go.</summary>
    public async Task Carry((double Longitude, double Latitude) from, (double Longitude, double Latitude) to)
    {
        var (start, end) = (At(from.Longitude, from.Latitude), At(to.Longitude, to.Latitude));
        await Page.Mouse.MoveAsync(start.X, start.Y, new() { Steps = 2 });
        await Page.Mouse.DownAsync();
        await Page.Mouse.MoveAsync((start.X + end.X) / 2, (start.Y + end.Y) / 2, new() { Steps = 2 });
        await Page.Mouse.MoveAsync(end.X, end.Y, new() { Steps = 2 });
    }

    /// <summary>As a finger does: down on a place, along, and up at another.</summary>
    public async Task CarryByFinger((double Longitude, double Latitude) from, (double Longitude, double Latitude) to)
    {
        var (start, end) = (At(from.Longitude, from.Latitude), At(to.Longitude, to.Latitude));
        var protocol = await Page.Context.NewCDPSessionAsync(Page);
        Task Touch(string type, params (float X, float Y)[] points) => protocol.SendAsync("Input.dispatchTouchEvent", new Dictionary<string, object>
        {
            ["type"] = type,
            ["touchPoints"] = points.Select(point => new { x = point.X, y = point.Y }).ToArray(),
        });
        await Touch("touchStart", start);
        await Touch("touchMove", ((start.X + end.X) / 2, (start.Y + end.Y) / 2));
        await Touch("touchMove", end);
        await Task.Delay(200, TestContext.Current.CancellationToken);
        await Touch("touchEnd");
        await protocol.DetachAsync();
    }

    public async Task Hover(double longitude, double latitude)
    {
        var (x, y) = At(longitude, latitude);
        await Page.Mouse.MoveAsync(x - 2, y - 2, new() { Steps = 2 });
        await Page.Mouse.MoveAsync(x, y, new() { Steps = 2 });
    }

    public Task Has(int changes) => Expect(Panel.GetByText($"Thay đổi trong hồ sơ ({changes})")).ToBeVisibleAsync();

    /// <summary>What the selected feature measures, by a part of it.</summary>
    public Task Measures(string figures) => Expect(Panel.GetByText(new Regex(Regex.Escape(figures))).First).ToBeVisibleAsync();

    /// <summary>Opens a tab of the panel: “Đối tượng”, “Tọa độ”, “Kiểm tra”, “Hệ quả”.</summary>
    public Task Turn(string tab) => Panel.GetByRole(AriaRole.Tab, new() { NameRegex = new($"^{tab}") }).ClickAsync();

    /// <summary>What the editor tells in passing.</summary>
    public Task Says(string text) => Expect(Page.GetByText(text).First).ToBeVisibleAsync();

    public Task IsSaved() => Expect(Panel.GetByText(new Regex("^(Đã lưu|Mọi thay đổi đã được lưu)")).First).ToBeVisibleAsync();

    /// <summary>Area and circumference of what is selected, as the panel has them: “484,1296 ha · chu vi 8.801,3 m · 6 đỉnh”.</summary>
    public async Task<string> Figures() => await Panel.GetByText(new Regex(@"ha · chu vi")).First.InnerTextAsync();

    public ValueTask DisposeAsync() => visit.DisposeAsync();
}

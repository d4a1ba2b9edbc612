using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LongAnGis.BrowserTests;

/// <summary>What a person sees and does on the map of a visit.</summary>
static class MapInVisit
{
    /// <summary>Software drawing on a busy machine takes its time; a person would wait less.</summary>
    static readonly LocatorAssertionsToHaveAttributeOptions Patience = new() { Timeout = 45_000 };

    public static ILocator Map(this Visit visit) => visit.Page.Locator("la-map");

    /// <summary>Waits until the map has drawn everything that it asked for.</summary>
    public static Task MapIsDrawn(this Visit visit) => Expect(visit.Map()).ToHaveAttributeAsync("aria-busy", "false", Patience);

    public static ILocator Panel(this Visit visit) => visit.Page.GetByRole(AriaRole.Main);

    public static ILocator Heading(this Visit visit, string name) =>
        visit.Panel().GetByRole(AriaRole.Heading, new() { Name = name, Level = 1 });

    /// <summary>The map's picture, to tell whether it changed.</summary>
    public static Task<byte[]> Picture(this Visit visit) => visit.Map().Locator("canvas").First.ScreenshotAsync();

    /// <summary>Waits until the map's picture is another one: a change asked for just now may be drawn in a later frame.</summary>
    public static async Task PictureIsOtherThan(this Visit visit, byte[] before)
    {
        for (var tries = 0; Enumerable.SequenceEqual(before, await visit.Picture()); tries++)
        {
            Assert.True(tries < 40, "The map's picture stays as it was");
            await Task.Delay(250, TestContext.Current.CancellationToken);
        }
    }
}

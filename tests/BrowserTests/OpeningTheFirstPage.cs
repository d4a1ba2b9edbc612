using static Microsoft.Playwright.Assertions;

namespace LongAnGis.BrowserTests;

public sealed class OpeningTheFirstPage(TestBrowser browser)
{
    [Theory]
    [InlineData("/", "vi")]
    [InlineData("/en/", "en")]
    public async Task Shows_the_plan_in_the_language_of_the_address(string path, string language)
    {
        await using var visit = await browser.Visit(path);

        await Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("lang", language);
        await Expect(visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Main)).ToBeVisibleAsync();
    }
}

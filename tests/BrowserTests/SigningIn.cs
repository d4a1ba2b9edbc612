using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LongAnGis.BrowserTests;

/// <summary>People who come with an account.</summary>
static class SigningIn
{
    /// <summary>Signs in through the page, as the account of a test.</summary>
    public static async Task SignIn(this Visit visit, string userName)
    {
        await visit.Page.GotoAsync("/sign-in");
        await visit.Panel().GetByLabel("Tên đăng nhập").FillAsync(userName);
        await visit.Panel().GetByLabel("Mật khẩu", new() { Exact = true }).FillAsync(TestSite.Password);
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page.GetByRole(AriaRole.Link, new() { Name = "Hồ sơ", Exact = true })).ToBeVisibleAsync();
    }
}

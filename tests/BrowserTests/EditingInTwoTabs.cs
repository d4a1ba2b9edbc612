using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LongAnGis.BrowserTests;

/// <summary>The same change in two windows, of which one hears and saves nothing for a while: nobody's work is lost.</summary>
public sealed class EditingInTwoTabs(TestBrowser browser, EditingSite site) : IClassFixture<EditingSite>
{
    const string Saving = "**/edits";
    const string Hearing = "**/draft.json";

    [Fact]
    public async Task What_each_changed_of_a_feature_is_laid_together_without_a_question()
    {
        await using var tabs = await Open();
        await tabs.Deafen();
        await Fill(tabs.Other, "Tên *", "Khu tây, bản của cửa sổ hai");
        await Fill(tabs.One, "Tên tiếng Anh", "West");
        await tabs.OneHasSaved("West");

        await tabs.HearAgain();

        await tabs.Other.Says("Đã ghép với thay đổi của");
        await Expect(tabs.Other.Panel.GetByLabel("Tên tiếng Anh")).ToHaveValueAsync("West");
        await Expect(tabs.One.Panel.GetByRole(AriaRole.Heading, new() { Name = "Khu tây, bản của cửa sổ hai" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Where_both_changed_the_same_a_person_chooses()
    {
        await using var tabs = await Open();
        await tabs.Deafen();
        await Fill(tabs.Other, "Tên *", "Tên của cửa sổ hai");
        await Fill(tabs.One, "Tên *", "Tên của cửa sổ một");
        await tabs.OneHasSaved("Tên của cửa sổ một");

        await tabs.HearAgain();
        var dialog = tabs.Other.Page.GetByRole(AriaRole.Dialog);
        await Expect(dialog.GetByRole(AriaRole.Cell, new() { Name = "Khu tây", Exact = true })).ToBeVisibleAsync();
        await dialog.GetByLabel("Tên").SelectOptionAsync("theirs");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Giữ như đã chọn" }).ClickAsync();

        await Expect(tabs.Other.Panel.GetByLabel("Tên *")).ToHaveValueAsync("Tên của cửa sổ một");
        await tabs.Other.IsSaved();
        await Expect(tabs.One.Panel.GetByLabel("Tên *")).ToHaveValueAsync("Tên của cửa sổ một");
    }

    static async Task Fill(EditorOnTheScreen editor, string label, string text)
    {
        var field = editor.Panel.GetByLabel(label, new() { Exact = true });
        await field.FillAsync(text);
        await field.PressAsync("Tab");
    }

    async Task<Tabs> Open()
    {
        var (planner, changeSet) = await site.Draft();
        var one = await site.Open(browser, planner, changeSet);
        var other = await site.Open(browser, planner, changeSet);
        // What the browser says of requests that the test itself makes fail, and of the answer that tells of the other's change.
        other.Visit.Expects("ERR_FAILED");
        other.Visit.Expects("412");
        await one.Pick(106.412, 10.613, "Khu tây");
        await other.Pick(106.412, 10.613, "Khu tây");
        return new(one, other);
    }

    sealed record Tabs(EditorOnTheScreen One, EditorOnTheScreen Other) : IAsyncDisposable
    {
        public async Task Deafen()
        {
            await Other.Page.RouteAsync(Saving, route => route.AbortAsync());
            await Other.Page.RouteAsync(Hearing, route => route.AbortAsync());
        }

        public async Task HearAgain()
        {
            await Expect(Other.Panel.GetByText(new Regex("^Chưa lưu được – còn giữ trên máy này")).First).ToBeVisibleAsync();
            await Other.Page.UnrouteAsync(Saving);
            await Other.Page.UnrouteAsync(Hearing);
        }

        /// <summary>The service has what the first window changed.</summary>
        public async Task OneHasSaved(string text)
        {
            var draft = One.Page.Url[..One.Page.Url.IndexOf("/edit", StringComparison.Ordinal)] + "/draft.json";
            for (var attempt = 0; attempt < 100; attempt++)
            {
                var answer = await One.Page.APIRequest.GetAsync(draft);
                if ((await answer.TextAsync()).Contains(text, StringComparison.Ordinal))
                {
                    return;
                }

                await Task.Delay(200, TestContext.Current.CancellationToken);
            }

            Assert.Fail($"“{text}” was not saved");
        }

        public async ValueTask DisposeAsync()
        {
            await One.DisposeAsync();
            await Other.DisposeAsync();
        }
    }
}

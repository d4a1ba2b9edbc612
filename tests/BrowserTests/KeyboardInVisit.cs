using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LongAnGis.BrowserTests;

/// <summary>
/// Somebody without a mouse: everything is reached by the focus, which goes where Tab would take it, and done by keys. A
/// control that cannot take the focus fails the visit.
/// </summary>
sealed class KeyboardInVisit(Visit visit)
{
    IPage Page => visit.Page;

    ILocator Panel => visit.Panel();

    public async Task SignIn(string userName)
    {
        await Type("Tên đăng nhập", userName);
        await Type("Mật khẩu", TestSite.Password);
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Page.GetByRole(AriaRole.Link, new() { Name = "Hồ sơ", Exact = true })).ToBeVisibleAsync();
    }

    public async Task<string> OpenChangeSet()
    {
        await Press(Page.GetByRole(AriaRole.Link, new() { Name = "Hồ sơ", Exact = true }));
        await Press(Panel.GetByRole(AriaRole.Link, new() { Name = "Mở hồ sơ mới" }));
        await Type("Tên hồ sơ", "Khu công nghiệp mới, vẽ bằng bàn phím");
        await Type("Lý do điều chỉnh", "Nhà đầu tư đã có chủ trương.");
        // A date field takes its parts one after the other, in the order of the browser's language.
        await Panel.GetByLabel("Có hiệu lực từ ngày").FocusAsync();
        await Panel.GetByLabel("Có hiệu lực từ ngày").FillAsync("2026-11-01");
        await Choose(Panel.GetByLabel("Căn cứ pháp lý").First, "686/QĐ-TTg");
        await Press(AriaRole.Button, "Mở hồ sơ");
        await Page.WaitForURLAsync(new Regex("/change-sets/[0-9a-f-]{36}"));
        return Regex.Match(Page.Url, "/change-sets/[0-9a-f-]{36}").Value;
    }

    /// <summary>Picks the zone in the middle of the map and adds a corner on the border it shares, in the table of coordinates.</summary>
    public async Task MoveSharedCorner()
    {
        await visit.Map().Locator("canvas").First.FocusAsync();
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Panel.GetByText("Khu lúa phía tây").First).ToBeVisibleAsync();
        await Press(AriaRole.Tab, "Tọa độ");
        // The second edge of the zone is the one it shares with its neighbour.
        await Press(AriaRole.Button, "Thêm đỉnh sau đỉnh 2");
        await Expect(Panel.GetByLabel("Đỉnh 5, X bắc")).ToBeVisibleAsync();
        var easting = Panel.GetByLabel("Đỉnh 3, Y đông");
        await easting.FocusAsync();
        var metres = decimal.Parse((await easting.InputValueAsync()).Replace(',', '.'), System.Globalization.CultureInfo.InvariantCulture);
        await Page.Keyboard.PressAsync("Control+A");
        await Page.Keyboard.TypeAsync((metres + 120).ToString("0.000", System.Globalization.CultureInfo.InvariantCulture).Replace('.', ','));
        await Page.Keyboard.PressAsync("Enter");
        await Page.Keyboard.PressAsync("Tab");
        await IsSaved();
        await Press(AriaRole.Tab, "Đối tượng");
        await Expect(Changes(2)).ToBeVisibleAsync();
    }

    /// <summary>Draws a park from a table of VN-2000 corners, as people without a mouse enter them.</summary>
    public async Task DrawPark(string name)
    {
        await Choose(Panel.GetByLabel("Lớp đang vẽ"), "Khu công nghiệp (KCN)");
        await Press(Panel.GetByRole(AriaRole.Button, new() { Name = "Nhập bảng tọa độ…" }).First);
        var dialog = Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Bảng tọa độ").FocusAsync();
        await Page.Keyboard.InsertTextAsync("1172400,00\t573700,00\n1172400,00\t574500,00\n1172900,00\t574500,00\n1172900,00\t573700,00");
        await Press(dialog.GetByRole(AriaRole.Button, new() { Name = "Tạo hình" }));
        await Expect(Changes(3)).ToBeVisibleAsync();
        await Type("Tên *", name);
        await Choose(Panel.GetByLabel("Tình trạng *"), 1);
        await Page.Keyboard.PressAsync("Tab");
        await IsSaved();
    }

    public async Task GiveReasons()
    {
        var unanswered = Panel.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Nêu lý do chấp nhận" });
        for (var open = await unanswered.CountAsync(); open > 0; open--)
        {
            await unanswered.First.GetByLabel("Lý do").FocusAsync();
            await Page.Keyboard.TypeAsync("Đã đối chiếu với chủ đầu tư.");
            await Press(unanswered.First.GetByRole(AriaRole.Button, new() { Name = "Ghi lý do" }));
            await Expect(unanswered).ToHaveCountAsync(open - 1);
        }
    }

    public async Task ApproveAndPublish()
    {
        await Unfold("Phê duyệt");
        await Type("Số văn bản phê duyệt", "12/QĐ-UBND");
        await Panel.GetByLabel("Ngày ký").FocusAsync();
        await Panel.GetByLabel("Ngày ký").FillAsync("2026-11-20");
        await Type("Người ký", "Chủ tịch UBND tỉnh");
        await Press(AriaRole.Button, "Phê duyệt");
        await Expect(Panel.GetByText("đã phê duyệt").First).ToBeVisibleAsync();
        await Unfold("Công bố");
        await Press(AriaRole.Button, "Công bố");
        await Expect(Panel.GetByText("đã công bố").First).ToBeVisibleAsync();
    }

    public Task Press(AriaRole role, string name) =>
        Press(Panel.GetByRole(role, new() { Name = name, Exact = true }));

    static async Task Press(ILocator control)
    {
        await control.FocusAsync();
        await Expect(control).ToBeFocusedAsync();
        await control.PressAsync("Enter");
    }

    async Task Type(string label, string text)
    {
        var field = Panel.GetByLabel(label, new() { Exact = true });
        await field.FocusAsync();
        await Page.Keyboard.PressAsync("Control+A");
        await Page.Keyboard.TypeAsync(text);
    }

    /// <summary>As typing the beginning of an option does.</summary>
    async Task Choose(ILocator list, string beginning)
    {
        await list.FocusAsync();
        await Page.Keyboard.TypeAsync(beginning);
        await Page.Keyboard.PressAsync("Tab");
    }

    async Task Choose(ILocator list, int steps)
    {
        await list.FocusAsync();
        for (var step = 0; step < steps; step++)
        {
            await Page.Keyboard.PressAsync("ArrowDown");
        }
    }

    async Task Unfold(string step)
    {
        var form = Panel.Locator("details").Filter(new() { Has = Page.Locator("summary").Filter(new() { HasText = step }) }).First;
        if (await form.GetAttributeAsync("open") is null)
        {
            await Press(form.Locator("summary"));
        }
    }

    ILocator Changes(int count) => Panel.GetByText($"Thay đổi trong hồ sơ ({count})");

    Task IsSaved() => Expect(Panel.GetByText(new Regex("Đã lưu"))).ToBeVisibleAsync();
}

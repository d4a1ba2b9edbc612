using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LongAnGis.BrowserTests;

/// <summary>A leader reads where the province stands, why, and how a district compares.</summary>
public sealed class ReadingTheProvince(TestBrowser browser)
{
    [Fact]
    public async Task Opens_a_verdict_narrows_the_board_and_reads_the_target()
    {
        await using var visit = await browser.Visit("/targets");

        var row = visit.Panel().GetByRole(AriaRole.Row).Filter(new() { HasText = "GRDP bình quân đầu người (giá hiện hành)" });
        await row.GetByText("Vì sao").ClickAsync();
        await Expect(row).ToContainTextAsync("Đường từ 77 triệu đồng/người (năm 2020)", new() { UseInnerText = true });
        await visit.Panel().GetByRole(AriaRole.Navigation, new() { Name = "Đếm theo kết luận" }).GetByRole(AriaRole.Link, new() { Name = "chưa đánh giá" }).ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("verdict=not-assessed"));
        await Expect(row).ToHaveCountAsync(0);
        await visit.Panel().GetByRole(AriaRole.Link, new() { Name = "Giường bệnh trên một vạn dân" }).ClickAsync();

        await Expect(visit.Heading("Giường bệnh trên một vạn dân")).ToBeVisibleAsync();
        await Expect(visit.Panel()).ToContainTextAsync("686/QĐ-TTg");
    }

    [Fact]
    public async Task Sets_a_district_beside_another_and_takes_it_away_again()
    {
        await using var visit = await browser.Visit("/districts");

        await visit.Panel().GetByRole(AriaRole.Link, new() { Name = "Cần Giuộc" }).ClickAsync();
        await Expect(visit.Heading("Huyện Cần Giuộc")).ToBeVisibleAsync();
        await visit.Panel().GetByLabel("So sánh với").SelectOptionAsync("Cần Đước");
        await visit.Panel().GetByRole(AriaRole.Button, new() { Name = "So sánh" }).ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("with=can-duoc"));
        await Expect(visit.Panel().GetByRole(AriaRole.Columnheader, new() { Name = "Cần Đước" })).ToBeVisibleAsync();
        await visit.Panel().GetByRole(AriaRole.Link, new() { Name = "Bỏ so sánh với Cần Đước" }).ClickAsync();

        await Expect(visit.Panel().GetByRole(AriaRole.Columnheader, new() { Name = "Hạng" })).ToBeVisibleAsync();
        await Expect(visit.Page).Not.ToHaveURLAsync(new System.Text.RegularExpressions.Regex("with="));
    }
}

namespace LongAnGis.IntegrationTests.Pages;

public sealed class AskingWhatIsHere(SharedSite shared)
{
    [Fact]
    public async Task Names_the_units_of_both_times_and_both_coordinates()
    {
        using var client = await shared.Client();

        // Golden vector V1 of the domain guide: Tân An.
        var words = PageReading.Words(await client.Read("/at?lat=10.5333&lon=106.4133&z=14"));

        Assert.Contains("X 1.164.915,3 · Y 572.400,7", words, StringComparison.Ordinal);
        Assert.Contains("Trước 01/07/2025 Thành phố Tân An", words, StringComparison.Ordinal);
        Assert.Matches("Từ 01/07/2025 (Xã|Phường) ", words);
    }

    [Fact]
    public async Task Finds_a_symbol_within_reach_of_a_finger_and_not_beyond()
    {
        using var client = await shared.Client();
        // KCN-01 stands at 106.45966, 10.85741; this is about 300 m east of it.
        const string near = "/at?lat=10.85741&lon=106.46240&z=";

        Assert.Contains("KCN Đức Hòa I – Hạnh Phúc", PageReading.Words(await client.Read(near + "11")), StringComparison.Ordinal);
        Assert.DoesNotContain("KCN Đức Hòa I – Hạnh Phúc", PageReading.Words(await client.Read(near + "16")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_so_plainly_where_nothing_is()
    {
        using var client = await shared.Client();

        Assert.Contains("không có đối tượng nào ở vị trí này", PageReading.Words(await client.Read("/at?lat=21&lon=105.8")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_apart_what_is_shown_and_what_is_switched_off()
    {
        using var client = await shared.Client();

        var words = PageReading.Words(await client.Read("/at?lat=10.85741&lon=106.45966&z=14&layers=districts"));

        Assert.True(words.IndexOf("Trong các lớp đang tắt", StringComparison.Ordinal) is > 0 and var at
            && words.IndexOf("KCN Đức Hòa I – Hạnh Phúc", StringComparison.Ordinal) > at);
    }
}

using System.Net;

namespace LongAnGis.IntegrationTests.Platform;

public sealed class AskingForHealth(SharedSite shared)
{
    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Is_answered_well_when_all_is_well(string path)
    {
        using var client = await shared.Client();

        var answer = await client.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}

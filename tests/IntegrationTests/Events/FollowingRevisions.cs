using LongAnGis.IntegrationTests.Plans;
using static LongAnGis.IntegrationTests.Plans.Amendments;

namespace LongAnGis.IntegrationTests.Events;

public sealed class FollowingRevisions
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Begins_with_the_newest_and_tells_of_each_publication_with_its_layers_and_extent()
    {
        await using var site = await TestSite.OnItsOwnDatabase();
        using var client = site.CreateClient();
        await using var stream = await client.GetStreamAsync("/events", Cancellation);
        using var events = new StreamReader(stream);
        Assert.Equal("event: hello", await NextLine(events));
        var newest = await new Amendments(site).Scalar<int>("SELECT max(number) FROM plan.revision");
        Assert.Equal($$"""data: {"revision":{{newest}}}""", await NextLine(events));

        await new Amendments(site).Publish(Create("industrial-parks", "T-1", Content("One", "POINT(106.4 10.6)")));

        Assert.Equal("event: revision", await NextLine(events));
        Assert.Equal(
            $$"""data: {"revision":{{newest + 1}},"layers":["industrial-parks"],"bbox":[106.4,10.6,106.4,10.6]}""",
            await NextLine(events));
    }

    // Blank lines end an event, lines that begin with a colon only keep the connection open.
    static async Task<string?> NextLine(StreamReader events)
    {
        string? line;
        do
        {
            line = await events.ReadLineAsync(Cancellation).AsTask().WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
        }
        while (line is { Length: 0 } or [':', ..]);
        return line;
    }
}

using System.Globalization;
using LongAnGis.IntegrationTests.Platform;

namespace LongAnGis.IntegrationTests.ChangeSets.Drafting;

[Collection(AloneInTheProcess.Name)]
public sealed class SavingAMillionVertices(SharedDraftingSite shared) : IClassFixture<SharedDraftingSite>
{
    [Fact]
    public async Task Is_refused_with_the_limit_and_in_little_memory()
    {
        var drafting = await shared.Get();
        var (planner, changeSet) = await drafting.Begin();
        var corners = Enumerable.Range(0, 1_000_000).Select(i =>
        {
            var angle = i * 2 * Math.PI / 1_000_000;
            return string.Create(
                CultureInfo.InvariantCulture, $"[{106.4 + (0.1 * Math.Cos(angle)):F7},{10.6 + (0.1 * Math.Sin(angle)):F7}]");
        });
        var body = Drafting.Body(Drafting.Create("a", $$"""{"type":"Polygon","coordinates":[[{{string.Join(',', corners)}}]]}"""));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var peak = 0L;
        await using var watching = new Timer(_ => peak = Math.Max(peak, GC.GetTotalMemory(false) - before), null, 0, 10);

        using var answer = await Drafting.Send(planner, changeSet, body);

        Assert.Contains("200.000 đỉnh", await Drafting.Fault(answer), StringComparison.Ordinal);
        Assert.InRange(peak, 0, 400L << 20);
        await drafting.HasNothingOf(changeSet);
    }
}

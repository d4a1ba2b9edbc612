using LongAnGis.IntegrationTests.Plans;
using static LongAnGis.IntegrationTests.Plans.Amendments;

namespace LongAnGis.IntegrationTests.Tiles;

/// <summary>A site whose zones are joined by three hundred rings of all sizes, the same in every run.</summary>
public sealed class SiteWithStars : IAsyncLifetime
{
    public const string Layer = "socio-economic-zones";

    public TestSite Site { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Site = await TestSite.OnItsOwnDatabase();
        var random = new Random(686);
        await new Amendments(Site).Publish(
            [.. Enumerable.Range(0, 300).Select(i => Create(Layer, $"STAR-{i}", Content($"Vùng {i}", Star(random))))]);
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();

    /// <summary>A ring with deep bays, from a few metres to half the province wide.</summary>
    static string Star(Random random)
    {
        var (longitude, latitude) = (106.35 + (random.NextDouble() - 0.5) / 3, 10.62 + (random.NextDouble() - 0.5) / 3);
        var size = Math.Pow(10, -4.5 + (random.NextDouble() * 4));
        var corners = Enumerable.Range(0, random.Next(3, 40)).Select(_ => random.NextDouble()).ToArray();
        var ring = corners.Select((radius, i) =>
        {
            var (sin, cos) = Math.SinCos(2 * Math.PI * i / corners.Length);
            return FormattableString.Invariant($"{longitude + (size * (radius + 0.1) * cos)} {latitude + (size * (radius + 0.1) * sin)}");
        }).ToList();
        return $"POLYGON (({string.Join(", ", ring.Append(ring[0]))}))";
    }
}

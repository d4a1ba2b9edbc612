using System.Diagnostics;
using System.Globalization;
using LongAnGis.Core.Coordinates;
using LongAnGis.Core.Lookup;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Lookup;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Plans.At;
using Microsoft.Extensions.DependencyInjection;

namespace LongAnGis.Benchmarks;

/// <summary>
/// What it costs to ask what the plan says at a place: the question about a point, a parcel of forty corners with
/// its overlay, and a sheet of A1 of the province at 1:100,000.
/// </summary>
sealed class LookupBenchmark(BenchmarkSite site)
{
    const double MostPoint = 5, MostParcel = 60, MostSheet = 5_000;
    const int Points = 2_000, Parcels = 300, Corners = 40;

    /// <summary>The first ones read the index from the disk and are compiled.</summary>
    const int Warm = 100;

    /// <summary>Seeded, so that the same places are asked on every machine.</summary>
    readonly Random places = new(686);

    /// <summary>True when the bars are kept.</summary>
    public async Task<bool> Run()
    {
        var moment = await site.Services.GetRequiredService<Moments>().Resolve(AskedTime.Now, CancellationToken.None);
        var isKept = Told("point", await EachPoint(moment), MostPoint);
        isKept &= Told($"parcel of {Corners} corners with overlay", await EachParcel(moment), MostParcel);
        using var client = site.CreateClient();
        await client.GetByteArrayAsync("/print.pdf?paper=A4");
        return Told("A1 at 1:100,000", [await Time(() => client.GetByteArrayAsync("/print.pdf?paper=A1&scale=100000"))], MostSheet) && isKept;
    }

    /// <summary>The question that a click on the map asks, its rows read: a little more than the database alone.</summary>
    async Task<List<double>> EachPoint(PointInTime moment)
    {
        var there = site.Services.GetRequiredService<FeaturesAt>();
        List<double> times = [];
        for (var at = 0; at < Points + Warm; at++)
            times.Add(await Time(() => there.Find(Place(), zoom: 14, moment, CancellationToken.None)));
        return times[Warm..];
    }

    async Task<List<double>> EachParcel(PointInTime moment)
    {
        var answers = site.Services.GetRequiredService<ParcelAnswers>();
        List<double> times = [];
        for (var at = 0; at < Parcels + Warm; at++)
        {
            var table = CornerTableReader.Read(Parcel());
            var shape = ParcelShape.Of(table, ParcelPlacing.Readings(table, new(ReferenceFrame.Find(9210), NorthFirst: true), Region.Province)[0]);
            times.Add(await Time(() => answers.Of(shape, moment, CancellationToken.None)));
        }

        return times[Warm..];
    }

    /// <summary>Round a place, between 40 and 160 metres from it.</summary>
    string Parcel()
    {
        var middle = Vn2000Zone.LongAn.FromWgs84(Place());
        return string.Join('\n', Enumerable.Range(0, Corners).Select(corner =>
        {
            var (angle, far) = (2 * Math.PI * corner / Corners, 40 + (places.NextDouble() * 120));
            return string.Create(
                CultureInfo.InvariantCulture, $"{middle.Northing + (far * Math.Cos(angle)):0.000} {middle.Easting + (far * Math.Sin(angle)):0.000}");
        }));
    }

    Wgs84Position Place() => new(10.45 + (places.NextDouble() * 0.55), 105.6 + (places.NextDouble() * 1.1));

    static bool Told(string what, List<double> times, double most)
    {
        times.Sort();
        var worst = times[(int)Math.Ceiling(times.Count * 0.99) - 1];
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{what,-40} median {times[times.Count / 2],8:0.00} ms   p99 {worst,8:0.00} ms   bar {most,6:0} ms   {(worst < most ? "kept" : "NOT KEPT")}"));
        return worst < most;
    }

    static async Task<double> Time(Func<Task> work)
    {
        var watch = Stopwatch.StartNew();
        await work();
        return watch.Elapsed.TotalMilliseconds;
    }
}

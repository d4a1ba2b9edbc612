using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using LongAnGis.Core.Coordinates;
using LongAnGis.Core.Lookup;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Database;
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
        var (executed, planned) = await EachPointInTheDatabase(moment);
        var isKept = Told("point, at the database", executed, MostPoint);
        Tell("point, at the database, planned anew", planned);
        Tell("point, from the client with whole rows", await EachPoint(moment));
        isKept &= Told($"parcel of {Corners} corners with overlay", await EachParcel(moment), MostParcel);
        using var client = site.CreateClient();
        await client.GetByteArrayAsync("/print.pdf?paper=A4");
        return Told("A1 at 1:100,000", [await Time(() => client.GetByteArrayAsync("/print.pdf?paper=A1&scale=100000"))], MostSheet) && isKept;
    }

    /// <summary>
    /// The same question as the server times it (EXPLAIN ANALYZE), its rows made and not sent: executing alone, as of a prepared
    /// statement, and with planning.
    /// </summary>
    async Task<(List<double> Executed, List<double> Planned)> EachPointInTheDatabase(PointInTime moment)
    {
        var query = "EXPLAIN (ANALYZE, TIMING OFF, SUMMARY ON, FORMAT JSON) " + Sql.Beside<FeaturesAt>();
        var database = site.Services.GetRequiredService<PublicDatabase>();
        List<double> executed = [], planned = [];
        for (var at = 0; at < Points + Warm; at++)
        {
            var place = Place();
            await using var command = database.CreateCommand(query);
            command.Parameters.AddMoment(moment);
            command.Parameters.Add(new("longitude", place.Longitude));
            command.Parameters.Add(new("latitude", place.Latitude));
            command.Parameters.Add(new("reach", FeaturesAt.ReachDegrees(14)));
            using var plan = JsonDocument.Parse((string)(await command.ExecuteScalarAsync())!);
            var execution = plan.RootElement[0].GetProperty("Execution Time").GetDouble();
            executed.Add(execution);
            planned.Add(execution + plan.RootElement[0].GetProperty("Planning Time").GetDouble());
        }

        return (executed[Warm..], planned[Warm..]);
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

    static void Tell(string what, List<double> times) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{what,-40} median {Middle(times),8:0.00} ms   p99 {Worst(times),8:0.00} ms"));

    static double Middle(List<double> times) => times.Order().ElementAt(times.Count / 2);

    static double Worst(List<double> times) => times.Order().ElementAt((int)Math.Ceiling(times.Count * 0.99) - 1);

    static bool Told(string what, List<double> times, double most)
    {
        var worst = Worst(times);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{what,-40} median {Middle(times),8:0.00} ms   p99 {worst,8:0.00} ms   bar {most,6:0} ms   {(worst < most ? "kept" : "NOT KEPT")}"));
        return worst < most;
    }

    static async Task<double> Time(Func<Task> work)
    {
        var watch = Stopwatch.StartNew();
        await work();
        return watch.Elapsed.TotalMilliseconds;
    }
}

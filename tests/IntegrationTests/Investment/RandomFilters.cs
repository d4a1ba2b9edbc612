using System.Globalization;

namespace LongAnGis.IntegrationTests.Investment;

/// <summary>Filters that an investor might put together, from a seed; one to three respects at once.</summary>
static class RandomFilters
{
    static readonly Func<Random, string>[] Respects =
    [
        random => "kind=" + One(random, "industrial-parks", "industrial-clusters", "projects", "industrial-parks,projects"),
        random => "stage=" + One(random, "calling", "operating", "planned", "building,calling", "stopped"),
        random => "sector=" + One(random, "industry", "logistics", "urban", "energy,water"),
        random => "district=" + One(random, "duc-hoa", "ben-luc", "can-giuoc", "can-duoc,thu-thua", "tan-an"),
        random => "q=" + One(random, "duc+hoa", "long", "tan", "ccn", "nuoc"),
        random => "developer=" + One(random, "cong+ty", "saigontel", "ban+quan+ly"),
        random => $"area.min={random.Next(0, 200)}",
        random => $"area.max={random.Next(50, 900)}",
        random => $"capital.min={random.Next(0, 3000)}",
        random => $"years.min={random.Next(2005, 2026)}&years.max={random.Next(2026, 2035)}",
        random => $"to.hcmc={random.Next(15, 80)}",
        random => $"to.port-long-an={random.Next(10, 80)}",
        random => $"to.expressway={random.Next(2, 40)}",
        random => string.Create(CultureInfo.InvariantCulture, $"bbox={105.5 + random.NextDouble() * 0.6:0.####},10.4,{106.3 + random.NextDouble() * 0.6:0.####},11.1"),
        random => string.Create(CultureInfo.InvariantCulture, $"within=106,{10.2 + random.NextDouble() * 0.3:0.####};106.8,10.4;106.7,10.9;106.2,11"),
    ];

    public static string Next(Random random)
    {
        var chosen = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Respects[random.Next(Respects.Length)]).Distinct();
        return string.Join('&', chosen.Select(respect => respect(random)));
    }

    static string One(Random random, params string[] values) => values[random.Next(values.Length)];
}

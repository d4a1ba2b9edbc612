using System.Collections.Concurrent;
using System.Globalization;
using LongAnGis.Core.Text;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;

namespace LongAnGis.Core.Investment;

/// <summary>
/// All sites of one moment, ready to be searched. A search passes over them once: a site that fails in one respect only counts
/// for what choosing otherwise in that respect would add, so that every count before a choice is what the choice will show.
/// </summary>
public sealed class SiteCatalogue
{
    static readonly StringComparer Vietnamese = StringComparer.Create(CultureInfo.GetCultureInfo("vi-VN"), ignoreCase: false);

    readonly SiteVocabulary vocabulary = new();
    readonly SiteEntry[] byName;
    readonly ConcurrentDictionary<string, SiteEntry[]> sorted = new(StringComparer.Ordinal);

    /// <summary>Sites in any order.</summary>
    public SiteCatalogue(IEnumerable<Site> sites)
    {
        byName = [.. sites.OrderBy(site => site.Name.Vi, Vietnamese).ThenBy(site => site.Id).Select(vocabulary.Enter)];
        HasRoads = Array.Exists(byName, entry => entry.Site.RoadMetres.Count > 0);
    }

    public IEnumerable<Site> Sites => byName.Select(entry => entry.Site);

    /// <summary>True when some site was measured along the roads of an imported network.</summary>
    public bool HasRoads { get; }

    /// <summary>The districts that some site names.</summary>
    public IReadOnlyList<NamedPlace> Districts => vocabulary.Districts.All;

    /// <summary>The communes that some site names.</summary>
    public IReadOnlyList<NamedPlace> Communes => vocabulary.Communes.All;

    public Site? Find(SiteKey key) => Array.Find(byName, entry => entry.Site.Key == key)?.Site;

    /// <summary>What a filter selects, in the given order, with the counts of every choice.</summary>
    public SiteSelection Search(SiteFilter filter, SiteOrder order)
    {
        var tests = Tests(filter);
        var counts = new SiteCounts(vocabulary, filter.ByRoad);
        var found = new List<Site>();
        // Every order is sorted once and kept: there are a few dozen of them.
        foreach (var entry in sorted.GetOrAdd(order.Written, _ => order.Sorted(byName)))
        {
            var failed = Failed(tests, entry);
            if (failed == Respect.None)
            {
                found.Add(entry.Site);
            }

            if (failed != Respect.Several)
            {
                counts.Add(entry, failed);
            }
        }

        return new(found, counts);
    }

    static Respect Failed(List<(Respect Respect, Func<SiteEntry, bool> Holds)> tests, SiteEntry entry)
    {
        var failed = Respect.None;
        foreach (var (respect, holds) in tests)
        {
            if (holds(entry))
            {
                continue;
            }

            if (failed != Respect.None && failed != respect)
            {
                return Respect.Several;
            }

            failed = respect;
        }

        return failed;
    }

    static bool[] Chosen<T>(SiteVocabulary.Words<T> words, Func<T, bool> isChosen) where T : notnull => [.. words.All.Select(isChosen)];

    List<(Respect, Func<SiteEntry, bool>)> Tests(SiteFilter filter)
    {
        var tests = new List<(Respect, Func<SiteEntry, bool>)>();
        void Add(Respect respect, bool isAsked, Func<SiteEntry, bool> holds)
        {
            if (isAsked)
            {
                tests.Add((respect, holds));
            }
        }

        var layers = Chosen(vocabulary.Layers, filter.Layers.Contains);
        var sectors = Chosen(vocabulary.Sectors, filter.Sectors.Contains);
        var districts = Chosen(vocabulary.Districts, place => filter.Districts.Contains(place.Code));
        var communes = Chosen(vocabulary.Communes, place => filter.Communes.Contains(place.Code));
        Add(Respect.Only, filter.Only is not null, entry => filter.Only!.Contains(entry.Site.Key));
        Add(Respect.Layer, filter.Layers.Count > 0, entry => layers[entry.Layer]);
        Add(Respect.Sector, filter.Sectors.Count > 0, entry => sectors[entry.Sector]);
        Add(Respect.Stage, filter.Stages.Count > 0, entry => filter.Stages.Contains(entry.Site.Stage));
        Add(Respect.District, filter.Districts.Count > 0, entry => Array.Exists(entry.Districts, number => districts[number]));
        Add(Respect.Commune, filter.Communes.Count > 0, entry => Array.Exists(entry.Communes, number => communes[number]));
        foreach (var (measure, range) in filter.Ranges)
        {
            tests.Add((Respects.Of(measure), entry => entry.Site.Meets(measure, range)));
        }

        foreach (var (code, most) in filter.MostKm)
        {
            var destination = Destinations.IndexOf(Destinations.Find(code)!);
            tests.Add((Respects.OfDestination(destination), entry => entry.Site.DistanceKm(destination, filter.ByRoad) <= most));
        }

        AddWords(tests, filter);
        AddPlaces(tests, filter);
        return tests;
    }

    static void AddWords(List<(Respect, Func<SiteEntry, bool>)> tests, SiteFilter filter)
    {
        if (filter.Words is { } words)
        {
            var each = VietnameseText.Fold(words).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            tests.Add((Respect.Words, entry => Array.TrueForAll(each, word => entry.Site.SearchText.Contains(word, StringComparison.Ordinal))));
        }

        if (filter.Developer is { } developer)
        {
            var folded = VietnameseText.Fold(developer);
            tests.Add((Respect.Developer, entry => entry.Developer >= 0 && entry.FoldedDeveloper.Contains(folded, StringComparison.Ordinal)));
        }
    }

    static void AddPlaces(List<(Respect, Func<SiteEntry, bool>)> tests, SiteFilter filter)
    {
        if (filter.ViewWgs84 is { } view)
        {
            tests.Add((Respect.Place, entry => entry.Site.Place is { } place && view.Contains(place.Longitude, place.Latitude)));
        }

        if (filter.DrawnWgs84 is { } drawn)
        {
            var locator = new IndexedPointInAreaLocator(drawn);
            tests.Add((Respect.Place, entry => entry.Site.Place is { } place
                && locator.Locate(new Coordinate(place.Longitude, place.Latitude)) != Location.Exterior));
        }
    }
}

namespace LongAnGis.Core.Investment;

/// <summary>What a filter selects, in order, and what every other choice would select.</summary>
public sealed record SiteSelection(IReadOnlyList<Site> Sites, SiteCounts Counts)
{
    /// <summary>Sites that no source places, and that no map can show.</summary>
    public int WithoutPlace { get; } = Sites.Count(site => site.Place is null);
}

/// <summary>How many sites each choice holds, all other choices kept.</summary>
public sealed class SiteCounts
{
    readonly SiteVocabulary vocabulary;
    readonly bool byRoad;
    readonly int[] layers, sectors, districts, communes, developers;
    readonly int[] stages = new int[SiteStages.All.Count];
    readonly int[] stated = new int[SiteMeasures.All.Count];
    // How many sites each step is the first to reach; the last number is of those that none reaches.
    readonly int[][] reached = [.. Destinations.All.Select(_ => new int[Kilometres.Count + 1])];

    /// <param name="byRoad">True to count by distances along the roads.</param>
    internal SiteCounts(SiteVocabulary vocabulary, bool byRoad)
    {
        this.vocabulary = vocabulary;
        this.byRoad = byRoad;
        layers = new int[vocabulary.Layers.All.Count];
        sectors = new int[vocabulary.Sectors.All.Count];
        districts = new int[vocabulary.Districts.All.Count];
        communes = new int[vocabulary.Communes.All.Count];
        developers = new int[vocabulary.Developers.All.Count];
    }

    /// <summary>The distances in kilometres that pages offer.</summary>
    public static IReadOnlyList<int> Kilometres { get; } = [5, 10, 20, 30, 50, 75, 100];

    public IReadOnlyDictionary<string, int> Layers => vocabulary.Layers.Counted(layers);

    public IReadOnlyDictionary<string, int> Sectors => vocabulary.Sectors.Counted(sectors);

    public IReadOnlyDictionary<SiteStage, int> Stages => SiteStages.All.Where(stage => stages[(int)stage] > 0).ToDictionary(stage => stage, stage => stages[(int)stage]);

    public IReadOnlyDictionary<NamedPlace, int> Districts => vocabulary.Districts.Counted(districts);

    public IReadOnlyDictionary<NamedPlace, int> Communes => vocabulary.Communes.Counted(communes);

    public IReadOnlyDictionary<string, int> Developers => vocabulary.Developers.Counted(developers);

    /// <summary>How many state this number at all.</summary>
    public int Stated(SiteMeasure measure) => stated[(int)measure];

    /// <summary>How many lie within so many of <see cref="Kilometres"/> of a destination.</summary>
    public int Within(int destination, int kilometres) => reached[destination].Take(kilometres + 1).Sum();

    internal void Add(SiteEntry entry, Respect failed)
    {
        if (failed == Respect.None)
        {
            AddToAll(entry);
        }
        else
        {
            AddTo(failed, entry);
        }
    }

    void AddToAll(SiteEntry entry)
    {
        AddTo(Respect.Layer, entry);
        AddTo(Respect.Sector, entry);
        AddTo(Respect.Stage, entry);
        AddTo(Respect.District, entry);
        AddTo(Respect.Commune, entry);
        AddTo(Respect.Developer, entry);
        for (var measure = 0; measure < stated.Length; measure++)
            CountStated(measure, entry);
        for (var destination = 0; destination < reached.Length; destination++)
            CountReached(destination, entry);
    }

    void AddTo(Respect respect, SiteEntry entry)
    {
        if (respect == Respect.Layer)
            layers[entry.Layer]++;
        else if (respect == Respect.Sector)
            sectors[entry.Sector]++;
        else if (respect == Respect.Stage)
            stages[(int)entry.Site.Stage]++;
        else if (respect == Respect.District)
            Each(districts, entry.Districts);
        else if (respect == Respect.Commune)
            Each(communes, entry.Communes);
        else if (respect == Respect.Developer && entry.Developer >= 0)
            developers[entry.Developer]++;
        else if (Respects.MeasureOf(respect) is { } measure)
            CountStated(measure, entry);
        else if (Respects.DestinationOf(respect) is { } destination)
            CountReached(destination, entry);
    }

    void CountStated(int measure, SiteEntry entry) => stated[measure] += (entry.Stated >> measure) & 1;

    void CountReached(int destination, SiteEntry entry) => reached[destination][(byRoad ? entry.RoadSteps : entry.Steps)[destination]]++;

    static void Each(int[] counts, int[] numbers)
    {
        foreach (var number in numbers)
            counts[number]++;
    }
}

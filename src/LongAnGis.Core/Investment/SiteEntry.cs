using LongAnGis.Core.Text;

namespace LongAnGis.Core.Investment;

/// <summary>
/// A site with its words as numbers and its measures as steps, so that twenty thousand can be counted without comparing texts
/// or distances: what a search would ask of every site each time is asked once.
/// </summary>
/// <param name="Stated">A bit for each measure that the site states.</param>
/// <param name="Steps">For each destination, in the order of <see cref="Destinations.All"/>, the first of <see cref="SiteCounts.Kilometres"/>
/// that reaches it straight; their number where none does.</param>
/// <param name="RoadSteps">The same along the roads.</param>
sealed record SiteEntry(
    Site Site, int Layer, int Sector, int[] Districts, int[] Communes, int Developer, string FoldedDeveloper, int Stated, byte[] Steps,
    byte[] RoadSteps);

/// <summary>The values that the sites of a moment have, each with its number.</summary>
sealed class SiteVocabulary
{
    public Words<string> Layers { get; } = new();

    public Words<string> Sectors { get; } = new();

    public Words<NamedPlace> Districts { get; } = new();

    public Words<NamedPlace> Communes { get; } = new();

    public Words<string> Developers { get; } = new();

    public SiteEntry Enter(Site site) => new(
        site, Layers.Number(site.Layer), Sectors.Number(site.Sector),
        [.. site.Districts.Select(Districts.Number)], [.. site.Communes.Select(Communes.Number)],
        site.Developer is null ? -1 : Developers.Number(site.Developer), VietnameseText.Fold(site.Developer ?? ""),
        SiteMeasures.All.Where(measure => site.IsStated(measure)).Aggregate(0, (bits, measure) => bits | (1 << (int)measure)),
        Steps(site, byRoad: false), Steps(site, byRoad: true));

    static byte[] Steps(Site site, bool byRoad) =>
        [.. Destinations.All.Select((_, index) => (byte)SiteCounts.Kilometres.Count(step => !(site.DistanceKm(index, byRoad) <= step)))];

    public sealed class Words<T> where T : notnull
    {
        readonly Dictionary<T, int> numbers = [];
        readonly List<T> all = [];

        public IReadOnlyList<T> All => all;

        public int Number(T word)
        {
            if (!numbers.TryGetValue(word, out var number))
            {
                numbers[word] = number = all.Count;
                all.Add(word);
            }

            return number;
        }

        /// <summary>The words that occur, with how often.</summary>
        public Dictionary<T, int> Counted(int[] counts)
        {
            var counted = new Dictionary<T, int>();
            for (var number = 0; number < counts.Length; number++)
            {
                if (counts[number] > 0)
                    counted[all[number]] = counts[number];
            }

            return counted;
        }
    }
}

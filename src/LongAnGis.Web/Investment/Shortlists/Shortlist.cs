using LongAnGis.Core.Investment;
using LongAnGis.Core.Text;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Shell;

namespace LongAnGis.Web.Investment.Shortlists;

/// <summary>
/// The sites that somebody keeps and what they noted about each. It stands in the link and nowhere else: who has the link has
/// the list, without an account, and the service keeps nothing.
/// </summary>
public sealed record Shortlist(IReadOnlyList<SiteKey> Sites, IReadOnlyDictionary<SiteKey, string> Notes)
{
    public const string Page = SiteLinks.Search + "/shortlist";

    public const string Parameter = "list";
    const string NotePrefix = "note.";

    /// <summary>As many as a brochure holds: a longer list is a search.</summary>
    public const int Most = 20;

    /// <summary>So short, and together so many, that the link survives mail programs and proxies.</summary>
    public const int LongestNote = 120;
    const int LongestNotes = 1200;

    public static Shortlist Empty { get; } = new([], new Dictionary<SiteKey, string>());

    public static string NoteParameter(SiteKey site) => NotePrefix + site;

    /// <summary>True for a parameter that belongs to the list.</summary>
    public static bool Owns(string parameter) => parameter == Parameter || parameter.StartsWith(NotePrefix, StringComparison.Ordinal);

    /// <exception cref="RefusedException">400 when a key is none, there are too many, or the notes are too long for a link.</exception>
    public static Shortlist Read(IQueryCollection query)
    {
        var sites = SiteRequest.Only(query[Parameter].OfType<string>(), Most);
        return new(sites, ReadNotes(query, sites));
    }

    /// <summary>What an address notes about these sites.</summary>
    /// <exception cref="RefusedException">400 when a note, or all of them together, are too long for a link.</exception>
    public static IReadOnlyDictionary<SiteKey, string> ReadNotes(IQueryCollection query, IReadOnlyList<SiteKey> sites)
    {
        var notes = new Dictionary<SiteKey, string>();
        foreach (var site in sites)
        {
            var note = VietnameseText.Canonical(query[NoteParameter(site)].LastOrDefault() ?? "").Trim();
            if (note.Length > LongestNote)
                throw new RefusedException(Refusal.BadRequest(
                    $"Ghi chú dài {note.Length} ký tự; mỗi ghi chú có nhiều nhất {LongestNote} ký tự.",
                    $"A note has {note.Length} characters; each has at most {LongestNote}."));
            if (note.Length > 0)
                notes[site] = note;
        }

        return notes.Values.Sum(note => note.Length) <= LongestNotes ? notes : throw new RefusedException(Refusal.BadRequest(
            $"Các ghi chú dài quá {LongestNotes} ký tự, liên kết không giữ hết được. Hãy rút ngắn vài ghi chú.",
            $"The notes are longer than {LongestNotes} characters together, more than a link can hold. Shorten some of them."));
    }

    public bool Has(SiteKey site) => Sites.Contains(site);

    public bool IsFull => Sites.Count >= Most;

    public Shortlist With(SiteKey site) => Has(site) ? this : this with { Sites = [.. Sites, site] };

    public Shortlist Without(SiteKey site) => new(
        [.. Sites.Where(other => other != site)], Notes.Where(note => note.Key != site).ToDictionary());

    /// <summary>The list as parameters of an address; none when it is empty.</summary>
    public IEnumerable<(string Name, string? Value)> Parameters() => Sites.Count == 0 ? [] :
        [(Parameter, string.Join(',', Sites)), .. Notes.Select(note => (NoteParameter(note.Key), (string?)note.Value))];

    /// <summary>The page on which a link stands, with this list instead of the one it had.</summary>
    public string Here(Links links) => links.Here(
        [.. links.PageParameters.Where(pair => Owns(pair.Key)).Select(pair => (pair.Key, (string?)null)).ExceptBy(
            Parameters().Select(one => one.Name), one => one.Key).Distinct(), .. Parameters()]);

    /// <summary>Another page that keeps this list.</summary>
    public string To(Links links, string page, params IEnumerable<(string Name, string? Value)> own) => links.To(page, own.Concat(Parameters()));
}

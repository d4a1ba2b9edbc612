using LongAnGis.Core.Plans;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Plans.Instruments;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Print;

namespace LongAnGis.Web.Lookup.Extracts;

/// <summary>What the extracts of parcels, lines and points have in common on their pages.</summary>
sealed class ExtractParts(PdfPages pages, Layers layers, Language language)
{
    public string Layer(string code) => layers.Find(code)?.Name.In(language.IsEnglish) ?? code;

    /// <summary>Which plan, publication and day an extract speaks of.</summary>
    public static (string Name, string Value) Plan(PointInTime moment, Language language) => (language.Say("Quy hoạch", "Plan"), language.Say(
        $"{moment.Plan}, bản công bố {moment.Revision}, hiệu lực ngày {AttributeText.Date(moment.AsOf)}",
        $"{moment.Plan}, publication {moment.Revision}, in force on {AttributeText.Date(moment.AsOf)}"));

    /// <summary>Facts under a heading; nothing where there are none.</summary>
    public void Facts(string heading, IEnumerable<(string, string)> facts)
    {
        var all = facts.ToList();
        if (all.Count == 0)
            return;

        pages.Heading(heading);
        pages.Facts(all);
    }

    public void Nearest(IEnumerable<NearestThing> things) =>
        Facts(language.Say("Gần nhất, theo đường chim bay", "Nearest, in a straight line"), things.Select(near => (
            Layer(near.Layer), $"{LookupText.Distance(near.DistanceMetres, language)} · {near.Name.Vi}")));

    public void Bases(IEnumerable<Instrument> bases) =>
        Facts(language.Say("Căn cứ pháp lý", "Legal basis"), bases.Select(basis => (basis.Number, basis.Title.In(language.IsEnglish))));

    /// <summary>What came and went since it was asked about, and what is not in force.</summary>
    /// <param name="place">See <see cref="LookupText.Unchanged"/>.</param>
    /// <param name="when">When it was asked about, in words.</param>
    public void Changes(
        (IReadOnlyList<FeatureMet> Came, IReadOnlyList<FeatureMet> Went) changes, IEnumerable<FeatureMet> past, Bilingual place, string when)
    {
        pages.Heading(language.Say("Thay đổi tại đây", "Changes here"));
        if (changes.Came.Count + changes.Went.Count == 0)
            pages.Paragraph(LookupText.Unchanged(place, when, language));
        pages.Facts(
        [
            .. changes.Came.Select(one => (language.Say("Nay có", "Now has"), $"{one.Name.Vi} · {Layer(one.Layer)}")),
            .. changes.Went.Select(one => (language.Say("Không còn", "No longer has"), $"{one.Name.Vi} · {Layer(one.Layer)}")),
            .. past.Select(one => (language.Say("Ngoài thời hạn hiệu lực", "Not in force"), $"{one.Name.Vi} · {LookupText.Period(one, language)}")),
        ]);
    }
}

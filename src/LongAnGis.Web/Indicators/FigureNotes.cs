using LongAnGis.Core.Indicators;
using LongAnGis.Core.Plans;

namespace LongAnGis.Web.Indicators;

/// <summary>What stands below a table about one or more of its figures: their source, basis and note.</summary>
public sealed record FigureNote(int Number, FigureSource Source, Bilingual? Basis, Bilingual? Note);

/// <summary>
/// The notes of a table, each said once and numbered in the order in which figures first need it. A table whose figures all
/// share one note needs no numbers.
/// </summary>
public sealed class FigureNotes
{
    readonly Dictionary<(FigureSource, Bilingual?, Bilingual?), FigureNote> notes = [];

    public FigureNotes(IEnumerable<Figure> figures)
    {
        foreach (var figure in figures)
        {
            var key = (figure.Source, figure.Basis, figure.Note);
            if (!notes.ContainsKey(key))
            {
                notes[key] = new(notes.Count + 1, figure.Source, figure.Basis, figure.Note);
            }
        }
    }

    public IReadOnlyList<FigureNote> All => [.. notes.Values.OrderBy(note => note.Number)];

    public bool AreNumbered => notes.Count > 1;

    public int Of(Figure figure) => notes[(figure.Source, figure.Basis, figure.Note)].Number;
}

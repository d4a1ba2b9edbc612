using LongAnGis.Core.Indicators;
using LongAnGis.Core.Indicators.Entry;
using LongAnGis.Core.Indicators.Pasting;
using LongAnGis.Web.Accounts;
using LongAnGis.Web.Platform;

namespace LongAnGis.Web.Indicators.Entry;

/// <summary>A figure that somebody wants to record.</summary>
/// <param name="Cell">Where it stood: C5.</param>
public sealed record EnteredFigure(string Indicator, string Region, Period Period, FigureStatus Status, decimal Value, string Cell)
{
    public FigureKey Key => new(Indicator, Region, Period, Status == FigureStatus.Plan);
}

/// <summary>What a table would change.</summary>
/// <param name="Changes">What is new or says something else than is known; what says the same is left out.</param>
/// <param name="Findings">Of errors and questions each keeps all of it out.</param>
/// <param name="IsForbidden">A figure belongs to a region that the person may not write.</param>
/// <param name="HasMoved">A figure was recorded by somebody else since the person looked.</param>
public sealed record EntryOutcome(
    IReadOnlyList<EnteredFigure> Changes, IReadOnlyList<PasteFinding> Findings, IReadOnlyList<PasteMatch> Matches, bool IsForbidden, bool HasMoved)
{
    public bool MayBeSaved => Changes.Count > 0 && !IsForbidden && !HasMoved && Findings.All(finding => finding.Severity == PasteSeverity.Notice);
}

/// <summary>Reads what officers enter by the rules of Core, and holds it against what is known and what they may write.</summary>
public sealed class EntryReading(IndicatorCatalogue catalogue, Regions regions, FigureCells cells, TimeProvider clock)
{
    /// <param name="status">Of figures whose status the table does not say.</param>
    public async Task<EntryOutcome> Read(
        PastedTable table, string? indicator, FigureStatus status, EntryAnswers answers, int seenEdition, Person person, CancellationToken cancellation)
    {
        var known = (await catalogue.All(cancellation)).Select(entry => EntryWords.Indicator(entry.Indicator)).ToList();
        var territories = (await regions.All(cancellation)).ToDictionary(region => region.Code);
        var question = new PasteQuestion([.. territories.Values.Select(EntryWords.Area)], known, clock.TodayInVietnam())
        {
            Indicator = known.FirstOrDefault(one => one.Code == indicator),
            Status = status,
            Style = answers.Style,
            FractionsArePercent = answers.FractionsArePercent,
        };
        var answer = PasteReader.Read(table, question);
        var held = await cells.Of([.. answer.Figures.Select(Key)], seenEdition, cancellation);
        return Judge(answer, held, territories, seenEdition, person);
    }

    static FigureKey Key(ProposedFigure figure) => new(figure.Indicator, figure.Area, figure.Period, figure.Status == FigureStatus.Plan);

    static EntryOutcome Judge(
        PasteAnswer answer, IReadOnlyDictionary<FigureKey, FigureCell> held, Dictionary<string, StatisticalRegion> territories, int seenEdition, Person person)
    {
        bool IsKnown(ProposedFigure figure) =>
            held.GetValueOrDefault(Key(figure))?.Seen is { } seen && seen.Value == figure.Value && (!figure.StatesStatus || seen.Status == figure.Status);

        var same = answer.Figures.Where(IsKnown).Select(figure => figure.Cell).ToHashSet();
        var findings = answer.Findings
            // Nobody is asked whether 0,65 % may be meant where 0,65 % is what is known.
            .Where(finding => finding.Fault != PasteFault.FractionSuspected || finding.Cell is not { } cell || !same.Contains(cell)).ToList();
        var changes = answer.Figures.Where(figure => !same.Contains(figure.Cell)).ToList();
        var forbidden = changes.Where(figure => !EntryRights.Cover(person.Area, territories[figure.Area])).ToList();
        findings.AddRange(forbidden.Select(figure => new PasteFinding(PasteFault.NotAllowed, PasteSeverity.Error, figure.Cell, new(
            $"Ô {figure.Cell}: số liệu của {territories[figure.Area].FullName} không thuộc phần việc của tài khoản này.",
            $"Cell {figure.Cell}: figures of {territories[figure.Area].Name.In(english: true)} are not for this account to record."))));
        var moved = changes.Where(figure => held.GetValueOrDefault(Key(figure))?.HasMoved(seenEdition) is true).ToList();
        findings.AddRange(moved.Select(figure => new PasteFinding(
            PasteFault.Duplicate, PasteSeverity.Error, figure.Cell, EntryWordsOfChange.Moved(figure.Cell.ToString(), held[Key(figure)], figure.Value))));
        return new(
            [.. changes.Select(figure => new EnteredFigure(figure.Indicator, figure.Area, figure.Period, figure.Status, figure.Value, figure.Cell.ToString()))],
            findings, answer.Matches, forbidden.Count > 0, moved.Count > 0);
    }
}

/// <summary>Answers to what a table leaves open.</summary>
public sealed record EntryAnswers(NumberStyle? Style, bool? FractionsArePercent)
{
    public static EntryAnswers Read(string? numbers, string? fractions) => new(
        numbers switch { "vi" => NumberStyle.Vietnamese, "en" => NumberStyle.English, _ => null },
        fractions switch { "percent" => true, "as-is" => false, _ => null });
}

using LongAnGis.Core.Plans;

namespace LongAnGis.Core.Indicators.Pasting;

/// <summary>An error or an open question keeps the whole table out; a notice does not.</summary>
public enum PasteSeverity { Error, Question, Notice }

public enum PasteFault
{
    TooLarge,
    NoHeader,
    NoIndicator,
    NoPeriod,
    UnknownColumn,
    UnknownArea,
    AmbiguousArea,
    EndedArea,
    FutureArea,
    CodeAndNameDisagree,
    OtherKind,
    UnknownIndicator,
    UnknownPeriod,
    FuturePeriod,
    Formula,
    NotANumber,
    AmbiguousNumber,
    StyleInferred,
    FractionSuspected,
    OutOfBounds,
    TooManyDecimals,
    Duplicate,
    Missing,
    TotalRow,
    MergedCells,
    NotAllowed,
    NotRemoved,
    SeveralSheets,
    More,
}

/// <param name="Cell">Null when it is about the table.</param>
/// <param name="Message">Begins with the cell: “Ô C5: …”.</param>
public sealed record PasteFinding(PasteFault Fault, PasteSeverity Severity, CellAddress? Cell, Bilingual Message)
{
    /// <summary>Somebody's text inside a message: one line, not too long.</summary>
    internal static string Quote(string text)
    {
        var line = string.Concat(text.Trim().Select(letter => char.IsControl(letter) ? ' ' : letter));
        return "“" + (line.Length > 60 ? line[..59] + "…" : line) + "”";
    }
}

namespace LongAnGis.Core.Indicators.Pasting;

/// <summary>An indicator that a table may speak of.</summary>
/// <param name="Decimals">With which it is kept; 0 for what is counted.</param>
/// <param name="IsPercent">Its values are percentages, 0 to 100 where bounded.</param>
public sealed record KnownIndicator(string Code, string NameVi, string? NameEn = null, int Decimals = 2, bool IsPercent = false)
{
    /// <summary>What it cannot be below.</summary>
    public decimal? Least { get; init; }

    /// <summary>What it cannot be above.</summary>
    public decimal? Most { get; init; }

    /// <summary>Its values are 1 and 0, and may be written có and không.</summary>
    public bool IsYesNo { get; init; }
}

/// <summary>What is known beside the table: the lists to recognise words by, what the page has chosen, and answers to questions.</summary>
/// <param name="Today">In Vietnam. Only plans may be for a time that has not begun.</param>
public sealed record PasteQuestion(IReadOnlyList<KnownArea> Areas, IReadOnlyList<KnownIndicator> Indicators, DateOnly Today)
{
    /// <summary>Of all figures, where no column says it.</summary>
    public KnownIndicator? Indicator { get; init; }

    /// <summary>Of all figures, where no column says it.</summary>
    public Period? Period { get; init; }

    /// <summary>Of all figures, where neither column nor row says it.</summary>
    public FigureStatus Status { get; init; }

    /// <summary>Preferred where a name is that of a district and of a commune.</summary>
    public AreaLevel Level { get; init; } = AreaLevel.District;

    /// <summary>The answer to <see cref="PasteFault.AmbiguousNumber"/>.</summary>
    public NumberStyle? Style { get; init; }

    /// <summary>The answer to <see cref="PasteFault.FractionSuspected"/>: true when 0,45 means 45 %.</summary>
    public bool? FractionsArePercent { get; init; }
}

/// <summary>One figure that a table proposes.</summary>
/// <param name="StatesStatus">The table itself says the status, by a heading or in the row.</param>
public sealed record ProposedFigure(
    string Area, string Indicator, Period Period, decimal Value, FigureStatus Status, CellAddress Cell, bool StatesStatus = false);

/// <summary>One area text of the table and what it was taken for.</summary>
public sealed record PasteMatch(CellAddress Cell, string Text, AreaMatch Match);

/// <summary>What a table proposes. Only when <see cref="MayBeSaved"/> may it be written, and then all of it at once.</summary>
public sealed record PasteAnswer(
    IReadOnlyList<ProposedFigure> Figures, IReadOnlyList<PasteMatch> Matches, IReadOnlyList<PasteFinding> Findings)
{
    public bool MayBeSaved => Figures.Count > 0 && Findings.All(finding => finding.Severity == PasteSeverity.Notice);
}

namespace LongAnGis.Core.Indicators.Pasting;

/// <summary>A figure before its number is decided.</summary>
sealed record PasteDraft(
    KnownArea Area, KnownIndicator Indicator, Period Period, FigureStatus Status, bool StatesStatus, CellAddress Cell, string Text, PastedNumber Number);

/// <summary>Decides what the numbers of a whole table mean, asks where it cannot, and checks what comes out.</summary>
sealed class PasteNumbers(IReadOnlyList<PasteDraft> drafts, PasteQuestion question, FindingList findings)
{
    /// <summary>The middle of a table's percentages from which one at or below 1 looks odd among them.</summary>
    const decimal UsualPercent = 5;

    internal List<ProposedFigure> Decide()
    {
        var evidence = drafts.Select(draft => StyleOf(draft)).OfType<NumberStyle>().Distinct().ToList();
        var inferred = question.Style ?? (evidence.Count == 1 ? evidence[0] : null);
        List<ProposedFigure> figures = [];
        List<PasteDraft> decided = [];
        var guessed = 0;
        foreach (var draft in drafts)
        {
            if (Value(draft, inferred) is not { } value)
            {
                var (vi, en) = (draft.Number.Vietnamese!.Value, draft.Number.English!.Value);
                findings.Say(PasteFault.AmbiguousNumber, PasteSeverity.Question, draft.Cell,
                    $"{PasteFinding.Quote(draft.Text)} là {IndicatorNumber.Text(vi, false, 6)} hay {IndicatorNumber.Text(en, false, 6)}? Hãy chọn cách viết số của bảng.",
                    $"is {PasteFinding.Quote(draft.Text)} {IndicatorNumber.Text(vi, true, 6)} or {IndicatorNumber.Text(en, true, 6)}? Choose how the table writes numbers.");
                continue;
            }

            guessed += draft.Number.IsAmbiguous && StyleOf(draft) is null && question.Style is null ? 1 : 0;
            figures.Add(new(draft.Area.Code, draft.Indicator.Code, draft.Period, value, draft.Status, draft.Cell, draft.StatesStatus));
            decided.Add(draft);
        }

        if (guessed > 0)
        {
            var (vi, en) = inferred == NumberStyle.Vietnamese ? ("1.234,5", "1.234,5") : ("1,234.5", "1,234.5");
            findings.Add(PasteFault.StyleInferred, PasteSeverity.Notice, new(
                $"{guessed} số được đọc theo cách viết {vi} của các số khác trong bảng.", $"{guessed} numbers are read as {en}, like the others of the table."));
        }

        figures = Fractions(figures, decided);
        Check(figures, decided);
        return figures;
    }

    /// <summary>How the draft's number must be written: by its separators, or because a count has no decimals.</summary>
    static NumberStyle? StyleOf(PasteDraft draft) => draft.Number switch
    {
        { Evidence: { } style } => style,
        { IsAmbiguous: true } when draft.Indicator.Decimals == 0 =>
            draft.Number.Vietnamese == decimal.Floor(draft.Number.Vietnamese!.Value) ? NumberStyle.Vietnamese : NumberStyle.English,
        _ => null,
    };

    static decimal? Value(PasteDraft draft, NumberStyle? style) =>
        !draft.Number.IsAmbiguous ? draft.Number.Vietnamese ?? draft.Number.English
        : (StyleOf(draft) ?? style) is { } known ? draft.Number.In(known)
        : null;

    /// <summary>Percentages that were given as fractions: 0,45 for 45 %.</summary>
    List<ProposedFigure> Fractions(List<ProposedFigure> figures, List<PasteDraft> decided)
    {
        var changed = figures.ToList();
        foreach (var group in decided.Select((draft, index) => (draft, index)).Where(pair => pair.draft.Indicator.IsPercent && !pair.draft.Number.HasPercentSign).GroupBy(pair => pair.draft.Indicator.Code))
        {
            var ordered = group.Select(pair => Math.Abs(figures[pair.index].Value)).Order().ToList();
            var areAll = ordered[^1] is > 0 and <= 1;
            var suspects = group.Where(pair => Math.Abs(figures[pair.index].Value) is > 0 and <= 1 && (areAll || ordered[ordered.Count / 2] >= UsualPercent)).ToList();
            foreach (var (draft, index) in suspects)
            {
                if (question.FractionsArePercent is null)
                {
                    findings.Say(PasteFault.FractionSuspected, PasteSeverity.Question, draft.Cell,
                        $"{PasteFinding.Quote(draft.Text)} là {IndicatorNumber.Text(figures[index].Value, false, 6)} % hay {IndicatorNumber.Text(figures[index].Value * 100, false, 4)} %?",
                        $"is {PasteFinding.Quote(draft.Text)} {IndicatorNumber.Text(figures[index].Value, true, 6)} % or {IndicatorNumber.Text(figures[index].Value * 100, true, 4)} %?");
                }
                else if (question.FractionsArePercent == true)
                {
                    changed[index] = figures[index] with { Value = figures[index].Value * 100 };
                }
            }
        }

        return changed;
    }

    void Check(List<ProposedFigure> figures, List<PasteDraft> decided)
    {
        Dictionary<(string, string, Period, bool), CellAddress> seen = [];
        foreach (var (figure, draft) in figures.Zip(decided))
        {
            if (figure.Value < draft.Indicator.Least || figure.Value > draft.Indicator.Most)
            {
                var bounds = (draft.Indicator.Least, draft.Indicator.Most);
                findings.Say(PasteFault.OutOfBounds, PasteSeverity.Error, figure.Cell,
                    $"{IndicatorNumber.Text(figure.Value, false, 6)} ngoài giới hạn của {draft.Indicator.NameVi}: {Bounds(bounds, false)}.",
                    $"{IndicatorNumber.Text(figure.Value, true, 6)} is outside the bounds of {draft.Indicator.NameEn ?? draft.Indicator.NameVi}: {Bounds(bounds, true)}.");
            }

            if (draft.Indicator.Decimals == 0 && figure.Value != decimal.Floor(figure.Value))
            {
                findings.Say(PasteFault.TooManyDecimals, PasteSeverity.Error, figure.Cell,
                    $"{draft.Indicator.NameVi} đếm bằng số nguyên.", $"{draft.Indicator.NameEn ?? draft.Indicator.NameVi} is counted in whole numbers.");
            }

            if (!seen.TryAdd((figure.Area, figure.Indicator, figure.Period, figure.Status == FigureStatus.Plan), figure.Cell))
            {
                var first = seen[(figure.Area, figure.Indicator, figure.Period, figure.Status == FigureStatus.Plan)];
                findings.Say(PasteFault.Duplicate, PasteSeverity.Error, figure.Cell,
                    $"{draft.Area.Name}, {figure.Period.Words.Vi} đã có ở ô {first}.", $"{draft.Area.Name}, {figure.Period.Words.In(english: true)} is in cell {first} already.");
            }
        }
    }

    static string Bounds((decimal? Least, decimal? Most) bounds, bool english) => bounds switch
    {
        ({ } least, { } most) => english ? $"{IndicatorNumber.Text(least, true)} to {IndicatorNumber.Text(most, true)}" : $"từ {IndicatorNumber.Text(least, false)} đến {IndicatorNumber.Text(most, false)}",
        ({ } least, _) => english ? $"{IndicatorNumber.Text(least, true)} or more" : $"từ {IndicatorNumber.Text(least, false)} trở lên",
        (_, { } most) => english ? $"at most {IndicatorNumber.Text(most, true)}" : $"không quá {IndicatorNumber.Text(most, false)}",
        _ => "",
    };
}

namespace LongAnGis.Core.Indicators.Charts;

/// <summary>A line that leads from a figure to another: a target's path, or a projection.</summary>
public sealed record ChartLine(PeriodValue From, PeriodValue To);

/// <summary>What leads on from the figures.</summary>
/// <param name="Path">From the baseline to the target.</param>
/// <param name="Projection">From the latest figure on.</param>
public sealed record SeriesAhead(ChartLine? Path = null, ChartLine? Projection = null);

/// <summary>
/// Figures over time with axes and the targets they head for; observed, estimate and plan differ in shape, the target's path (dashed)
/// and a projection (dotted) in their dashes, never in colour alone. The key lies below and names only what is drawn.
/// </summary>
public static class SeriesChart
{
    const double Width = 640, Left = 76, Right = 28, Top = 28, Plot = 216, YearLine = 22, YearRoom = 44;
    const int MostSteps = 5;

    const double Bottom = Top + Plot;

    /// <summary>Half the width of a target's mark.</summary>
    const double Aim = 11;

    /// <param name="figures">In the order of time.</param>
    /// <param name="targets">Stated in numbers.</param>
    public static Drawing Draw(ChartFrame frame, IReadOnlyList<Figure> figures, IReadOnlyList<StatedTarget> targets, SeriesAhead? ahead = null)
    {
        List<PeriodValue> ends = [.. new[] { ahead?.Path, ahead?.Projection }.OfType<ChartLine>().SelectMany(line => new[] { line.From, line.To })];
        List<Period> periods =
            [.. figures.Select(figure => figure.Period), .. ends.Select(end => end.Period), .. targets.Select(target => Period.OfYear(target.Year))];
        var y = ChartScale.OfLine(
            [
                .. figures.Select(figure => figure.Value), .. ends.Select(end => end.Value),
                .. targets.SelectMany(target => new[] { target.Value, target.ValueTo ?? target.Value }),
            ],
            Bottom, Top, MostSteps);
        var x = SeriesLine.Axis(periods, Left + 12, Width - Right);
        var (key, keyHeight) = SeriesKey.Of(frame, figures, targets, ahead, Left, Bottom + YearLine + 18, Width);
        return new(frame.Id, Width, Bottom + YearLine + keyHeight, frame.Title, Describe(frame, figures, targets, ahead),
        [
            .. Axes(frame, y, x, periods), .. targets.SelectMany(target => AimMarks(target, x, y)), .. Lines(ahead, x, y),
            .. SeriesLine.Marks(figures.Where(figure => !figure.IsPlan), x, y, 2), .. figures.Select(figure => FigureMark(frame, figure, x, y)),
            .. Labels(frame, figures, targets, x, y), .. key,
        ]);
    }

    static IEnumerable<Mark> Axes(ChartFrame frame, ChartScale y, Func<Period, double> x, IReadOnlyList<Period> periods)
    {
        foreach (var tick in y.Ticks)
        {
            yield return new LineMark("grid", Left, y.At(tick), Width - Right + 12, y.At(tick), new(tick == 0 ? ChartColour.Border : ChartColour.Line));
            yield return new TextMark("tick", Left - 8, y.At(tick) + 4, IndicatorNumber.Aligned(tick, frame.IsEnglish, y.Decimals), ChartColour.Muted, TextAnchor.End);
        }

        if (!string.IsNullOrEmpty(frame.Unit))
            yield return new TextMark("unit", 0, 13, frame.Unit, ChartColour.Muted);

        // As many years as have room to be read, always with the last.
        var taken = double.PositiveInfinity;
        foreach (var year in periods.Select(period => Period.OfYear(period.Year)).Distinct().OrderDescending())
        {
            if (x(year) > taken - YearRoom)
                continue;
            taken = x(year);
            yield return new TextMark("year", taken, Bottom + 18, year.ToString(), ChartColour.Muted, TextAnchor.Middle);
        }
    }

    static IEnumerable<Mark> AimMarks(StatedTarget target, Func<Period, double> x, ChartScale y)
    {
        var (at, from) = (x(Period.OfYear(target.Year)), y.At(target.Value));
        if (target.ValueTo is { } to)
            yield return new RectMark("aim-span", at - Aim, y.At(to), 2 * Aim, from - y.At(to), ChartColour.Accent, Opacity: 0.25);
        yield return new LineMark("aim", at - Aim, from, at + Aim, from, new(ChartColour.Accent, 3));
    }

    static IEnumerable<Mark> Lines(SeriesAhead? ahead, Func<Period, double> x, ChartScale y)
    {
        LineMark Between(string name, ChartLine line, Pen pen) =>
            new(name, x(line.From.Period), y.At(line.From.Value), x(line.To.Period), y.At(line.To.Value), pen);

        if (ahead?.Path is { } path)
            yield return Between("path", path, SeriesKey.PathPen);
        if (ahead?.Projection is { } projection)
            yield return Between("projection", projection, SeriesKey.ProjectionPen);
    }

    static Mark FigureMark(ChartFrame frame, Figure figure, Func<Period, double> x, ChartScale y) =>
        SeriesKey.Sign(figure.Status, x(figure.Period), y.At(figure.Value)) with
        {
            Hint = $"{frame.Name(figure.Period)}: {frame.WithUnit(figure.Value)} ({figure.Status.Words().In(frame.IsEnglish)})",
        };

    /// <summary>The targets in words and the latest figure; a reader on paper has no pointer to rest on the others.</summary>
    static IEnumerable<Mark> Labels(
        ChartFrame frame, IReadOnlyList<Figure> figures, IReadOnlyList<StatedTarget> targets, Func<Period, double> x, ChartScale y)
    {
        var room = new LabelRoom(Left, 0, Width, Bottom);
        foreach (var figure in figures)
            room.Dot(x(figure.Period), y.At(figure.Value));
        foreach (var target in targets)
        {
            var (at, low, high) = (x(Period.OfYear(target.Year)) + Aim, y.At(target.Value), y.At(target.ValueTo ?? target.Value));
            var label = new TextMark("aim-text", at, high - 8, target.WordsWithoutUnit.In(frame.IsEnglish), ChartColour.Accent, TextAnchor.End, IsBold: true, HasRim: true);
            yield return room.Place(label, label with { Y = low + 18 }, label with { Y = high - 24 }, label with { Y = low + 34 });
        }

        if (figures.LastOrDefault(figure => !figure.IsPlan) is { } latest)
        {
            var (at, height) = (x(latest.Period), y.At(latest.Value));
            var label = new TextMark("latest", at, height - 10, frame.Figure(latest.Value), ChartColour.Ink, TextAnchor.Middle, IsBold: true, HasRim: true);
            yield return room.Place(
                label, label with { Y = height + 20 }, label with { X = at + 9, Y = height + 4, Anchor = TextAnchor.Start },
                label with { X = at - 9, Y = height + 4, Anchor = TextAnchor.End });
        }
    }

    static string Describe(ChartFrame frame, IReadOnlyList<Figure> figures, IReadOnlyList<StatedTarget> targets, SeriesAhead? ahead)
    {
        List<string> sentences = [frame.Describe(figures)];
        sentences.AddRange(targets.Select(target => frame.Say(
            $"Mục tiêu {target.Years}: {target.WordsWithoutUnit.Vi}.", $"Target {target.Years}: {target.WordsWithoutUnit.In(english: true)}.")));
        if (ahead?.Projection is { } projection)
        {
            sentences.Add(frame.Say(
                $"Ngoại suy đến {frame.Name(projection.To.Period)}: {frame.WithUnit(projection.To.Value)}.",
                $"Projection to {frame.Name(projection.To.Period)}: {frame.WithUnit(projection.To.Value)}."));
        }

        return string.Join(' ', sentences);
    }
}

using LongAnGis.Core.Plans;
using LongAnGis.Core.Text;

namespace LongAnGis.Core.Indicators.Pasting;

/// <summary>
/// Reads what officers paste or upload: one row for each area with a column for each period or indicator, or one row for each
/// figure. Answers with proposed figures and a report that names every trouble by its cell. Formulas are never evaluated, a blank
/// is no zero, and what can mean two things is asked.
/// </summary>
public sealed class PasteReader
{
    /// <summary>Rows that sum up others; they are no area's own.</summary>
    static readonly HashSet<string> Totals = ["tong", "tong so", "tong cong", "cong", "total", "sum", "binh quan", "average"];

    readonly PasteQuestion _question;
    readonly AreaMatcher _areas;
    readonly FindingList _findings = new();
    readonly List<PasteMatch> _matches = [];
    readonly HashSet<(CellAddress, AreaMatchOutcome, string?)> _matched = [];
    readonly List<PasteDraft> _drafts = [];
    PastedTable _table;
    int _header;
    IReadOnlyList<Column> _columns = [];

    PasteReader(PastedTable table, PasteQuestion question) =>
        (_table, _question, _areas) = (table, question, new(question.Areas, question.Level));

    public static PasteAnswer Read(PastedTable table, PasteQuestion question)
    {
        var reader = new PasteReader(table, question);
        var figures = reader.Figures();
        return new(figures, reader._matches, reader._findings.Listed);
    }

    List<ProposedFigure> Figures()
    {
        if (_table.TooLarge is { } tooLarge)
        {
            _findings.Add(PasteFault.TooLarge, PasteSeverity.Error, tooLarge);
            return [];
        }

        _table = MergedHeadings.Unfold(_table);
        if (ColumnReading.Find(_table, _question) is not var (header, columns))
        {
            _findings.Add(PasteFault.NoHeader, PasteSeverity.Error, new(
                "Không tìm thấy dòng tiêu đề: cần một cột “Mã” hoặc “Đơn vị” và ít nhất một cột số liệu (kỳ, chỉ tiêu hoặc “Giá trị”) trong 15 dòng đầu.",
                "There is no row of headings: a column “Code” or “Area” and at least one column of figures (a period, an indicator or “Value”) are needed within the first 15 rows."));
            return [];
        }

        (_header, _columns) = (header, columns);
        if (!KnowsIndicatorAndPeriod())
            return [];

        foreach (var column in _columns.Where(column => column.Role == ColumnRole.Unknown && HasData(column.Index)))
        {
            Say(PasteFault.UnknownColumn, PasteSeverity.Notice, _table.At(_header, column.Index),
                $"không nhận ra cột {PasteFinding.Quote(column.Heading)}, cột này không được đọc.",
                $"the column {PasteFinding.Quote(column.Heading)} is not known and not read.");
        }

        foreach (var merged in MergedHeadings.AmongFigures(_table, _header, _columns))
        {
            Say(PasteFault.MergedCells, PasteSeverity.Error, merged.First,
                $"{merged} là ô gộp nên không biết số nào của ai; hãy bỏ gộp ô trong phần số liệu.",
                $"{merged} are merged, so nobody knows whose figure it is; part the cells among the figures.");
        }

        for (var row = _header + 1; row < _table.Rows.Count; row++)
            ReadRow(row);
        return new PasteNumbers(_drafts, _question, _findings).Decide();
    }

    bool KnowsIndicatorAndPeriod()
    {
        var hasIndicator = _question.Indicator is not null || _columns.Any(column => column.Role is ColumnRole.Indicator or ColumnRole.ValueOfIndicator);
        var hasPeriod = _question.Period is not null || _columns.Any(column => column.Role is ColumnRole.Period or ColumnRole.ValueOfPeriod);
        if (!hasIndicator)
        {
            _findings.Add(PasteFault.NoIndicator, PasteSeverity.Error, new(
                "Bảng không nói số liệu thuộc chỉ tiêu nào: hãy chọn chỉ tiêu.", "The table does not say of which indicator its figures are: choose one."));
        }

        if (!hasPeriod)
        {
            _findings.Add(PasteFault.NoPeriod, PasteSeverity.Error, new(
                "Bảng không nói số liệu thuộc kỳ nào: hãy chọn kỳ.", "The table does not say of which period its figures are: choose one."));
        }

        return hasIndicator && hasPeriod;
    }

    void ReadRow(int row)
    {
        var cells = _table.Rows[row];
        PastedCell Cell(Column column) => column.Index < cells.Count ? cells[column.Index] : new("");
        Column? With(ColumnRole role) => _columns.FirstOrDefault(column => column.Role == role && !Cell(column).IsBlank);

        var named = new[] { With(ColumnRole.AreaCode), With(ColumnRole.AreaName) }.OfType<Column>().ToList();
        var values = _columns.Where(column => column.HoldsValues && !Cell(column).IsBlank).ToList();
        if (named.Count == 0)
        {
            if (values.Count > 0)
            {
                var at = _columns.First(column => column.Role is ColumnRole.AreaCode or ColumnRole.AreaName);
                Say(PasteFault.UnknownArea, PasteSeverity.Error, _table.At(row, at.Index), "dòng có số liệu nhưng không có đơn vị hành chính.", "the row has figures but no area.");
            }

            return;
        }

        if (named.Any(column => Totals.Contains(VietnameseText.Fold(Cell(column).Text))))
        {
            Say(PasteFault.TotalRow, PasteSeverity.Notice, _table.At(row, named[0].Index), "dòng tổng, không được đọc.", "a row of totals, not read.");
            return;
        }

        var (indicator, isIndicatorKnown) = RowIndicator(row, With(ColumnRole.Indicator), Cell);
        var (period, isPeriodKnown) = RowPeriod(row, With(ColumnRole.Period), Cell);
        if (!isIndicatorKnown || !isPeriodKnown)
            return;

        var status = With(ColumnRole.Status) is { } statusColumn ? ColumnReading.StatusIn(VietnameseText.Fold(Cell(statusColumn).Text)) : null;
        foreach (var column in values)
        {
            var (of, at) = (column.Indicator ?? indicator, column.Period ?? period);
            if (of is null || at is not { } when)
            {
                Say(of is null ? PasteFault.NoIndicator : PasteFault.NoPeriod, PasteSeverity.Error, _table.At(row, column.Index),
                    of is null ? "không biết số này thuộc chỉ tiêu nào." : "không biết số này thuộc kỳ nào.",
                    of is null ? "it is not said of which indicator this figure is." : "it is not said of which period this figure is.");
                continue;
            }

            ReadValue(row, column, Cell(column), named.ConvertAll(one => (one, Cell(one).Text)), of, when, column.Status ?? status);
        }
    }

    (KnownIndicator? Indicator, bool IsKnown) RowIndicator(int row, Column? column, Func<Column, PastedCell> cell)
    {
        if (column is null)
            return (_question.Indicator, true);
        if (ColumnReading.FindIndicator(cell(column).Text.Trim(), _question) is { } indicator)
            return (indicator, true);

        Say(PasteFault.UnknownIndicator, PasteSeverity.Error, _table.At(row, column.Index),
            $"không có chỉ tiêu {PasteFinding.Quote(cell(column).Text)}.", $"there is no indicator {PasteFinding.Quote(cell(column).Text)}.");
        return (null, false);
    }

    (Period? Period, bool IsKnown) RowPeriod(int row, Column? column, Func<Column, PastedCell> cell)
    {
        if (column is null)
            return (_question.Period, true);
        if (TypedPeriod.Read(cell(column).Text) is { } period)
            return (period, true);

        Say(PasteFault.UnknownPeriod, PasteSeverity.Error, _table.At(row, column.Index),
            $"{PasteFinding.Quote(cell(column).Text)} không phải năm, quý hay tháng; hãy ghi 2024, quý I/2024 hoặc 5/2024.",
            $"{PasteFinding.Quote(cell(column).Text)} is no year, quarter or month; write 2024, Q1 2024 or 5/2024.");
        return (null, false);
    }

    void ReadValue(
        int row, Column column, PastedCell cell, List<(Column Column, string Text)> named, KnownIndicator indicator, Period period, FigureStatus? stated)
    {
        var address = _table.At(row, column.Index);
        if (FindArea(row, named, period) is not { } area)
            return;

        var status = stated ?? _question.Status;
        if (period.FirstDay > _question.Today && status != FigureStatus.Plan)
        {
            Say(PasteFault.FuturePeriod, PasteSeverity.Error, address,
                $"{period.Words.Vi} chưa bắt đầu; chỉ số kế hoạch mới có trước.", $"{period.Words.In(english: true)} has not begun; only plans come before.");
            return;
        }

        var number = cell.Text.Length > PastedTable.LongestCell ? new(NumberFault.NotANumber)
            : indicator.IsYesNo && YesOrNo(cell) is { } answer ? new(NumberFault.None, answer, answer)
            : PastedNumber.Read(cell);
        switch (number.Fault)
        {
            case NumberFault.Formula:
                Say(PasteFault.Formula, PasteSeverity.Error, address,
                    "là công thức; công thức không được tính, hãy dán giá trị.", "is a formula; formulas are not evaluated, paste its value.");
                break;
            case NumberFault.NotANumber:
                Say(PasteFault.NotANumber, PasteSeverity.Error, address,
                    $"{PasteFinding.Quote(cell.Text)} không phải là số; chỉ ghi chữ số, dấu phân cách và dấu %.",
                    $"{PasteFinding.Quote(cell.Text)} is not a number; write digits, separators and % only.");
                break;
            case NumberFault.Missing:
                Say(PasteFault.Missing, PasteSeverity.Notice, address, "chưa có số liệu, không phải là 0.", "no figure; that is not a zero.");
                break;
            default:
                _drafts.Add(new(area, indicator, period, status, stated is not null, address, cell.Text, number));
                break;
        }
    }

    static decimal? YesOrNo(PastedCell cell) => cell.Kind != CellKind.Text ? null : VietnameseText.Fold(cell.Text) switch
    {
        "co" or "yes" => 1,
        "khong" or "no" => 0,
        _ => null,
    };

    KnownArea? FindArea(int row, List<(Column Column, string Text)> named, Period period)
    {
        List<KnownArea> found = [];
        foreach (var (column, text) in named)
        {
            var match = _areas.Find(text, period);
            var cell = _table.At(row, column.Index);
            // A wide row asks again for each of its periods; what is the same is said once.
            if (_matched.Add((cell, match.Outcome, match.Area?.Code)))
                _matches.Add(new(cell, text.Trim(), match));
            SayMatch(cell, text, match, period);
            if (match.Area is { } area)
                found.Add(area);
        }

        if (found.Count < named.Count)
            return null;
        if (found.Count == 2 && found[0].Code != found[1].Code)
        {
            Say(PasteFault.CodeAndNameDisagree, PasteSeverity.Error, _table.At(row, named[1].Column.Index),
                $"mã là của {found[0].Name}, tên là của {found[1].Name}.", $"the code is that of {found[0].Name}, the name that of {found[1].Name}.");
            return null;
        }

        return found[0];
    }

    void SayMatch(CellAddress cell, string text, AreaMatch match, Period period)
    {
        var quoted = PasteFinding.Quote(text);
        switch (match.Outcome)
        {
            case AreaMatchOutcome.Unknown:
                var folded = AreaNameText.Read(text).Folded;
                var near = _question.Areas.FirstOrDefault(area => area.Lasts(period) && AreaNameText.Read(area.Name).Folded == folded);
                Say(PasteFault.UnknownArea, PasteSeverity.Error, cell,
                    $"không có đơn vị hành chính {quoted} vào {period.Words.Vi}{(near is null ? "." : $"; có phải {near.Name}?")}",
                    $"there is no area {quoted} in {period.Words.In(english: true)}{(near is null ? "." : $"; is it {near.Name}?")}");
                break;
            case AreaMatchOutcome.Ambiguous:
                var choices = string.Join(", ", match.Candidates.Select(area => area.ParentName is null ? area.Code : $"{area.Code} ({area.ParentName})"));
                Say(PasteFault.AmbiguousArea, PasteSeverity.Error, cell,
                    $"{quoted} có thể là nhiều đơn vị; hãy ghi mã: {choices}.", $"{quoted} may be several areas; write the code: {choices}.");
                break;
            case AreaMatchOutcome.Ended:
                var ended = match.Candidates[0];
                var day = ended.Until is { } until ? AttributeText.Date(until) : "";
                var now = string.Join(", ", ended.Successors);
                Say(PasteFault.EndedArea, PasteSeverity.Error, cell,
                    $"{ended.Name} không còn từ ngày {day}{(now.Length == 0 ? "" : $", nay là {now}")}; không có số liệu {period.Words.Vi}.",
                    $"{ended.Name} is no more since {day}{(now.Length == 0 ? "" : $", now {now}")}; it has no figure for {period.Words.In(english: true)}.");
                break;
            case AreaMatchOutcome.NotYet:
                var since = match.Candidates[0].From is { } from ? AttributeText.Date(from) : "";
                Say(PasteFault.FutureArea, PasteSeverity.Error, cell,
                    $"{match.Candidates[0].Name} chỉ có từ ngày {since}; không có số liệu {period.Words.Vi}.",
                    $"{match.Candidates[0].Name} exists since {since} only; it has no figure for {period.Words.In(english: true)}.");
                break;
            case AreaMatchOutcome.Found when match.IsOtherKind:
                Say(PasteFault.OtherKind, PasteSeverity.Notice, cell,
                    $"{quoted} được hiểu là {match.Candidates[0].Name} ({match.Candidates[0].Code}) dù khác loại đơn vị.",
                    $"{quoted} is taken for {match.Candidates[0].Name} ({match.Candidates[0].Code}) although the kind differs.");
                break;
        }
    }

    bool HasData(int column) => _table.Rows.Skip(_header + 1).Any(row => column < row.Count && !row[column].IsBlank);

    void Say(PasteFault fault, PasteSeverity severity, CellAddress cell, string vi, string en) => _findings.Say(fault, severity, cell, vi, en);
}

using LongAnGis.Core.Plans;

namespace LongAnGis.Core.Indicators.Pasting;

/// <summary>Gathers findings; the same trouble of the same cell is told once, and not more than a person reads.</summary>
sealed class FindingList
{
    /// <summary>More findings than this are counted, not listed.</summary>
    const int Most = 500;

    readonly List<PasteFinding> _findings = [];
    readonly HashSet<(CellAddress, PasteFault)> _said = [];

    internal IReadOnlyList<PasteFinding> Listed
    {
        get
        {
            if (_findings.Count <= Most)
                return _findings;

            var more = _findings.Count - Most;
            // What keeps the table out comes first, so that cutting the list never makes it look acceptable.
            return
            [
                .. _findings.OrderBy(finding => finding.Severity).Take(Most),
                new(PasteFault.More, PasteSeverity.Notice, null, new(
                    $"Còn {IndicatorNumber.Text(more, false)} lưu ý khác.", $"{IndicatorNumber.Text(more, true)} more findings.")),
            ];
        }
    }

    internal void Add(PasteFault fault, PasteSeverity severity, Bilingual message) => _findings.Add(new(fault, severity, null, message));

    internal void Say(PasteFault fault, PasteSeverity severity, CellAddress cell, string vi, string en)
    {
        if (_said.Add((cell, fault)))
            _findings.Add(new(fault, severity, cell, new($"Ô {cell}: {vi}", $"Cell {cell}: {en}")));
    }
}

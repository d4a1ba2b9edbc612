namespace LongAnGis.Core.Indicators.Pasting;

/// <summary>How an area was recognised.</summary>
public enum MatchedBy { Code, Name, NameWithoutDiacritics, Alias }

public enum AreaMatchOutcome { Found, Unknown, Ambiguous, Ended, NotYet }

/// <param name="Candidates">The one that was found; those that it could be; those that ended or have not begun.</param>
/// <param name="IsOtherKind">The prefix says another kind of the same level: “Huyện Kiến Tường” is a town.</param>
public sealed record AreaMatch(AreaMatchOutcome Outcome, MatchedBy? By, IReadOnlyList<KnownArea> Candidates, bool IsOtherKind = false)
{
    public KnownArea? Area => Outcome == AreaMatchOutcome.Found ? Candidates[0] : null;
}

/// <summary>
/// Recognises areas by code, name or alias as they were in a period, in this order: a sure way comes before a looser one. What is
/// not sure is not guessed. A prefix decides the level, so that “Huyện Đức Hòa” never becomes the commune of that name.
/// </summary>
/// <param name="level">Preferred where a name without prefix is that of a district and of a commune.</param>
public sealed class AreaMatcher(IReadOnlyList<KnownArea> areas, AreaLevel level)
{
    readonly Dictionary<(string, Period), AreaMatch> _known = [];

    readonly List<(KnownArea Area, AreaNameText Name, IReadOnlyList<AreaNameText> Aliases)> _areas =
        [.. areas.Select(area => (area, AreaNameText.Read(area.Name), (IReadOnlyList<AreaNameText>)[.. area.Aliases.Select(AreaNameText.Read)]))];

    public AreaMatch Find(string text, Period period)
    {
        var key = (text.Trim(), period);
        if (!_known.TryGetValue(key, out var match))
            _known[key] = match = Search(key.Item1, period);
        return match;
    }

    AreaMatch Search(string text, Period period)
    {
        var byCode = areas.Where(area => area.Code == text || area.StatisticsCode == text).ToList();
        if (byCode.Count > 0)
            return Judge(byCode, MatchedBy.Code, [], period);

        var name = AreaNameText.Read(text);
        if (name.Folded.Length == 0)
            return new(AreaMatchOutcome.Unknown, null, []);

        AreaMatch? best = null;
        foreach (var (by, found) in Ways(name))
        {
            if (found.Count == 0)
                continue;
            var match = Judge(found, by, name.Kinds, period);
            if (match.Outcome is AreaMatchOutcome.Found or AreaMatchOutcome.Ambiguous)
                return match;
            best ??= match;
        }

        return best ?? new(AreaMatchOutcome.Unknown, null, []);
    }

    IEnumerable<(MatchedBy By, List<KnownArea> Found)> Ways(AreaNameText name)
    {
        yield return (MatchedBy.Name, Where(area => area.Name.Key == name.Key));
        // Letters with diacritics that differ are another name: “Tân Trụ” is not “Tân Tru”, but “Tan Tru” may be it.
        if (name.Key == name.Folded)
            yield return (MatchedBy.NameWithoutDiacritics, Where(area => area.Name.Folded == name.Folded));
        yield return (MatchedBy.Alias, Where(area => area.Aliases.Any(alias =>
            alias.Key == name.Key || (name.Key == name.Folded && alias.Folded == name.Folded))));
    }

    List<KnownArea> Where(Func<(KnownArea Area, AreaNameText Name, IReadOnlyList<AreaNameText> Aliases), bool> condition) =>
        [.. _areas.Where(condition).Select(area => area.Area)];

    AreaMatch Judge(List<KnownArea> found, MatchedBy by, IReadOnlyList<string> kinds, Period period)
    {
        var ofKind = found.Where(area => kinds.Count == 0 || kinds.Contains(area.Kind)).ToList();
        var isOtherKind = false;
        if (ofKind.Count == 0)
        {
            var level = new KnownArea("", "", kinds[0]).Level;
            ofKind = found.Where(area => area.Level == level).ToList();
            isOtherKind = true;
        }

        if (ofKind.Count == 0)
            return new(AreaMatchOutcome.Unknown, null, []);

        var now = ofKind.Where(area => area.Lasts(period)).ToList();
        if (now.Count == 0)
        {
            return ofKind.Any(area => area.Until <= period.FirstDay)
                ? new(AreaMatchOutcome.Ended, by, [.. ofKind.Where(area => area.Until <= period.FirstDay)])
                : new(AreaMatchOutcome.NotYet, by, ofKind);
        }

        if (now.Count > 1 && kinds.Count == 0 && now.Where(area => area.Level == level).ToList() is { Count: > 0 } preferred)
            now = preferred;
        // What ended within the period gives way to what followed it only when nothing else tells them apart: then it is asked.
        return now.Count == 1 ? new(AreaMatchOutcome.Found, by, now, isOtherKind) : new(AreaMatchOutcome.Ambiguous, by, now);
    }
}

namespace LongAnGis.Core.Programme;

/// <summary>
/// What comes before what: a task comes after those that it depends on, and a whole task after its parts. No task may come
/// before itself.
/// </summary>
public static class TaskOrder
{
    /// <summary>A circle that somebody would wait in for ever, each code waiting for the next; null when there is none.</summary>
    public static IReadOnlyList<string>? FindCircle(IEnumerable<ProgrammeTask> tasks)
    {
        var before = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var task in tasks)
        {
            Of(task.Code).AddRange(task.DependsOn);
            if (task.Parent is { } whole)
            {
                Of(whole).Add(task.Code);
            }
        }

        return Search(before);

        List<string> Of(string code) => before.TryGetValue(code, out var known) ? known : before[code] = [];
    }

    // Depth first without recursion: a chain of thousands of tasks must not end the process.
    static List<string>? Search(Dictionary<string, List<string>> before)
    {
        var finished = new HashSet<string>(StringComparer.Ordinal);
        foreach (var start in before.Keys.Order(StringComparer.Ordinal))
        {
            var path = new List<string>();
            var onPath = new HashSet<string>(StringComparer.Ordinal);
            var waiting = new Stack<(string Code, bool Leaves)>([(start, false)]);
            while (waiting.TryPop(out var step))
            {
                if (step.Leaves)
                {
                    path.RemoveAt(path.Count - 1);
                    onPath.Remove(step.Code);
                    finished.Add(step.Code);
                    continue;
                }

                if (onPath.Contains(step.Code))
                    return path[path.IndexOf(step.Code)..];
                if (finished.Contains(step.Code))
                    continue;

                path.Add(step.Code);
                onPath.Add(step.Code);
                waiting.Push((step.Code, true));
                foreach (var next in before.GetValueOrDefault(step.Code) ?? [])
                {
                    waiting.Push((next, false));
                }
            }
        }

        return null;
    }
}

namespace LongAnGis.Core.Text;

/// <summary>
/// Names of columns for formats that allow only so many letters. Each list of names always gives the same short ones, so that
/// what was exported under them is recognised when it comes back.
/// </summary>
public static class ShortNames
{
    /// <summary>The names in their order, each at most so long and none twice, whatever the case of their letters.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> names, int longest)
    {
        // What fits stays as it is, wherever in the list it stands.
        var taken = names.Where(name => name.Length <= longest).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. names.Select(name => name.Length <= longest ? name : Free(name, longest, taken))];
    }

    static string Free(string name, int longest, HashSet<string> taken)
    {
        var start = name[..longest];
        for (var number = 1; !taken.Add(start); number++)
        {
            var ending = "_" + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
            start = name[..(longest - ending.Length)] + ending;
        }

        return start;
    }
}

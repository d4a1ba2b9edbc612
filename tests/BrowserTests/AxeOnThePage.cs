using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace LongAnGis.BrowserTests;

/// <summary>axe-core, run in a page against WCAG 2.2 A and AA and its own best practices.</summary>
static class AxeOnThePage
{
    const string Run = """
        async tags => {
          const { violations } = await axe.run({ runOnly: tags, resultTypes: ['violations'] });
          return violations.map(one => `${one.id}: ${one.help} — ${one.nodes.slice(0, 4).map(node => node.html).join(' | ')}`);
        }
        """;

    static readonly string[] Tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

    /// <summary>
    /// The script that the package carries. Its own runner takes 9 s a page, of which axe takes one: it gathers what is in
    /// order too, in a window opened for the purpose.
    /// </summary>
    static readonly Lazy<string> Script = new(() =>
    {
        using var stream = typeof(AxeResult).Assembly.GetManifestResourceStream("Deque.AxeCore.Commons.Resources.axe.min.js")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    });

    /// <param name="what">What the page shows just now, where its address does not tell.</param>
    public static async Task HasNoViolations(this IPage page, string? what = null)
    {
        await page.EvaluateAsync(Script.Value);

        var violations = await page.EvaluateAsync<string[]>(Run, Tags);

        Assert.True(violations.Length == 0, $"{page.Url} {what}\n{string.Join('\n', violations)}");
    }
}

using System.Text.RegularExpressions;
using LongAnGis.Core.Plans;

namespace LongAnGis.IntegrationTests.Shell;

/// <summary>Contrast by WCAG 2.2 of the tokens in tokens.css: text 4.5, borders of controls and the focus ring 3.</summary>
public sealed partial class TheFieldBooksColours(SharedSite shared)
{
    static readonly string[] Grounds = ["paper", "surface", "sunken"];
    static readonly string[] Texts = ["ink", "muted", "teal", "teal-strong", "brick-strong", "danger", "warning", "success", "info"];

    public static TheoryData<string> Themes => ["light", "dark"];

    [Theory]
    [MemberData(nameof(Themes))]
    public async Task Can_be_read_on_every_ground(string theme)
    {
        var tokens = await Tokens(theme);

        foreach (var text in Texts)
            Assert.All(Grounds, ground => AtLeast(4.5, tokens, text, ground));
        // The brick accent writes on paper only.
        AtLeast(4.5, tokens, "brick", "paper");
        AtLeast(4.5, tokens, "on-teal", "teal");
        AtLeast(4.5, tokens, "on-teal", "teal-strong");
        AtLeast(4.5, tokens, "teal-strong", "teal-wash");
        AtLeast(4.5, tokens, "ink", "brick-wash");
        AtLeast(4.5, tokens, "teal", "brick-wash");
        AtLeast(4.5, tokens, "brick-strong", "brick-wash");
        AtLeast(4.5, tokens, "warning", "warning-wash");
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public async Task Let_controls_and_focus_be_seen(string theme)
    {
        var tokens = await Tokens(theme);

        Assert.All(Grounds, ground => AtLeast(3, tokens, "border", ground));
        Assert.All(Grounds, ground => AtLeast(3, tokens, "focus", ground));
    }

    [Fact]
    public async Task Are_the_same_dark_set_whether_the_system_or_the_reader_chose_it()
    {
        var css = await Css();
        var bySystem = Token().Matches(css[css.IndexOf("@media (prefers-color-scheme", StringComparison.Ordinal)..css.IndexOf(":root[data-theme=\"dark\"]", StringComparison.Ordinal)]);
        var byReader = Token().Matches(css[css.IndexOf(":root[data-theme=\"dark\"]", StringComparison.Ordinal)..]);

        Assert.NotEmpty(bySystem);
        Assert.Equal(bySystem.Select(match => match.Value), byReader.Select(match => match.Value));
    }

    static void AtLeast(double ratio, Dictionary<string, string> tokens, string text, string ground)
    {
        var contrast = Colour.Contrast(tokens[text], tokens[ground]);
        Assert.True(contrast >= ratio, $"--{text} on --{ground} has a contrast of {contrast:0.0}");
    }

    async Task<Dictionary<string, string>> Tokens(string theme)
    {
        var css = await Css();
        var dark = css.IndexOf(":root[data-theme=\"dark\"]", StringComparison.Ordinal);
        var block = theme == "dark" ? css[dark..] : css[..css.IndexOf("@media", StringComparison.Ordinal)];
        return Token().Matches(block).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);
    }

    async Task<string> Css()
    {
        using var client = await shared.Client();
        return await client.GetStringAsync("/css/tokens.css", TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("--([a-z-]+): (#[0-9A-Fa-f]{6})")]
    private static partial Regex Token();
}

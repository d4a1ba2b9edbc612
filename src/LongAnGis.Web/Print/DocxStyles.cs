using DocumentFormat.OpenXml.Wordprocessing;

namespace LongAnGis.Web.Print;

/// <summary>How a Word document looks, and the room it has on A4. Sizes of type are in half points, as Word counts; margins in twentieths of a point.</summary>
/// <param name="Muted">Of remarks, as RRGGBB like the other colours.</param>
sealed record DocxLook(string Typeface, DocxSizes Sizes, string Ink, string Muted, string Accent, int Top, int Bottom, int Left, int Right)
{
    const int PageWidthTwentieths = 11_906;

    /// <summary>The field book's type and colours.</summary>
    public static DocxLook FieldBook { get; } = new("Be Vietnam Pro", new(20, 40, 26, 22, 16, 17), "16232B", "4A5B63", "0B5D66", 1240, 1160, 1020, 1020);

    /// <summary>Times New Roman 13, margins of 20, 20, 30 and 15 mm: Decree 30/2020/NĐ-CP, appendix I.</summary>
    public static DocxLook Administrative { get; } = new("Times New Roman", new(26, 28, 26, 26, 22, 20), "000000", "000000", "000000", 1134, 1134, 1701, 851);

    /// <summary>Of the text, in points.</summary>
    public float Width => (PageWidthTwentieths - Left - Right) / 20f;
}

sealed record DocxSizes(int Text, int Title, int Heading, int SubHeading, int Remark, int Table);

/// <summary>The styles of a Word document; Word's navigation knows the headings by them.</summary>
static class DocxStyles
{
    public static DocumentFormat.OpenXml.Wordprocessing.Styles Make(string language, DocxLook look)
    {
        var (sizes, ink) = (look.Sizes, look.Ink);
        return new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                // Where the typeface is not installed Word takes one of its own, which has all Vietnamese letters too.
                new RunFonts { Ascii = look.Typeface, HighAnsi = look.Typeface, ComplexScript = look.Typeface },
                new Color { Val = look.Ink },
                new FontSize { Val = $"{sizes.Text}" },
                new Languages { Val = language })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(
                new SpacingBetweenLines { After = "100", Line = "300", LineRule = LineSpacingRuleValues.Auto }))),
            Style("Normal", "Normal", null, sizes.Text, ink, isBold: false, before: 0, after: 100, outline: null, isDefault: true),
            Style("Title", "Title", "Normal", sizes.Title, ink, isBold: true, before: 0, after: 160, outline: null),
            Style("Heading1", "heading 1", "Normal", sizes.Heading, look.Accent, isBold: true, before: 320, after: 100, outline: 0),
            Style("Heading2", "heading 2", "Normal", sizes.SubHeading, ink, isBold: true, before: 200, after: 60, outline: 1),
            Style("Remark", "Remark", "Normal", sizes.Remark, look.Muted, isBold: false, before: 0, after: 80, outline: null),
            Style("FactWord", "Fact word", "Normal", sizes.Text, look.Muted, isBold: true, before: 0, after: 40, outline: null),
            Style("HeadLine", "Head line", "Normal", sizes.Text, ink, isBold: false, before: 0, after: 0, outline: null),
            Style("HeadLineStrong", "Head line strong", "Normal", sizes.Text, ink, isBold: true, before: 0, after: 0, outline: null),
            Style("Recipient", "Recipient", "Normal", sizes.Remark, ink, isBold: false, before: 0, after: 0, outline: null),
            Style("TableHead", "Table head", "Normal", sizes.Table, ink, isBold: true, before: 30, after: 30, outline: null),
            Style("TableText", "Table text", "Normal", sizes.Table, ink, isBold: false, before: 30, after: 30, outline: null));
    }

    static Style Style(
        string id, string name, string? basedOn, int halfPoints, string colour, bool isBold, int before, int after, int? outline, bool isDefault = false)
    {
        var style = new Style { Type = StyleValues.Paragraph, StyleId = id, Default = isDefault ? true : null, CustomStyle = id is "Normal" or "Title" or "Heading1" or "Heading2" ? null : true };
        style.Append(new StyleName { Val = name });
        if (basedOn is not null)
        {
            style.Append(new BasedOn { Val = basedOn });
        }

        if (outline is not null)
        {
            style.Append(new NextParagraphStyle { Val = "Normal" });
        }

        style.Append(new PrimaryStyle());
        var paragraph = new StyleParagraphProperties();
        if (outline is not null)
        {
            paragraph.Append(new KeepNext());
        }

        paragraph.Append(new SpacingBetweenLines { Before = $"{before}", After = $"{after}" });
        if (outline is { } level)
        {
            paragraph.Append(new OutlineLevel { Val = level });
        }

        style.Append(paragraph);
        var run = new StyleRunProperties();
        if (isBold)
        {
            run.Append(new Bold());
        }

        run.Append(new Color { Val = colour }, new FontSize { Val = $"{halfPoints}" });
        style.Append(run);
        return style;
    }
}

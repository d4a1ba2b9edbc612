using DocumentFormat.OpenXml.Wordprocessing;

namespace LongAnGis.Web.ChangeSets.Dossier;

/// <summary>The styles of a Word document, in the field book's type and colours; Word's navigation knows the headings by them.</summary>
static class DocxStyles
{
    const string Typeface = "Be Vietnam Pro";

    public static DocumentFormat.OpenXml.Wordprocessing.Styles Make(string language) => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                // Where the typeface is not installed Word takes one of its own, which has all Vietnamese letters too.
                new RunFonts { Ascii = Typeface, HighAnsi = Typeface, ComplexScript = Typeface },
                new Color { Val = "16232B" },
                new FontSize { Val = "20" },
                new Languages { Val = language })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(
                new SpacingBetweenLines { After = "100", Line = "300", LineRule = LineSpacingRuleValues.Auto }))),
        Style("Normal", "Normal", null, 20, "16232B", isBold: false, before: 0, after: 100, outline: null, isDefault: true),
        Style("Title", "Title", "Normal", 40, "16232B", isBold: true, before: 0, after: 160, outline: null),
        Style("Heading1", "heading 1", "Normal", 26, "0B5D66", isBold: true, before: 320, after: 100, outline: 0),
        Style("Heading2", "heading 2", "Normal", 22, "16232B", isBold: true, before: 200, after: 60, outline: 1),
        Style("Remark", "Remark", "Normal", 16, "4A5B63", isBold: false, before: 0, after: 80, outline: null),
        Style("FactWord", "Fact word", "Normal", 20, "4A5B63", isBold: true, before: 0, after: 40, outline: null),
        Style("TableHead", "Table head", "Normal", 17, "16232B", isBold: true, before: 30, after: 30, outline: null),
        Style("TableText", "Table text", "Normal", 17, "16232B", isBold: false, before: 30, after: 30, outline: null));

    static Style Style(
        string id, string name, string? basedOn, int halfPoints, string colour, bool isBold, int before, int after, int? outline, bool isDefault = false)
    {
        var style = new Style { Type = StyleValues.Paragraph, StyleId = id, Default = isDefault ? true : null, CustomStyle = id is "Remark" or "FactWord" or "TableHead" or "TableText" ? true : null };
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

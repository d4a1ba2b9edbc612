using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using LongAnGis.Web.Platform;
using SkiaSharp;
using Drawing = DocumentFormat.OpenXml.Drawing;
using Pictures = DocumentFormat.OpenXml.Drawing.Pictures;
using Place = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace LongAnGis.Web.Print;

/// <summary>A Word document with real headings and tables, to be worked on; maps are pictures of 200 dpi.</summary>
sealed class DocxFile(Language language, DocxLook look)
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    const int EmuPerPoint = 12_700;
    const int TwentiethsPerPoint = 20;
    const short CellMarginTwentieths = 70;
    const float PixelsPerPoint = 200 / 72f;

    /// <summary>Of the width, for who issues and who receives; the nation's line beside it stays in one.</summary>
    const float LeftShare = 0.38f;

    uint pictures;

    public byte[] Write(IReadOnlyList<DocumentBlock> blocks, string title, DateTimeOffset madeAt)
    {
        using var file = new MemoryStream();
        using (var package = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            package.PackageProperties.Title = PrintText.Clean(title);
            package.PackageProperties.Creator = "LongAnGis";
            package.PackageProperties.Created = madeAt.UtcDateTime;
            package.PackageProperties.Language = language.Culture.Name;
            var main = package.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = DocxStyles.Make(language.Culture.Name, look);
            var body = new Body();
            main.Document = new Document(body);
            foreach (var block in blocks)
            {
                body.Append(Elements(main, block));
            }

            body.Append(new SectionProperties(
                new PageSize { Width = 11906, Height = 16838 },
                new PageMargin { Top = look.Top, Bottom = look.Bottom, Left = (uint)look.Left, Right = (uint)look.Right, Header = 600, Footer = 600 }));
        }

        return file.ToArray();
    }

    IEnumerable<OpenXmlElement> Elements(MainDocumentPart main, DocumentBlock block) => block switch
    {
        DocumentBlock.Title title => [Text(title.Text, "Title")],
        DocumentBlock.Heading heading => [Text(heading.Text, "Heading1")],
        DocumentBlock.SubHeading heading => [Text(heading.Text, "Heading2")],
        DocumentBlock.Paragraph paragraph => [Text(paragraph.Text, null)],
        DocumentBlock.Remark remark => [Text(remark.Text, "Remark")],
        DocumentBlock.Facts facts => [FactsTable(facts), Text("", "Remark")],
        DocumentBlock.Table table => [FullTable(table), Text("", "Remark")],
        DocumentBlock.Picture picture => [Picture(main, picture)],
        DocumentBlock.Letterhead head => Letterhead(head),
        DocumentBlock.Signature foot => Signature(foot),
        _ => [],
    };

    IEnumerable<OpenXmlElement> Letterhead(DocumentBlock.Letterhead head)
    {
        var (left, right) = (look.Width * LeftShare, look.Width * (1 - LeftShare));
        var table = NewTable([left, right], isRuled: false);
        table.Append(new TableRow(
            Column(left, [.. head.Parent is { } parent ? [Centred(parent, "HeadLine")] : Array.Empty<Paragraph>(), Centred(head.Issuer, "HeadLineStrong"), Centred(head.Number, "HeadLine")]),
            Column(right, [Centred(head.Nation, "HeadLineStrong"), Underlined(Centred(head.Motto, "HeadLineStrong")), Slanted(Centred(head.PlaceAndDay, "HeadLine"))])));
        return [table, Text("", "Remark"), Centred(head.Kind, "Title"), Centred(head.Subject, "Title"), Text("", "Remark")];
    }

    IEnumerable<OpenXmlElement> Signature(DocumentBlock.Signature foot)
    {
        var (left, right) = (look.Width * LeftShare, look.Width * (1 - LeftShare));
        var table = NewTable([left, right], isRuled: false);
        table.Append(new TableRow(
            new TableRowProperties(new CantSplit()),
            Column(left, [Slanted(Text(foot.RecipientsWord, "Recipient")), .. foot.Recipients.Select(one => Text("- " + one, "Recipient"))]),
            Column(right, [Centred(foot.Post, "HeadLineStrong"), .. Enumerable.Range(0, 4).Select(_ => Text("", "HeadLine")), Centred(foot.Name, "HeadLineStrong")])));
        return [Text("", "Remark"), table];
    }

    static TableCell Column(float width, IReadOnlyList<Paragraph> paragraphs) => new(
        [new TableCellProperties(new TableCellWidth { Width = Twentieths(width), Type = TableWidthUnitValues.Dxa }), .. paragraphs]);

    static Paragraph Centred(string text, string style) => Text(text, style, JustificationValues.Center);

    static Paragraph Underlined(Paragraph paragraph) => Marked(paragraph, new RunProperties(new Underline { Val = UnderlineValues.Single }));

    static Paragraph Slanted(Paragraph paragraph) => Marked(paragraph, new RunProperties(new Italic()));

    static Paragraph Marked(Paragraph paragraph, RunProperties properties)
    {
        paragraph.GetFirstChild<Run>()!.PrependChild(properties);
        return paragraph;
    }

    static Paragraph Text(string text, string? style, JustificationValues? justification = null)
    {
        var paragraph = new Paragraph();
        if (style is not null || justification is not null)
        {
            var properties = new ParagraphProperties();
            if (style is not null)
            {
                properties.ParagraphStyleId = new() { Val = style };
            }

            if (justification is { } side)
            {
                properties.Justification = new() { Val = side };
            }

            paragraph.Append(properties);
        }

        var run = new Run();
        var lines = PrintText.Clean(text).Split('\n');
        for (var line = 0; line < lines.Length; line++)
        {
            if (line > 0)
            {
                run.Append(new Break());
            }

            run.Append(new Text(lines[line]) { Space = SpaceProcessingModeValues.Preserve });
        }

        paragraph.Append(run);
        return paragraph;
    }

    Table FactsTable(DocumentBlock.Facts facts)
    {
        var table = NewTable([128, look.Width - 128], isRuled: false);
        foreach (var (word, value) in facts.Rows)
        {
            table.Append(new TableRow(Cell(word, 128, "FactWord"), Cell(value, look.Width - 128, null)));
        }

        return table;
    }

    Table FullTable(DocumentBlock.Table source)
    {
        var shares = source.Columns.Sum(column => column.Share);
        var widths = source.Columns.Select(column => look.Width * column.Share / shares).ToArray();
        var table = NewTable(widths, isRuled: true);
        // Word repeats the row on every page.
        table.Append(new TableRow(
            [new TableRowProperties(new TableHeader()),
            .. source.Columns.Select((column, place) => (OpenXmlElement)Cell(column.Heading, widths[place], "TableHead", column.IsNumber))]));
        foreach (var row in source.Rows)
        {
            // Not torn over two pages.
            table.Append(new TableRow(
                [new TableRowProperties(new CantSplit()),
                .. row.Select((cell, place) => (OpenXmlElement)Cell(cell, widths[place], "TableText", source.Columns[place].IsNumber))]));
        }

        return table;
    }

    Table NewTable(IReadOnlyList<float> widths, bool isRuled)
    {
        var rule = new Func<BorderType, BorderType>(border =>
        {
            border.Val = isRuled ? BorderValues.Single : BorderValues.None;
            border.Size = 4;
            border.Color = "C9CFCB";
            return border;
        });
        return new Table(
            new TableProperties(
                new TableWidth { Width = Twentieths(look.Width), Type = TableWidthUnitValues.Dxa },
                new TableBorders(rule(new TopBorder()), rule(new BottomBorder()), rule(new InsideHorizontalBorder())),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(
                    new TableCellLeftMargin { Width = CellMarginTwentieths, Type = TableWidthValues.Dxa },
                    new TableCellRightMargin { Width = CellMarginTwentieths, Type = TableWidthValues.Dxa })),
            new TableGrid(widths.Select(width => (OpenXmlElement)new GridColumn { Width = Twentieths(width) })));
    }

    static TableCell Cell(string text, float width, string? style, bool isRight = false) => new(
        new TableCellProperties(new TableCellWidth { Width = Twentieths(width), Type = TableWidthUnitValues.Dxa }),
        Text(text, style, isRight ? JustificationValues.Right : null));

    Paragraph Picture(MainDocumentPart main, DocumentBlock.Picture picture)
    {
        var part = main.AddImagePart(ImagePartType.Png);
        using (var image = new MemoryStream(Png(picture)))
        {
            part.FeedData(image);
        }

        var number = ++pictures;
        var (width, height) = ((long)(look.Width * EmuPerPoint), (long)(picture.Height * EmuPerPoint));
        var name = string.Create(CultureInfo.InvariantCulture, $"map-{number}.png");
        return new(new Run(new DocumentFormat.OpenXml.Wordprocessing.Drawing(new Place.Inline(
            new Place.Extent { Cx = width, Cy = height },
            new Place.DocProperties { Id = number, Name = name, Description = PrintText.Clean(picture.Description) },
            new Drawing.Graphic(new Drawing.GraphicData(new Pictures.Picture(
                new Pictures.NonVisualPictureProperties(
                    new Pictures.NonVisualDrawingProperties { Id = number, Name = name },
                    new Pictures.NonVisualPictureDrawingProperties()),
                new Pictures.BlipFill(
                    new Drawing.Blip { Embed = main.GetIdOfPart(part) },
                    new Drawing.Stretch(new Drawing.FillRectangle())),
                new Pictures.ShapeProperties(
                    new Drawing.Transform2D(new Drawing.Offset { X = 0, Y = 0 }, new Drawing.Extents { Cx = width, Cy = height }),
                    new Drawing.PresetGeometry(new Drawing.AdjustValueList()) { Preset = Drawing.ShapeTypeValues.Rectangle })))
            {
                Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture",
            }))
        {
            DistanceFromTop = 0,
            DistanceFromBottom = 0,
            DistanceFromLeft = 0,
            DistanceFromRight = 0,
        })));
    }

    byte[] Png(DocumentBlock.Picture picture)
    {
        var size = new SKSize(look.Width, picture.Height);
        using var bitmap = new SKBitmap((int)(size.Width * PixelsPerPoint), (int)(size.Height * PixelsPerPoint));
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColors.White);
            canvas.Scale(PixelsPerPoint);
            picture.Draw(canvas, size);
        }

        using var png = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }

    static string Twentieths(float points) => ((int)(points * TwentiethsPerPoint)).ToString(CultureInfo.InvariantCulture);
}

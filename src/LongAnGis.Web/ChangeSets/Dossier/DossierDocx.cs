using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Print;
using SkiaSharp;
using Drawing = DocumentFormat.OpenXml.Drawing;
using Pictures = DocumentFormat.OpenXml.Drawing.Pictures;
using Place = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace LongAnGis.Web.ChangeSets.Dossier;

/// <summary>A dossier as a Word document with real headings and tables, to be worked on; maps are pictures of 200 dpi.</summary>
sealed class DossierDocx(Language language)
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    const int EmuPerPoint = 12_700;
    const int TwentiethsPerPoint = 20;
    const float PixelsPerPoint = 200 / 72f;

    uint pictures;

    public byte[] Write(IReadOnlyList<DossierBlock> blocks, string title, DateTimeOffset madeAt)
    {
        using var file = new MemoryStream();
        using (var package = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            package.PackageProperties.Title = PrintText.Clean(title);
            package.PackageProperties.Creator = "LongAnGis";
            package.PackageProperties.Created = madeAt.UtcDateTime;
            package.PackageProperties.Language = language.Culture.Name;
            var main = package.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = DocxStyles.Make(language.Culture.Name);
            var body = new Body();
            main.Document = new Document(body);
            foreach (var block in blocks)
            {
                body.Append(Elements(main, block));
            }

            body.Append(new SectionProperties(
                new PageSize { Width = 11906, Height = 16838 },
                new PageMargin { Top = 1240, Bottom = 1160, Left = 1020, Right = 1020, Header = 600, Footer = 600 }));
        }

        return file.ToArray();
    }

    IEnumerable<OpenXmlElement> Elements(MainDocumentPart main, DossierBlock block) => block switch
    {
        DossierBlock.Title title => [Text(title.Text, "Title")],
        DossierBlock.Heading heading => [Text(heading.Text, "Heading1")],
        DossierBlock.SubHeading heading => [Text(heading.Text, "Heading2")],
        DossierBlock.Paragraph paragraph => [Text(paragraph.Text, null)],
        DossierBlock.Remark remark => [Text(remark.Text, "Remark")],
        DossierBlock.Facts facts => [FactsTable(facts), Text("", "Remark")],
        DossierBlock.Table table => [FullTable(table), Text("", "Remark")],
        DossierBlock.Picture picture => [Picture(main, picture)],
        _ => [],
    };

    static Paragraph Text(string text, string? style, bool isRight = false)
    {
        var paragraph = new Paragraph();
        if (style is not null || isRight)
        {
            var properties = new ParagraphProperties();
            if (style is not null)
            {
                properties.ParagraphStyleId = new() { Val = style };
            }

            if (isRight)
            {
                properties.Justification = new() { Val = JustificationValues.Right };
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

    static Table FactsTable(DossierBlock.Facts facts)
    {
        var table = NewTable([128, PdfPages.Width - 128], isRuled: false);
        foreach (var (word, value) in facts.Rows)
        {
            table.Append(new TableRow(Cell(word, 128, "FactWord"), Cell(value, PdfPages.Width - 128, null)));
        }

        return table;
    }

    static Table FullTable(DossierBlock.Table source)
    {
        var shares = source.Columns.Sum(column => column.Share);
        var widths = source.Columns.Select(column => PdfPages.Width * column.Share / shares).ToArray();
        var table = NewTable(widths, isRuled: true);
        // Word repeats the row on every page.
        table.Append(new TableRow(
            [new TableRowProperties(new TableHeader()),
            .. source.Columns.Select((column, place) => (OpenXmlElement)Cell(column.Heading, widths[place], "TableHead"))]));
        foreach (var row in source.Rows)
        {
            // Not torn over two pages.
            table.Append(new TableRow(
                [new TableRowProperties(new CantSplit()),
                .. row.Select((cell, place) => (OpenXmlElement)Cell(cell, widths[place], "TableText", source.Columns[place].IsNumber))]));
        }

        return table;
    }

    static Table NewTable(IReadOnlyList<float> widths, bool isRuled)
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
                new TableWidth { Width = Twentieths(PdfPages.Width), Type = TableWidthUnitValues.Dxa },
                new TableBorders(rule(new TopBorder()), rule(new BottomBorder()), rule(new InsideHorizontalBorder())),
                new TableLayout { Type = TableLayoutValues.Fixed }),
            new TableGrid(widths.Select(width => (OpenXmlElement)new GridColumn { Width = Twentieths(width) })));
    }

    static TableCell Cell(string text, float width, string? style, bool isRight = false) => new(
        new TableCellProperties(new TableCellWidth { Width = Twentieths(width), Type = TableWidthUnitValues.Dxa }),
        Text(text, style, isRight));

    Paragraph Picture(MainDocumentPart main, DossierBlock.Picture picture)
    {
        var part = main.AddImagePart(ImagePartType.Png);
        using (var image = new MemoryStream(Png(picture)))
        {
            part.FeedData(image);
        }

        var number = ++pictures;
        var (width, height) = ((long)(PdfPages.Width * EmuPerPoint), (long)(picture.Height * EmuPerPoint));
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

    static byte[] Png(DossierBlock.Picture picture)
    {
        var size = new SKSize(PdfPages.Width, picture.Height);
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

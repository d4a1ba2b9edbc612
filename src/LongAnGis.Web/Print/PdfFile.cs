using LongAnGis.Web.Platform;

namespace LongAnGis.Web.Print;

/// <summary>A document as PDF: A4, text that can be searched, maps as vectors.</summary>
static class PdfFile
{
    public const string ContentType = "application/pdf";

    public static byte[] Write(IReadOnlyList<DocumentBlock> blocks, string title, string footer, Language language, DateTimeOffset madeAt)
    {
        using var file = new MemoryStream();
        var look = new PdfLook(title, title, footer, language.Say("Trang", "Page"), language.Code, madeAt);
        PdfPages.Write(file, look, pages =>
        {
            for (var place = 0; place < blocks.Count; place++)
            {
                // A heading stays with the picture below it.
                if (blocks[place] is DocumentBlock.Heading or DocumentBlock.SubHeading
                    && blocks.Skip(place + 1).FirstOrDefault() is DocumentBlock.Picture picture)
                {
                    pages.Keep(picture.Height + 50);
                }

                Set(pages, blocks[place]);
            }
        });
        return file.ToArray();
    }

    static void Set(PdfPages pages, DocumentBlock block)
    {
        switch (block)
        {
            case DocumentBlock.Title title:
                pages.Title(title.Text);
                break;
            case DocumentBlock.Heading heading:
                pages.Heading(heading.Text);
                break;
            case DocumentBlock.SubHeading heading:
                pages.SubHeading(heading.Text);
                break;
            case DocumentBlock.Paragraph paragraph:
                pages.Paragraph(paragraph.Text);
                break;
            case DocumentBlock.Remark remark:
                pages.Small(remark.Text);
                break;
            case DocumentBlock.Facts facts:
                pages.Facts(facts.Rows);
                break;
            case DocumentBlock.Table table:
                pages.Table(table.Columns, table.Rows);
                break;
            case DocumentBlock.Picture picture:
                pages.Picture(picture.Height, picture.Draw);
                break;
            case DocumentBlock.Letterhead head:
                pages.Picture(AdministrativeInk.Height(head), (canvas, size) => AdministrativeInk.Draw(canvas, size.Width, head));
                break;
            case DocumentBlock.Signature foot:
                pages.Picture(AdministrativeInk.Height(foot), (canvas, size) => AdministrativeInk.Draw(canvas, size.Width, foot));
                break;
        }
    }
}

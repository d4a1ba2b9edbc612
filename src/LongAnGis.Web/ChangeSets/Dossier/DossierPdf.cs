using LongAnGis.Web.Platform;
using LongAnGis.Web.Print;

namespace LongAnGis.Web.ChangeSets.Dossier;

/// <summary>A dossier as PDF: A4, text that can be searched, maps as vectors.</summary>
static class DossierPdf
{
    public const string ContentType = "application/pdf";

    public static byte[] Write(IReadOnlyList<DossierBlock> blocks, string title, string footer, Language language, DateTimeOffset madeAt)
    {
        using var file = new MemoryStream();
        var look = new PdfLook(title, title, footer, language.Say("Trang", "Page"), language.Code, madeAt);
        PdfPages.Write(file, look, pages =>
        {
            for (var place = 0; place < blocks.Count; place++)
            {
                // A heading stays with the picture below it.
                if (blocks[place] is DossierBlock.Heading or DossierBlock.SubHeading
                    && blocks.Skip(place + 1).FirstOrDefault() is DossierBlock.Picture picture)
                {
                    pages.Keep(picture.Height + 50);
                }

                Set(pages, blocks[place]);
            }
        });
        return file.ToArray();
    }

    static void Set(PdfPages pages, DossierBlock block)
    {
        switch (block)
        {
            case DossierBlock.Title title:
                pages.Title(title.Text);
                break;
            case DossierBlock.Heading heading:
                pages.Heading(heading.Text);
                break;
            case DossierBlock.SubHeading heading:
                pages.SubHeading(heading.Text);
                break;
            case DossierBlock.Paragraph paragraph:
                pages.Paragraph(paragraph.Text);
                break;
            case DossierBlock.Remark remark:
                pages.Small(remark.Text);
                break;
            case DossierBlock.Facts facts:
                pages.Facts(facts.Rows);
                break;
            case DossierBlock.Table table:
                pages.Table(table.Columns, table.Rows);
                break;
            case DossierBlock.Picture picture:
                pages.Picture(picture.Height, picture.Draw);
                break;
        }
    }
}

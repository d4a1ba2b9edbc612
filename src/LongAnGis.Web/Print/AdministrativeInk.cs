using SkiaSharp;

namespace LongAnGis.Web.Print;

/// <summary>
/// Draws the head and the foot of an administrative document as Decree 30/2020/NĐ-CP, appendix I, places them: two columns,
/// each centred, the motto and the issuer underlined. Lengths are points.
/// </summary>
static class AdministrativeInk
{
    const float Size = 10, Line = 14.5f, SubjectSize = 12, LeftShare = 0.42f, SignatureRoom = 62;

    public static float Height(DocumentBlock.Letterhead head) => (5 * Line) + 44 + (Subject(head, PdfPages.Width).Count * 17);

    public static float Height(DocumentBlock.Signature foot) => Math.Max((foot.Recipients.Count + 2) * 12, (2 * Line) + SignatureRoom) + 16;

    public static void Draw(SKCanvas canvas, float width, DocumentBlock.Letterhead head)
    {
        var (left, right) = (width * LeftShare / 2, width * (1 + LeftShare) / 2);
        var y = 12f;
        if (head.Parent is { } parent)
            Centre(canvas, parent, PrintType.Regular, left, y, Size, width * LeftShare);
        var issuer = Centre(canvas, head.Issuer, PrintType.SemiBold, left, head.Parent is null ? y : y + Line, Size, width * LeftShare);
        Rule(canvas, left, issuer + 4, 60);
        Centre(canvas, head.Number, PrintType.Regular, left, issuer + Line + 6, Size, width * LeftShare);

        Centre(canvas, head.Nation, PrintType.SemiBold, right, y, Size, width);
        var motto = Centre(canvas, head.Motto, PrintType.SemiBold, right, y + Line, Size, width);
        Rule(canvas, right, motto + 4, PrintType.SemiBold.Measure(head.Motto, Size));
        Centre(canvas, head.PlaceAndDay, PrintType.Regular, right, motto + Line + 6, Size, width);

        y = (5 * Line) + 20;
        Centre(canvas, head.Kind, PrintType.SemiBold, width / 2, y, 13, width);
        foreach (var line in Subject(head, width))
        {
            y += 17;
            Centre(canvas, line, PrintType.SemiBold, width / 2, y, SubjectSize, width);
        }

        Rule(canvas, width / 2, y + 7, 90);
    }

    public static void Draw(SKCanvas canvas, float width, DocumentBlock.Signature foot)
    {
        const float small = 8.5f;
        var y = 16f;
        canvas.Put(foot.RecipientsWord, PrintType.SemiBold, 0, y, small, PrintColours.Ink);
        foreach (var recipient in foot.Recipients)
        {
            y += 12;
            canvas.Put("- " + recipient, PrintType.Regular, 0, y, small, PrintColours.Ink);
        }

        var middle = width * (1 + LeftShare) / 2;
        Centre(canvas, foot.Post, PrintType.SemiBold, middle, 16, Size, width);
        Centre(canvas, foot.Name, PrintType.SemiBold, middle, 16 + Line + SignatureRoom, Size, width);
    }

    static IReadOnlyList<string> Subject(DocumentBlock.Letterhead head, float width) =>
        PrintText.Lines(head.Subject, PrintType.SemiBold, SubjectSize, width - 60);

    /// <summary>Answers the base line of the last line.</summary>
    static float Centre(SKCanvas canvas, string text, PrintType type, float middle, float baseline, float size, float width)
    {
        foreach (var line in PrintText.Lines(text, type, size, width))
        {
            canvas.Put(line, type, middle - (type.Measure(line, size) / 2), baseline, size, PrintColours.Ink);
            baseline += Line;
        }

        return baseline - Line;
    }

    static void Rule(SKCanvas canvas, float middle, float y, float width)
    {
        using var rule = PrintColours.Line(PrintColours.Ink, 0.6f);
        canvas.DrawLine(middle - (width / 2), y, middle + (width / 2), y, rule);
    }
}

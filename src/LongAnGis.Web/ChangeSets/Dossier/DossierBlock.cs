using LongAnGis.Web.Print;
using SkiaSharp;

namespace LongAnGis.Web.ChangeSets.Dossier;

/// <summary>A piece of a dossier, before it is set as PDF or DOCX: both are made from the same blocks, so they say the same.</summary>
public abstract record DossierBlock
{
    DossierBlock() { }

    public sealed record Title(string Text) : DossierBlock;

    public sealed record Heading(string Text) : DossierBlock;

    public sealed record SubHeading(string Text) : DossierBlock;

    public sealed record Paragraph(string Text) : DossierBlock;

    /// <summary>A remark, set smaller.</summary>
    public sealed record Remark(string Text) : DossierBlock;

    public sealed record Facts(IReadOnlyList<(string Word, string Value)> Rows) : DossierBlock;

    public sealed record Table(IReadOnlyList<PdfColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows) : DossierBlock;

    /// <summary>A picture over the whole width.</summary>
    /// <param name="Height">In points; the width is <see cref="PdfPages.Width"/>.</param>
    /// <param name="Description">What it shows, for those who cannot see it.</param>
    public sealed record Picture(float Height, string Description, Action<SKCanvas, SKSize> Draw) : DossierBlock;
}

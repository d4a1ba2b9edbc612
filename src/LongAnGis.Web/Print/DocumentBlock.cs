using SkiaSharp;

namespace LongAnGis.Web.Print;

/// <summary>A piece of a document, before it is set as PDF or DOCX: both are made from the same blocks, so they say the same.</summary>
public abstract record DocumentBlock
{
    DocumentBlock() { }

    public sealed record Title(string Text) : DocumentBlock;

    public sealed record Heading(string Text) : DocumentBlock;

    public sealed record SubHeading(string Text) : DocumentBlock;

    public sealed record Paragraph(string Text) : DocumentBlock;

    /// <summary>A remark, set smaller.</summary>
    public sealed record Remark(string Text) : DocumentBlock;

    public sealed record Facts(IReadOnlyList<(string Word, string Value)> Rows) : DocumentBlock;

    public sealed record Table(IReadOnlyList<PdfColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows) : DocumentBlock
    {
        /// <summary>What each row is made of: the page that its first text leads to where the document is a page; null for none.</summary>
        public IReadOnlyList<string?>? Addresses { get; init; }
    }

    /// <summary>A picture over the whole width.</summary>
    /// <param name="Height">In points; the width is <see cref="PdfPages.Width"/>.</param>
    /// <param name="Description">What it shows, for those who cannot see it.</param>
    public sealed record Picture(float Height, string Description, Action<SKCanvas, SKSize> Draw) : DocumentBlock;

    /// <summary>The head of an administrative document: who issues it on the left, the nation and its motto on the right, then what it is.</summary>
    /// <param name="Parent">The body above the one that issues it; null where there is none.</param>
    /// <param name="Kind">BÁO CÁO.</param>
    public sealed record Letterhead(
        string? Parent, string Issuer, string Number, string Nation, string Motto, string PlaceAndDay, string Kind, string Subject) : DocumentBlock;

    /// <summary>Its foot: who receives it on the left, who signs it on the right.</summary>
    /// <param name="Recipients">One each.</param>
    public sealed record Signature(string RecipientsWord, IReadOnlyList<string> Recipients, string Post, string Name) : DocumentBlock;
}

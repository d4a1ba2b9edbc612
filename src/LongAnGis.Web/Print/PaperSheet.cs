using SkiaSharp;

namespace LongAnGis.Web.Print;

/// <summary>One sheet with a picture on it, drawn by one routine whatever file it becomes. Lengths are points (1/72 inch).</summary>
/// <param name="Title">The file's title, which a reader shows in its window.</param>
/// <param name="Description">What the picture says, for those who cannot see it.</param>
/// <param name="Draw">Draws on a white sheet from the upper left corner.</param>
public sealed record PaperSheet(string Title, string Description, SKSize Size, Action<SKCanvas> Draw);

/// <summary>What a sheet can be saved as: vectors on a page, pixels, vectors for a document or drawing program.</summary>
public enum SheetFormat { Pdf, Png, Svg }

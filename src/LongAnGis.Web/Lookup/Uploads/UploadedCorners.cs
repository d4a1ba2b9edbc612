using LongAnGis.Core.Lookup;

namespace LongAnGis.Web.Lookup.Uploads;

/// <summary>What a file gives a lookup: the corners of one area, or the points of one line, as a table.</summary>
/// <param name="Corners">A table that <see cref="CornerTableReader"/> reads; a spreadsheet's and a PDF's own words, else made of the drawing.</param>
/// <param name="Frame">What the file says that its numbers are in; null where a table leaves it to be found out.</param>
/// <param name="IsLine">Whether the drawing is a line that closes no area; null of a table, which may be either.</param>
sealed record UploadedCorners(string Corners, ReferenceFrame? Frame, bool? IsLine);

namespace LongAnGis.Web.Shell;

/// <summary>The indicator that the map draws beside a page.</summary>
/// <param name="Address">Of its picture: values, classes and colours for all periods.</param>
/// <param name="Only">Numbers of the classes that the reader singled out, with commas between; null for all.</param>
/// <param name="Region">The code of the region that the reader chose.</param>
public sealed record SheetFigures(string Address, string Period, string? Only = null, string? Region = null);

using LongAnGis.Web.Platform;

namespace LongAnGis.Web.Indicators.Entry.Files;

/// <summary>How much of a file of figures is taken, judged before and while it is read. A year of a province fits many times.</summary>
static class UploadLimits
{
    public const int MostBytes = 10 << 20;

    /// <summary>Of all parts of a workbook together, counted while they are inflated.</summary>
    public const long MostUnpackedBytes = 64L << 20;

    /// <summary>No part of a workbook inflates further than this, small ones aside.</summary>
    public const int MostTimesLarger = 100;

    public const int MostEntries = 200;

    public static RefusedException Refuse(string vi, string en) =>
        new(new(StatusCodes.Status422UnprocessableEntity, vi, en));
}

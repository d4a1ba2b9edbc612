using LongAnGis.Core.Indicators;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Platform;

namespace LongAnGis.Web.Indicators.Entry;

/// <summary>What is said of a figure that somebody else has changed: both values, who, and when.</summary>
static class EntryWordsOfChange
{
    public static Bilingual Moved(string cell, FigureCell held, decimal mine)
    {
        var at = held.RecordedAt?.InVietnam();
        return held.Now is { } now
            ? new(
                $"Ô {cell}: {held.RecordedBy} đã ghi {IndicatorNumber.Text(now.Value, false, 6)} lúc {at:HH:mm dd/MM/yyyy}; số của bạn là {IndicatorNumber.Text(mine, false, 6)}. Mở lại bảng để xem rồi nhập.",
                $"Cell {cell}: {held.RecordedBy} recorded {IndicatorNumber.Text(now.Value, true, 6)} at {at:HH:mm dd/MM/yyyy}; yours is {IndicatorNumber.Text(mine, true, 6)}. Open the grid anew, look, then enter.")
            : new(
                $"Ô {cell}: số {IndicatorNumber.Text(held.Seen?.Value ?? 0, false, 6)} đã được rút; số của bạn là {IndicatorNumber.Text(mine, false, 6)}. Mở lại bảng để xem rồi nhập.",
                $"Cell {cell}: the figure {IndicatorNumber.Text(held.Seen?.Value ?? 0, true, 6)} was withdrawn; yours is {IndicatorNumber.Text(mine, true, 6)}. Open the grid anew, look, then enter.");
    }
}

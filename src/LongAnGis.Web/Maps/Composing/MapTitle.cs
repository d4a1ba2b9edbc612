using LongAnGis.Core.Plans;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Print;
using SkiaSharp;

namespace LongAnGis.Web.Maps.Composing;

/// <summary>The line over a map on paper: what it is, of which plan and publication, and that it is for reference.</summary>
sealed class MapTitle(string title, SeriesPlace? one, MapSubject subject, Language language)
{
    const float Size = 17, SmallSize = 7.5f, LeastSize = 9;

    public void Draw(SKCanvas canvas, SKRect place, float factor)
    {
        canvas.Save();
        canvas.Translate(place.Left, place.Top);
        canvas.Scale(factor);
        var width = place.Width / factor;
        var state = language.Say(
            $"Quy hoạch {subject.Moment.Plan} · bản công bố {subject.Moment.Revision} · hiệu lực ngày {AttributeText.Date(subject.Moment.AsOf)}",
            $"Plan {subject.Moment.Plan} · publication {subject.Moment.Revision} · in force on {AttributeText.Date(subject.Moment.AsOf)}");
        var room = width - PrintType.Regular.Measure(state, SmallSize) - 16;
        var size = Math.Clamp(Size * room / PrintType.SemiBold.Measure(PrintText.Clean(title), Size), LeastSize, Size);
        canvas.Put(PrintText.Lines(title, PrintType.SemiBold, size, room)[0], PrintType.SemiBold, 0, 19, size, PrintColours.Ink);
        canvas.PutRight(state, PrintType.Regular, width, 11, SmallSize, PrintColours.Muted);
        var sheet = one is null ? null : language.Say($"Tờ {one.Number}/{one.Count} · ", $"Sheet {one.Number} of {one.Count} · ");
        canvas.PutRight(sheet + language.Say("Bản đồ tham khảo", "For reference only"), PrintType.SemiBold, width, 21, SmallSize, PrintColours.Brick);
        canvas.Restore();
    }
}

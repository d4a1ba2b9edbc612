using LongAnGis.Core.Indicators;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Maps;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Plans.Features;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Print;
using NetTopologySuite.Geometries;
using SkiaSharp;

namespace LongAnGis.Web.Indicators.Districts.Paper;

/// <summary>
/// One indicator over the districts on A3, landscape: title, map with grid ticks, scale bar and north arrow, legend with counts,
/// the figures of every district, sources and legal basis; all of it vectors and text. Lengths are points.
/// </summary>
public sealed class ChoroplethPdf(ChoroplethSheet sheet, ProvincialPlan? plan, Language language, DateTimeOffset madeAt)
{
    const float PageWidth = 1190.55f, PageHeight = 841.89f, Side = 40, Top = 104, Bottom = 70, LegendWidth = 250, Gap = 24;

    static readonly SKSize MapSize = new(PageWidth - (2 * Side) - LegendWidth - Gap, PageHeight - Top - Bottom);

    bool En => language.IsEnglish;

    IReadOnlyList<string> Colours => Palette.For(sheet.Classes.Method, Math.Max(1, sheet.Classes.Counts.Count));

    string Title => $"{sheet.Indicator.Name.In(En)}, {sheet.Period.Words.In(En)}";

    public byte[] Write()
    {
        using var file = new MemoryStream();
        using (var ink = new SKManagedWStream(file, disposeManagedStream: false))
        using (var document = SKDocument.CreatePdf(ink, new SKDocumentPdfMetadata
        {
            Title = PrintText.Clean(Title),
            Creator = "LongAnGis",
            Producer = "LongAnGis",
            Creation = madeAt.UtcDateTime,
            Modified = madeAt.UtcDateTime,
        }))
        {
            var canvas = document.BeginPage(PageWidth, PageHeight);
            Head(canvas);
            Map(canvas);
            Legend(canvas);
            Foot(canvas);
            document.EndPage();
            document.Close();
        }

        return file.ToArray();
    }

    void Head(SKCanvas canvas)
    {
        Put(canvas, "LongAnGis", PrintType.SemiBold, Side, 40, 10, PrintColours.Teal);
        Put(canvas, Title, PrintType.SemiBold, Side, 68, 24, PrintColours.Ink);
        Put(canvas, language.Say(
                $"{sheet.Indicator.Unit.Vi} · 15 huyện, thị xã, thành phố của tỉnh Long An đến 30/06/2025",
                $"{sheet.Indicator.Unit.In(true)} · the 15 districts of Long An province up to 30/06/2025"),
            PrintType.Regular, Side, 88, 11, PrintColours.Muted);
        using var rule = PrintColours.Line(PrintColours.Teal, 1.2f);
        canvas.DrawLine(Side, 95, PageWidth - Side, 95, rule);
    }

    void Map(SKCanvas canvas)
    {
        var ground = new Envelope();
        foreach (var region in sheet.Regions)
        {
            ground.ExpandToInclude(region.GridMetres.EnvelopeInternal);
        }

        // MapSheet leaves much air; a province fills its sheet.
        ground.ExpandBy(-ground.Width * 0.11, -ground.Height * 0.11);
        var paper = MapSheet.Showing(ground, MapSize, 50_000);
        canvas.Save();
        canvas.Translate(Side, Top);
        canvas.Save();
        canvas.ClipRect(new SKRect(0, 0, MapSize.Width, MapSize.Height));
        var ink = new MapInk(canvas, paper);
        foreach (var region in sheet.Regions)
        {
            Shade(canvas, ink, region);
        }

        foreach (var region in sheet.Regions)
        {
            Name(canvas, paper, region);
        }

        canvas.Restore();
        new MapMargin(canvas, paper, language).Draw();
        canvas.Restore();
    }

    void Shade(SKCanvas canvas, MapInk ink, ShadedRegion region)
    {
        for (var part = 0; part < region.GridMetres.NumGeometries; part++)
        {
            using var path = ink.Path((Polygon)region.GridMetres.GetGeometryN(part));
            using (var fill = PrintColours.Fill(SKColor.Parse(region.Class is { } index ? Colours[index] : Palette.Missing)))
            {
                canvas.DrawPath(path, fill);
            }

            if (region.Class is null)
                ink.Hatch(path, PrintColours.Muted);
            ink.Stroke(path, Palette.Outline, 1.6, [], 1);
        }
    }

    void Name(SKCanvas canvas, MapSheet paper, ShadedRegion region)
    {
        var place = paper.Place(region.GridMetres.InteriorPoint.Coordinate);
        var name = region.Region.Name.In(En);
        var value = region.Value is { } figure ? sheet.Indicator.Text(figure.Value, En) : "–";
        Haloed(canvas, name, PrintType.Regular, place.X, place.Y - 3, 9);
        Haloed(canvas, value, PrintType.SemiBold, place.X, place.Y + 10, 11);
    }

    void Legend(SKCanvas canvas)
    {
        var x = PageWidth - Side - LegendWidth;
        var y = Top + 10f;
        Put(canvas, language.Say("Chú giải", "Legend"), PrintType.SemiBold, x, y, 13, PrintColours.Ink);
        Put(canvas, sheet.Classes.MethodWords.In(En), PrintType.Regular, x, y + 15, 9, PrintColours.Muted);
        y += 32;
        for (var index = sheet.Classes.Counts.Count - 1; index >= 0; index--, y += 21)
        {
            Swatch(canvas, x, y, Colours[index], isMissing: false);
            Put(canvas, sheet.Classes.Words(index, sheet.Indicator.Decimals).In(En), PrintType.Regular, x + 32, y, 10, PrintColours.Ink);
            Right(canvas, Districts(sheet.Classes.Counts[index]), x + LegendWidth, y, 9);
        }

        if (sheet.Classes.Missing > 0)
        {
            Swatch(canvas, x, y, Palette.Missing, isMissing: true);
            Put(canvas, language.Say("không có số liệu", "no figure"), PrintType.Regular, x + 32, y, 10, PrintColours.Ink);
            Right(canvas, Districts(sheet.Classes.Missing), x + LegendWidth, y, 9);
            y += 21;
        }

        Figures(canvas, x, y + 18);
    }

    void Figures(SKCanvas canvas, float x, float y)
    {
        Put(canvas, language.Say("Số liệu", "Figures"), PrintType.SemiBold, x, y, 13, PrintColours.Ink);
        y += 8;
        using var rule = PrintColours.Line(PrintColours.Rule, 0.5f);
        foreach (var region in sheet.Regions.OrderByDescending(region => region.Value?.Value).ThenBy(region => region.Region.Code, StringComparer.Ordinal))
        {
            y += 16;
            Put(canvas, region.Region.Name.In(En), PrintType.Regular, x, y, 9.5f, PrintColours.Ink);
            Right(canvas, region.Value is { } figure ? sheet.Indicator.Text(figure.Value, En) + Status(figure) : "–", x + LegendWidth, y, 9.5f);
            canvas.DrawLine(x, y + 4, x + LegendWidth, y + 4, rule);
        }
    }

    void Foot(SKCanvas canvas)
    {
        var hosts = sheet.Regions.SelectMany(region => (region.Value?.Source.Url ?? "").Split(" | ", StringSplitOptions.RemoveEmptyEntries))
            .Select(SafeLink.Host).Distinct().Order(StringComparer.Ordinal).ToList();
        var source = hosts.Count == 0 ? "" : language.Say("Nguồn số liệu: ", "Sources of the figures: ") + string.Join(", ", hosts);
        var basis = plan is null ? "" : language.Say(
            $"Theo Quyết định số {plan.InstrumentNumber}{(plan.InForceFrom is { } day ? $" ngày {AttributeText.Date(day)}" : "")}",
            $"By Decision {plan.InstrumentNumber}{(plan.InForceFrom is { } first ? $" of {AttributeText.Date(first)}" : "")}");
        var state = language.Say(
            $"bản công bố {sheet.Moment.Revision}, đợt số liệu {sheet.Edition}, tính đến {AttributeText.Date(sheet.Moment.AsOf)}. Bản đồ tham khảo; ranh giới khái quát, VN-2000 kinh tuyến trục 105°45'.",
            $"publication {sheet.Moment.Revision}, edition of figures {sheet.Edition}, as of {AttributeText.Date(sheet.Moment.AsOf)}. Reference map; generalised boundaries, VN-2000, central meridian 105°45'.");
        var y = PageHeight - Bottom + 20;
        foreach (var line in new[] { source, $"{basis}; {state}" }.SelectMany(text => PrintText.Lines(text, PrintType.Regular, 8.5f, PageWidth - (2 * Side))).Take(4))
        {
            Put(canvas, line, PrintType.Regular, Side, y, 8.5f, PrintColours.Muted);
            y += 12;
        }
    }

    string Districts(int count) => language.Say($"{count} huyện", count == 1 ? "1 district" : $"{count} districts");

    string Status(Figure figure) => figure.Status == FigureStatus.Estimate ? $" ({FigureStatus.Estimate.Words().In(En)})" : "";

    static void Swatch(SKCanvas canvas, float x, float baseline, string colour, bool isMissing)
    {
        var box = SKRect.Create(x, baseline - 11, 24, 14);
        using (var fill = PrintColours.Fill(SKColor.Parse(colour)))
        {
            canvas.DrawRect(box, fill);
        }

        if (isMissing)
        {
            using var hatch = PrintColours.Line(PrintColours.Muted, 0.5f);
            canvas.Save();
            canvas.ClipRect(box);
            for (var left = box.Left - box.Height; left < box.Right; left += 5)
            {
                canvas.DrawLine(left, box.Bottom, left + box.Height, box.Top, hatch);
            }

            canvas.Restore();
        }

        using var outline = PrintColours.Line(SKColor.Parse(Palette.Outline), 0.8f);
        canvas.DrawRect(box, outline);
    }

    static void Put(SKCanvas canvas, string text, PrintType type, float x, float baseline, float size, SKColor colour)
    {
        using var paint = PrintColours.Fill(colour);
        type.Draw(canvas, PrintText.Clean(text), x, baseline, size, paint);
    }

    static void Right(SKCanvas canvas, string text, float right, float baseline, float size) =>
        Put(canvas, text, PrintType.Regular, right - PrintType.Regular.Measure(PrintText.Clean(text), size), baseline, size, PrintColours.Ink);

    static void Haloed(SKCanvas canvas, string text, PrintType type, float middle, float baseline, float size)
    {
        var clean = PrintText.Clean(text);
        var left = middle - (type.Measure(clean, size) / 2);
        using (var halo = PrintColours.Line(SKColors.White.WithAlpha(225), 2.6f))
        {
            halo.StrokeJoin = SKStrokeJoin.Round;
            type.Draw(canvas, clean, left, baseline, size, halo);
        }

        using var ink = PrintColours.Fill(PrintColours.Ink);
        type.Draw(canvas, clean, left, baseline, size, ink);
    }
}

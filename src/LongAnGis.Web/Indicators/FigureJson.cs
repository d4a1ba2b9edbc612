using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using LongAnGis.Core.Indicators;
using LongAnGis.Core.Indicators.Areas;
using LongAnGis.Core.Plans;

namespace LongAnGis.Web.Indicators;

/// <summary>
/// Figures as the map and other programs read them: exact values, with the text that people see in both languages. Geometry
/// is no part of it; the map joins it by the region's code.
/// </summary>
static class FigureJson
{
    static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Values(
        Indicator indicator, Period period, RegionSet set, int edition, IReadOnlyList<StatisticalRegion> regions, SetFigures known) =>
        Write(json =>
        {
            WriteIndicator(json, indicator);
            json.WriteString("period", period.ToString());
            json.WriteString("regions", set.Code());
            json.WriteNumber("edition", edition);
            var shown = regions.Where(region => set.Has(region.Kind)).ToDictionary(region => region.Code);
            var reached = known.Figures.Where(figure => !figure.IsPlan && shown.ContainsKey(figure.Region)).ToList();
            json.WriteStartArray("values");
            foreach (var figure in reached)
            {
                var region = shown[figure.Region];
                json.WriteStartObject();
                json.WriteString("region", region.Code);
                json.WriteString("kind", region.Kind.ToString().ToLowerInvariant());
                WriteText(json, "name", region.Name);
                WriteValidity(json, region);
                WriteFigure(json, indicator, figure);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            WritePlans(json, indicator, known.Figures.Where(figure => figure.IsPlan && shown.ContainsKey(figure.Region)));
            json.WriteStartArray("missing");
            foreach (var region in set.Missing(regions, reached.Select(figure => figure.Region).ToHashSet()))
            {
                json.WriteStringValue(region.Code);
            }

            json.WriteEndArray();
            WriteRefused(json, known.RefusedIn(period));
        });

    public static byte[] Series(Indicator indicator, StatisticalRegion region, int edition, IReadOnlyList<Figure> figures) => Write(json =>
    {
        WriteIndicator(json, indicator);
        json.WriteString("region", region.Code);
        WriteText(json, "name", region.Name);
        json.WriteNumber("edition", edition);
        json.WriteStartArray("series");
        foreach (var figure in figures)
        {
            json.WriteStartObject();
            json.WriteString("period", figure.Period.ToString());
            WriteFigure(json, indicator, figure);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    public static byte[] Periods(Indicator indicator, int edition, IReadOnlyList<PeriodCount> periods) => Write(json =>
    {
        WriteIndicator(json, indicator);
        json.WriteNumber("edition", edition);
        json.WriteStartArray("periods");
        foreach (var (period, regions) in periods)
        {
            json.WriteStartObject();
            json.WriteString("period", period.ToString());
            foreach (var (kind, count) in regions)
            {
                json.WriteNumber(kind.ToString().ToLowerInvariant(), count);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    static void WriteIndicator(Utf8JsonWriter json, Indicator indicator)
    {
        json.WriteStartObject("indicator");
        json.WriteString("code", indicator.Code);
        WriteText(json, "name", indicator.Name);
        WriteText(json, "unit", indicator.Unit);
        json.WriteString("direction", indicator.Direction.ToString().ToLowerInvariant());
        json.WriteString("transfer", indicator.Transfer.ToString().ToLowerInvariant());
        json.WriteNumber("decimals", indicator.Decimals);
        json.WriteEndObject();
    }

    static void WriteFigure(Utf8JsonWriter json, Indicator indicator, Figure figure)
    {
        json.WriteNumber("value", figure.Value);
        WriteText(json, "label", new Bilingual(CarryWords.Text(indicator, figure, english: false), CarryWords.Text(indicator, figure, english: true)));
        json.WriteString("status", figure.Status.Code());
        json.WriteString("origin", figure.Label.Code());
        if (figure.Carried is { } carried)
        {
            WriteText(json, "method", carried.Words);
        }

        if (figure.Carried?.Band is { } band)
        {
            json.WriteStartArray("band");
            json.WriteNumberValue(band.Low);
            json.WriteNumberValue(band.High);
            json.WriteEndArray();
        }

        if (figure.Basis is { } basis)
        {
            WriteText(json, "basis", basis);
        }

        if (figure.Source.Url is { } url)
        {
            json.WriteString("source", url);
        }

        if (figure.Source.Instrument is { } instrument)
        {
            json.WriteString("instrument", instrument);
        }

        if (figure.Note is { } note)
        {
            WriteText(json, "note", note);
        }
    }

    /// <summary>A code means its region only between these days: it may have been another's before, and be another's after.</summary>
    static void WriteValidity(Utf8JsonWriter json, StatisticalRegion region)
    {
        if (region.ValidFrom is { } first)
        {
            json.WriteString("validFrom", CalendarDay.Write(first));
        }

        if (region.ValidUntil is { } after)
        {
            json.WriteString("validUntil", CalendarDay.Write(after));
        }
    }

    static void WriteRefused(Utf8JsonWriter json, IReadOnlyDictionary<string, Bilingual> refused)
    {
        json.WriteStartArray("refused");
        foreach (var (region, why) in refused)
        {
            json.WriteStartObject();
            json.WriteString("region", region);
            WriteText(json, "why", why);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    static void WritePlans(Utf8JsonWriter json, Indicator indicator, IEnumerable<Figure> plans)
    {
        json.WriteStartArray("plans");
        foreach (var figure in plans)
        {
            json.WriteStartObject();
            json.WriteString("region", figure.Region);
            WriteFigure(json, indicator, figure);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    static void WriteText(Utf8JsonWriter json, string name, Bilingual text)
    {
        json.WriteStartObject(name);
        json.WriteString("vi", text.Vi);
        if (!text.LacksEnglish)
        {
            json.WriteString("en", text.En);
        }

        json.WriteEndObject();
    }

    static byte[] Write(Action<Utf8JsonWriter> content)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            content(json);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }
}

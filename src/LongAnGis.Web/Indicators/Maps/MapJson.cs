using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using LongAnGis.Core.Indicators;
using LongAnGis.Core.Indicators.Areas;
using LongAnGis.Core.Indicators.Maps;
using LongAnGis.Web.Plans.Features;
using LongAnGis.Web.Platform;

namespace LongAnGis.Web.Indicators.Maps;

/// <summary>
/// A picture as the map client draws it: for every period the class, colour and words of each region. Classes and words are
/// made here and nowhere else; the client joins them to shapes by the region's code, and never needs them again to change
/// the period.
/// </summary>
static class MapJson
{
    static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="shapes">The newest revision that touched a boundary.</param>
    public static byte[] Write(IndicatorMap map, int shapes, Language language)
    {
        var picture = map.Picture;
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            json.WriteString("indicator", picture.Indicator.Code);
            json.WriteString("mode", MapChoice.Code(picture.Choice.Mode));
            json.WriteString("tiles", string.Create(CultureInfo.InvariantCulture, $"/regions/{{z}}/{{x}}/{{y}}.mvt?revision={shapes}"));
            json.WriteNumber("deepestZoom", RegionTiles.DeepestZoom);
            json.WriteString("points", string.Create(CultureInfo.InvariantCulture, $"/regions/points.json?revision={shapes}"));
            json.WriteString("outline", Palette.Outline);
            json.WriteString("outlineOnDark", Palette.OutlineOnDark);
            json.WriteString("missing", Palette.Missing);
            json.WriteString("missingOnDark", Palette.MissingOnDark);
            json.WriteString("missingWords", language.Say("chưa có số liệu", "no figure"));
            WriteClasses(json, picture);
            json.WriteStartArray("periods");
            foreach (var period in map.Periods)
                WritePeriod(json, picture, period, language);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    static void WriteClasses(Utf8JsonWriter json, IndicatorPicture picture)
    {
        json.WriteStartArray("classes");
        foreach (var colour in picture.Colours)
        {
            json.WriteStartObject();
            json.WriteString("colour", colour);
            json.WriteString("ink", Palette.InkOn(colour));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    static void WritePeriod(Utf8JsonWriter json, IndicatorPicture picture, PicturePeriod period, Language language)
    {
        var english = language.IsEnglish;
        json.WriteStartObject();
        json.WriteString("period", period.Period.ToString());
        json.WriteString("words", period.Period.Words.In(english));
        json.WriteStartArray("values");
        foreach (var drawn in period.Drawn)
        {
            json.WriteStartObject();
            json.WriteString("region", drawn.Region.Code);
            json.WriteString("name", drawn.Region.Name.In(english));
            json.WriteNumber("class", drawn.Class);
            json.WriteString("label", drawn.Second is { } second
                ? $"{CarryWords.Text(picture.Indicator, drawn.Figure, english)} · {CarryWords.Text(picture.Second!, second, english)}"
                : CarryWords.Text(picture.Indicator, drawn.Figure, english));
            if (drawn.Label == CarryLabel.Estimated)
                json.WriteBoolean("estimated", true);
            json.WriteStartArray("said");
            foreach (var line in Said(picture, drawn, period.Drawn.Count, language))
                json.WriteStringValue(line);
            json.WriteEndArray();
            if (drawn.Radius > 0)
            {
                json.WriteNumber("radius", Math.Round(drawn.Radius, 1));
                if (drawn.Figure.Value < 0)
                    json.WriteString("colour", CircleScale.NegativeColour);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("missing");
        foreach (var region in period.Missing)
        {
            json.WriteStartObject();
            json.WriteString("region", region.Code);
            json.WriteString("name", region.Name.In(english));
            if (period.Refused.TryGetValue(region.Code, out var why))
                json.WriteString("why", why.In(english));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>What the pointer is told: value, status and period, rank, source.</summary>
    static IEnumerable<string> Said(IndicatorPicture picture, DrawnFigure drawn, int count, Language language)
    {
        var english = language.IsEnglish;
        var figure = drawn.Figure;
        yield return picture.Second is { } other && drawn.Second is { } second
            ? $"{picture.Indicator.Name.In(english)}: {picture.Indicator.WithUnit(figure.Value, english)}; {other.Name.In(english)}: {other.WithUnit(second.Value, english)}"
            : CarryWords.WithUnit(picture.Indicator, figure, english);
        if (CarryWords.Label(picture.Indicator, figure, english) is { } label)
            yield return label;
        if (picture.Second is { } also && drawn.Second is { } secondFigure && CarryWords.Label(also, secondFigure, english) is { } secondLabel)
            yield return $"{also.Name.In(english)}: {secondLabel}";
        yield return $"{figure.Status.Words().In(english)}, {figure.Period.Words.In(english)}";
        if (figure.Basis is { } basis)
            yield return basis.In(english);
        yield return language.Say($"thứ {drawn.Rank} trong {count}", $"{drawn.Rank} of {count}");
        if (SourceWords(figure.Source) is { } source)
            yield return language.Say("Nguồn: ", "Source: ") + source;
    }

    static string? SourceWords(FigureSource source) =>
        source.Pages.Count > 0 ? string.Join(", ", source.Pages.Select(SafeLink.Host).Distinct(StringComparer.Ordinal)) : source.Instrument;
}

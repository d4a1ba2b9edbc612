using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using LongAnGis.Core.Coordinates;
using LongAnGis.Core.Lookup;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Plans.Instruments;
using LongAnGis.Web.Platform;

namespace LongAnGis.Web.Lookup.Batches;

/// <summary>What is told of one parcel or point in the columns of a file, in the language of the batch.</summary>
/// <param name="AreaSquareMetres">On the plane of the parcel's grid; null of a point.</param>
/// <param name="Columns">Texts by column: <c>understood</c>, <c>units</c>, <c>layer:…</c>, <c>met</c>, <c>near:…</c>, <c>bases</c>, <c>remarks</c>.</param>
public sealed record BatchAnswer(double Latitude, double Longitude, string ParcelCode, double? AreaSquareMetres, IReadOnlyDictionary<string, string> Columns)
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Write() => JsonSerializer.Serialize(this, Json);

    public static BatchAnswer Read(string json) =>
        JsonSerializer.Deserialize<BatchAnswer>(json, Json) ?? throw new JsonException("A kept answer without content.");
}

/// <summary>Answers one parcel or point of a batch by the same questions as a lookup's page.</summary>
sealed class BatchAnswers(ParcelAnswers answers, InstrumentRegister instruments)
{
    /// <summary>The answer, or why there is none.</summary>
    public async Task<(BatchAnswer? Answer, Bilingual? Fault)> Of(
        string corners, ReferenceFrame? frame, PointInTime moment, Layers layers, Language language, CancellationToken cancellation)
    {
        var table = CornerTableReader.Read(corners);
        return table is { Corners.Count: 1, Faults.Count: 0 }
            ? await OfPoint(table, frame, moment, layers, language, cancellation)
            : await OfParcel(corners, frame, moment, layers, language, cancellation);
    }

    async Task<(BatchAnswer?, Bilingual?)> OfPoint(
        CornerTable table, ReferenceFrame? frame, PointInTime moment, Layers layers, Language language, CancellationToken cancellation)
    {
        if (ParcelPlacing.Readings(table, new(frame), Region.Province) is not [var reading, ..])
            return (null, ParcelRefusal.Elsewhere(table, new(frame)).Message);

        var place = reading.Positions[0];
        var zone = reading.Frame.Zone ?? Vn2000Zone.LongAn;
        var answer = await answers.At(place, moment, cancellation);
        var columns = await Columns(reading, answer, layers, language, cancellation);
        foreach (var layer in answer.Met.Where(met => met is { Dimension: 2, IsIndicative: false } && !ParcelAnswer.Units.Contains(met.Layer)).GroupBy(met => met.Layer))
            columns[$"layer:{layer.Key}"] = string.Join("; ", layer.Select(met => met.Name.Vi));
        return (new(place.Latitude, place.Longitude, ParcelCode.Of(place).Value, null, columns), null);
    }

    async Task<(BatchAnswer?, Bilingual?)> OfParcel(
        string corners, ReferenceFrame? frame, PointInTime moment, Layers layers, Language language, CancellationToken cancellation)
    {
        if (StatedParcel.Read(corners, new(frame), Arrangement.Stated, out var refusals) is not { } stated)
            return (null, refusals[0].Message);

        var answer = await answers.Of(stated.Shape, moment, cancellation);
        var columns = await Columns(stated.Reading, answer, layers, language, cancellation);
        foreach (var layer in answer.Plan.Where(layer => layer.Overlay.Parts.Count > 0))
        {
            columns[$"layer:{layer.Layer}"] = string.Join("; ", layer.Overlay.Parts.Select(part => string.Create(
                language.Culture, $"{part.Thing.Name.Vi} ({part.AreaSquareMetres:#,0.0} m²; {100 * part.AreaSquareMetres / answer.AreaSquareMetres:0.0} %)")));
        }

        if (stated.Remarks.Count > 0)
            columns["remarks"] = string.Join(" ", stated.Remarks.Select(remark => remark.Message.In(language.IsEnglish)));
        return (new(stated.Reading.Middle.Latitude, stated.Reading.Middle.Longitude, stated.Code.Value, answer.AreaSquareMetres, columns), null);
    }

    async Task<Dictionary<string, string>> Columns(
        ParcelReading reading, ParcelAnswer answer, Layers layers, Language language, CancellationToken cancellation)
    {
        var told = answer.Met.Where(met => !ParcelAnswer.Units.Contains(met.Layer) && (met.Dimension < 2 || met.IsIndicative)).ToList();
        var bases = await LookupText.Bases(answer.Speaking, layers, instruments, cancellation);
        Dictionary<string, string> columns = new(StringComparer.Ordinal)
        {
            ["understood"] = reading.Meaning.In(language.IsEnglish),
            ["units"] = Units(answer, language),
            ["met"] = string.Join("; ", told.Select(met => $"{layers.Find(met.Layer)?.Name.In(language.IsEnglish)}: {met.Name.Vi}")),
            ["bases"] = string.Join("; ", bases.Select(basis => basis.Number)),
        };
        foreach (var near in answer.Nearest)
            columns[$"near:{near.Layer}"] = string.Create(CultureInfo.InvariantCulture, $"{near.Name.Vi} ({LookupText.Distance(near.DistanceMetres, language)})");
        return columns;
    }

    // A point's units are among what it meets, a parcel's are measured.
    static string Units(ParcelAnswer answer, Language language) => answer.Administration.Any()
        ? new LookupText(language).Where(answer)
        : answer.Met.Where(met => ParcelAnswer.Units.Contains(met.Layer)).ToList() is { Count: > 0 } units
            ? string.Join("; ", units.OrderBy(unit => unit.Layer).Select(unit => unit.Name.Vi + (LookupText.Period(unit, language) is { } period ? $" ({period})" : null)))
            : new LookupText(language).Where(answer);
}

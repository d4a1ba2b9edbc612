using System.Text.Json;
using System.Text.Json.Nodes;
using LongAnGis.Core.Lookup;
using LongAnGis.Web.ChangeSets.Drafting.Import;
using LongAnGis.Web.Indicators.Entry.Files;
using LongAnGis.Web.Lookup.Uploads;
using LongAnGis.Web.Platform;

namespace LongAnGis.Web.Lookup.Batches;

/// <summary>Reads the file of a batch: a table in XLSX or CSV, or the areas and points of a GeoPackage or GeoJSON.</summary>
sealed class BatchFile(LookupFiles files)
{
    /// <returns>The table, in which kind of file its answers are given back, and the reference system that the file states.</returns>
    /// <exception cref="RefusedException">With what is wrong, and what to do.</exception>
    public async Task<(BatchTable Table, string Kind, ReferenceFrame? Frame)> Read(IFormFile file, ReferenceFrame? asked, CancellationToken cancellation)
    {
        var bytes = await LookupFiles.Bytes(file, cancellation);
        if (LookupFiles.IsMap(bytes))
        {
            var drawn = await files.Map(bytes, asked, cancellation);
            return (OfFeatures(drawn), "gpkg", ReferenceFrame.Find(drawn.Grid?.Srid ?? ImportReference.Wgs84Code));
        }

        var rows = UploadedTable.Read(bytes, CsvTable.Utf8).Cells.Rows;
        var table = BatchTable.Read([.. rows.Select(row => (IReadOnlyList<string>)[.. row.Select(cell => cell.Text)])], out var refusal)
            ?? throw UploadLimits.Refuse(refusal!.Vi, refusal.In(english: true));
        return (table, bytes is [(byte)'P', (byte)'K', ..] ? "xlsx" : "csv", asked);
    }

    static BatchTable OfFeatures(ImportedFile file)
    {
        if (file.Features.Count is 0 or > BatchTable.MostSubjects)
            throw UploadLimits.Refuse(
                $"Tệp có {file.Features.Count} đối tượng; nhận từ 1 đến {BatchTable.MostSubjects}.", $"The file has {file.Features.Count} features; 1 to {BatchTable.MostSubjects} are taken.");

        List<string> headings = [.. file.Features.SelectMany(feature => feature.Fields.Keys).Distinct(StringComparer.OrdinalIgnoreCase).Take(200)];
        return new(
            headings,
            [.. file.Features.Select((feature, at) => new BatchRow(at, [.. headings.Select(heading => Text(feature.Fields.GetValueOrDefault(heading)))]))],
            [.. file.Features.Select(feature => Subject(feature, file))]);
    }

    static BatchSubject Subject(ImportedFeature feature, ImportedFile file)
    {
        try
        {
            if (feature.Geometry?["coordinates"] is JsonArray { Count: >= 2 } point && feature.Geometry["type"]?.ToString() == "Point")
                return new(DrawnShape.Table(new(point.DeepClone()), file.Grid));

            var drawn = DrawnShape.Of(file with { Features = [feature] });
            return drawn.IsLine == true
                ? new(drawn.Corners, new("Tuyến không tra cứu hàng loạt được; hãy tra cứu từng tuyến.", "A line cannot be looked up in a batch; look lines up one by one."))
                : new(drawn.Corners);
        }
        catch (RefusedException refused)
        {
            return new("", new(refused.Refusal.Vi, refused.Refusal.En));
        }
    }

    static string Text(JsonNode? value) => value switch
    {
        null => "",
        JsonValue text when text.GetValueKind() == JsonValueKind.String => text.GetValue<string>(),
        _ => value.ToJsonString(),
    };
}

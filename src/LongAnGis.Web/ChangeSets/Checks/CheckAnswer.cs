using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using LongAnGis.Core.Rules;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO.Converters;

namespace LongAnGis.Web.ChangeSets.Checks;

/// <summary>A check as JSON for the editor, in the language that it speaks.</summary>
static class CheckAnswer
{
    /// <summary>More is no list to work through; the count says how many there are.</summary>
    const int MostFindings = 500;

    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
        Converters = { new GeoJsonConverterFactory(new GeometryFactory(new PrecisionModel(), 4326)) },
    };

    public static byte[] Write(CheckOutcome outcome, bool isEnglish)
    {
        var consequences = outcome.Consequences!;
        return JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                count = outcome.Findings.Count,
                findings = outcome.Findings.Take(MostFindings).Select(finding => Told(finding, outcome, isEnglish)),
                consequences = new
                {
                    words = consequences.Words.Select(said => said.In(isEnglish)),
                    ledger = consequences.Ledger.Select(line => new
                    {
                        landClass = line.LandClass,
                        name = line.Name.In(isEnglish),
                        area = line.Area is { } area ? new { code = area, name = line.AreaName!.In(isEnglish) } : null,
                        plannedHa = Rounded(line.PlannedHectares),
                        plannedHaTo = Rounded(line.PlannedHectaresTo),
                        allocatedHa = Rounded(line.AfterHectares),
                        beforeHa = Rounded(line.BeforeHectares),
                        afterHa = Rounded(line.AfterHectares),
                    }),
                    conflicts = consequences.Touched.Select(one => new
                    {
                        layer = one.Layer,
                        code = one.Code,
                        name = one.Name.In(isEnglish),
                        why = one.Why.In(isEnglish),
                    }),
                    tasks = consequences.Tasks.Select(one => new
                    {
                        code = one.Code,
                        name = one.Name.In(isEnglish),
                        why = one.Why.In(isEnglish),
                    }),
                    byDistrict = consequences.Areas.Where(area => area.IsDistrict).Select(area => Told(area, isEnglish)),
                    byCommune = consequences.Areas.Where(area => !area.IsDistrict).Select(area => Told(area, isEnglish)),
                },
            },
            Json);
    }

    static object Told(TouchedArea area, bool isEnglish) =>
        new { code = area.Code, name = area.Name.In(isEnglish), hectares = Rounded(area.Hectares) };

    static object Told(Finding finding, CheckOutcome outcome, bool isEnglish)
    {
        var repairs = finding.Repairs.Where(repair => repair.Features.All(mended => mended.Feature is not null)).Select(repair => new
        {
            label = repair.Label.In(isEnglish),
            edits = repair.Features.Select(mended => new { put = Put(mended, outcome) }).ToArray(),
        }).ToArray();
        return new
        {
            key = finding.Key,
            rule = finding.Rule.ToString(),
            name = finding.Rule.Name().In(isEnglish),
            severity = finding.Severity == Severity.Error ? "error" : "warning",
            message = finding.Message.In(isEnglish),
            layer = finding.Feature?.Layer,
            code = finding.Feature?.Code,
            position = outcome.Changes.FirstOrDefault(change => change.Path == finding.Feature?.Path)?.Position,
            other = finding.Other is { } other ? new { layer = other.Layer, code = other.Code, name = other.Name.In(isEnglish) } : null,
            measure = finding.Measure is { } measure ? new { value = measure.Value, unit = measure.Unit } : null,
            vertex = finding.Vertex is { } vertex ? new { part = vertex.Part, ring = vertex.Ring, vertex = vertex.Vertex } : null,
            place = finding.Place,
            repair = repairs.FirstOrDefault(),
            repairs,
            reason = outcome.Reasons.GetValueOrDefault(finding.Key),
        };
    }

    /// <summary>A change as it would be saved: what is drafted with its new geometry, or a new amendment of what stands.</summary>
    static object Put(RepairedFeature mended, CheckOutcome outcome)
    {
        var path = mended.Feature!.Path;
        if (outcome.Changes.FirstOrDefault(change => change.Path == path) is { } change)
        {
            return new
            {
                position = change.Position,
                expects = change.Version,
                op = change.Operation,
                layer = change.Layer,
                code = change.Code,
                feature = change.FeatureId,
                baseVersion = change.BaseVersion,
                nameVi = change.NameVi,
                nameEn = change.NameEn,
                attributes = change.Attributes,
                quality = change.Quality,
                geometrySource = change.GeometrySource,
                note = change.Note,
                instrument = change.Instrument,
                inForceFrom = Day(change.InForceFrom),
                inForceUntil = Day(change.InForceUntil),
                successor = change.Successor,
                geometry = mended.GeometryWgs84,
            };
        }

        var standing = outcome.Standing[path];
        return new
        {
            position = (int?)null,
            expects = (int?)null,
            op = "update",
            layer = standing.Name.Layer,
            code = standing.Name.Code,
            feature = standing.Id,
            baseVersion = standing.Version,
            nameVi = standing.Name.Name.Vi,
            nameEn = standing.Name.Name.En,
            attributes = standing.Attributes,
            quality = standing.Quality,
            geometrySource = standing.GeometrySource,
            note = standing.Note,
            // The amendment's own instrument and day.
            instrument = (string?)null,
            inForceFrom = (string?)null,
            inForceUntil = (string?)null,
            successor = (string?)null,
            geometry = mended.GeometryWgs84,
        };
    }

    static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    // Ten thousandths of a hectare are square metres.
    static double? Rounded(double? hectares) => hectares is { } value ? Math.Round(value, 4) : null;
}

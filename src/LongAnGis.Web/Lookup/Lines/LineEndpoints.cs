using System.Text.Encodings.Web;
using System.Text.Json;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Plans.Downloads;
using LongAnGis.Web.Shell;

namespace LongAnGis.Web.Lookup.Lines;

/// <summary>What the plan says along a line, for programs: the same figures as its page, unrounded.</summary>
static class LineEndpoints
{
    static readonly JsonSerializerOptions JsonOptions = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/lookup/line/{id:guid}.geojson", GeoJson);
        routes.MapGet("/lookup/line/{id:guid}.json", Json);
    }

    static async Task<IResult> GeoJson(HttpContext context, Guid id, LineRegister register)
    {
        LookupEndpoints.Hide(context);
        var line = await register.Find(id, context.RequestAborted);
        return Results.Text(
            $$"""{"type":"Feature","properties":{},"geometry":{{GeoJsonFile.Geometry(line.Shape.Wgs84)}}}""", GeoJsonFile.ContentType);
    }

    static async Task<IResult> Json(HttpContext context, Guid id, LineRegister register, LineAnswers answers, AskedMoment asked)
    {
        LookupEndpoints.Hide(context);
        var line = await register.Find(id, context.RequestAborted);
        var answer = await answers.Of(line.Shape, await asked.Time(), context.RequestAborted);
        return Results.Json(
            new
            {
                plan = answer.Moment.Plan,
                asOf = CalendarDay.Write(answer.Moment.AsOf),
                answer.Moment.Revision,
                understood = new { srid = line.Reading.Frame.Srid, line.Reading.NorthFirst, meaning = line.Reading.Meaning.Vi, meaningEn = line.Reading.Meaning.En },
                measuredOn = line.Shape.Zone.Srid,
                answer.LengthMetres,
                layers = answer.Measured.Select(layer => new
                {
                    layer.Layer,
                    features = layer.Overlay.Parts.Select(part => new
                    {
                        part.Thing.Id,
                        part.Thing.Version,
                        name = part.Thing.Name.Vi,
                        nameEn = part.Thing.Name.En,
                        part.LengthMetres,
                        share = part.LengthMetres / answer.LengthMetres,
                        stretches = part.Stretches.Select(stretch => new { stretch.FromMetres, stretch.ToMetres }),
                    }),
                    uncoveredMetres = layer.Overlay.RestMetres,
                }),
                crossed = answer.Crossed.Select(one => new { one.Feature.Layer, one.Feature.Id, name = one.Feature.Name.Vi, nameEn = one.Feature.Name.En, one.AtMetres }),
                met = answer.Met.Select(one => new { one.Layer, one.Id, name = one.Name.Vi, nameEn = one.Name.En, indicative = one.IsIndicative }),
                notice = LookupText.Disclaimer.Vi,
                noticeEn = LookupText.Disclaimer.En,
            },
            JsonOptions);
    }
}

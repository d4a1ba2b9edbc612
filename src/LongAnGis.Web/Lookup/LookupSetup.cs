using LongAnGis.Web.Lookup.Batches;
using LongAnGis.Web.Lookup.Converting;
using LongAnGis.Web.Lookup.Extracts;
using LongAnGis.Web.Lookup.Lines;
using LongAnGis.Web.Lookup.Places;
using LongAnGis.Web.Lookup.Points;
using LongAnGis.Web.Lookup.Uploads;
using LongAnGis.Web.Lookup.Watching;

namespace LongAnGis.Web.Lookup;

/// <summary>What the plan says at a parcel: its corner table read, laid over the plan, answered on a page and on paper.</summary>
static class LookupSetup
{
    public static void AddLookup(this IServiceCollection services)
    {
        services.AddSingleton<LookupRegister>();
        services.AddSingleton<LookupFiles>();
        services.AddSingleton<BatchFile>();
        services.AddSingleton<BatchRegister>();
        services.AddSingleton<BatchAnswers>();
        services.AddSingleton<BatchWork>();
        services.AddHostedService(all => all.GetRequiredService<BatchWork>());
        services.AddSingleton<WatchRegister>();
        services.AddSingleton<WatchWork>();
        services.AddHostedService(all => all.GetRequiredService<WatchWork>());
        services.AddSingleton<LineRegister>();
        services.AddSingleton<LineAnswers>();
        services.AddSingleton<LineReports>();
        services.AddSingleton<PointRegister>();
        services.AddSingleton<PointReports>();
        services.AddSingleton<PendingAmendments>();
        services.AddSingleton<UnitFigures>();
        services.AddSingleton<SinceDay>();
        services.AddSingleton<PlaceReading>();
        services.AddSingleton<ParcelAnswers>();
        services.AddSingleton<ParcelReports>();
        services.AddSingleton<ReadingsPicture>();
        services.AddSingleton<ExtractPaper>();
        services.AddSingleton<SealingKeys>();
        services.AddSingleton<Seal>();
        services.AddSingleton<ExtractRegister>();
    }

    public static void MapLookup(this IEndpointRouteBuilder routes)
    {
        LookupEndpoints.Map(routes);
        LineEndpoints.Map(routes);
        PointEndpoints.Map(routes);
        BatchEndpoints.Map(routes);
        WatchEndpoints.Map(routes);
        VerifyEndpoints.Map(routes);
        ConvertEndpoints.Map(routes);
    }
}

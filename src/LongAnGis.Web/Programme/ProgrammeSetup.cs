using LongAnGis.Web.Programme.Composing;
using LongAnGis.Web.Programme.Keeping;
using LongAnGis.Web.Programme.Reporting;
using LongAnGis.Web.Programme.Review;

namespace LongAnGis.Web.Programme;

/// <summary>The action programme: who does what by when, and how it is going.</summary>
public static class ProgrammeSetup
{
    public static void AddProgramme(this IServiceCollection services)
    {
        services.AddSingleton<ProgrammeReading>();
        services.AddSingleton<TaskHistory>();
        services.AddSingleton<TaskPlaces>();
        services.AddSingleton<TaskLinks>();
        services.AddSingleton<TaskKeeping>();
        services.AddSingleton<ProgrammeEditions>();
        services.AddReporting();
        services.AddComposing();
        services.AddReview();
    }

    public static void MapProgramme(this IEndpointRouteBuilder routes)
    {
        routes.MapKeeping();
        routes.MapReporting();
        routes.MapComposing();
        routes.MapReview();
    }
}

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
    }
}

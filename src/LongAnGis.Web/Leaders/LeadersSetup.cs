namespace LongAnGis.Web.Leaders;

/// <summary>The province at a glance, for those who lead it.</summary>
public static class LeadersSetup
{
    public static void AddLeaders(this IServiceCollection services) => services.AddSingleton<LeadersReading>();
}

namespace LongAnGis.Web.Quotas;

/// <summary>How much land of each class the plan allots, and how much is taken.</summary>
public static class QuotasSetup
{
    public static void AddQuotas(this IServiceCollection services) => services.AddSingleton<LandLedger>();
}

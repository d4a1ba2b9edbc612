namespace LongAnGis.Web.Conformity;

/// <summary>Whether what is built and planned fits the plan.</summary>
public static class ConformitySetup
{
    public static void AddConformity(this IServiceCollection services) => services.AddSingleton<ConformityRegister>();
}

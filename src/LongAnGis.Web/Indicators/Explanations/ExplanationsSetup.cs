namespace LongAnGis.Web.Indicators.Explanations;

/// <summary>Leaders ask, whoever is responsible answers, both stay on the record.</summary>
static class ExplanationsSetup
{
    public static void AddExplanations(this IServiceCollection services)
    {
        services.AddSingleton<ExplanationDesk>();
        services.AddSingleton<AskedFigures>();
    }
}

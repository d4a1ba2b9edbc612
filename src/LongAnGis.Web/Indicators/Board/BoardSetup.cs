namespace LongAnGis.Web.Indicators.Board;

/// <summary>The results framework: targets held against figures, with verdicts.</summary>
static class BoardSetup
{
    public static void AddBoard(this IServiceCollection services)
    {
        services.AddSingleton<BoardFigures>();
        services.AddSingleton<Scoreboard>();
        services.AddSingleton<TargetDistricts>();
    }
}

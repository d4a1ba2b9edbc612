using LongAnGis.Core.Plans;
using LongAnGis.Web.Indicators.Districts.Paper;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Plans.Features;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Shell;

namespace LongAnGis.Web.Indicators.Districts;

/// <summary>The province read by district.</summary>
static class DistrictsSetup
{
    public static void AddDistricts(this IServiceCollection services)
    {
        services.AddSingleton<DistrictDirectory>();
        services.AddSingleton<DistrictPlan>();
        services.AddSingleton<DistrictReading>();
        services.AddSingleton<DistrictRanking>();
        services.AddPaper();
    }

    public static void MapDistricts(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/communes/{code}", Commune);
        routes.MapPaper();
    }

    /// <summary>A commune of 2025 by its code: its feature's page says what is known of it.</summary>
    static async Task<IResult> Commune(HttpContext context, string code, FeatureReferences references, Moments moments, CancellationToken cancellation)
    {
        var moment = await moments.Resolve(AskedTime.Now, cancellation);
        return code.Length <= 20 && await references.ByCode("communes", code, moment, cancellation) is { } commune
            ? TypedResults.Redirect(Links.Of(context).To(commune.Path))
            : Refusal.NotFound(
                "Không có xã, phường nào mang mã này. Dùng mã năm 2025, ví dụ 27694.",
                "There is no commune with this code. Use the code of 2025, for example 27694.");
    }
}

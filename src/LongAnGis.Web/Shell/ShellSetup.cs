
namespace LongAnGis.Web.Shell;

/// <summary>The frame of every page: document, header, rail, panel, map frame, status bar.</summary>
public static class ShellSetup
{
    public static void AddShell(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddScoped(provider => Links.Of(
            provider.GetRequiredService<IHttpContextAccessor>().HttpContext
            ?? throw new InvalidOperationException("Links are made while a page is answered.")));
        services.AddScoped<AskedMoment>();
    }

    public static void MapShell(this IEndpointRouteBuilder routes) => routes.MapRazorComponents<App>();
}

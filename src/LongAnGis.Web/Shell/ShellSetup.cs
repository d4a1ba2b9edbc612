namespace LongAnGis.Web.Shell;

/// <summary>The frame of every page.</summary>
public static class ShellSetup
{
    public static void AddShell(this IServiceCollection services) => services.AddRazorComponents();

    public static void MapShell(this IEndpointRouteBuilder routes) => routes.MapRazorComponents<App>();
}

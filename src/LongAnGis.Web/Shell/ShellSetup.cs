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

    public static void MapShell(this IEndpointRouteBuilder routes) => routes.MapRazorComponents<App>().Add(AnswerOnlyGet);

    // Razor's pages also take POST; our forms are sent to endpoints, which may have the same address as a page.
    static void AnswerOnlyGet(EndpointBuilder page)
    {
        foreach (var methods in page.Metadata.OfType<HttpMethodMetadata>().ToList())
            page.Metadata.Remove(methods);
        page.Metadata.Add(new HttpMethodMetadata([HttpMethods.Get]));
    }
}

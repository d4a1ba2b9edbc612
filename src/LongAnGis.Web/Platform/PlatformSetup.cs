using System.Text.Encodings.Web;
using System.Text.Unicode;
using LongAnGis.Web.Platform.Logging;
using LongAnGis.Web.Platform.Retries;

namespace LongAnGis.Web.Platform;

/// <summary>What every answer of the service has in common.</summary>
public static class PlatformSetup
{
    public static void AddPlatform(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var dataFolder = new DataFolder(builder.Configuration);

        builder.WebHost.UseUrls($"http://127.0.0.1:{Serving.Port(builder.Configuration)}");
        // Does nothing once published; before that the files of wwwroot lie where the build says.
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(Serving.Limit);
        builder.Logging.AddJsonLines(dataFolder);

        services.AddSingleton(dataFolder);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<Terminal>();
        services.AddSingleton<PublicAddress>();
        // Razor writes Vietnamese as entities unless told that all of Unicode is safe; markup characters still are not.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.ConfigureHttpJsonOptions(json =>
            json.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All));
        services.AddHttpContextAccessor();
        services.AddScoped(scope =>
            scope.GetRequiredService<IHttpContextAccessor>().HttpContext?.PageLanguage() ?? Language.Vietnamese);
        services.AddScoped<Forms.TypedForm>();
        services.AddCompression();
        services.AddRateLimits(builder.Configuration);
        services.AddSingleton<KeptAnswers>();
        services.AddSingleton<OldAnswers>();
        services.AddHostedService(provider => provider.GetRequiredService<OldAnswers>());
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(10));
    }

    public static void UsePlatform(this WebApplication app)
    {
        app.UseTrustedProxies();
        app.UseSecurityHeaders();
        app.UseFreshness();
        app.UseResponseCompression();
        app.Use((context, next) =>
        {
            // HEAD is GET without the body, which the server leaves out by itself; routes need not know of it.
            context.Request.Method = HttpMethods.IsHead(context.Request.Method) ? HttpMethods.Get : context.Request.Method;
            return next(context);
        });
        app.UseRequestLanguage();
        app.UseProblems();
        app.UseRequestGuard();
        app.UseMapAssets();
        // Said here, because the path that routes are looked up by has lost its language only now.
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAntiforgery();
    }

    public static void MapPlatform(this WebApplication app)
    {
        app.MapHealth();
        app.MapStaticAssets();
    }
}

using LongAnGis.Web.Database;

namespace LongAnGis.Web.Mail;

/// <summary>Messages to people's mailboxes, through the SMTP server of the settings.</summary>
public static class MailSetup
{
    public static void AddMail(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = MailSettings.Read(configuration);
        services.AddSingleton(all => new MailOutbox(settings, all.GetRequiredService<TimeProvider>()));
        services.AddSingleton(all => new MailSending(
            all.GetRequiredService<PlanDatabase>(), settings, all.GetRequiredService<TimeProvider>(), all.GetRequiredService<ILogger<MailSending>>()));
        services.AddHostedService(all => all.GetRequiredService<MailSending>());
    }
}

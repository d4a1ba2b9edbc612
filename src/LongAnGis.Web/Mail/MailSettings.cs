using System.Globalization;
using LongAnGis.Web.Platform;
using MailKit.Security;
using MimeKit;

namespace LongAnGis.Web.Mail;

/// <summary>
/// The SMTP server of the settings: <c>Smtp:Host</c>, <c>Smtp:Port</c>, <c>Smtp:Security</c> (<c>starttls</c>, the usual; <c>tls</c>;
/// <c>none</c>, for a relay on the same machine), <c>Smtp:UserName</c>, <c>Smtp:Password</c>, <c>Smtp:From</c> (<c>LongAnGis
/// &lt;quyhoach@example.vn&gt;</c>). Without a host nothing is sent, and nothing is kept to be sent.
/// </summary>
public sealed record MailSettings(string Host, int Port, SecureSocketOptions Security, string? UserName, string? Password, MailboxAddress From)
{
    /// <summary>Null when no host is named.</summary>
    /// <exception cref="StartupException">A setting cannot be used.</exception>
    public static MailSettings? Read(IConfiguration configuration)
    {
        if (configuration["Smtp:Host"] is not { Length: > 0 } host)
            return null;

        SecureSocketOptions security = (configuration["Smtp:Security"] ?? "starttls") switch
        {
            "starttls" => SecureSocketOptions.StartTls,
            "tls" => SecureSocketOptions.SslOnConnect,
            "none" => SecureSocketOptions.None,
            _ => throw Unfit("Smtp:Security", "starttls, tls, none"),
        };
        var usual = security switch { SecureSocketOptions.StartTls => 587, SecureSocketOptions.SslOnConnect => 465, _ => 25 };
        if (!int.TryParse(configuration["Smtp:Port"] ?? usual.ToString(CultureInfo.InvariantCulture), NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port is < 1 or > 65535)
            throw Unfit("Smtp:Port", "1–65535");
        if (!MailboxAddress.TryParse(configuration["Smtp:From"] ?? "", out var from))
            throw Unfit("Smtp:From", "LongAnGis <quyhoach@example.vn>");
        return new(host, port, security, configuration["Smtp:UserName"], configuration["Smtp:Password"], from);
    }

    static StartupException Unfit(string name, string valid) => new(
        $"Cấu hình {name} không dùng được; giá trị đúng: {valid}.", $"The setting {name} cannot be used; valid: {valid}.");
}

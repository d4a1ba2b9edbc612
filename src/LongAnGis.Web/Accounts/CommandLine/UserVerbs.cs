using LongAnGis.Core.Accounts;
using LongAnGis.Web.Accounts.Administration;
using LongAnGis.Web.Accounts.OpenIdConnect;
using LongAnGis.Web.Accounts.Own;
using LongAnGis.Web.Audit;
using LongAnGis.Web.Database;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Platform.Forms;
using LongAnGis.Web.Platform.Verbs;

namespace LongAnGis.Web.Accounts.CommandLine;

/// <summary>
/// Accounts from the server's own command line: for the first administrator, and for when nobody gets in any more. Works
/// beside a service that runs; what ends a session there does so with the session's next request.
/// </summary>
static class UserVerbs
{
    public static void AddUserVerbs(this IServiceCollection services) => services.AddSingleton(new Verb(
        "user", "user add NAME [--role admin,…] …", "tài khoản: add, list, disable, enable, password, link",
        "accounts: add, list, disable, enable, password, link", Run));

    static readonly StartupException Usage = new(
        "Cách dùng: user add TÊN [--role admin,planner] [--display \"Họ tên\"] | user list | user disable TÊN | user enable TÊN | user password TÊN | user link TÊN MÃ_DANH_TÍNH",
        "Usage: user add NAME [--role admin,planner] [--display \"Full name\"] | user list | user disable NAME | user enable NAME | user password NAME | user link NAME SUBJECT");

    static async Task<int> Run(IServiceProvider services, IReadOnlyList<string> words, CancellationToken cancellation)
    {
        // What is typed wrongly is said before a database is started for it.
        Func<Task> action = words switch
        {
            ["add", var name] => () => Add(services, name, cancellation),
            ["list"] => () => List(services, cancellation),
            ["disable", var name] => () => Switch(services, name, disable: true, cancellation),
            ["enable", var name] => () => Switch(services, name, disable: false, cancellation),
            ["password", var name] => () => Password(services, name, cancellation),
            ["link", var name, var subject] => () => Link(services, name, subject, cancellation),
            _ => throw Usage,
        };
        var database = services.GetRequiredService<PreparedDatabase>();
        try
        {
            await database.Open(shared: true, cancellation);
            await action();
            return 0;
        }
        finally
        {
            await database.Close();
        }
    }

    static async Task Add(IServiceProvider services, string name, CancellationToken cancellation)
    {
        var configuration = services.GetRequiredService<IConfiguration>();
        var roles = (configuration["role"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(code => RoleCodes.Find(code) ?? throw new StartupException(
                $"Không có vai trò “{code}”; có: {string.Join(", ", Enum.GetValues<Role>().Select(role => role.Code()))}.",
                $"There is no role “{code}”; there are: {string.Join(", ", Enum.GetValues<Role>().Select(role => role.Code()))}."))
            .ToHashSet();
        var keeper = services.GetRequiredService<AccountKeeper>();
        if (await keeper.Find(name, cancellation) is not null)
        {
            throw new StartupException($"Tài khoản “{name}” đã có.", $"The account “{name}” exists already.");
        }

        var password = ReadPassword(UserNames.Normalize(name));
        var details = new AccountDetails(configuration["display"] is { Length: > 0 } display ? display : name, null, roles, null, null);
        var kept = Require(await keeper.Invite(Keeper.CommandLine, name, details, cancellation));
        await services.GetRequiredService<PasswordChange>().Set(kept.Account, password, cancellation);
        Tell(services, $"Đã tạo tài khoản {UserNames.Normalize(name)}.", $"The account {UserNames.Normalize(name)} is made.");
    }

    static async Task Password(IServiceProvider services, string name, CancellationToken cancellation)
    {
        var account = await Known(services, name, cancellation);
        var password = ReadPassword(UserNames.Normalize(name));
        await services.GetRequiredService<PasswordChange>().Set(account, password, cancellation);
        await services.GetRequiredService<AuditLog>().Record(
            Keeper.CommandLine.Name, "account.password", $"account/{UserNames.Normalize(name)}", null, cancellation);
        Tell(services, "Đã đổi mật khẩu; mọi phiên đăng nhập cũ đã hết.", "The password is changed; all older sessions are over.");
    }

    static async Task Link(IServiceProvider services, string name, string subject, CancellationToken cancellation)
    {
        var provider = services.GetRequiredService<SignInWays>().Provider ?? throw new StartupException(
            "Chưa cấu hình nhà cung cấp OpenID Connect (OpenIdConnect:Authority).", "No OpenID Connect provider is configured (OpenIdConnect:Authority).");
        var account = await Known(services, name, cancellation);
        Require(await services.GetRequiredService<AccountKeeper>().Link(Keeper.CommandLine, account, provider.Issuer, subject, cancellation));
        Tell(services, $"Đã gắn với “{subject}” ở {provider.Issuer}.", $"Linked to “{subject}” at {provider.Issuer}.");
    }

    static async Task Switch(IServiceProvider services, string name, bool disable, CancellationToken cancellation)
    {
        var account = await Known(services, name, cancellation);
        var keeper = services.GetRequiredService<AccountKeeper>();
        Require(disable
            ? await keeper.Disable(Keeper.CommandLine, account, cancellation)
            : await keeper.Enable(Keeper.CommandLine, account, cancellation));
        Tell(services, disable ? "Đã khóa." : "Đã mở khóa.", disable ? "Disabled." : "Enabled.");
    }

    static async Task List(IServiceProvider services, CancellationToken cancellation)
    {
        foreach (var account in await services.GetRequiredService<AccountRegister>().All(new(null, null, null), cancellation))
        {
            var state = account.IsDisabled ? "disabled" : account.HasPassword || account.HasProvider ? "active" : "invited";
            Console.WriteLine($"{account.UserName,-24} {state,-9} {string.Join(',', account.Roles.Order().Select(role => role.Code())),-20} {account.DisplayName}");
        }
    }

    static async Task<Guid> Known(IServiceProvider services, string name, CancellationToken cancellation) =>
        await services.GetRequiredService<AccountKeeper>().Find(name, cancellation)
        ?? throw new StartupException($"Không có tài khoản “{name}”.", $"There is no account “{name}”.");

    static Kept Require(Kept kept) => kept.Objection is { } objection ? throw Explain(objection) : kept;

    static StartupException Explain(FormMessage error) => new(error.Vi, error.En);

    static void Tell(IServiceProvider services, string vi, string en) => services.GetRequiredService<Terminal>().Say(vi, en);

    static string ReadPassword(string userName)
    {
        var password = Console.IsInputRedirected ? Console.ReadLine() ?? "" : AskTwice();
        return PasswordRules.Objection(password, userName) is var (vi, en) ? throw new StartupException(vi, en) : password;
    }

    static string AskTwice()
    {
        var first = Ask("Mật khẩu · Password: ");
        return first == Ask("Nhập lại · Again: ")
            ? first
            : throw new StartupException("Hai lần nhập không giống nhau.", "The two are not the same.");
    }

    // Nothing of it shows on the screen, not even how long it is.
    static string Ask(string prompt)
    {
        Console.Write(prompt);
        var typed = new System.Text.StringBuilder();
        for (var key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                typed.Length = Math.Max(0, typed.Length - 1);
            }
            else if (!char.IsControl(key.KeyChar))
            {
                typed.Append(key.KeyChar);
            }
        }

        Console.WriteLine();
        return typed.ToString();
    }
}

using LongAnGis.Core.Accounts;
using LongAnGis.Web.Platform;

namespace LongAnGis.Web.Accounts.OpenIdConnect;

/// <summary>
/// The OpenID Connect provider that people may sign in with: the setting section <c>OpenIdConnect</c>. Who somebody is, is
/// said by issuer and subject alone; names and addresses in a token are for reading only.
/// </summary>
/// <param name="Authority">The issuer; its description lies at <c>/.well-known/openid-configuration</c> below it.</param>
/// <param name="RolesClaim">Where roles are read from at each sign-in; null when administrators give them here.</param>
/// <param name="Roles">Which value of that claim carries which role.</param>
/// <param name="AdmitsUnknown">Whether somebody without an account gets one without roles, or is refused.</param>
/// <param name="AsksUserInfo">Whether the claims also come from the provider's user-info endpoint.</param>
/// <param name="Patience">How long an answer of the provider is waited for.</param>
public sealed record ProviderSettings(
    Uri Authority,
    string ClientId,
    string? ClientSecret,
    string NameVi,
    string NameEn,
    IReadOnlyList<string> Scopes,
    RolesClaim? RolesClaim,
    ILookup<string, Role> Roles,
    bool AdmitsUnknown,
    bool AsksUserInfo,
    TimeSpan Patience)
{
    const string Section = "OpenIdConnect";

    /// <summary>As accounts are linked by it: without the slash that some providers write at its end.</summary>
    public string Issuer { get; } = Canonical(Authority.AbsoluteUri);

    public static string Canonical(string issuer) => issuer.TrimEnd('/');

    /// <summary>Null when no provider is configured.</summary>
    /// <exception cref="StartupException">A setting is missing or cannot be read.</exception>
    public static ProviderSettings? Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        if (!section.GetChildren().Any(one => one.Key != "Passwords"))
        {
            return null;
        }

        var authority = ReadAuthority(section["Authority"]);
        var rolesClaim = Filled(section["RolesClaim"]);
        var roles = section.GetSection("Roles").GetChildren().Select(ReadRole).ToLookup(pair => pair.Value, pair => pair.Role);
        return (rolesClaim is null) == (roles.Count == 0)
            ? new(
                authority,
                Filled(section["ClientId"]) ?? throw Wrong("ClientId"),
                Filled(section["ClientSecret"]),
                Filled(section["NameVi"]) ?? authority.Host,
                Filled(section["NameEn"]) ?? Filled(section["NameVi"]) ?? authority.Host,
                (Filled(section["Scopes"]) ?? "profile email").Split(' ', StringSplitOptions.RemoveEmptyEntries),
                rolesClaim is null ? null : new(rolesClaim),
                roles,
                section["Unknown"] switch
                {
                    null or "" or "refuse" => false,
                    "admit" => true,
                    _ => throw Wrong("Unknown (refuse, admit)"),
                },
                section.GetValue("UserInfo", false),
                TimeSpan.FromSeconds(section.GetValue("TimeoutSeconds", 10)))
            : throw Wrong("RolesClaim, Roles");
    }

    // Plain http is for a provider on this machine; anywhere else somebody in between could be the provider.
    static Uri ReadAuthority(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var authority) && authority is { Query: "", Fragment: "", UserInfo: "" }
            && (authority.Scheme == Uri.UriSchemeHttps || (authority.Scheme == Uri.UriSchemeHttp && authority.IsLoopback))
            ? authority
            : throw Wrong("Authority (https://…)");

    static (string Value, Role Role) ReadRole(IConfigurationSection entry) =>
        Filled(entry["Value"]) is { } value && RoleCodes.Find(entry["Role"]) is { } role
            ? (value, role)
            : throw Wrong($"Roles:{entry.Key} (Value, Role)");

    static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    static StartupException Wrong(string name) => new(
        $"Thiếu hoặc sai thiết lập {Section}: {name}.", $"A setting of {Section} is missing or wrong: {name}.");
}

/// <summary>How people may sign in here: with a password, with a provider, or with both.</summary>
public sealed record SignInWays(bool Passwords, ProviderSettings? Provider)
{
    /// <exception cref="StartupException">The settings leave no way in, or cannot be read.</exception>
    public static SignInWays Read(IConfiguration configuration)
    {
        var ways = new SignInWays(configuration.GetValue("OpenIdConnect:Passwords", true), ProviderSettings.Read(configuration));
        return ways is { Passwords: false, Provider: null }
            ? throw new StartupException(
                "OpenIdConnect:Passwords=false cần một nhà cung cấp (OpenIdConnect:Authority, ClientId); nếu không, không ai đăng nhập được.",
                "OpenIdConnect:Passwords=false needs a provider (OpenIdConnect:Authority, ClientId); otherwise nobody could sign in.")
            : ways;
    }

    /// <summary>The answer to a password where none is taken.</summary>
    internal static readonly Refusal NoPasswords = new(
        StatusCodes.Status403Forbidden,
        "Hệ thống này không dùng mật khẩu riêng; hãy đăng nhập qua nhà cung cấp danh tính.",
        "This service takes no passwords of its own; sign in with the identity provider.");
}

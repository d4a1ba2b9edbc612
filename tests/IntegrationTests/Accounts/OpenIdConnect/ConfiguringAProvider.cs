using LongAnGis.Core.Accounts;
using LongAnGis.Web.Accounts.OpenIdConnect;
using LongAnGis.Web.Platform;
using Microsoft.Extensions.Configuration;

namespace LongAnGis.IntegrationTests.Accounts.OpenIdConnect;

/// <summary>What the settings say is understood as it stands, or refused before the service starts.</summary>
public sealed class ConfiguringAProvider
{
    [Fact]
    public void Takes_the_least_that_is_needed()
    {
        var ways = Read(("Authority", "https://danhtinh.example.vn/realms/tinh/"), ("ClientId", "long-an-gis"));

        Assert.True(ways.Passwords);
        Assert.Equal("https://danhtinh.example.vn/realms/tinh", ways.Provider!.Issuer);
        Assert.Equal("danhtinh.example.vn", ways.Provider.NameVi);
        Assert.Equal(["profile", "email"], ways.Provider.Scopes);
        Assert.False(ways.Provider.AdmitsUnknown);
        Assert.Null(ways.Provider.RolesClaim);
    }

    [Fact]
    public void Takes_several_roles_for_one_value_of_the_claim()
    {
        var ways = Read(
            ("Authority", "http://127.0.0.1:9000"), ("ClientId", "x"), ("RolesClaim", "groups"),
            ("Roles:0:Value", "cn=gis"), ("Roles:0:Role", "planner"), ("Roles:1:Value", "cn=gis"), ("Roles:1:Role", "leader"));

        Assert.Equal([Role.Planner, Role.Leader], ways.Provider!.Roles["cn=gis"]);
        Assert.Empty(ways.Provider.Roles["cn=other"]);
    }

    [Fact]
    public void Takes_nothing_at_all_for_passwords_alone() => Assert.Equal(new SignInWays(true, null), Read());

    [Theory]
    [InlineData("Authority", "Authority", null)]
    [InlineData("Authority", "Authority", "danhtinh.example.vn")]
    [InlineData("Authority", "Authority", "http://danhtinh.example.vn")]
    [InlineData("Authority", "Authority", "https://danhtinh.example.vn?realm=x")]
    [InlineData("ClientId", "ClientId", null)]
    [InlineData("Unknown", "Unknown", "welcome")]
    [InlineData("RolesClaim", "RolesClaim", "groups")]
    [InlineData("Roles:0", "Roles:0:Value", "gis")]
    [InlineData("Roles:0", "Roles:0:Role", "planner")]
    public void Is_refused_with_the_name_of_what_is_missing_or_wrong(string named, string setting, string? value)
    {
        var settings = new Dictionary<string, string?> { ["Authority"] = "https://danhtinh.example.vn", ["ClientId"] = "x", [setting] = value };

        var refused = Assert.Throws<StartupException>(() => Read([.. settings.Select(pair => (pair.Key, pair.Value))]));

        Assert.Contains(named, refused.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Is_refused_when_nobody_could_sign_in() =>
        Assert.Contains("nobody could sign in", Assert.Throws<StartupException>(() => Read(("Passwords", "false"))).Sentence, StringComparison.Ordinal);

    [Theory]
    [InlineData("quyhoach.example.vn")]
    [InlineData("https://quyhoach.example.vn/ban-do")]
    [InlineData("ftp://quyhoach.example.vn")]
    [InlineData("https://quyhoach.example.vn/?x=1")]
    public void Refuses_a_base_address_that_is_none(string address)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("BaseUrl", address)]).Build();

        Assert.Contains("BaseUrl", Assert.Throws<StartupException>(() => PublicAddress.Configured(configuration)).Sentence, StringComparison.Ordinal);
    }

    static SignInWays Read(params (string Name, string? Value)[] settings) => SignInWays.Read(new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"OpenIdConnect:{setting.Name}", setting.Value)))
        .Build());
}

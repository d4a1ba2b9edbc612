using LongAnGis.Core.Accounts;

namespace LongAnGis.Web.Accounts;

/// <summary>Somebody who is signed in.</summary>
/// <param name="UserName">What they sign in with; lower case.</param>
/// <param name="DisplayName">What others see; written into the audit and beside what they publish.</param>
/// <param name="Agency">Code of the agency that an officer reports for.</param>
/// <param name="Area">Code of the district or commune that an officer reports for.</param>
public sealed record Person(
    Guid Id,
    string UserName,
    string DisplayName,
    IReadOnlySet<Role> Roles,
    string? Agency = null,
    string? Area = null)
{
    public bool May(Permission permission) => Permissions.Allow(Roles, permission);
}

/// <summary>Whoever makes this request; scoped to it. <see cref="Person"/> is null for the public.</summary>
public sealed class Visitor
{
    public Person? Person { get; set; }

    /// <summary>Names the session of this request among the person's others.</summary>
    public byte[]? SessionHash { get; set; }

    /// <summary>The person, on addresses that <see cref="NeedsAttribute"/> keeps to people who are signed in.</summary>
    public Person Known => Person ?? throw new InvalidOperationException("Only an address with [Needs] may ask who is there.");

    public bool May(Permission permission) => Person?.May(permission) is true;
}

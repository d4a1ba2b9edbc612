using LongAnGis.Core.Accounts;

namespace LongAnGis.Web.Accounts;

/// <summary>
/// Keeps an address to accounts with a permission: on a page <c>@attribute [Needs(Permission.EditPlan)]</c>, on an endpoint
/// <c>.Needs(Permission.EditPlan)</c>. Others get 403; who is not signed in is led to the sign-in page, or gets 401.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsAttribute(Permission permission) : Attribute
{
    public Permission Permission { get; } = permission;
}

public static class NeedsExtensions
{
    public static TBuilder Needs<TBuilder>(this TBuilder builder, Permission permission)
        where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new NeedsAttribute(permission));
}

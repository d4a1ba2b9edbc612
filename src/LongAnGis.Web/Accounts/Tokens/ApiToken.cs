namespace LongAnGis.Web.Accounts.Tokens;

/// <summary>What a token may be used for; the roles of its owner bound it further.</summary>
public enum TokenScope
{
    /// <summary>Read features as the owner's change sets have them.</summary>
    ReadDrafts,

    /// <summary>Create, replace, update and delete features in the owner's change sets.</summary>
    WriteDrafts,
}

public static class TokenScopes
{
    static readonly Dictionary<TokenScope, (string Code, string Vi, string En)> Names = new()
    {
        [TokenScope.ReadDrafts] = ("drafts:read", "Đọc bản nháp trong hồ sơ điều chỉnh của tôi", "Read drafts in my change sets"),
        [TokenScope.WriteDrafts] = ("drafts:write", "Ghi vào hồ sơ điều chỉnh của tôi", "Write into my change sets"),
    };

    public static string Code(this TokenScope scope) => Names[scope].Code;

    public static (string Vi, string En) Name(this TokenScope scope) => (Names[scope].Vi, Names[scope].En);

    public static TokenScope? Find(string? code) => Names.Where(one => one.Value.Code == code).Select(one => (TokenScope?)one.Key).FirstOrDefault();
}

/// <summary>A key of a program, as its owner sees it; the key itself is not kept.</summary>
public sealed record ApiToken(
    Guid Id,
    string Name,
    IReadOnlySet<TokenScope> Scopes,
    DateTimeOffset CreatedAt,
    DateTimeOffset ExpiresAt,
    DateTimeOffset? LastUsedAt,
    DateTimeOffset? RevokedAt)
{
    public bool IsLive(DateTimeOffset now) => RevokedAt is null && ExpiresAt > now;
}

/// <summary>
/// Lets programs in by the header <c>Authorization: Bearer …</c> at an address, for one scope. Other addresses take no token,
/// so that a key for writing drafts opens nothing else.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TakesTokenAttribute(TokenScope scope) : Attribute
{
    public TokenScope Scope { get; } = scope;
}

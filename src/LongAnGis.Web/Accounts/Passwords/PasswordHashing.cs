using LongAnGis.Core.Accounts;
using Microsoft.AspNetCore.Identity;

namespace LongAnGis.Web.Accounts.Passwords;

public enum PasswordVerdict
{
    Wrong,
    Right,

    /// <summary>Right, but stored with fewer rounds than today: to be hashed again.</summary>
    RightButOld,
}

/// <summary>Passwords as ASP.NET Core Identity stores them: salted, PBKDF2 with HMAC-SHA-512. Slow on purpose.</summary>
public sealed class PasswordHashing
{
    // The hash does not depend on whose it is.
    static readonly object Anybody = new();

    readonly PasswordHasher<object> hasher = new();
    readonly string nobodys;

    public PasswordHashing() => nobodys = Hash("nobody has this password");

    public string Hash(string password) => hasher.HashPassword(Anybody, PasswordRules.Normalize(password));

    /// <summary>Takes as long for an account without a password, or for none at all, as for a wrong one.</summary>
    public PasswordVerdict Verify(string? hash, string password)
    {
        // Nothing longer was ever stored, and hashing it would be work for free.
        var tried = password.Length > 2 * PasswordRules.Longest ? "" : PasswordRules.Normalize(password);
        var result = hasher.VerifyHashedPassword(Anybody, hash ?? nobodys, tried);
        return result switch
        {
            _ when hash is null => PasswordVerdict.Wrong,
            PasswordVerificationResult.Success => PasswordVerdict.Right,
            PasswordVerificationResult.SuccessRehashNeeded => PasswordVerdict.RightButOld,
            _ => PasswordVerdict.Wrong,
        };
    }
}

using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace LongAnGis.Web.Accounts.Sessions;

/// <summary>A secret that opens something: a session, an invitation. Whoever holds it gets in, so the database keeps only its SHA-256.</summary>
public static class SessionKey
{
    /// <summary>256 random bits, written for a cookie or an address.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}

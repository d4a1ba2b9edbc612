using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace LongAnGis.Web.Accounts.OpenIdConnect;

/// <summary>
/// Keeps the provider's token beside a session, unreadable to whoever reads the database, so that at sign-out the provider
/// can be told whose session to end.
/// </summary>
sealed class ProviderTickets(IDataProtectionProvider protection)
{
    readonly IDataProtector protector = protection.CreateProtector("OpenIdConnect.Ticket");

    public byte[] Protect(string idToken) => protector.Protect(Encoding.UTF8.GetBytes(idToken));

    public string Unprotect(byte[] ticket) => Encoding.UTF8.GetString(protector.Unprotect(ticket));
}

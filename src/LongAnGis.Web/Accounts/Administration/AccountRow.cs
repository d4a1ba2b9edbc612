using LongAnGis.Core.Accounts;
using Npgsql;

namespace LongAnGis.Web.Accounts.Administration;

/// <summary>An account as an administrator sees it.</summary>
/// <param name="HasPassword">False until the invitation was accepted, or for those who come by OpenID Connect only.</param>
public sealed record AccountRow(
    Guid Id,
    string UserName,
    string DisplayName,
    IReadOnlySet<Role> Roles,
    string? Agency,
    string? Area,
    bool IsDisabled,
    bool HasPassword,
    bool HasProvider,
    DateTimeOffset? InvitedUntil,
    DateTimeOffset? LastSignIn,
    string? Email)
{
    /// <summary>Reads the columns that <c>AccountList.sql</c> and <c>AccountById.sql</c> share.</summary>
    internal static AccountRow Read(NpgsqlDataReader row) => new(
        row.GetGuid(0),
        row.GetString(1),
        row.GetString(2),
        row.GetFieldValue<string[]>(3).Select(RoleCodes.Parse).ToHashSet(),
        row.IsDBNull(4) ? null : row.GetString(4),
        row.IsDBNull(5) ? null : row.GetString(5),
        row.GetBoolean(6),
        row.GetBoolean(7),
        row.GetBoolean(8),
        row.IsDBNull(9) ? null : row.GetFieldValue<DateTimeOffset>(9),
        row.IsDBNull(10) ? null : row.GetFieldValue<DateTimeOffset>(10),
        row.IsDBNull(11) ? null : row.GetString(11));
}

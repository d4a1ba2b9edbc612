namespace LongAnGis.Web.Accounts.Access;

/// <summary>
/// An address that no browser's page sends to and that does nothing in anybody's name: who knows it may do the one thing that it
/// does, wherever they come from. So mail programs end what somebody has ordered (RFC 8058).
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class OpenToMailProgramsAttribute : Attribute;

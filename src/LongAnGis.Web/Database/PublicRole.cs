using Npgsql;

namespace LongAnGis.Web.Database;

/// <summary>
/// Makes the role that all public reading logs in as, without any right; migrations grant it <c>pub</c>. Roles belong to the
/// whole server, so two services may make it at once: the second finds it there.
/// </summary>
public sealed class PublicRole(DatabaseAddress address)
{
    public async Task Ensure(CancellationToken cancellation)
    {
        if (!address.ManagesPublicRole || await CanLogIn(cancellation))
        {
            return;
        }

        var owner = new NpgsqlConnectionStringBuilder(address.Owner.ConnectionString) { Pooling = false };
        await using var connection = new NpgsqlConnection(owner.ConnectionString);
        await connection.OpenAsync(cancellation);
        await using var ensure = new NpgsqlCommand(Sql.Beside<PublicRole>(), connection);
        ensure.Parameters.Add(new() { Value = DatabaseAddress.PublicRole });
        ensure.Parameters.Add(new() { Value = address.PublicPassword });
        if (await ensure.ExecuteScalarAsync(cancellation) is string statement)
        {
            await using var command = new NpgsqlCommand(statement, connection);
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    // Changing a role needs more rights than most owners of an external database have, so it's done only when it must be.
    async Task<bool> CanLogIn(CancellationToken cancellation)
    {
        var asPublic = new NpgsqlConnectionStringBuilder(address.Public.ConnectionString) { Pooling = false };
        try
        {
            await using var connection = new NpgsqlConnection(asPublic.ConnectionString);
            await connection.OpenAsync(cancellation);
            return true;
        }
        catch (PostgresException)
        {
            return false;
        }
    }
}

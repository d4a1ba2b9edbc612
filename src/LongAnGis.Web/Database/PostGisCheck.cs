using System.Globalization;
using LongAnGis.Web.Platform;
using Npgsql;

namespace LongAnGis.Web.Database;

/// <summary>Looks at the server before anything is written to it: can we connect, is it new enough, has it PostGIS, may we use it?</summary>
public sealed class PostGisCheck(DatabaseAddress address)
{
    static readonly Version OldestPostGis = new(3, 3);
    const int OldestServer = 140000;

    public async Task Run(CancellationToken cancellation)
    {
        var owner = new NpgsqlConnectionStringBuilder(address.Owner.ConnectionString) { Pooling = false, Timeout = 10 };
        try
        {
            await using var connection = new NpgsqlConnection(owner.ConnectionString);
            await connection.OpenAsync(cancellation);
            await RequireServer(connection, cancellation);
            await RequirePostGis(connection, cancellation);
        }
        catch (NpgsqlException failure)
        {
            throw Explain(failure, owner);
        }
    }

    static async Task RequireServer(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("SELECT current_setting('server_version_num')::int", connection);
        if (await command.ExecuteScalarAsync(cancellation) is int number and < OldestServer)
        {
            throw new StartupException(
                $"Máy chủ cơ sở dữ liệu là PostgreSQL {number / 10000}; cần bản 14 trở lên.",
                $"The database server is PostgreSQL {number / 10000}; version 14 or later is needed.");
        }
    }

    static async Task RequirePostGis(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var find = new NpgsqlCommand(
            "SELECT coalesce(installed_version, default_version) FROM pg_available_extensions WHERE name = 'postgis'", connection);
        if (await find.ExecuteScalarAsync(cancellation) is not string found)
        {
            throw new StartupException(
                "Máy chủ cơ sở dữ liệu chưa có PostGIS: cài gói postgresql-…-postgis-3 trên máy đó rồi chạy lại.",
                "The database server has no PostGIS: install the package postgresql-…-postgis-3 on that machine and start again.");
        }

        if (Version.TryParse(found.Split('d', 'b', 'r', 'a')[0], out var version) && version < OldestPostGis)
        {
            throw new StartupException(
                $"PostGIS trên máy chủ cơ sở dữ liệu là bản {found}; cần bản {OldestPostGis} trở lên.",
                $"The database server's PostGIS is version {found}; {OldestPostGis} or later is needed.");
        }

        await using var create = new NpgsqlCommand("CREATE EXTENSION IF NOT EXISTS postgis SCHEMA public", connection);
        await create.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>The sentence for a database that will not do what starting needs.</summary>
    internal static StartupException Explain(NpgsqlException failure, NpgsqlConnectionStringBuilder owner)
    {
        var place = $"{owner.Host}:{owner.Port.ToString(CultureInfo.InvariantCulture)}/{owner.Database}";
        return (failure as PostgresException)?.SqlState switch
        {
            PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification => new(
                $"Cơ sở dữ liệu {place} không nhận tài khoản “{owner.Username}”: xem lại mật khẩu và quyền kết nối.",
                $"The database {place} does not accept the account “{owner.Username}”: check the password and its right to connect.",
                failure),
            PostgresErrorCodes.InvalidCatalogName => new(
                $"Trên máy chủ {owner.Host} chưa có cơ sở dữ liệu “{owner.Database}”: hãy tạo bằng CREATE DATABASE.",
                $"The server {owner.Host} has no database “{owner.Database}”: create it with CREATE DATABASE.", failure),
            PostgresErrorCodes.InsufficientPrivilege => new(
                $"Tài khoản “{owner.Username}” thiếu quyền trong {place}: cần tạo được schema, extension postgis và role {DatabaseAddress.PublicRole}.",
                $"The account “{owner.Username}” lacks rights in {place}: it must be able to create schemas, the extension postgis and the role {DatabaseAddress.PublicRole}.",
                failure),
            PostgresErrorCodes.ReadOnlySqlTransaction => new(
                $"Cơ sở dữ liệu {place} chỉ cho đọc (có thể là bản sao): hãy kết nối tới máy chủ chính.",
                $"The database {place} is read-only (perhaps a replica): connect to the primary.", failure),
            PostgresErrorCodes.DiskFull => new(
                $"Ổ đĩa của cơ sở dữ liệu {place} đã đầy: hãy giải phóng chỗ rồi chạy lại.",
                $"The disk of the database {place} is full: free some space and start again.", failure),
            null => new(
                $"Không kết nối được tới cơ sở dữ liệu {place}: kiểm tra máy chủ có đang chạy và địa chỉ trong ConnectionStrings__Plan.",
                $"The database {place} cannot be reached: check that the server runs and the address in ConnectionStrings__Plan.", failure),
            var state => new(
                $"Cơ sở dữ liệu {place} từ chối (mã {state}); chi tiết trong nhật ký.",
                $"The database {place} refused (code {state}); the log has the details.", failure),
        };
    }
}

using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace LongAnGis.Web.Database;

/// <summary>
/// How to connect, known once the server runs. The public read role gets a password that follows from the owner's, so that
/// one secret is enough; <c>ConnectionStrings__PlanPublic</c> replaces it where an administrator made the role.
/// </summary>
public sealed class DatabaseAddress(IConfiguration configuration)
{
    /// <summary>The role of all public reading. It reaches the published content of public layers and nothing else.</summary>
    public const string PublicRole = "longan_public";

    NpgsqlConnectionStringBuilder? owner;

    public bool IsKnown => owner is not null;

    internal void Learn(NpgsqlConnectionStringBuilder found) => owner = found;

    /// <summary>For loading and writing: everything, <c>plan</c> first.</summary>
    public NpgsqlConnectionStringBuilder Owner => new(Known.ConnectionString)
    {
        ApplicationName = "LongAnGis",
        SearchPath = "plan,public",
    };

    /// <summary>
    /// For public reading: <c>pub</c> only, bounded in time. JIT and parallel plans cost more than they bring to the short
    /// queries of a map (measured), and would let one visitor take every core.
    /// </summary>
    public NpgsqlConnectionStringBuilder Public
    {
        get
        {
            var configured = configuration.GetConnectionString("PlanPublic");
            var address = new NpgsqlConnectionStringBuilder(configured ?? Known.ConnectionString)
            {
                ApplicationName = "LongAnGis public",
                SearchPath = "pub,public",
                Options = "-c statement_timeout=5s -c jit=off -c max_parallel_workers_per_gather=0",
                MaxPoolSize = Math.Max(8, 3 * Environment.ProcessorCount),
                Timeout = 5,
            };
            if (configured is null)
            {
                // Reading leaves nothing behind on a connection. Without the reset, and with statements prepared once, a
                // small tile costs half (measured); an administrator's own address, perhaps of a pooler, is left alone.
                address.NoResetOnClose = true;
                address.MaxAutoPrepare = 64;
                address.AutoPrepareMinUsages = 2;
                address.Username = PublicRole;
                address.Password = PublicPassword;
            }

            return address;
        }
    }

    /// <summary>Whether the public role is ours to make, or an administrator's.</summary>
    public bool ManagesPublicRole => configuration.GetConnectionString("PlanPublic") is null;

    internal string PublicPassword => Convert.ToHexStringLower(HMACSHA256.HashData(
        Encoding.UTF8.GetBytes(Known.Password ?? ""), Encoding.UTF8.GetBytes(PublicRole)));

    NpgsqlConnectionStringBuilder Known =>
        owner ?? throw new InvalidOperationException("The database has not been started yet.");
}

using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Serialization;
using LongAnGis.Web.Database;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Platform;
using Npgsql;
using NpgsqlTypes;

namespace LongAnGis.Web.Programme.Review;

/// <summary>Reads proposals; everyone who is signed in may.</summary>
public sealed class Adjustments(PlanDatabase database)
{
    static readonly string Query = Sql.Beside<Adjustments>();

    internal static readonly JsonSerializerOptions Stored = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static readonly Refusal NotFound = Refusal.NotFound("Không có đề xuất này.", "There is no such proposal.");

    /// <summary>Those that wait first, then the newest.</summary>
    public async Task<IReadOnlyList<Adjustment>> All(CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await Ask(connection, null, cancellation);
    }

    /// <exception cref="RefusedException">404 when there is no such proposal.</exception>
    public async Task<Adjustment> Find(Guid id, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await Find(connection, id, cancellation) ?? throw new RefusedException(NotFound);
    }

    internal static async Task<Adjustment?> Find(NpgsqlConnection connection, Guid id, CancellationToken cancellation) =>
        (await Ask(connection, id, cancellation)).SingleOrDefault();

    static async Task<IReadOnlyList<Adjustment>> Ask(NpgsqlConnection connection, Guid? id, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Query, connection);
        command.Parameters.AddWithValue("id", NpgsqlDbType.Uuid, (object?)id ?? DBNull.Value);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var adjustments = new List<Adjustment>();
        while (await row.ReadAsync(cancellation))
        {
            adjustments.Add(Read(row));
        }

        return adjustments;
    }

    static Adjustment Read(DbDataReader row) => new(
        row.GetGuid(0), AdjustmentKinds.Find(row.GetString(1))!.Value, row.GetString(2), row.GetInt32(3),
        JsonSerializer.Deserialize<ProposedChange>(row.GetString(4), Stored)!, row.GetString(5), row.Find<DateOnly>(6), row.GetDateTime(7), row.GetGuid(8), row.GetString(9),
        row.FindString(10) is { } verdict ? new(verdict == "approved", row.FindString(11), row.GetDateTime(12), row.GetString(13)) : null);
}

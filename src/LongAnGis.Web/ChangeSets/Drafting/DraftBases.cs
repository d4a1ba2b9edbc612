using System.Text.Json;
using LongAnGis.Web.Database;
using LongAnGis.Web.Plans;
using Npgsql;

namespace LongAnGis.Web.ChangeSets.Drafting;

/// <summary>A published feature that an edit is based on.</summary>
/// <param name="Version">Its newest version.</param>
/// <param name="Attributes">What the author saw; null where the base version never was.</param>
sealed record DraftBase(string Layer, string? Plan, string Code, int Version, JsonElement? Attributes, string? Sources);

/// <summary>What the edits of one save are based on, and which codes are taken, asked in one go.</summary>
static class DraftBases
{
    static readonly string Query = Sql.Beside<DraftLedger>("DraftBases");
    static readonly string Taken = Sql.Beside<DraftLedger>("TakenCodes");

    /// <summary>The bases by the index of their edit; an id that names nothing has none.</summary>
    public static async Task<IReadOnlyDictionary<int, DraftBase>> Read(
        NpgsqlConnection connection, IEnumerable<PutEdit> edits, DateOnly? day, CancellationToken cancellation)
    {
        var based = edits.Where(edit => edit is { FeatureId: not null, BaseVersion: not null }).ToList();
        var found = new Dictionary<int, DraftBase>();
        if (based.Count == 0)
        {
            return found;
        }

        await using var command = new NpgsqlCommand(Query, connection);
        command.Parameters.AddWithValue(based.Select(edit => edit.FeatureId!.Value).ToArray());
        command.Parameters.AddWithValue(based.Select(edit => edit.BaseVersion!.Value).ToArray());
        command.Parameters.AddWithValue(based.Select(edit => edit.InForceFrom ?? day).ToArray());
        command.Parameters.AddWithValue(based.Select(edit => edit.InForceUntil).ToArray());
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
        {
            found[based[rows.GetInt32(0) - 1].Index] = new(
                rows.GetString(1),
                rows.FindString(2),
                rows.GetString(3),
                rows.GetInt32(4),
                rows.FindString(5) is { } attributes ? JsonElement.Parse(attributes) : null,
                rows.FindString(6));
        }

        return found;
    }

    /// <summary>Which codes of edits that create are names of published features already.</summary>
    public static async Task<HashSet<(string Layer, string Code)>> TakenBy(
        NpgsqlConnection connection, IEnumerable<PutEdit> creates, string? plan, CancellationToken cancellation)
    {
        var named = creates.Where(edit => edit.Code is not null).ToList();
        var taken = new HashSet<(string, string)>();
        if (named.Count == 0)
        {
            return taken;
        }

        await using var command = new NpgsqlCommand(Taken, connection);
        command.Parameters.AddWithValue(named.Select(edit => edit.Layer.Code).ToArray());
        command.Parameters.AddWithValue(named.Select(edit => edit.Code!).ToArray());
        command.Parameters.AddWithValue(NpgsqlTypes.NpgsqlDbType.Text, (object?)plan ?? DBNull.Value);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
        {
            taken.Add((rows.GetString(0), rows.GetString(1)));
        }

        return taken;
    }
}

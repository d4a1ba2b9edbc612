using System.Text.Json;
using LongAnGis.Web.Database;
using LongAnGis.Web.Plans;
using NetTopologySuite.Geometries;
using Npgsql;

namespace LongAnGis.Web.ChangeSets.Drafting.Import;

/// <summary>A feature of the layer that rows of a file may be about.</summary>
/// <param name="Geometry">WGS 84.</param>
/// <param name="Until">The day on which it ends; null while it has none.</param>
/// <param name="DraftedAt">Where the change set already changes it.</param>
sealed record ImportBase(
    long Feature,
    int Version,
    string Code,
    string NameVi,
    string? NameEn,
    JsonElement Attributes,
    Geometry? Geometry,
    string Quality,
    string? GeometrySource,
    string? Note,
    DateOnly? Until,
    int? DraftedAt)
{
    static readonly string Query = Sql.Beside<ImportBase>("ImportBases");

    public static async Task<IReadOnlyList<ImportBase>> All(
        NpgsqlConnection connection, Guid changeSet, string layer, DateOnly today, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Query, connection);
        command.Parameters.AddWithValue("id", changeSet);
        command.Parameters.AddWithValue("layer", layer);
        command.Parameters.AddWithValue("today", today);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        List<ImportBase> bases = [];
        while (await row.ReadAsync(cancellation))
        {
            bases.Add(new(
                row.GetInt64(0), row.GetInt32(1), row.GetString(2), row.FindString(3) ?? "", row.FindString(4),
                JsonElement.Parse(row.FindString(5) ?? "{}"), row.IsDBNull(6) ? null : row.GetFieldValue<Geometry>(6),
                row.GetString(7), row.FindString(8), row.FindString(9), row.Find<DateOnly>(10), row.Find<int>(11)));
        }

        return bases;
    }
}

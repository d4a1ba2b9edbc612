using LongAnGis.Core.Plans;
using LongAnGis.Web.Database;

namespace LongAnGis.Web.ChangeSets.Drafting;

/// <summary>The layers that drafts can touch, with what their schemas ask for.</summary>
sealed class EditedLayers(PlanDatabase database)
{
    const string Query = """
        SELECT code, name_vi, name_en, plan_scoped, geometry_kind, attributes::text
        FROM plan.layer
        """;

    public async Task<IReadOnlyDictionary<string, EditedLayer>> Read(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Query);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var layers = new Dictionary<string, EditedLayer>();
        while (await rows.ReadAsync(cancellation))
        {
            layers[rows.GetString(0)] = new(
                rows.GetString(0),
                new(rows.GetString(1), rows.GetString(2)),
                rows.GetBoolean(3),
                rows.GetString(4),
                AttributeDefinition.ParseSchema(rows.GetString(5)).ToDictionary(attribute => attribute.Key));
        }

        return layers;
    }
}

using LongAnGis.Core.Plans;
using LongAnGis.Web.Database;

namespace LongAnGis.Web.Plans.Features;

/// <summary>Enough of a feature to name it and to link to it.</summary>
public sealed record FeatureReference(string Layer, long Id, string Code, Bilingual Name)
{
    public string Path => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/plan/{Layer}/{Id}");

    public string Key => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Layer}/{Id}");
}

/// <summary>Finds features by what papers and old links call them.</summary>
public sealed class FeatureReferences(PublicDatabase database)
{
    /// <summary>The feature with a code in a layer, in the plan of the moment.</summary>
    public Task<FeatureReference?> ByCode(string layer, string code, PointInTime moment, CancellationToken cancellation) => One(
        """
        -- Current content first; of what has ended, the last.
        SELECT layer_code, feature_id, code, name_vi, name_en
        FROM pub.feature_version
        WHERE layer_code = @layer
          AND code = ANY (ARRAY[@code, upper(@code)])
          AND (plan_code IS NULL OR plan_code = @plan)
          AND revision_from <= @revision
        ORDER BY in_force @> @day DESC, revision_to IS NULL DESC, lower(in_force) DESC
        LIMIT 1
        """, moment, [new("layer", layer), new("code", code)], cancellation);

    /// <summary>What continues a feature that has ended by the day of the moment.</summary>
    public Task<FeatureReference?> SuccessorOf(FeatureReference feature, PointInTime moment, CancellationToken cancellation) => One(
        """
        SELECT next.layer_code, next.feature_id, next.code, next.name_vi, next.name_en
        FROM pub.feature_version AS ended
        JOIN pub.feature_version AS next
          ON next.feature_id = ended.successor_id
          AND next.revision_from <= @revision
        WHERE ended.layer_code = @layer
          AND ended.feature_id = @id
          AND ended.revision_from <= @revision
          AND (ended.revision_to IS NULL OR ended.revision_to > @revision)
          AND upper(ended.in_force) <= @day
        ORDER BY next.in_force @> @day DESC, next.revision_to IS NULL DESC, lower(next.in_force) DESC
        LIMIT 1
        """, moment, [new("layer", feature.Layer), new("id", feature.Id)], cancellation);

    /// <summary>A feature by its id in whatever layer it is.</summary>
    public Task<FeatureReference?> ById(long id, PointInTime moment, CancellationToken cancellation) => One(
        """
        SELECT layer_code, feature_id, code, name_vi, name_en
        FROM pub.feature_version
        WHERE feature_id = @id
          AND revision_from <= @revision
        ORDER BY in_force @> @day DESC, revision_to IS NULL DESC, lower(in_force) DESC
        LIMIT 1
        """, moment, [new("id", id)], cancellation);

    /// <summary>The neighbours of a feature in its layer's own order, by code.</summary>
    public async Task<(FeatureReference? Previous, FeatureReference? Next)> Beside(
        Feature feature, PointInTime moment, CancellationToken cancellation)
    {
        var previous = await Neighbour(feature, "<", "DESC", moment, cancellation);
        var next = await Neighbour(feature, ">", "ASC", moment, cancellation);
        return (previous, next);
    }

    Task<FeatureReference?> Neighbour(
        Feature feature, string side, string order, PointInTime moment, CancellationToken cancellation) => One(
        $"""
        SELECT layer_code, feature_id, code, name_vi, name_en
        FROM pub.feature_version
        WHERE layer_code = @layer
          AND (code, feature_id) {side} (@code, @id)
          AND (plan_code IS NULL OR plan_code = @plan)
          AND revision_from <= @revision
          AND (revision_to IS NULL OR revision_to > @revision)
          AND in_force @> @day
        ORDER BY code {order}, feature_id {order}
        LIMIT 1
        """, moment, [new("layer", feature.Layer), new("code", feature.Code), new("id", feature.Id)], cancellation);

    async Task<FeatureReference?> One(
        string query, PointInTime moment, Npgsql.NpgsqlParameter[] parameters, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(query);
        command.Parameters.AddMoment(moment);
        command.Parameters.AddRange(parameters);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation)
            ? new(row.GetString(0), row.GetInt64(1), row.GetString(2), row.GetBilingual(3))
            : null;
    }
}

using System.Data.Common;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Database;
using LongAnGis.Web.Plans.Features;
using LongAnGis.Web.Plans.Tables;
using NetTopologySuite.Geometries;

namespace LongAnGis.Web.Plans.Downloads;

/// <summary>A feature with its geometry, longitude before latitude, WGS 84.</summary>
public sealed record DownloadedFeature(Feature Feature, Geometry? Geometry);

/// <summary>
/// Reads the features of a selection with their geometry, in the order of their codes. It reads page by page, so that a
/// layer of any size costs little memory and no single statement runs long.
/// </summary>
public sealed class DownloadedFeatures(PublicDatabase database)
{
    const int PageSize = 2000;

    public async IAsyncEnumerable<DownloadedFeature> Of(
        Layer layer,
        PointInTime moment,
        FeatureFilter filter,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var selection = new FeatureSelection(layer, moment, filter);
        PageCursor? after = null;
        while (true)
        {
            var page = new List<DownloadedFeature>();
            string? last = null;
            await using (var command = selection.Page(
                database.Source, Feature.Columns + ", version.geom", FeatureSort.ByCode, after, backwards: false, PageSize))
            {
                await using var row = await command.ExecuteReaderAsync(cancellation);
                while (await row.ReadAsync(cancellation))
                {
                    page.Add(Read(row));
                    last = row.FindString(Feature.ColumnCount + 1);
                }
            }

            foreach (var feature in page)
                yield return feature;
            if (page.Count < PageSize)
                yield break;
            after = new(last, page[^1].Feature.Id);
        }
    }

    /// <summary>One feature, in the version that speaks for the moment.</summary>
    public async Task<DownloadedFeature?> Find(Feature feature, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand($"""
            SELECT {Feature.Columns}, version.geom
            FROM pub.feature_version AS version
            WHERE version.layer_code = $1 AND version.version_id = $2
            """);
        command.Parameters.Add(new() { Value = feature.Layer });
        command.Parameters.Add(new() { Value = feature.VersionId });
        await using var row = await command.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation) ? Read(row) : null;
    }

    static DownloadedFeature Read(DbDataReader row) => new(
        Feature.Read(row), row.IsDBNull(Feature.ColumnCount) ? null : row.GetFieldValue<Geometry>(Feature.ColumnCount));
}

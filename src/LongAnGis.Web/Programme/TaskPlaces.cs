using LongAnGis.Core.Plans;
using LongAnGis.Core.Programme;
using LongAnGis.Web.Database;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Plans.Features;
using NetTopologySuite.Geometries;
using NpgsqlTypes;

namespace LongAnGis.Web.Programme;

/// <summary>A feature or a district that a task names.</summary>
/// <param name="District">Code of the district; null for a feature.</param>
/// <param name="ExtentWgs84">Null where the place is not known.</param>
public sealed record TaskPlace(string? District, FeatureReference Feature, Envelope? ExtentWgs84);

/// <summary>Where tasks are, by what they name.</summary>
public sealed class TaskPlaces(PublicDatabase database)
{
    static readonly string Query = Sql.Beside<TaskPlaces>("PlacesOfTasks");

    public async Task<IReadOnlyList<TaskPlace>> Of(IEnumerable<ProgrammeTask> tasks, PointInTime moment, CancellationToken cancellation)
    {
        var all = tasks.ToList();
        await using var command = database.CreateCommand(Query);
        command.Parameters.AddWithValue("features", NpgsqlDbType.Array | NpgsqlDbType.Bigint, all.SelectMany(task => task.Features).Distinct().ToArray());
        command.Parameters.AddWithValue("districts", NpgsqlDbType.Array | NpgsqlDbType.Text, all.SelectMany(task => task.Districts).Distinct().ToArray());
        command.Parameters.AddWithValue("revision", moment.Revision);
        command.Parameters.AddWithValue("day", moment.AsOf);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var places = new List<TaskPlace>();
        while (await row.ReadAsync(cancellation))
        {
            places.Add(new(
                row.FindString(0),
                new(row.GetString(1), row.GetInt64(2), row.GetString(3), row.GetBilingual(4)),
                row.Find<double>(6) is { } west ? new(west, row.GetDouble(8), row.GetDouble(7), row.GetDouble(9)) : null));
        }

        return places;
    }

    /// <summary>What the map goes to, a little wider than the places; null when none has one.</summary>
    public static string? Extent(IEnumerable<TaskPlace> places)
    {
        var all = new Envelope();
        foreach (var place in places)
        {
            if (place.ExtentWgs84 is { } extent)
                all.ExpandToInclude(extent);
        }

        if (all.IsNull)
            return null;

        // A symbol has no extent of its own: some 3 km round it.
        all.ExpandBy(Math.Max(0.03, all.Width * 0.1));
        return FormattableString.Invariant($"{all.MinX:0.#####},{all.MinY:0.#####},{all.MaxX:0.#####},{all.MaxY:0.#####}");
    }
}

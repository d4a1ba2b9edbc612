using System.Globalization;
using System.Text;
using LongAnGis.Core.Filters;
using LongAnGis.Web.Database;
using NetTopologySuite.Geometries;
using Npgsql;
using NpgsqlTypes;

namespace LongAnGis.Web.Ogc;

/// <summary>
/// The one writer of SQL for the items of collections: what is asked for, page by page in the order of keys, and how many there
/// are. Every value of a request travels as a parameter.
/// </summary>
public sealed class ItemSelection
{
    /// <summary>Where a row's own columns begin; before them stand its id, its attributes as JSON, and its geometry as bytes.</summary>
    public const int FirstColumn = 3;

    /// <summary>Counted one by one up to this many; beyond, the planner's estimate is told, and said to be one.</summary>
    public const int MostCounted = 10_000;

    static readonly GeometryFactory Shapes = new();

    readonly ItemsRequest request;
    readonly SqlValues values = new();
    readonly string from;
    readonly string where;

    public ItemSelection(ItemsRequest request, int edition)
    {
        this.request = request;
        var conditions = new StringBuilder();
        from = request.Collection.Register is { } register ? $"({Register(register, edition)}) AS version" : "pub.feature_version AS version";
        conditions.Append(request.Collection.Register is null ? InForce() : "TRUE");
        if (request.Box is { } box)
        {
            conditions.Append("\n  AND ").Append(Meets(box));
        }

        if (request.Filter is { } filter)
        {
            conditions.Append("\n  AND ").Append(new FilterSql(request.Collection, request.FilterCrs, values).Of(filter));
        }

        where = conditions.ToString();
    }

    string Id => request.Collection.HasTextIds ? "version.id COLLATE \"C\"" : request.Collection.Register is null ? "version.feature_id" : "version.id";

    /// <summary>The features after a cursor, at most so many.</summary>
    /// <param name="skip">How many are passed over first, for clients that count pages.</param>
    public NpgsqlCommand Page(PublicDatabase database, ItemCursor? after, int limit, int skip = 0) => values.Command(database.Source, () =>
    {
        var keys = request.Sort.Select(key => (key.Descending, Property: key.Property, Sql: Sortable(key.Property))).ToList();
        var start = after is null ? "" : "\n  AND " + Beyond(keys.Select(key => (key.Sql, key.Descending, key.Property)).ToList(), after);
        var order = string.Concat(keys.Select(key => $"{key.Sql} {(key.Descending ? "DESC" : "ASC")} NULLS LAST, "));
        return $"""
            SELECT {Columns(keys.Select(key => $"({key.Sql})::text"))}
            FROM {from}
            WHERE {where}{start}
            ORDER BY {order}{Id}
            LIMIT {values.Add(limit)}{(skip == 0 ? "" : $" OFFSET {values.Add(skip)}")}
            """;
    });

    /// <summary>How many a page has that begins after so many.</summary>
    public NpgsqlCommand CountPage(PublicDatabase database, int skip, int limit) => values.Command(database.Source, () => $"""
        SELECT count(*)
        FROM (SELECT FROM {from} WHERE {where} LIMIT {values.Add(limit)} OFFSET {values.Add(skip)}) AS page
        """);

    /// <summary>Counts every one.</summary>
    public NpgsqlCommand CountAll(PublicDatabase database) => values.Command(database.Source, () => $"SELECT count(*) FROM {from} WHERE {where}");

    /// <summary>The one feature of an id; of a layer's, its newest version and the row that speaks come last.</summary>
    public NpgsqlCommand One(PublicDatabase database, string id) => values.Command(database.Source, () => $"""
        SELECT {Columns(request.Collection.Register is null ? [Newest, "version.version_id"] : [])}
        FROM {from}
        WHERE {where}
          AND {Id} = {values.Add(IdValue(id))}
        LIMIT 1
        """);

    /// <summary>Counts up to <see cref="MostCounted"/> and one more.</summary>
    public NpgsqlCommand Count(PublicDatabase database) => values.Command(database.Source, () => $"""
        SELECT count(*)
        FROM (SELECT FROM {from} WHERE {where} LIMIT {MostCounted + 1}) AS matched
        """);

    /// <summary>The planner's own idea of how many there are, as JSON.</summary>
    public NpgsqlCommand Estimate(PublicDatabase database) => values.Command(database.Source, () => $"""
        EXPLAIN (FORMAT JSON) SELECT FROM {from} WHERE {where}
        """);

    // Whoever amends the feature begins with its newest version, whatever day is read. Withdrawn rows count, or the tag would go back.
    const string Newest = """
        (SELECT max(other.version) FROM pub.feature_version AS other WHERE other.layer_code = version.layer_code AND other.feature_id = version.feature_id)
        """;

    string Columns(IEnumerable<string> more)
    {
        var geometry = request.Crs.IsStored ? "version.geom" : $"ST_Transform(version.geom, {values.Add(request.Crs.Srid)})";
        var attributes = request.Properties.Any(property => property.Column is null) ? "version.attributes::text" : "NULL";
        var columns = request.Properties.Where(property => property.Column is not null).Select(property => property.Column!);
        return string.Join(", ", [
            request.Collection.Register is null ? "version.feature_id" : "version.id", attributes,
            $"CASE WHEN NOT ST_IsEmpty(version.geom) THEN {geometry} END::bytea", .. columns, .. more,
        ]);
    }

    object IdValue(string id) => request.Collection.HasTextIds ? id : long.Parse(id, NumberStyles.None, CultureInfo.InvariantCulture);

    string InForce()
    {
        var layer = values.Add(request.Collection.Id);
        var revision = values.Add(request.Moment.Revision);
        var known = $"""
            version.layer_code = {layer}
              AND (version.plan_code IS NULL OR version.plan_code = {values.Add(request.Moment.Plan)})
              AND version.revision_from <= {revision}
              AND (version.revision_to IS NULL OR version.revision_to > {revision})
            """;
        if (request.Period.IsOneDay)
        {
            return $"{known}\n  AND version.in_force @> {values.Add(request.Period.From!.Value)}";
        }

        // Of the versions that hold within a span the last one speaks, so that each feature is there once.
        var span = values.Add(Span(request.Period));
        return $"""
            {known}
              AND version.in_force && {span}
              AND NOT EXISTS (
                SELECT
                FROM pub.feature_version AS later
                WHERE later.layer_code = {layer}
                  AND later.feature_id = version.feature_id
                  AND later.revision_from <= {revision}
                  AND (later.revision_to IS NULL OR later.revision_to > {revision})
                  AND later.in_force && {span}
                  AND lower(later.in_force) > coalesce(lower(version.in_force), '-infinity')
              )
            """;
    }

    static NpgsqlRange<DateOnly> Span(OgcPeriod period) => new(
        period.From ?? default, lowerBoundIsInclusive: true, lowerBoundInfinite: period.From is null,
        period.Until ?? default, upperBoundIsInclusive: true, upperBoundInfinite: period.Until is null);

    // A register's question names what it needs; its names are replaced by the places of the values.
    string Register(string sql, int edition) => sql
        .Replace("@plan", values.Add(request.Moment.Plan), StringComparison.Ordinal)
        .Replace("@day", values.Add(request.Period.LastDay(request.Moment.AsOf)), StringComparison.Ordinal)
        .Replace("@span", values.Add(Span(request.Period)), StringComparison.Ordinal)
        .Replace("@revision", values.Add(request.Moment.Revision), StringComparison.Ordinal)
        .Replace("@edition", values.Add(edition), StringComparison.Ordinal);

    string Meets(OgcBox box)
    {
        if (!box.CrossesAntimeridian)
        {
            return $"ST_Intersects(version.geom, {Envelope(box)})";
        }

        var (east, west) = (box with { East = 180 }, box with { West = -180 });
        return $"(ST_Intersects(version.geom, {Envelope(east)}) OR ST_Intersects(version.geom, {Envelope(west)}))";
    }

    string Envelope(OgcBox box)
    {
        // A box without width or height becomes a line or a point, which is met as well.
        var shape = Shapes.ToGeometry(new Envelope(box.West, box.East, box.South, box.North));
        shape.SRID = box.Crs.Srid;
        var envelope = values.Add(shape);
        // The sides of a box on a grid are curves in degrees: they are followed in short steps.
        var step = Math.Max(Math.Max(box.East - box.West, box.North - box.South) / 32, 1e-6);
        return box.Crs.IsStored ? envelope : $"ST_Transform(ST_Segmentize({envelope}, {values.Add(step)}), 4326)";
    }

    // Text sorts as Vietnamese does; days are texts that already sort as the calendar.
    string Sortable(OgcProperty property) =>
        property.Kind == FilterKind.Text ? $"{property.Sql(values)} COLLATE \"vi-x-icu\"" : property.Sql(values);

    /// <summary>What comes after a feature: beyond it by the first key, or level with it and beyond by the next, and so on to the id.</summary>
    string Beyond(List<(string Sql, bool Descending, OgcProperty Property)> keys, ItemCursor after)
    {
        var beyond = $"{Id} > {values.Add(IdValue(after.Id))}";
        for (var i = keys.Count - 1; i >= 0; i--)
        {
            var (sql, descending, property) = keys[i];
            // Without a value it stands at the end, where only others without one follow.
            if (after.Values[i] is not { } text)
            {
                beyond = $"({sql} IS NULL AND {beyond})";
                continue;
            }

            var value = CursorValue(property, text);
            beyond = $"({sql} {(descending ? "<" : ">")} {value} OR {sql} IS NULL OR ({sql} = {value} AND {beyond}))";
        }

        return beyond;
    }

    string CursorValue(OgcProperty property, string text) => property.Kind switch
    {
        FilterKind.Number => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? values.Add(number) : throw Broken(),
        FilterKind.Boolean => text == "true" ? "TRUE" : "FALSE",
        _ => values.Add(text),
    };

    static Platform.RefusedException Broken() =>
        OgcRequest.Bad(ItemsRequest.AfterParameter, "không đọc được; hãy theo liên kết next của trang trước.", "cannot be read; follow the link next of the page before.");
}

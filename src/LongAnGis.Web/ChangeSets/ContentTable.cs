using LongAnGis.Core.Coordinates;
using LongAnGis.Core.Plans;
using LongAnGis.Web.ChangeSets.Conflicts;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Platform;
using NetTopologySuite.Geometries;

namespace LongAnGis.Web.ChangeSets;

/// <summary>One part of a feature before and after a change, as text.</summary>
sealed record ContentRow(string Label, string? Before, string? After)
{
    public bool Differs => (Before ?? "") != (After ?? "");
}

/// <summary>A change part by part, in the order of the layer's schema.</summary>
static class ContentTable
{
    /// <param name="instruments">The number of each instrument by its code.</param>
    public static IEnumerable<ContentRow> Rows(
        DraftedChange change, Layer? layer, IReadOnlyDictionary<string, string> instruments, Language language)
    {
        var (before, after) = (change.Before, change.After);
        yield return new(language.Say("Tên", "Name"), before?.Name.Vi, after?.Name.Vi);
        if (before?.Name.En is not null || after?.Name.En is not null)
            yield return new(language.Say("Tên tiếng Anh", "English name"), before?.Name.En, after?.Name.En);
        foreach (var attribute in layer?.Attributes ?? [])
        {
            var row = new ContentRow(
                attribute.UnitIn(language.IsEnglish) is { } unit ? $"{attribute.Label.In(language.IsEnglish)} ({unit})" : attribute.Label.In(language.IsEnglish),
                Words(before, attribute, language), Words(after, attribute, language));
            if (row.Before is not null || row.After is not null)
                yield return row;
        }

        yield return new(language.Say("Diện tích (ha)", "Area (ha)"), Hectares(before, language), Hectares(after, language));
        yield return new(language.Say("Số đỉnh", "Vertices"), Vertices(before, language), Vertices(after, language));
        yield return new(language.Say("Độ chính xác vị trí", "Quality of the geometry"), QualityOf(before, language), QualityOf(after, language));
        yield return new(language.Say("Nguồn vị trí", "Source of the geometry"), before?.GeometrySource, after?.GeometrySource);
        yield return new(language.Say("Ghi chú", "Note"), before?.Note, after?.Note);
        yield return new(language.Say("Căn cứ", "Legal basis"), Number(before), Number(after));

        string? Number(ChangeContent? content) => content?.Instrument is { } code ? instruments.GetValueOrDefault(code, code) : null;
    }

    static string? Words(ChangeContent? content, AttributeDefinition attribute, Language language) =>
        ConflictRow.Value(content, attribute.Key) is { } value ? AttributeText.Value(attribute, value, language.IsEnglish) : null;

    static string? Hectares(ChangeContent? content, Language language) =>
        content?.Geometry is { Dimension: Dimension.Surface } shape
            ? AttributeText.Number((decimal)(PlanarMeasure.AreaSquareMetres(shape) / 10_000), language.IsEnglish, 4)
            : null;

    static string? Vertices(ChangeContent? content, Language language) => content?.Geometry?.NumPoints.ToString("n0", language.Culture);

    static string? QualityOf(ChangeContent? content, Language language) =>
        content is null ? null : Quality.Name(content.Quality).In(language.IsEnglish);
}

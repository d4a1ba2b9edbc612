using System.Text.Json.Nodes;
using LongAnGis.Core.Coordinates;
using LongAnGis.Web.Platform;

namespace LongAnGis.Web.ChangeSets.Drafting.Import;

/// <summary>One feature of a file, as the file has it.</summary>
/// <param name="Row">Where it stands in the file, counted from 1.</param>
/// <param name="Geometry">GeoJSON in the file's own coordinates, easting or longitude first; null for none.</param>
sealed record ImportedFeature(int Row, JsonObject? Geometry, IReadOnlyDictionary<string, JsonNode> Fields);

/// <summary>What a file holds.</summary>
/// <param name="Grid">The VN-2000 grid of its coordinates; null when they are degrees of WGS 84.</param>
/// <param name="Reference">The reference system, as the report names it.</param>
sealed record ImportedFile(IReadOnlyList<ImportedFeature> Features, Vn2000Zone? Grid, string Reference);

/// <summary>How much an import may cost, and the sentences for files that are not taken.</summary>
static class ImportLimits
{
    public const int MostBytes = 64 << 20;
    public const long MostUnpackedBytes = 500L << 20;
    public const int MostEntries = 200;
    public const int MostTimesLarger = 100;
    public const int MostFeatures = 20_000;
    public static readonly TimeSpan Time = TimeSpan.FromSeconds(20);

    public static RefusedException Refuse(string vi, string en) => new(Refusal.BadRequest(vi, en));

    public static RefusedException TooMany() => Refuse(
        $"Tệp có hơn {MostFeatures} đối tượng; xin chia nhỏ.", $"The file has more than {MostFeatures} features; please divide it.");
}

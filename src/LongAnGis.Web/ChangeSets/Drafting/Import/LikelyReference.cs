using System.Text.Json.Nodes;
using LongAnGis.Core.Coordinates;
using LongAnGis.Core.Plans;

namespace LongAnGis.Web.ChangeSets.Drafting.Import;

/// <summary>
/// Where a file's features lie far outside the province under the system that was stated or chosen, the system under which
/// they would lie inside. A suggestion for a person, who has the paper with the meridian; it is never applied.
/// </summary>
static class LikelyReference
{
    const int MostFeatures = 1_000;
    const double Most = 0.9;

    /// <summary>The sentence that names it; null where the features are where they should be, or fit nowhere.</summary>
    public static Bilingual? Named(ImportedFile file)
    {
        var places = file.Features.Take(MostFeatures).Select(feature => First(feature.Geometry?["coordinates"]))
            .OfType<(double X, double Y)>().ToList();
        if (places.Count == 0 || Share(places, file.Grid, isSwapped: false, Region.MapWindow) > 0.5)
            return null;

        foreach (var region in new[] { Region.LongAn, Region.Province })
        {
            foreach (var isSwapped in new[] { false, true })
            {
                foreach (var grid in Candidates.Where(grid => grid != file.Grid || isSwapped))
                {
                    if (Share(places, grid, isSwapped, region) >= Most)
                        return Sentence(file, grid, isSwapped);
                }
            }
        }

        return null;
    }

    static IEnumerable<Vn2000Zone?> Candidates =>
        new[] { Vn2000Zone.LongAn, Vn2000Zone.FormerTayNinh, Vn2000Zone.SixDegrees48, null }.Concat(Vn2000Zone.All).Distinct();

    static Bilingual Sentence(ImportedFile file, Vn2000Zone? grid, bool isSwapped)
    {
        var likely = grid is null ? new Bilingual("WGS 84 (độ)", "WGS 84 (degrees)") : CoordinateFormat.Name(grid);
        return new(
            $"Theo {file.Reference} thì các hình nằm ngoài tỉnh; số liệu có vẻ thuộc {likely.Vi}{(isSwapped ? ", với hai cột tọa độ đổi chỗ" : "")}. Xin xem kinh tuyến trục ghi trên giấy tờ, chọn lại hệ tọa độ rồi nạp lại.",
            $"In {file.Reference} the features lie outside the province; the numbers seem to be {likely.In(english: true)}{(isSwapped ? " with the two columns of coordinates exchanged" : "")}. Look for the meridian on the paper, choose the system again and import once more.");
    }

    static double Share(List<(double X, double Y)> places, Vn2000Zone? grid, bool isSwapped, Region region) =>
        places.Count(place => Holds(isSwapped ? (place.Y, place.X) : place, grid, region)) / (double)places.Count;

    static bool Holds((double X, double Y) place, Vn2000Zone? grid, Region region)
    {
        if (grid is null)
            return region.Holds(new(Latitude: place.Y, Longitude: place.X));
        // Degrees are no metres of a grid; beyond these the projection has no answer.
        return place.X is > 100_000 and < 1_500_000 && place.Y is > 500_000 and < 3_000_000
            && region.Holds(grid.ToWgs84(new(Northing: place.Y, Easting: place.X)));
    }

    static (double X, double Y)? First(JsonNode? node) => node switch
    {
        JsonArray and [JsonValue x, JsonValue y, ..] when x.TryGetValue<double>(out var first) && y.TryGetValue<double>(out var second) => (first, second),
        JsonArray and [JsonArray inner, ..] => First(inner),
        _ => null,
    };
}

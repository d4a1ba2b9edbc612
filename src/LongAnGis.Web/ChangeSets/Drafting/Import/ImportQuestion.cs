using LongAnGis.Core.Coordinates;
using LongAnGis.Core.Plans;
using LongAnGis.Core.Text;
using LongAnGis.Web.Platform;

namespace LongAnGis.Web.ChangeSets.Drafting.Import;

/// <summary>
/// What a file does not say and nobody may guess: its reference system, its encoding, which of its layers is meant. The refusal carries the choices, so
/// that a form can offer them and send the file again with the answer.
/// </summary>
static class ImportQuestion
{
    const int MostSamples = 6;
    const int LongestSample = 80;

    // The province's own grid first, then the former neighbour's, the provincial maps', and degrees.
    static readonly int[] LikelyFirst = [9210, 9209, 3405, ImportReference.Wgs84Code];

    public static RefusedException Reference() => new(Refusal.BadRequest(
        "Tệp không ghi hệ tọa độ; xin chọn hệ ghi trên bản vẽ hoặc giấy tờ kèm theo. Hệ thống không tự đoán.",
        "The file does not say its reference system; choose the one that its drawing or papers name. It is never guessed.") with
    {
        Members = new Dictionary<string, object?> { ["ask"] = "crs", ["choices"] = References },
    });

    /// <param name="layers">The layers of the file, as it names them.</param>
    public static RefusedException Source(IReadOnlyCollection<string> layers) => new(Refusal.BadRequest(
        $"Tệp có {layers.Count} lớp; mỗi lần nhập một lớp, xin chọn.",
        $"The file has {layers.Count} layers; one is imported at a time, please choose.") with
    {
        Members = new Dictionary<string, object?>
        {
            ["ask"] = "source",
            ["choices"] = layers.Select(layer => new { code = layer, name = Both(new(layer, layer)) }).ToArray(),
        },
    });

    /// <param name="texts">Bytes of the file that could be read in several ways.</param>
    public static RefusedException Encoding(IReadOnlyCollection<byte[]> texts)
    {
        var judged = LegacyEncoding.All.Select(encoding => (Encoding: encoding, Share: encoding.Plausibility(texts))).ToList();
        var best = judged.MaxBy(one => one.Share);
        return new(Refusal.BadRequest(
            "Chữ trong tệp không phải Unicode; xin chọn bảng mã cho chữ đọc đúng ở các dòng xem thử. Hệ thống không tự đoán.",
            "The text of the file is not Unicode; choose the encoding whose samples read right. It is never guessed.") with
        {
            Members = new Dictionary<string, object?>
            {
                ["ask"] = "encoding",
                ["choices"] = judged.OrderByDescending(one => one.Share).Select(one => new
                {
                    code = one.Encoding.Code,
                    name = Both(one.Encoding.Name),
                    isLikely = one.Encoding == best.Encoding && one.Share >= 0.8 && judged.Count(other => other.Share == one.Share) == 1,
                    samples = texts.Select(one.Encoding.Read).OfType<string>().Distinct().Take(MostSamples)
                        .Select(text => text.Length > LongestSample ? text[..LongestSample] + "…" : text).ToArray(),
                }).Where(choice => choice.samples.Length > 0).ToArray(),
            },
        });
    }

    /// <summary>The reference systems that a person may choose, likely ones first.</summary>
    public static IReadOnlyList<(string Code, Bilingual Name)> Known { get; } =
    [
        .. LikelyFirst.Concat(Vn2000Zone.All.Select(zone => zone.Srid)).Distinct()
            .Select(code => (code.ToString(System.Globalization.CultureInfo.InvariantCulture), Named(code))),
    ];

    static object[] References => [.. Known.Select(one => new { code = one.Code, name = Both(one.Name) })];

    static Bilingual Named(int code) => Vn2000Zone.Find(code) is { } zone
        ? new($"{CoordinateFormat.Name(zone).Vi} – EPSG:{code}", $"{CoordinateFormat.Name(zone).En} – EPSG:{code}")
        : new("WGS 84, kinh độ và vĩ độ – EPSG:4326", "WGS 84, longitude and latitude – EPSG:4326");

    static object Both(Bilingual text) => new { vi = text.Vi, en = text.In(english: true) };
}

using System.Globalization;
using System.Text;
using LongAnGis.Core.Coordinates;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Ogc;

namespace LongAnGis.Web.Exchange.Exports;

/// <summary>
/// What travels with the data: which layer and state of the plan it is, its reference system, sources and licence, what its columns
/// mean, and what the format left out. In both languages, because nobody knows who opens it.
/// </summary>
static class ExportNotes
{
    const string OpenDatabaseLicence = "https://opendatacommons.org/licenses/odbl/1-0/";

    public static string Text(ExportRequest request) => Text(request, Facts(request));

    /// <summary>The same without a word of what the request said: for the arguments of a program.</summary>
    public static string OwnText(ExportRequest request) => Text(request, Facts(request).Where(fact => fact.Name != FilterName));

    static readonly Bilingual FilterName = new("Bộ lọc", "Filter");

    static string Text(ExportRequest request, IEnumerable<(Bilingual Name, string Value)> facts)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in facts)
        {
            text.Append(name.InOneColumn).Append(": ").Append(value).Append("\r\n");
        }

        var limits = ExportLimits.Of(request.Format, request.Collection);
        if (limits.Count > 0)
        {
            text.Append("\r\n").Append("Giới hạn của định dạng | Limits of the format\r\n");
            foreach (var limit in limits)
            {
                text.Append("- ").Append(limit.InOneColumn).Append("\r\n");
            }
        }

        text.Append("\r\n").Append("Cột | Columns\r\n");
        foreach (var cells in Columns(request))
        {
            text.Append("- ").AppendJoin("; ", cells.Where(cell => cell.Length > 0)).Append("\r\n");
        }

        return text.ToString();
    }

    /// <summary>Each a line: what it is, and what is to be said of it.</summary>
    public static IEnumerable<(Bilingual Name, string Value)> Facts(ExportRequest request)
    {
        var (collection, moment) = (request.Collection, request.Items.Moment);
        yield return (new("Dữ liệu", "Data"), collection.Title.InOneColumn);
        if (collection.Description is { } description)
        {
            yield return (new("Mô tả", "Description"), description.InOneColumn);
        }

        yield return (new("Mã", "Code"), collection.Id);
        yield return (new("Quy hoạch", "Plan"), moment.Plan);
        yield return (new("Bản công bố", "Publication"), moment.Revision.ToString(CultureInfo.InvariantCulture));
        yield return (new("Hiệu lực ngày", "In force on"), CalendarDay.Write(request.AsOf));
        yield return (new("Hệ tọa độ", "Reference system"), $"{CrsName(request.Items.Crs)}; x = đông, kinh độ | east, longitude; y = bắc, vĩ độ | north, latitude");
        if (Chosen(request) is { } chosen)
        {
            yield return (FilterName, chosen);
        }

        if (collection.Layer?.Completeness is { } completeness)
        {
            yield return (new("Mức đầy đủ", "Completeness"), completeness.InOneColumn);
        }

        if (collection.Layer?.LegalBasisNumber is { } basis)
        {
            yield return (new("Căn cứ", "Basis"), basis);
        }

        yield return (new("Nguồn", "Source"), collection.Layer?.Source?.InOneColumn ?? request.Items.Request.SiteRoot);
        yield return (new("Giấy phép", "Licence"), Licence(collection));
        yield return (new("Lấy từ", "Taken from"), $"{request.Items.Request.SiteRoot}/collections/{collection.Id}");
        yield return (new("Lưu ý", "Note"), "Tọa độ quy đổi, không thay thế kết quả đo đạc. | Converted coordinates, not a survey result.");
    }

    /// <summary>Name, meaning, unit and codes of each column.</summary>
    public static IEnumerable<string[]> Columns(ExportRequest request) =>
        FileColumn.Of(request.Format, request.Collection, request.Items.Properties).Select(column => new[]
        {
            column.Name,
            column.Property?.Key is { } key && key != column.Name ? key : "",
            column.Property?.Label.InOneColumn ?? "",
            column.Property?.Unit ?? "",
            string.Join(", ", (column.Property?.Codes ?? []).Select(code => $"{code.Value} = {code.Label.InOneColumn}")),
        });

    public static string CrsName(OgcCrs crs) => crs.Srid switch
    {
        4326 => "WGS 84 (EPSG:4326)",
        3857 => "WGS 84 / Web Mercator (EPSG:3857)",
        Vn2000.GeographicSrid => $"VN-2000 (EPSG:{crs.Srid})",
        _ => $"{Vn2000Zone.Find(crs.Srid)?.Name} (EPSG:{crs.Srid})",
    };

    // What nobody has stated is not claimed.
    static string Licence(OgcCollection collection) => collection.Layer?.IsImported == true
        ? $"Open Database License (ODbL) 1.0, {OpenDatabaseLicence}"
        : "Chưa công bố giấy phép riêng; khi dùng lại xin ghi nguồn. | No licence of its own has been stated; name the source where it is used.";

    static string? Chosen(ExportRequest request)
    {
        var asked = request.Items.Request;
        string?[] parts =
        [
            asked[ItemsRequest.FilterParameter],
            asked[ItemsRequest.Bbox] is { } box ? $"bbox {box} {asked[ItemsRequest.BboxCrs]}".TrimEnd() : null,
        ];
        var chosen = string.Join("; ", parts.OfType<string>());
        return chosen.Length == 0 ? null : new string([.. chosen.Select(letter => char.IsControl(letter) ? ' ' : letter)]);
    }
}

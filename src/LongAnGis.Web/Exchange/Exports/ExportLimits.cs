using LongAnGis.Core.Plans;
using LongAnGis.Web.Ogc;
using LongAnGis.Web.Platform;

namespace LongAnGis.Web.Exchange.Exports;

/// <summary>What a format cannot hold, said before anybody exports; and how much one export may be.</summary>
static class ExportLimits
{
    /// <summary>Rows of a spreadsheet: it is put together in memory.</summary>
    public const int MostRows = 50_000;

    /// <summary>Characters that a cell of a spreadsheet holds.</summary>
    public const int LongestCell = 32_767;

    /// <summary>Bytes that temporary files of one export may grow to, and that GDAL may write.</summary>
    public const long MostBytes = 2L << 30;

    /// <summary>How the format changes or leaves out what these features have; empty where it takes everything.</summary>
    public static IReadOnlyList<Bilingual> Of(ExportFormat format, OgcCollection collection)
    {
        List<Bilingual> limits = [];
        if (format.LongestName > 0 && collection.Properties.Any(property => property.Key.Length > format.LongestName))
        {
            limits.Add(new(
                $"Tên cột dài hơn {format.LongestName} ký tự bị rút ngắn theo bảng bên dưới; khi nhập lại, hệ thống nhận ra các tên này.",
                $"Names of columns longer than {format.LongestName} characters are shortened as the table below says; they are recognised when they come back."));
        }

        if (format.LongestText > 0)
        {
            limits.Add(new(
                $"Chữ dài hơn {format.LongestText} byte bị cắt; chữ có dấu chiếm 2–3 byte.",
                $"Texts longer than {format.LongestText} bytes are cut; letters with diacritics take 2 or 3."));
        }

        limits.AddRange(Own(format, collection));
        return limits;
    }

    static IEnumerable<Bilingual> Own(ExportFormat format, OgcCollection collection) => format.Code switch
    {
        "shp" when collection.GeometryKind == "any" =>
            [new("Mỗi tệp chỉ chứa một loại hình: điểm, tuyến và vùng nằm ở ba tệp riêng.", "A file holds one kind of shape: points, lines and areas come in files of their own.")],
        "xlsx" =>
        [
            new("Tối đa 50.000 đối tượng; nhiều hơn xin dùng CSV.", "At most 50,000 features; take CSV for more."),
            new("Hình có dạng WKT dài hơn 32.767 ký tự thì ô hình để trống.", "Where the WKT of a shape has more than 32,767 characters, its cell is empty."),
            new("Số có tối đa 15 chữ số có nghĩa.", "Numbers have at most 15 significant digits."),
        ],
        "kml" or "kmz" => [new("Chỉ WGS 84; ngày được ghi dạng chữ.", "WGS 84 only; days are written as texts.")],
        "tab" or "mif" => [
            new("MapInfo không có số “chưa có số liệu”: cột số có ô trống được ghi dạng chữ, để ô trống không thành 0.",
                "MapInfo has no number that is not known: a column of numbers with gaps is written as text, so that no gap becomes 0."),
            .. format.Code == "tab" ? [new("Tọa độ làm tròn đến khoảng 1 mm.", "Positions are rounded to about 1 mm.")] : Array.Empty<Bilingual>(),
        ],
        "dxf" =>
        [
            new("Bản vẽ không có bảng thuộc tính: mã đối tượng là tên lớp vẽ; thuộc tính khác không có trong tệp.",
                "A drawing has no table of attributes: the code is the name of the drawing layer; other attributes are not in the file."),
            new("Hình nhiều phần thành nhiều đối tượng vẽ cùng tên lớp; hệ tọa độ chỉ ghi ở README.txt và tên tệp.",
                "A shape of several parts becomes several drawn things on one layer; the reference system is named in README.txt and in the file's name alone."),
        ],
        "dgn" =>
        [
            new("Chỉ có hình, làm tròn đến 1 mm: không có mã, tên hay thuộc tính; lỗ trong vùng thành vùng riêng.",
                "Shapes alone, rounded to 1 mm: no code, name or attribute; a hole in an area becomes an area of its own."),
            new("Hệ tọa độ chỉ ghi ở README.txt và tên tệp.", "The reference system is named in README.txt and in the file's name alone."),
        ],
        _ => [],
    };

    /// <summary>What the columns are called that the format renames.</summary>
    public static IReadOnlyList<(OgcProperty Property, string Name)> Renamed(ExportFormat format, OgcCollection collection) =>
    [
        .. FileColumn.Of(format, collection, collection.Properties)
            .Where(column => column.Property is { } property && property.Key != column.Name)
            .Select(column => (column.Property!, column.Name)),
    ];

    public static RefusedException TooLarge() => new(new Refusal(
        StatusCodes.Status422UnprocessableEntity,
        $"Tệp xuất lớn hơn {MostBytes >> 30} GB; xin thu hẹp bằng bộ lọc hoặc khung tọa độ.",
        $"The export is larger than {MostBytes >> 30} GB; narrow it by a filter or a box."));

    public static RefusedException TooManyRows() => new(new Refusal(
        StatusCodes.Status422UnprocessableEntity,
        $"Có hơn {MostRows} đối tượng, nhiều hơn một bảng tính nhận; xin dùng CSV hoặc thu hẹp bằng bộ lọc.",
        $"There are more than {MostRows} features, more than a spreadsheet takes; use CSV or narrow it by a filter."));

    public static RefusedException TooLong() => new(new Refusal(
        StatusCodes.Status422UnprocessableEntity,
        "Xuất tệp quá lâu; xin thu hẹp bằng bộ lọc hoặc khung tọa độ.",
        "The export takes too long; narrow it by a filter or a box."));
}

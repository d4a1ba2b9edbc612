using LongAnGis.Web.Platform;

namespace LongAnGis.Web.Osm;

/// <summary>Why an extract is not imported: one sentence each, with what to do about it. Nothing has been written then.</summary>
static class OsmRefusal
{
    public static StartupException FileMissing(string path) => new(
        $"Không có tệp “{path}”: kiểm tra lại đường dẫn.",
        $"There is no file “{path}”: check the path.");

    public static StartupException Unreadable(string name, Exception cause) => new(
        $"Không đọc được tệp “{name}”: kiểm tra quyền đọc.",
        $"The file “{name}” cannot be read: check its permissions.", cause);

    public static StartupException NotOsm(string name, Exception? cause = null) => new(
        $"“{name}” không phải bản trích OpenStreetMap: cần tệp .osm.pbf hoặc .osm (có thể nén .gz, .bz2).",
        $"“{name}” is no OpenStreetMap extract: it takes an .osm.pbf or .osm file (.gz or .bz2 compressed, if you like).", cause);

    public static StartupException NodesLast(string name) => new(
        $"Trong tệp “{name}”, các nút (node) nằm sau đường (way): sắp xếp lại bằng “osmium sort”, hoặc xuất lại với nút đứng trước.",
        $"In the file “{name}” nodes come after ways: sort it with “osmium sort”, or export it again with nodes first.");

    public static StartupException Damaged(string name, string reason) => new(
        $"Tệp “{name}” bị cắt cụt hoặc hỏng, không có gì được nạp: hãy tải lại tệp.",
        $"The file “{name}” is truncated or damaged, nothing was imported: download it again.", new InvalidDataException(reason));

    public static StartupException ProgramMissing(string program, string package, Exception? cause = null) => new(
        $"Máy này chưa có {program} để đọc tệp: cài bằng “sudo apt-get install {package}” rồi chạy lại.",
        $"This machine has no {program} to read the file with: install it with “sudo apt-get install {package}” and run again.", cause);

    public static StartupException TooMuch(string name, string limit) => new(
        $"Tệp “{name}” vượt giới hạn {limit}: dùng bản trích nhỏ hơn, hoặc tăng giới hạn đó trong cấu hình.",
        $"The file “{name}” goes beyond the limit {limit}: use a smaller extract, or raise that limit in the configuration.");

    public static StartupException NothingInside(string name) => new(
        $"Tệp “{name}” không có đường, kênh hay địa danh nào trong khung bản đồ Long An ({MapWindow.Text}): hãy lấy bản trích Việt Nam.",
        $"The file “{name}” has no road, canal or place inside the map window of Long An ({MapWindow.Text}): take an extract of Vietnam.");

    public static StartupException MostWouldVanish(string name, (string Vi, string En) layer, int vanished, int known) => new(
        $"Tệp “{name}” thiếu {vanished}/{known} đối tượng đang có của lớp {layer.Vi}: nếu đúng ý, chạy lại với --replace.",
        $"The file “{name}” lacks {vanished} of the {known} features that the layer of {layer.En} has: if that is meant, run again with --replace.");

    public static StartupException Overtaken() => new(
        "Trong lúc nạp, có người vừa công bố thay đổi trên cùng đối tượng, không có gì được nạp: hãy chạy lại.",
        "While importing, somebody published changes to the same features, nothing was imported: run again.");

    public static StartupException DiskFull(Exception cause) => new(
        "Không ghi được tệp tạm, có thể ổ đĩa đã đầy: hãy giải phóng chỗ rồi chạy lại.",
        "A temporary file cannot be written, perhaps the disk is full: free some space and run again.", cause);
}

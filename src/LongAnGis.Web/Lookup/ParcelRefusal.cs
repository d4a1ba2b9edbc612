using LongAnGis.Core.Coordinates;
using LongAnGis.Core.Lookup;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Platform;

namespace LongAnGis.Web.Lookup;

/// <summary>Why a table gives no parcel, and which field of the form mends it.</summary>
public sealed record ParcelRefusal(string Field, Bilingual Message)
{
    const int MostSaid = 10;

    public Refusal Said => Refusal.BadRequest(Message.Vi, Message.In(english: true));

    public static IReadOnlyList<ParcelRefusal> OfTable(CornerTable table) => table.Faults.Count > 0
        ? [.. table.Faults.Take(MostSaid).Select(fault => new ParcelRefusal("corners", fault.Message))]
        :
        [
            new("corners", new(
                "Chưa thấy tọa độ nào. Hãy dán bảng liệt kê tọa độ: mỗi đỉnh một dòng, X rồi Y tính bằng mét.",
                "No coordinates were found. Paste the corner table: one corner a line, X then Y in metres.")),
        ];

    public static IReadOnlyList<ParcelRefusal> OfShape(ParcelShape stated) =>
    [
        .. stated.Remarks.Where(remark => remark.IsFault).Take(MostSaid).Select(remark => new ParcelRefusal(
            "corners", remark.Row is { } row
                ? new($"Dòng {row}: {remark.Message.Vi} Có thể chọn thứ tự đỉnh khác bên dưới.", $"Line {row}: {remark.Message.En} Another order of the corners can be chosen below.")
                : remark.Message)),
    ];

    /// <summary>The numbers fall outside the province: says where they would fall, if anywhere in Vietnam.</summary>
    public static ParcelRefusal Elsewhere(CornerTable table, PlacingWish wish)
    {
        if (wish.Frame is not null && ParcelPlacing.Readings(table, new(), Region.Province) is [var likely, ..])
            return new("frame", new(
                $"Đọc theo hệ đã chọn, thửa đất nằm ngoài tỉnh. Các số này hợp với: {likely.Meaning.Vi}.",
                $"Read in the system that was chosen, the parcel lies outside the province. The numbers fit: {likely.Meaning.En}."));

        return ParcelPlacing.Readings(table, wish, Region.Vietnam) is [var first, ..]
            ? new("corners", new(
                $"Thửa đất nằm ngoài tỉnh: đọc theo {first.Meaning.Vi} thì ở {CoordinateFormat.Wgs84(first.Middle, english: false)}.",
                $"The parcel lies outside the province: read as {first.Meaning.En}, it is at {CoordinateFormat.Wgs84(first.Middle, english: true)}."))
            : new("corners", new(
                "Các số này không phải tọa độ ở Việt Nam trong bất kỳ hệ nào đã biết (VN-2000, WGS 84, UTM 48N).",
                "The numbers are no coordinates in Vietnam in any system that is known (VN-2000, WGS 84, UTM 48N)."));
    }

    /// <summary>Near the province, and outside its border.</summary>
    public static ParcelRefusal OverTheBorder(ParcelReading reading) => new("corners", new(
        $"Thửa đất nằm ngoài địa giới tỉnh: đọc theo {reading.Meaning.Vi} thì ở {CoordinateFormat.Wgs84(reading.Middle, english: false)}. Hãy kiểm tra kinh tuyến trục, thứ tự cột.",
        $"The parcel lies outside the border of the province: read as {reading.Meaning.En}, it is at {CoordinateFormat.Wgs84(reading.Middle, english: true)}. Check the meridian and the order of the columns."));
}

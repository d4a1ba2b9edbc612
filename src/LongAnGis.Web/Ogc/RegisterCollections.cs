using System.Globalization;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Database;
using LongAnGis.Web.Indicators;

namespace LongAnGis.Web.Ogc;

/// <summary>
/// What has a place and is no layer: administrative units, indicators over regions with a column for each year, and the public
/// tasks of the action programme. Each is a question of its own whose rows are asked like those of a layer.
/// </summary>
public sealed class RegisterCollections(PublicDatabase database, Editions editions)
{
    /// <summary>Pins the edition of figures and tasks in links to the next page, as known-at pins the revision of layers.</summary>
    public const string EditionParameter = "edition";

    static readonly string AreasQuery = Sql.Beside<RegisterCollections>("Registers/Areas");
    static readonly string IndicatorsQuery = Sql.Beside<RegisterCollections>("Registers/Indicators");
    static readonly string TasksQuery = Sql.Beside<RegisterCollections>("Registers/Tasks");
    static readonly string YearsQuery = Sql.Beside<RegisterCollections>("Registers/Years");

    public async Task<IReadOnlyList<OgcCollection>> All(CancellationToken cancellation) => [Areas, await Indicators(cancellation), Tasks];

    /// <summary>The edition that a request for a register is answered from; 0 for layers, which have revisions.</summary>
    public async Task<int> Edition(ItemsRequest items, CancellationToken cancellation)
    {
        if (items.Collection.Register is null)
        {
            return 0;
        }

        var newest = await editions.At(items.Moment, cancellation);
        if (items.Request[EditionParameter] is not { } text)
        {
            return newest;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var edition) && edition <= newest
            ? edition
            : throw OgcRequest.Bad(EditionParameter, "không phải số của một lần ghi nhận số liệu.", "is not the number of an edition of figures.");
    }

    static OgcCollection Areas { get; } = new(
        "areas",
        new("Đơn vị hành chính", "Administrative units"),
        new("Tỉnh, huyện và xã với thời gian tồn tại; huyện hết hiệu lực ngày 30/6/2025, xã mới có từ 01/7/2025.",
            "Provinces, districts and communes with their time of validity; districts end on 30 June 2025, new communes begin on 1 July 2025."),
        "polygon",
        [
            Text("code", "Mã", "Code"), Text("kind", "Loại", "Kind"), Text("name_vi", "Tên", "Name (Vietnamese)"),
            Text("name_en", "Tên tiếng Anh", "Name (English)"), Text("full_name_vi", "Tên đầy đủ", "Full name"),
            Text("parent_code", "Thuộc", "Part of"), Day("valid_from", "Có từ ngày", "Valid from"), Day("valid_until", "Hết từ ngày", "No longer valid on"),
        ],
        AreasQuery, HasTextIds: true, Page: "/districts");

    static OgcCollection Tasks { get; } = new(
        "tasks",
        new("Nhiệm vụ của chương trình hành động", "Tasks of the action programme"),
        new("Nhiệm vụ công khai, đặt tại các đối tượng và địa bàn mà nhiệm vụ nêu tên; nhiệm vụ chung của tỉnh không có vị trí.",
            "Public tasks, placed at the features and districts that they name; tasks of the whole province have no place."),
        "point",
        [
            Text("code", "Mã", "Code"), Text("name_vi", "Nhiệm vụ", "Task (Vietnamese)"), Text("name_en", "Nhiệm vụ, tiếng Anh", "Task (English)"),
            Text("group_vi", "Nhóm", "Group (Vietnamese)"), Text("product", "Sản phẩm", "Product (Vietnamese)"), Text("product_en", "Sản phẩm, tiếng Anh", "Product (English)"), Text("lead", "Cơ quan chủ trì", "Lead agency"),
            Text("districts", "Địa bàn", "Districts"), Day("start_on", "Bắt đầu", "Begins"), Day("deadline", "Thời hạn", "Deadline"),
            Text("deadline_text", "Thời hạn theo văn bản", "Deadline as stated"), Text("standing", "Tình trạng giao", "Standing"),
            Number("percent", "Tiến độ", "Progress", "%"), Day("completed_on", "Hoàn thành ngày", "Completed on"), Text("source_url", "Nguồn", "Source"),
        ],
        TasksQuery, HasTextIds: true, Page: "/programme");

    async Task<OgcCollection> Indicators(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(YearsQuery);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        List<OgcProperty> years = [];
        while (await row.ReadAsync(cancellation))
        {
            var year = row.GetInt32(0).ToString(CultureInfo.InvariantCulture);
            years.Add(new("y" + year, AttributeType.Number, new("Năm " + year, "Year " + year), Attribute: year));
        }

        return new(
            "indicators",
            new("Chỉ tiêu theo năm", "Indicators by year"),
            new("Mỗi dòng là một chỉ tiêu tại một địa bàn, mỗi cột y2020, y2021… là số liệu của một năm; chỗ trống là chưa có số liệu.",
                "A row for each indicator and region, a column y2020, y2021, … for each year; what is empty is not known."),
            "polygon",
            [
                Text("indicator", "Mã chỉ tiêu", "Indicator code"), Text("name_vi", "Chỉ tiêu", "Indicator (Vietnamese)"), Text("name_en", "Chỉ tiêu, tiếng Anh", "Indicator (English)"),
                Text("unit_vi", "Đơn vị tính", "Unit (Vietnamese)"), Text("unit_en", "Đơn vị tính, tiếng Anh", "Unit (English)"),
                Text("region", "Mã địa bàn", "Region code"), Text("region_name", "Địa bàn", "Region"), Text("region_kind", "Loại địa bàn", "Kind of region"),
                Text("bases", "Cách tính", "Definitions followed"), Text("estimates", "Năm là số ước", "Years that are estimates"), Text("sources", "Nguồn", "Sources"),
                .. years,
            ],
            IndicatorsQuery, HasTextIds: true, Page: "/indicators");
    }

    static OgcProperty Text(string column, string vi, string en) => new(column, AttributeType.Text, new(vi, en), $"version.{column}");

    static OgcProperty Day(string column, string vi, string en) =>
        new(column, AttributeType.Date, new(vi, en), $"(to_char(version.{column}, 'YYYY-MM-DD') COLLATE \"C\")");

    static OgcProperty Number(string column, string vi, string en, string unit) =>
        new(column, AttributeType.Number, new(vi, en), $"version.{column}::double precision", Unit: unit);
}

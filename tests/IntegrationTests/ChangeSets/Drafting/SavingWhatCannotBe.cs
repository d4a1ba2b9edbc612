using System.Net;
using System.Net.Http.Headers;
using System.Text;
using LongAnGis.Web.Platform.Retries;

namespace LongAnGis.IntegrationTests.ChangeSets.Drafting;

/// <summary>What no draft may hold: each is refused with its own sentence, and nothing is written.</summary>
public sealed class SavingWhatCannotBe(SharedDraftingSite shared) : IClassFixture<SharedDraftingSite>
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Geometry, the rule that refuses it, and words of the sentence.</summary>
    public static TheoryData<string, string, string> Geometries => new()
    {
        { Polygon("[106.4,10.6],[106.41,10.61],[106.41,10.6],[106.4,10.61],[106.4,10.6]"), "R01", "cắt" },
        { Polygon("[106.4,10.6],[106.41,10.6],[106.41,10.61],[106.4,10.61]"), "R01", "khép" },
        { Polygon("[106.4,10.6],[106.41,10.6],[106.42,10.6],[106.4,10.6]"), "R01", "diện tích" },
        { Polygon("[106.4,10.6],[106.4,10.6],[106.4,10.6],[106.4,10.6]"), "R01", "" },
        { Polygon("[106.4,10.6],[106.41,10.6],[106.4,10.6]"), "R01", "" },
        { """{"type":"Polygon","coordinates":[]}""", "R01", "rỗng" },
        { $$"""{"type":"Polygon","coordinates":[[{{string.Join(',', Drafting.SquareCorners)}}],[[106.5,10.6],[106.51,10.6],[106.51,10.61],[106.5,10.6]]]}""", "R01", "" },
        { Polygon("[10.6,106.4],[10.6,106.41],[10.61,106.41],[10.61,106.4],[10.6,106.4]"), "R10", "vĩ độ" },
        { Polygon("[2.3,48.8],[2.4,48.8],[2.4,48.9],[2.3,48.9],[2.3,48.8]"), "R10", "" },
        { Polygon("[560000,1180000],[561000,1180000],[561000,1181000],[560000,1181000],[560000,1180000]"), "R10", "VN-2000" },
        { Polygon("[1e999,10.6],[106.41,10.6],[106.41,10.61],[106.4,10.61],[1e999,10.6]"), "R10", "" },
        { Polygon("[\"NaN\",10.6],[106.41,10.6],[106.41,10.61],[106.4,10.61],[106.4,10.6]"), "", "" },
        { """{"type":"Point","coordinates":[106.4,10.6]}""", "R02", "Lớp này nhận vùng, nhưng hình được gửi là điểm." },
        { """{"type":"LineString","coordinates":[[106.4,10.6],[106.5,10.6]]}""", "R02", "Lớp này nhận vùng, nhưng hình được gửi là đường." },
        { """{"type":"GeometryCollection","geometries":[]}""", "R02", "GeometryCollection" },
        { """{"type":"CircularString","coordinates":[[106.4,10.6],[106.5,10.6]]}""", "R02", "cung" },
        { """{"type":"Circle","coordinates":[]}""", "R02", "Circle" },
        { Polygon("[106.4,10.6,5],[106.41,10.6,5],[106.41,10.61,5],[106.4,10.61,5],[106.4,10.6,5]"), "", "" },
        { $$"""{"type":"Polygon","crs":{"type":"name"},"coordinates":[[{{string.Join(',', Drafting.SquareCorners)}}]]}""", "R10", "crs" },
        { "[]", "", "GeoJSON" },
        { "\"POLYGON((0 0,1 1))\"", "", "GeoJSON" },
    };

    [Theory]
    [MemberData(nameof(Geometries))]
    public async Task Refuses_a_geometry_that_is_none(string geometry, string rule, string words)
    {
        var drafting = await shared.Get();
        var (planner, changeSet) = await drafting.Begin();

        using var answer = await Drafting.Save(planner, changeSet, Drafting.Create("a"), Drafting.Create("b", geometry));

        var error = (await Drafting.Json(answer, HttpStatusCode.UnprocessableEntity))["errors"]![0]!;
        Assert.Equal(1, error["edit"]!.GetValue<int>());
        Assert.Equal("geometry", error["field"]!.GetValue<string>());
        Assert.Contains(words, error["message"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.True(rule.Length == 0 || rule == error["rule"]!.GetValue<string>(), error.ToJsonString());
        await drafting.HasNothingOf(changeSet);
    }

    /// <summary>Further members of an otherwise good edit, the field that is refused, and the sentence.</summary>
    public static TheoryData<string, string, string> Fields => new()
    {
        { ""","attributes":{"owner_note":"x"}""", "attributes.owner_note", "Lớp “Vùng kinh tế – xã hội” không có thuộc tính “owner_note”." },
        { ""","attributes":{"functions":7}""", "attributes.functions", "Thuộc tính “Chức năng, định hướng” (functions) phải là văn bản." },
        { ""","attributes":[]""", "attributes", "“attributes” phải là một đối tượng JSON." },
        { ""","state":"approved" """, "state", "Không có trường “state” trong một chỉnh sửa." },
        { ""","owner":1""", "owner", "Không có trường “owner” trong một chỉnh sửa." },
        { ""","published_at":"2026-01-01" """, "published_at", "Không có trường “published_at” trong một chỉnh sửa." },
        { ""","nameEn":"a\u0000b" """, "nameEn", "“nameEn” có ký tự điều khiển; xin bỏ đi." },
        { ""","nameEn":"a\r\nSet-Cookie: x" """, "nameEn", "“nameEn” có ký tự điều khiển; xin bỏ đi." },
        { ""","nameEn":"\u001b[31mred" """, "nameEn", "“nameEn” có ký tự điều khiển; xin bỏ đi." },
        { ""","nameEn":"gnp\u202Eexe" """, "nameEn", "“nameEn” có ký tự vô hình hoặc đổi chiều chữ; xin bỏ đi." },
        { ""","nameEn":"Long\u200BAn" """, "nameEn", "“nameEn” có ký tự vô hình hoặc đổi chiều chữ; xin bỏ đi." },
        { ""","nameEn":"\ud800" """, "nameEn", "“nameEn” có ký tự Unicode hỏng." },
        { ""","nameEn":7""", "nameEn", "“nameEn” phải là văn bản." },
        { $$""","nameEn":"{{new string('x', 301)}}" """, "nameEn", "“nameEn” dài quá 300 ký tự." },
        { ""","quality":"perfect" """, "quality", "“quality” phải là một trong: surveyed, digitised, generalised, indicative." },
        { ""","inForceFrom":"2026-13-40" """, "inForceFrom", "“inForceFrom” phải là ngày viết YYYY-MM-DD, từ 1900 đến 2199." },
        { ""","inForceUntil":"2026-05-31" """, "inForceUntil", "Ngày hết hiệu lực phải sau ngày bắt đầu của hồ sơ." },
        { ""","inForceFrom":"2027-01-02","inForceUntil":"2027-01-01" """, "inForceUntil", "Ngày hết hiệu lực phải sau ngày bắt đầu." },
        { ""","instrument":"no-such-thing" """, "instrument", "Không có văn bản “no-such-thing”." },
        { ""","successor":"../../etc" """, "successor", "“successor” phải là mã, hoặc lớp/mã, của đối tượng kế tiếp." },
        { ""","position":77,"expects":1""", "position", "Hồ sơ này không có thay đổi 77." },
        { ""","position":0""", "position", "“position” phải là số nguyên từ 1." },
        { ""","feature":1""", "feature", "Đối tượng mới chưa có mã số và phiên bản: bỏ “feature” và “baseVersion”." },
    };

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task Refuses_a_field_with_its_own_sentence(string more, string field, string sentence)
    {
        var drafting = await shared.Get();
        var (planner, changeSet) = await drafting.Begin();

        using var answer = await Drafting.Save(planner, changeSet, Drafting.Create("a", more: more));

        var error = (await Drafting.Json(answer, HttpStatusCode.UnprocessableEntity))["errors"]![0]!;
        Assert.Equal((field, sentence), (error["field"]!.GetValue<string>(), error["message"]!.GetValue<string>()));
        await drafting.HasNothingOf(changeSet);
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("kcn/1")]
    [InlineData("đức-hòa")]
    [InlineData("-a")]
    [InlineData("a';--")]
    public async Task Refuses_a_code_that_is_none(string code)
    {
        var drafting = await shared.Get();
        var (planner, changeSet) = await drafting.Begin();

        using var answer = await Drafting.Save(planner, changeSet, Drafting.Create(code));

        Assert.StartsWith("Mã chỉ gồm chữ cái không dấu", await Drafting.Fault(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_a_code_that_the_plan_or_the_set_has_already()
    {
        var drafting = await shared.Get();
        var (planner, changeSet) = await drafting.Begin();

        using var published = await Drafting.Save(planner, changeSet, Drafting.Create("V-01"));
        using var twice = await Drafting.Save(planner, changeSet, Drafting.Create("a"), Drafting.Create("a"));

        Assert.Equal("Mã “V-01” đã có trong lớp “Vùng kinh tế – xã hội”; xin chọn mã khác.", await Drafting.Fault(published));
        Assert.Equal("Mã “a” đã có trong lớp “Vùng kinh tế – xã hội”; xin chọn mã khác.", await Drafting.Fault(twice));
        await drafting.HasNothingOf(changeSet);
    }

    [Theory]
    [InlineData("9223372036854775807", "1")]
    [InlineData("ID", "99")]
    [InlineData("OTHER", "1")]
    public async Task Refuses_forged_ids_alike(string feature, string version)
    {
        var drafting = await shared.Get();
        var (planner, changeSet) = await drafting.Begin();
        var id = Drafting.Number((await drafting.Feature("socio-economic-zones", "V-01")).Id);
        var other = Drafting.Number((await drafting.Feature("centres", "TT-01")).Id);

        using var answer = await Drafting.Save(
            planner,
            changeSet,
            $$$"""
            {"put":{"op":"update","layer":"socio-economic-zones","feature":{{{feature.Replace("ID", id, StringComparison.Ordinal).Replace("OTHER", other, StringComparison.Ordinal)}}},
              "baseVersion":{{{version}}},"nameVi":"x","geometry":null}}
            """);

        Assert.Equal("Lớp “Vùng kinh tế – xã hội” không có đối tượng với mã số và phiên bản này.", await Drafting.Fault(answer));
        await drafting.HasNothingOf(changeSet);
    }

    [Fact]
    public async Task Keeps_a_change_with_its_feature()
    {
        var drafting = await shared.Get();
        var (planner, changeSet) = await drafting.Begin();
        using var created = await Drafting.Save(planner, changeSet, Drafting.Create("a"));
        var (id, _, version, _) = await drafting.Feature("socio-economic-zones", "V-01");

        using var answer = await Drafting.Save(
            planner,
            changeSet,
            $$$"""{"put":{"position":1,"expects":1,"op":"delete","layer":"socio-economic-zones","feature":{{{Drafting.Number(id)}}},"baseVersion":{{{Drafting.Number(version)}}}}}""");

        Assert.Equal("Thay đổi 1 là của một đối tượng khác.", await Drafting.Fault(answer));
    }

    [Fact]
    public async Task Does_not_lose_a_drawing_to_a_forgotten_geometry()
    {
        var drafting = await shared.Get();
        var (planner, changeSet) = await drafting.Begin();

        using var answer = await Drafting.Save(
            planner, changeSet, """{"put":{"op":"create","layer":"socio-economic-zones","code":"a","nameVi":"x"}}""");

        Assert.Equal("Thiếu “geometry”: hình GeoJSON, hoặc null khi chưa có vị trí.", await Drafting.Fault(answer));
    }

    [Theory]
    [InlineData("{", HttpStatusCode.BadRequest)]
    [InlineData("""{"edits":[],"edits":[]}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"edits":[{"put":{"op":"create","op":"delete"}}]}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"\ud800":1,"edits":[{"drop":{"position":1}}]}""", HttpStatusCode.BadRequest)]
    [InlineData("[]", HttpStatusCode.UnprocessableEntity)]
    [InlineData("null", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"edits":[]}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"edits":[{}]}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"edits":[{"put":{}}]}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"edits":[{"drop":{"position":1,"expects":1}}],"version":99}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"client":7,"edits":[{"drop":{"position":1,"expects":1}}]}""", HttpStatusCode.UnprocessableEntity)]
    public async Task Refuses_a_body_that_is_no_save(string body, HttpStatusCode status)
    {
        var drafting = await shared.Get();
        var (planner, changeSet) = await drafting.Begin();

        using var answer = await Drafting.Send(planner, changeSet, body);

        await Drafting.Json(answer, status);
    }

    [Fact]
    public async Task Refuses_ten_thousand_levels_and_ten_thousand_digits()
    {
        var drafting = await shared.Get();
        var (planner, changeSet) = await drafting.Begin();

        using var deep = await Drafting.Send(planner, changeSet, new string('[', 10_000) + new string(']', 10_000));
        using var digits = await Drafting.Save(
            planner, changeSet, Drafting.Create("a", $$"""{"type":"Polygon","coordinates":[[[{{new string('9', 10_000)}},10.6]]]}"""));

        Assert.Equal(HttpStatusCode.BadRequest, deep.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, digits.StatusCode);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=utf-7")]
    public async Task Takes_JSON_only(string contentType)
    {
        var drafting = await shared.Get();
        var (planner, changeSet) = await drafting.Begin();
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Drafting.Body(Drafting.Create("a"))));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);

        using var request = Drafting.Request(changeSet, content);
        using var answer = await planner.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
    }

    [Fact]
    public async Task Unpacks_nothing()
    {
        var drafting = await shared.Get();
        var (planner, changeSet) = await drafting.Begin();
        using var content = new ByteArrayContent([0x1f, 0x8b]);
        content.Headers.ContentType = new("application/json");
        content.Headers.ContentEncoding.Add("gzip");

        using var request = Drafting.Request(changeSet, content);
        using var answer = await planner.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
    }

    [Fact]
    public async Task Refuses_bytes_that_are_no_UTF_8()
    {
        var drafting = await shared.Get();
        var (planner, changeSet) = await drafting.Begin();
        using var content = new ByteArrayContent([.. "{\"edits\":[{\"put\":{\"nameVi\":\""u8, 0xC0, 0xAF, .. "\"}}]}"u8]);
        content.Headers.ContentType = new("application/json");

        using var request = Drafting.Request(changeSet, content);
        using var answer = await planner.SendAsync(request, Cancellation);

        Assert.Equal("Nội dung không phải UTF-8 hợp lệ.", (await Drafting.Json(answer, HttpStatusCode.BadRequest))["detail"]!.GetValue<string>());
    }

    [Fact]
    public async Task Refuses_more_than_32_megabytes()
    {
        var drafting = await shared.Get();
        var (planner, changeSet) = await drafting.Begin();

        using var answer = await Drafting.Send(planner, changeSet, new string(' ', 33 << 20));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task Says_so_in_the_language_that_is_asked_for()
    {
        var drafting = await shared.Get();
        var (planner, changeSet) = await drafting.Begin();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/change-sets/{changeSet}/edits?lang=en")
        {
            Content = new StringContent(Drafting.Body(Drafting.Create("a", layer: "no-such-layer")), Encoding.UTF8, "application/json"),
            Headers = { { KeptAnswers.Header, Guid.NewGuid().ToString() } },
        };

        using var answer = await planner.SendAsync(request, Cancellation);
        var problem = await Drafting.Json(answer, HttpStatusCode.UnprocessableEntity);

        Assert.Equal("There is no layer “no-such-layer”.", problem["errors"]![0]!["message"]!.GetValue<string>());
        Assert.Equal("Nothing was saved: There is no layer “no-such-layer”.", problem["detail"]!.GetValue<string>());
    }

    [Fact]
    public async Task Refuses_plan_content_in_a_set_that_amends_no_plan()
    {
        var drafting = await shared.Get();
        var (planner, changeSet) = await drafting.Begin();
        await drafting.Execute("UPDATE plan.change_set SET plan_code = NULL WHERE id = $1", changeSet);

        using var answer = await Drafting.Save(planner, changeSet, Drafting.Create("a"));

        Assert.Equal(
            "Lớp “Vùng kinh tế – xã hội” thuộc một quy hoạch, còn hồ sơ này không sửa quy hoạch nào.", await Drafting.Fault(answer));
    }

    static string Polygon(string corners) => $$"""{"type":"Polygon","coordinates":[[{{corners}}]]}""";
}

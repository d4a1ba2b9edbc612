using System.Buffers.Binary;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using LongAnGis.Core.Accounts;
using LongAnGis.IntegrationTests.Accounts;
using LongAnGis.IntegrationTests.Pages;
using Npgsql;
using SkiaSharp;

namespace LongAnGis.IntegrationTests.Investment;

/// <summary>An officer sends documents and photos of a site; the public sees them once somebody else has approved them, and until they are withdrawn.</summary>
public sealed partial class KeepingDocumentsAndPhotos(EnquirySite office) : IClassFixture<EnquirySite>
{
    const string Authority = "BQLKKT";

    static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF");

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    async Task<string> Site(string layer, string code) =>
        FormattableString.Invariant($"/invest/{layer}/{await office.Data.Scalar<long>($"SELECT id FROM plan.feature WHERE layer_code = '{layer}' AND code = '{code}'")}");

    /// <summary>A picture of so many pixels whose left half is red; with EXIF that says where it was taken and that it lies on its side.</summary>
    static byte[] Jpeg(int width, int height, ushort orientation = 1)
    {
        using var bitmap = new SKBitmap(width, height);
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColors.White);
            canvas.DrawRect(0, 0, width / 2f, height, new SKPaint { Color = SKColors.Red });
        }

        using var encoded = bitmap.Encode(SKEncodedImageFormat.Jpeg, 90);
        var plain = encoded.ToArray();
        // TIFF, little endian: one entry for the orientation, one text that stands for a place.
        var place = Encoding.ASCII.GetBytes("GPS 10.6410N 106.4912E Nguyen Van A\0");
        var tiff = new byte[8 + 2 + 24 + 4 + place.Length];
        "II*\0"u8.CopyTo(tiff);
        BinaryPrimitives.WriteInt32LittleEndian(tiff.AsSpan(4), 8);
        BinaryPrimitives.WriteInt16LittleEndian(tiff.AsSpan(8), 2);
        Entry(tiff.AsSpan(10), 0x0112, 3, 1, orientation);
        Entry(tiff.AsSpan(22), 0x010E, 2, place.Length, 38);
        place.CopyTo(tiff, 38);
        byte[] body = [.. "Exif\0\0"u8, .. tiff];
        return [0xFF, 0xD8, 0xFF, 0xE1, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2), .. body, .. plain[2..]];
    }

    static void Entry(Span<byte> entry, ushort tag, short type, int count, int value)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(entry, tag);
        BinaryPrimitives.WriteInt16LittleEndian(entry[2..], type);
        BinaryPrimitives.WriteInt32LittleEndian(entry[4..], count);
        BinaryPrimitives.WriteInt32LittleEndian(entry[8..], value);
    }

    static async Task<HttpResponseMessage> Send(HttpClient who, string site, string name, byte[] content, params (string Name, string Value)[] fields)
    {
        Dictionary<string, string> all = new(StringComparer.Ordinal)
        {
            ["key"] = Guid.NewGuid().ToString(),
            ["caption_vi"] = "Cổng chính",
            ["alternative_vi"] = "Cổng chính nhìn từ đường tỉnh 830",
            ["day"] = "2026-01-31",
            ["source"] = "Ban Quản lý Khu kinh tế",
        };
        foreach (var (field, value) in fields)
            all[field] = value;
        using var form = new MultipartFormDataContent();
        foreach (var (field, value) in all)
            form.Add(new StringContent(value), field);
        var part = new ByteArrayContent(content);
        part.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "file", FileNameStar = name };
        form.Add(part);
        using var request = new HttpRequestMessage(HttpMethod.Post, site + "/files") { Content = form };
        request.Headers.Accept.ParseAdd("text/html");
        return await who.SendAsync(request, Cancellation);
    }

    static Task<HttpResponseMessage> Decide(HttpClient who, string address, string verdict, string note = "") =>
        who.Send(address + "/decision", ("key", Guid.NewGuid().ToString()), ("verdict", verdict), ("note", note));

    /// <summary>Addresses of the files that somebody sees on the page that keeps them.</summary>
    static async Task<List<string>> Kept(HttpClient who, string site) =>
        [.. KeptFile().Matches(await who.Read(site + "/files")).Select(match => match.Groups[1].Value).Distinct()];

    static async Task Expect(HttpStatusCode status, HttpResponseMessage answer, string? words = null)
    {
        using (answer)
        {
            var said = await answer.Words();
            Assert.True(status == answer.StatusCode, $"{(int)answer.StatusCode}: {said}");
            if (words is not null)
                Assert.Contains(words, said, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Shows_a_photo_upright_and_without_its_place_once_it_is_approved_until_it_is_withdrawn()
    {
        var site = await Site("industrial-parks", "KCN-07");
        using var officer = await office.OfficerOf(Authority);
        using var head = await office.OfficerOf(Authority, Role.Head);
        using var nobody = office.Site.Public();
        Assert.Contains("chưa công bố tài liệu hay hình ảnh nào", PageReading.Words(await nobody.Read(site)), StringComparison.Ordinal);

        // Orientation 6: the camera was turned, so that what is stored on the left is seen on top.
        await Expect(HttpStatusCode.SeeOther, await Send(officer, site, "IMG_0815.jpg", Jpeg(400, 300, 6), ("caption_en", "Main gate"), ("source", "<script>alert(1)</script>")));
        Assert.DoesNotContain("Cổng chính", await nobody.Read(site), StringComparison.Ordinal);
        var kept = Assert.Single(await Kept(head, site));
        using (var early = await nobody.GetAsync(kept, Cancellation))
            Assert.NotEqual(HttpStatusCode.OK, early.StatusCode);
        Assert.Contains("KCN-07", PageReading.Words(await head.Read("/invest/pipeline")), StringComparison.Ordinal);
        await Expect(HttpStatusCode.SeeOther, await Decide(head, kept, "approved"));

        var html = await nobody.Read(site);
        Assert.Contains("alt=\"Cổng chính nhìn từ đường tỉnh 830\"", WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", html, StringComparison.Ordinal);
        Assert.Contains("31/01/2026", html, StringComparison.Ordinal);
        Assert.Contains("Main gate", await nobody.Read("/en" + site), StringComparison.Ordinal);
        var address = Regex.Match(html, "src=\"(/invest/files/[0-9a-f]{64})\"").Groups[1].Value;
        using (var answer = await nobody.GetAsync(address, Cancellation))
        {
            var bytes = await answer.Content.ReadAsByteArrayAsync(Cancellation);
            Assert.Equal("image/jpeg", answer.Content.Headers.ContentType!.MediaType);
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
            Assert.Equal(address[^64..], Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)));
            var text = Encoding.Latin1.GetString(bytes);
            Assert.DoesNotContain("Exif", text, StringComparison.Ordinal);
            Assert.DoesNotContain("GPS", text, StringComparison.Ordinal);
            using var picture = SKBitmap.Decode(bytes);
            Assert.Equal((300, 400), (picture.Width, picture.Height));
            Assert.True(picture.GetPixel(150, 20) is { Red: > 200, Green: < 80 } && picture.GetPixel(150, 380) is { Red: > 200, Green: > 200 });
            using var again = new HttpRequestMessage(HttpMethod.Get, address);
            again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
            using var unchanged = await nobody.SendAsync(again, Cancellation);
            Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        }

        await Expect(HttpStatusCode.UnprocessableEntity, await Decide(officer, kept, "withdrawn"), "hãy viết lý do");
        await Expect(HttpStatusCode.SeeOther, await Decide(officer, kept, "withdrawn", "Có biển số xe của khách"));
        Assert.Equal(HttpStatusCode.NotFound, await nobody.Status(address));
        Assert.DoesNotContain("Cổng chính", await nobody.Read(site), StringComparison.Ordinal);
        Assert.Contains("Có biển số xe của khách", PageReading.Words(await head.Read(site + "/files")), StringComparison.Ordinal);
        await Expect(HttpStatusCode.Conflict, await Decide(head, kept, "approved"), "vừa được duyệt, trả lại hoặc gỡ");
        Assert.Equal("site-file.send site-file.approved site-file.withdrawn", await office.Data.Scalar<string>(
            $"SELECT string_agg(action, ' ' ORDER BY id) FROM plan.audit WHERE object = 'site-file/{kept[^36..]}'"));
        await Assert.ThrowsAsync<PostgresException>(() => office.Data.Execute("UPDATE plan.site_document SET source = 'x'"));
    }

    [Fact]
    public async Task Gives_a_document_to_keep_and_keeps_the_same_file_of_two_sites_until_both_are_gone()
    {
        var (one, other) = (await Site("industrial-parks", "KCN-01"), await Site("industrial-parks", "KCN-02"));
        using var officer = await office.OfficerOf(Authority);
        using var reviewer = await office.OfficerOf(null, Role.Reviewer);
        using var nobody = office.Site.Public();
        foreach (var site in new[] { one, other })
        {
            await Expect(HttpStatusCode.SeeOther, await Send(officer, site, "Quy hoạch 1-500.pdf", Pdf, ("caption_vi", "Quyết định quy hoạch chi tiết"), ("alternative_vi", "")));
            await Expect(HttpStatusCode.Conflict, await Send(officer, site, "khác.pdf", Pdf), "Tệp này đã có ở đây");
            await Expect(HttpStatusCode.SeeOther, await Decide(reviewer, Assert.Single(await Kept(reviewer, site)), "approved"));
        }

        var address = Regex.Match(await nobody.Read(one), "href=\"(/invest/files/[0-9a-f]{64})\"").Groups[1].Value;
        using (var answer = await nobody.GetAsync(address, Cancellation))
        {
            Assert.Equal(Pdf, await answer.Content.ReadAsByteArrayAsync(Cancellation));
            Assert.Equal("application/octet-stream", answer.Content.Headers.ContentType!.MediaType);
            Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
            Assert.Equal("Quy hoạch 1-500.pdf", answer.Content.Headers.ContentDisposition.FileNameStar);
        }

        await Expect(HttpStatusCode.SeeOther, await Decide(reviewer, (await Kept(reviewer, one))[0], "withdrawn", "Hết hiệu lực"));
        Assert.Equal(HttpStatusCode.OK, await nobody.Status(address));
        await Expect(HttpStatusCode.SeeOther, await Decide(officer, (await Kept(officer, other))[0], "withdrawn", "Hết hiệu lực"));
        Assert.Equal(HttpStatusCode.NotFound, await nobody.Status(address));
        Assert.Equal(1, await office.Data.Scalar<long>($"SELECT count(*) FROM plan.site_file WHERE encode(sha256, 'hex') = '{address[^64..]}'"));
    }

    [Fact]
    public async Task Is_written_by_the_responsible_agency_and_decided_by_others_than_who_sent_it()
    {
        var site = await Site("industrial-clusters", "CCN-01");
        using var officer = await office.OfficerOf("S-CT", Role.Officer, Role.Head);
        using var stranger = await office.OfficerOf(Authority, Role.Officer, Role.Head);
        using var planner = await office.OfficerOf("S-CT", Role.Planner);
        await Expect(HttpStatusCode.Forbidden, await Send(stranger, site, "a.pdf", Pdf), "Chỉ cán bộ của cơ quan phụ trách");
        await Expect(HttpStatusCode.Forbidden, await Send(planner, site, "a.pdf", Pdf));
        await Expect(HttpStatusCode.SeeOther, await Send(officer, site, "a.pdf", [.. Pdf, 10]));
        var kept = Assert.Single(await Kept(officer, site));

        await Expect(HttpStatusCode.Conflict, await Decide(officer, kept, "approved"), "do chính bạn gửi");
        await Expect(HttpStatusCode.Forbidden, await Decide(stranger, kept, "approved"));
        await Expect(HttpStatusCode.Forbidden, await Decide(planner, kept, "withdrawn", "x"));
        Assert.Empty(await Kept(planner, site));
        Assert.Equal(HttpStatusCode.NotFound, await stranger.Status(kept));
        Assert.Equal(HttpStatusCode.OK, await officer.Status(kept));
        Assert.Equal(HttpStatusCode.NotFound, await officer.Status("/invest/transport/1/files"));
    }

    public static TheoryData<string, byte[], string> Hostile => new()
    {
        { "ảnh.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"u8.ToArray(), "không phải PDF" },
        { "ảnh.jpg", "<html><script>alert(1)</script></html>"u8.ToArray(), "không phải PDF" },
        { "ảnh.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3, 4, 5], "bị hỏng hoặc không đọc được" },
        { "cut.jpg", Jpeg(900, 900)[..3000], "bị hỏng hoặc không đọc được" },
        { "bomb.png", HugePng(), "quá lớn" },
        { "../../etc/passwd.pdf", Pdf, "ký tự không dùng được" },
        { "a.exe", [0x4D, 0x5A, 0x90], "không phải PDF" },
        { "empty.pdf", [], "chọn một tệp có nội dung" },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task Refuses_what_is_hostile_or_damaged_and_keeps_nothing(string name, byte[] content, string words)
    {
        var site = await Site("industrial-parks", "KCN-03");
        using var officer = await office.OfficerOf(Authority);

        await Expect(HttpStatusCode.UnprocessableEntity, await Send(officer, site, name, content), words);

        Assert.Empty(await Kept(officer, site));
    }

    [Fact]
    public async Task Says_everything_that_is_missing_at_once()
    {
        var site = await Site("industrial-parks", "KCN-04");
        using var officer = await office.OfficerOf(Authority);

        using var answer = await Send(officer, site, "IMG_0001.jpg", Jpeg(40, 30), ("caption_vi", ""), ("alternative_vi", "IMG_0001.jpg"), ("day", "2190-01-01"), ("source", ""));

        var said = await answer.Words();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        foreach (var words in new[] { "Hãy ghi chú thích", "Hãy tả ảnh chụp gì", "không được ở tương lai", "Hãy ghi nguồn" })
            Assert.Contains(words, said, StringComparison.Ordinal);
        Assert.Empty(await Kept(officer, site));
        await Expect(HttpStatusCode.RequestEntityTooLarge, await Send(officer, site, "a.pdf", [.. Pdf, .. new byte[11 << 20]]));
    }

    /// <summary>The head of a PNG of 30,000 × 30,000 pixels.</summary>
    static byte[] HugePng()
    {
        byte[] head = [0, 0, 0, 13, .. "IHDR"u8, 0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30, 8, 2, 0, 0, 0];
        var sum = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(sum, Crc(head.AsSpan(4)));
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. head, .. sum, 0, 0, 0, 0, .. "IDAT"u8, 0x35, 0xAF, 0x06, 0x1E, 0, 0, 0, 0, .. "IEND"u8, 0xAE, 0x42, 0x60, 0x82];
    }

    static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320u : crc >> 1;
        }

        return ~crc;
    }

    [GeneratedRegex("action=\"(/invest/[a-z-]+/[0-9]+/files/[0-9a-f-]{36})/decision\"")]
    private static partial Regex KeptFile();
}

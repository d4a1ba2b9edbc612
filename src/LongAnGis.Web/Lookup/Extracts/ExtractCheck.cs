using LongAnGis.Core.Lookup;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Print;

namespace LongAnGis.Web.Lookup.Extracts;

/// <summary>What an extract says of itself at its end.</summary>
static class ExtractCheck
{
    const float CodeSide = 84;

    /// <summary>Number, code and address with which anybody verifies the extract.</summary>
    public static void Write(PdfPages pages, ExtractNumber number, string link, Language language)
    {
        pages.Keep(CodeSide + 120);
        pages.Heading(language.Say("Kiểm tra bản trích này", "Verify this extract"));
        pages.Picture(CodeSide, (canvas, size) =>
        {
            QrCode.Draw(canvas, link, 0, 0, CodeSide);
            const float left = CodeSide + 12;
            canvas.Put(number.ToString(), PrintType.SemiBold, left, 22, 13, PrintColours.Ink);
            var y = canvas.PutLines(
                language.Say(
                    "Quét mã hoặc mở địa chỉ dưới đây để đối chiếu từng dòng với nội dung đã cấp, và xem tại đây đã có gì thay đổi từ đó. Tệp PDF mang niêm phong điện tử: trang kiểm tra nhận ra tệp đã bị sửa.",
                    "Scan the code or open the address below to compare each line with what was given out, and to see what has changed here since. The PDF file carries an electronic seal: the page tells a file that was altered."),
                PrintType.Regular, left, 38, 8.5f, size.Width - left, PrintColours.Ink);
            canvas.PutLines(link, PrintType.Regular, left, y + 2, 8, size.Width - left, PrintColours.Muted);
        });
        pages.Small(LookupText.Disclaimer.In(language.IsEnglish));
    }
}

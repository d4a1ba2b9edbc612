using LongAnGis.Core.Programme.Composing;
using LongAnGis.Web.Platform.Forms;

namespace LongAnGis.Web.Programme.Composing;

/// <summary>What people write in a composed report, as its form sends it.</summary>
static class ComposedForm
{
    public const string Name = "texts";
    public const int LongestLine = 300, LongestText = 20_000;

    /// <param name="issues">True where it goes out: then it needs its number, place, day and who signs.</param>
    public static ComposedTexts Read(SentForm form, bool issues)
    {
        var texts = new ComposedTexts(
            form.Line("parent", LongestLine),
            form.Needed(form.Line("issuer", LongestLine), "issuer", "Hãy ghi cơ quan ban hành.", "Write who issues it."),
            form.Line("number", 60), form.Line("place", 100), form.Day("issued_on"),
            form.Needed(form.Line("subject", LongestLine), "subject", "Hãy ghi trích yếu.", "Write what it is about."),
            form.Lines("summary", LongestText), form.Lines("obstacles", LongestText), form.Lines("proposals", LongestText), form.Lines("next", LongestText),
            form.Line("signer_title", LongestLine), form.Line("signer_name", LongestLine), form.Lines("recipients", LongestText));
        if (!issues)
            return texts;

        form.Needed(texts.Number, "number", "Cần số, ký hiệu để phát hành.", "Needs its number to go out.");
        form.Needed(texts.Place, "place", "Cần địa danh để phát hành.", "Needs its place to go out.");
        if (texts.IssuedOn is null)
            form.Refuse("issued_on", "Cần ngày ban hành để phát hành.", "Needs its day to go out.");
        form.Needed(texts.SignerName, "signer_name", "Cần họ tên người ký để phát hành.", "Needs the name of who signs it to go out.");
        return texts;
    }
}

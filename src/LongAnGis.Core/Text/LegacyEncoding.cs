using System.Text;
using LongAnGis.Core.Plans;

namespace LongAnGis.Core.Text;

/// <summary>
/// An encoding in which Vietnamese files of different ages are written. Before Unicode, text was told by the font it was set
/// in: the same bytes read Vietnamese in TCVN3 (ABC) or VNI, and nothing in the file says which.
/// </summary>
public sealed class LegacyEncoding
{
    // TCVN 5712:1993, bytes A0 to FF. ABC fonts use the part in lower case for capitals too, in a font of capitals.
    const string Tcvn =
        "\u00A0ĂÂÊÔƠƯĐăâêôơưđẰ\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ";

    // VNI for Windows writes a vowel and after it a letter that stands for its marks; some letters stand for themselves.
    const string VniMarks = "ùøûõïâáàåãäêéèúüë";
    static readonly string[] VniMarkValues =
    [
        "\u0301", "\u0300", "\u0309", "\u0303", "\u0323", "\u0302", "\u0302\u0301", "\u0302\u0300", "\u0302\u0309", "\u0302\u0303",
        "\u0302\u0323", "\u0306", "\u0306\u0301", "\u0306\u0300", "\u0306\u0309", "\u0306\u0303", "\u0306\u0323",
    ];

    const string VniLetters = "ñôöìíæóòîÑÔÖÌÍÆÓÒÎ";
    const string VniLetterValues = "đơưìíỉĩịỵĐƠƯÌÍỈĨỊỴ";

    static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1258)!;
    static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    readonly Func<byte[], string?> read;

    LegacyEncoding(string code, Bilingual name, Func<byte[], string?> read) => (Code, Name, this.read) = (code, name, read);

    public static LegacyEncoding Utf8 { get; } = new("utf-8", new("Unicode (UTF-8)", "Unicode (UTF-8)"), ReadUtf8);

    public static LegacyEncoding Tcvn3 { get; } = new("tcvn3", new("TCVN3 (phông ABC, .VnTime)", "TCVN3 (ABC fonts, .VnTime)"), ReadTcvn);

    public static LegacyEncoding Vni { get; } = new("vni", new("VNI (phông VNI-Times)", "VNI (VNI-Times fonts)"), ReadVni);

    public static LegacyEncoding Windows1258 { get; } =
        new("windows-1258", new("Windows-1258 (tiếng Việt)", "Windows-1258 (Vietnamese)"), bytes => Windows.GetString(bytes));

    public static IReadOnlyList<LegacyEncoding> All { get; } = [Utf8, Tcvn3, Vni, Windows1258];

    public string Code { get; }

    public Bilingual Name { get; }

    public static LegacyEncoding? Find(string? code) => All.FirstOrDefault(known => known.Code.Equals(code, StringComparison.OrdinalIgnoreCase));

    /// <summary>The text in one spelling (NFC), or null where these bytes cannot be in this encoding.</summary>
    public string? Read(byte[] bytes) => read(bytes)?.Normalize(NormalizationForm.FormC);

    /// <summary>
    /// How much of the texts reads Vietnamese in this encoding, 0 to 1: the share of words with a letter beyond ASCII that are
    /// spelled as a Vietnamese syllable can be. 0 where the bytes cannot be in it.
    /// </summary>
    public double Plausibility(IEnumerable<byte[]> texts)
    {
        var (words, syllables) = (0, 0);
        foreach (var bytes in texts)
        {
            if (Read(bytes) is not { } text || text.Any(char.IsControl))
                return 0;

            foreach (var word in VietnameseSyllable.WordsBeyondAscii(text))
            {
                words++;
                syllables += VietnameseSyllable.IsOne(word) ? 1 : 0;
            }
        }

        return words == 0 ? 0 : (double)syllables / words;
    }

    // A narrow column may have cut the last letter in two.
    static string? ReadUtf8(byte[] bytes)
    {
        for (var cut = 0; cut < 4 && cut <= bytes.Length; cut++)
        {
            try
            {
                return Strict.GetString(bytes, 0, bytes.Length - cut);
            }
            catch (DecoderFallbackException) when (cut < 3 && cut < bytes.Length && bytes[^(cut + 1)] >= 0x80)
            {
            }
            catch (DecoderFallbackException)
            {
                return null;
            }
        }

        return null;
    }

    static string? ReadTcvn(byte[] bytes) => bytes.Any(one => one is >= 0x80 and < 0xA0)
        ? null
        : string.Concat(bytes.Select(one => one < 0x80 ? (char)one : Tcvn[one - 0xA0]));

    static string ReadVni(byte[] bytes)
    {
        var text = new StringBuilder(bytes.Length * 2);
        var canBeMarked = false;
        foreach (var letter in Encoding.Latin1.GetString(bytes))
        {
            var mark = VniMarks.IndexOf(char.ToLowerInvariant(letter), StringComparison.Ordinal);
            var own = VniLetters.IndexOf(letter, StringComparison.Ordinal);
            if (canBeMarked && mark >= 0)
            {
                text.Append(VniMarkValues[mark]);
                canBeMarked = false;
                continue;
            }

            var plain = own >= 0 ? VniLetterValues[own] : letter;
            text.Append(plain);
            canBeMarked = "aeiouyơưAEIOUYƠƯ".Contains(plain, StringComparison.Ordinal);
        }

        return text.ToString();
    }
}

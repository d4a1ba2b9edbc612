using System.Text;
using CsCheck;
using LongAnGis.Core.Text;

namespace LongAnGis.UnitTests.Text;

/// <summary>Text from before Unicode, and what tells one encoding of it from another.</summary>
public class ReadingOldEncodings
{
    static byte[] Latin(string text) => Encoding.Latin1.GetBytes(text);

    [Theory]
    [InlineData("tcvn3", "QuyÕt ®Þnh vÒ quy ho¹ch tØnh Long An", "Quyết định về quy hoạch tỉnh Long An")]
    [InlineData("tcvn3", "huyÖn §øc Hßa, thÞ x· KiÕn T\u00ADêng", "huyện Đức Hòa, thị xã Kiến Tường")]
    [InlineData("vni", "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam")]
    [InlineData("vni", "Ñoäc laäp - Töï do - Haïnh phuùc", "Độc lập - Tự do - Hạnh phúc")]
    [InlineData("vni", "thò xaõ Kieán Töôøng, tænh Long An", "thị xã Kiến Tường, tỉnh Long An")]
    [InlineData("vni", "ÑAÁT ÔÛ ÑOÂ THÒ", "ĐẤT Ở ĐÔ THỊ")]
    [InlineData("windows-1258", "Quyê\u00ECt ðiònh", "Quyết định")]
    [InlineData("windows-1258", "huyêòn Ðýìc HoÌa", "huyện Đức Hòa")]
    public void Are_read_as_they_were_meant(string code, string bytes, string meant) =>
        Assert.Equal(meant.Normalize(), LegacyEncoding.Find(code)!.Read(Latin(bytes)));

    static readonly string[] Names =
    [
        "Khu công nghiệp Đức Hòa", "Cụm công nghiệp Hải Sơn", "Đất trồng lúa", "Thị trấn Cần Đước", "Xã Nhựt Tảo", "Huyện Vĩnh Hưng", "Đường tỉnh 830",
        "Sông Vàm Cỏ Đông", "Đất ở tại nông thôn", "Khu tái định cư Hựu Thạnh", "Đất nghĩa trang", "Phường Kiến Tường", "Kênh Thủ Thừa", "Rạch Cầu Đất",
    ];

    // What each letter is in bytes, found by reading every byte and every pair: the encodings have no writer of their own here.
    static Dictionary<string, byte[]> Writer(LegacyEncoding encoding)
    {
        var letters = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var bytes = Enumerable.Range(0x20, 0xE0).Select(one => (byte)one).ToArray();
        foreach (var written in bytes.Select(one => new[] { one }).Concat(bytes.SelectMany(one => bytes.Where(two => two >= 0x80).Select(two => new[] { one, two }))))
        {
            if (encoding.Read(written) is { Length: 1 } letter)
                letters.TryAdd(letter, written);
        }

        return letters;
    }

    [Theory]
    [InlineData("tcvn3")]
    [InlineData("vni")]
    [InlineData("windows-1258")]
    [InlineData("utf-8")]
    public void Are_told_apart_by_how_Vietnamese_is_spelled(string code)
    {
        var meant = LegacyEncoding.Find(code)!;
        var letters = Writer(meant);

        Gen.Int[0, Names.Length - 1].Select(place => Names[place]).Array[2, 6].Sample(names =>
        {
            var texts = names.Select(name => code == "utf-8"
                ? Encoding.UTF8.GetBytes(name)
                : name.Normalize().SelectMany(letter => letters[letter.ToString()]).ToArray()).ToList();

            Assert.Equal(names.Select(name => name.Normalize()), texts.Select(meant.Read));
            Assert.Equal(1, meant.Plausibility(texts));
            Assert.All(LegacyEncoding.All.Where(other => other != meant), other => Assert.InRange(other.Plausibility(texts), 0, 0.99));
        }, iter: 200);
    }

    [Fact]
    public void Never_yield_a_letter_that_cannot_be_read()
    {
        Gen.Byte.Array[0, 40].Sample(bytes => Assert.All(LegacyEncoding.All, encoding =>
            Assert.DoesNotContain('\uFFFD', encoding.Read(bytes) ?? "")));
    }

    [Fact]
    public void Lose_the_last_letter_that_a_narrow_column_cut_in_two() =>
        Assert.Equal("Đức Hò", LegacyEncoding.Utf8.Read([.. Encoding.UTF8.GetBytes("Đức Hò"), 0xE1, 0xBA]));

    [Theory]
    [InlineData("nghiệp", true)]
    [InlineData("Đước", true)]
    [InlineData("quyết", true)]
    [InlineData("khuỷu", true)]
    [InlineData("Giồng", true)]
    [InlineData("tØnh", false)]
    [InlineData("hoøa", false)]
    [InlineData("ho¹ch", false)]
    [InlineData("élan", false)]
    public void Know_a_syllable_when_they_see_one(string word, bool isOne) => Assert.Equal(isOne, VietnameseSyllable.IsOne(word));
}

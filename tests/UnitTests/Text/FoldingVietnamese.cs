using CsCheck;
using LongAnGis.Core.Text;

namespace LongAnGis.UnitTests.Text;

public class FoldingVietnamese
{
    [Theory]
    [InlineData("Đức Hòa", "duc hoa")]
    [InlineData("Đức Hoà", "duc hoa")]
    [InlineData("Nhựt Tảo, Đức Huệ – Vĩnh Hưng; Cần Đước", "nhut tao duc hue vinh hung can duoc")]
    [InlineData("  QL.62/ĐT 830E  ", "ql 62 dt 830e")]
    [InlineData("Ðường Ɖông", "duong dong")]
    [InlineData("ＫＣＮ １", "kcn 1")]
    [InlineData("%%%%\\'\0", "")]
    [InlineData("", "")]
    public void Leaves_plain_words(string text, string folded) => Assert.Equal(folded, VietnameseText.Fold(text));

    [Fact]
    public void Sees_no_difference_between_composed_and_decomposed_text() =>
        Assert.Equal(VietnameseText.Fold("Thủ Thừa"), VietnameseText.Fold("Thủ Thừa".Normalize(System.Text.NormalizationForm.FormD)));

    [Theory]
    [InlineData("Đức Hòa", "đức hoà")]
    [InlineData("Thủy Đông", "THUỶ ĐÔNG")]
    [InlineData("Khánh Hưng", "khánh-hưng")]
    public void The_key_forgets_where_the_tone_is_written(string one, string other) =>
        Assert.Equal(VietnameseText.Key(one), VietnameseText.Key(other));

    [Theory]
    [InlineData("đường", "dương")]
    [InlineData("dương", "duong")]
    [InlineData("Tân Trụ", "Tân Tru")]
    [InlineData("Mỹ Lệ", "Mỹ Lẹ")]
    public void The_key_keeps_what_makes_words_different(string one, string other) =>
        Assert.NotEqual(VietnameseText.Key(one), VietnameseText.Key(other));

    [Fact]
    public void A_slug_goes_into_a_url() =>
        Assert.Equal("khu-cong-nghiep-duc-hoa-1", VietnameseText.Slug("Khu công nghiệp Đức Hòa 1"));

    [Fact]
    public void Any_string_at_all_folds_to_letters_digits_and_single_spaces_and_stays_so() =>
        Gen.String.Sample(text =>
        {
            var folded = VietnameseText.Fold(text);
            return folded.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == ' ')
                && !folded.Contains("  ", StringComparison.Ordinal)
                && VietnameseText.Fold(folded) == folded
                && VietnameseText.Fold(VietnameseText.Canonical(text)) == folded;
        });

    [Fact]
    public void Half_a_surrogate_pair_is_no_accident()
    {
        Assert.Equal("a b", VietnameseText.Fold("a\uD800b"));
        Assert.Equal("a\uFFFDb", VietnameseText.Canonical("a\uD800b"));
    }
}

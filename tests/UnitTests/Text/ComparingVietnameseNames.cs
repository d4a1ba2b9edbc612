using System.Text;
using CsCheck;
using LongAnGis.Core.Text;

namespace LongAnGis.UnitTests.Text;

public sealed class ComparingVietnameseNames
{
    static readonly string[] Letters = ["ơ", "ư", "ế", "Đ", "ặ", "x", " ", "8", "ữ"];

    [Theory]
    [InlineData("Đức Hòa", "duc hoa")]
    [InlineData("Nhựt Tảo, Đức Huệ; Vĩnh Hưng - Cần Đước", "nhut tao duc hue vinh hung can duoc")]
    [InlineData("  ĐT.830  ", "dt 830")]
    [InlineData("", "")]
    public void Folding_forgets_diacritics_and_punctuation(string name, string folded) =>
        Assert.Equal(folded, VietnameseText.Fold(name));

    [Theory]
    [InlineData("Hoà", "Hòa")]
    [InlineData("Thuỷ", "Thủy")]
    [InlineData("KHÁNH HẬU", "khánh hậu")]
    public void Two_spellings_of_one_name_have_one_key(string one, string other) =>
        Assert.Equal(VietnameseText.Key(one), VietnameseText.Key(other));

    [Theory]
    [InlineData("dương", "đường")]
    [InlineData("dương", "dường")]
    [InlineData("duong", "dương")]
    public void Names_that_differ_in_diacritics_have_different_keys(string one, string other) =>
        Assert.NotEqual(VietnameseText.Key(one), VietnameseText.Key(other));

    [Fact]
    public void Composed_and_decomposed_text_compare_alike() =>
        Gen.Int[0, Letters.Length - 1]
            .Select(index => Letters[index])
            .Array.Select(string.Concat)
            .Sample(text => VietnameseText.Key(text) == VietnameseText.Key(text.Normalize(NormalizationForm.FormD)));

    [Fact]
    public void Any_text_at_all_folds_to_letters_digits_and_single_spaces() =>
        Gen.String.Sample(text =>
        {
            var folded = VietnameseText.Fold(text);
            return folded.All(letter => letter == ' ' || char.IsLetterOrDigit(letter)) && !folded.Contains("  ", StringComparison.Ordinal);
        });

    [Theory]
    [InlineData("KCN Đức Hòa I", "khu công nghiệp đức hòa")]
    [InlineData("Khu công nghiệp Long Hậu", "kcn long hau")]
    [InlineData("Quốc lộ 62", "QL62")]
    [InlineData("Quốc lộ 62", "ql 62")]
    [InlineData("Thị xã Kiến Tường", "TX Kiến Tường")]
    public void A_name_is_found_by_either_way_of_writing_it(string name, string query)
    {
        var stored = SearchWords.Folded(name, null, "X-1");
        Assert.All(
            SearchWords.FoldedPatterns(query),
            pattern => Assert.Contains(pattern.Trim('%'), stored, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_query_of_wildcards_asks_for_nothing() => Assert.Empty(SearchWords.FoldedPatterns("%%%% \\ ' _"));
}

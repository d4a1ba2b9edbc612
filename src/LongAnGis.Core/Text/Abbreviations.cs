namespace LongAnGis.Core.Text;

/// <summary>
/// The abbreviations of Vietnamese planning papers, folded. A name is found by either way of writing it: "KCN Long Hậu"
/// by "khu công nghiệp long hậu", "Quốc lộ 62" by "QL62".
/// </summary>
public static class Abbreviations
{
    static readonly (string Short, string Full)[] Known =
    [
        ("kcn", "khu cong nghiep"),
        ("ccn", "cum cong nghiep"),
        ("kktck", "khu kinh te cua khau"),
        ("kkt", "khu kinh te"),
        ("ck", "cua khau"),
        ("kcx", "khu che xuat"),
        ("kdtm", "khu do thi moi"),
        ("kdc", "khu dan cu"),
        ("kdt", "khu do thi"),
        ("ql", "quoc lo"),
        ("dt", "duong tinh"),
        ("tl", "tinh lo"),
        ("dh", "duong huyen"),
        ("hl", "huong lo"),
        ("ct", "cao toc"),
        ("vd", "vanh dai"),
        ("tphcm", "thanh pho ho chi minh"),
        ("tp", "thanh pho"),
        ("tx", "thi xa"),
        ("tt", "thi tran"),
        ("p", "phuong"),
    ];

    /// <summary>The folded name with every known abbreviation written out.</summary>
    public static string WrittenOut(string folded) =>
        Known.Aggregate(Padded(folded), (text, pair) => Replace(text, pair.Short, pair.Full)).Trim();

    /// <summary>The folded name with every known term abbreviated.</summary>
    public static string Shortened(string folded) =>
        Known.Aggregate(Padded(folded), (text, pair) => Replace(text, pair.Full, pair.Short)).Trim();

    /// <summary>Abbreviations joined to the number that follows, as road signs have them: "ql 62" gives "ql62".</summary>
    public static IEnumerable<string> JoinedToNumbers(string folded)
    {
        var words = folded.Split(' ');
        return words
            .Zip(words.Skip(1), (first, second) => (first, second))
            .Where(pair => pair.second.Length > 0 && char.IsAsciiDigit(pair.second[0]) && pair.first.Length is > 0 and <= 3)
            .Select(pair => pair.first + pair.second);
    }

    static string Padded(string text) => $" {text} ";

    static string Replace(string padded, string from, string to) =>
        padded.Replace(Padded(from), Padded(to), StringComparison.Ordinal);
}

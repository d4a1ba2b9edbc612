using System.Text;

namespace LongAnGis.Core.Accounts;

/// <summary>
/// What a password must be: long (12 characters or more, up to 200), not the user name, and not one of those that every list
/// of guesses begins with. No rules about signs and figures: they make passwords worse (NIST SP 800-63B, 3.1.1.2).
/// </summary>
public static class PasswordRules
{
    public const int Shortest = 12;
    public const int Longest = 200;

    static readonly HashSet<string> Common = new(StringComparer.Ordinal)
    {
        "123456789012", "1234567890123", "12345678901234", "123456789abc", "abc123456789", "abcd12345678", "abcdefghijkl",
        "abcdefgh1234", "qwertyuiop12", "qwertyuiop123", "qwertyuiopasdf", "qwerty123456", "1qaz2wsx3edc", "q1w2e3r4t5y6",
        "password1234", "password12345", "password123456", "passwordpassword", "iloveyou1234", "letmein12345", "welcome12345",
        "administrator", "administrator1", "admin1234567", "admin12345678", "adminadminadmin", "changeme1234", "changemechangeme",
        "matkhau12345", "matkhau123456", "matkhaumatkhau", "longan123456", "longan2030longan", "longangis123", "longangis1234",
        "quyhoach1234", "quyhoach12345", "vietnam12345", "vietnam123456", "anhyeuem1234", "conyeubame123", "khongbiet123",
    };

    /// <summary>One form for what different keyboards send for the same letters.</summary>
    public static string Normalize(string password) => password.Normalize(NormalizationForm.FormC);

    /// <summary>What is wrong with a password that somebody chose, in Vietnamese and English; null when nothing is.</summary>
    public static (string Vi, string En)? Objection(string password, string userName)
    {
        var normal = Normalize(password);
        var folded = normal.ToLowerInvariant();
        return normal.Length switch
        {
            < Shortest => ($"Mật khẩu cần ít nhất {Shortest} ký tự.", $"The password takes at least {Shortest} characters."),
            > Longest => ($"Mật khẩu dài nhất {Longest} ký tự.", $"The password takes at most {Longest} characters."),
            _ when folded.Replace(userName.ToLowerInvariant(), "", StringComparison.Ordinal).Length < 4 =>
                ("Mật khẩu không được là tên đăng nhập.", "The password must not be the user name."),
            _ when Common.Contains(folded) || folded.Distinct().Count() < 4 =>
                ("Mật khẩu này quá dễ đoán; hãy chọn một câu của riêng bạn.", "This password is too easily guessed; choose a phrase of your own."),
            _ => null,
        };
    }
}

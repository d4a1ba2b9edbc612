using System.Security.Cryptography;

namespace LongAnGis.Core.Lookup;

/// <summary>
/// The number of an extract: sixteen digits of Crockford's base 32, 80 random bits, so that nobody finds one by trying. People
/// read it off paper, so O is taken for 0 and I or L for 1, and groups of four are set apart.
/// </summary>
public readonly record struct ExtractNumber
{
    const string Digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    const int Length = 16, Group = 4;

    ExtractNumber(string digits) => Value = digits;

    /// <summary>Sixteen digits without anything between them.</summary>
    public string Value { get; }

    /// <summary>Sixteen zeros, which no extract bears: stands for the number where content is compared.</summary>
    public static ExtractNumber None { get; } = new(new string('0', Length));

    public static ExtractNumber New() => new(RandomNumberGenerator.GetString(Digits, Length));

    /// <summary>Null when a text is no such number.</summary>
    public static ExtractNumber? Parse(string? text)
    {
        if (text is null || text.Length > 4 * Length)
            return null;

        var digits = new string([.. text.Where(letter => !char.IsWhiteSpace(letter) && letter is not ('-' or '–')).Select(Meant)]);
        return digits.Length == Length && digits.All(Digits.Contains) ? new(digits) : null;
    }

    /// <summary>As it is printed: K7QM-2D4X-9PFA-3HNC.</summary>
    public override string ToString()
    {
        var digits = Value;
        return string.Join('-', Enumerable.Range(0, Length / Group).Select(group => digits.Substring(group * Group, Group)));
    }

    static char Meant(char letter) => char.ToUpperInvariant(letter) switch
    {
        'O' => '0',
        'I' or 'L' => '1',
        var upper => upper,
    };
}

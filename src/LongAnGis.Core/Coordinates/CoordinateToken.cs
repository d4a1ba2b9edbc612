using LongAnGis.Core.Text;

namespace LongAnGis.Core.Coordinates;

enum CoordinateTokenKind
{
    Number,
    Word,
    Degree,
    Minute,
    Second,
}

/// <summary>A piece of typed coordinates: digits with their separators as typed, a folded word, or an angle mark.</summary>
readonly record struct CoordinateToken(CoordinateTokenKind Kind, string Text)
{
    /// <summary>The text in pieces, one pass over it; null when it holds a sign that coordinates never have.</summary>
    internal static List<CoordinateToken>? Split(string text)
    {
        var tokens = new List<CoordinateToken>();
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            var letter = text[i++];
            if (char.IsAsciiDigit(letter) || (letter is '-' or '−' && Starts(text, start) && IsDigitAt(text, i)))
            {
                while (IsDigitAt(text, i) || (i < text.Length && text[i] is '.' or ',' && IsDigitAt(text, i + 1)))
                    i++;
                tokens.Add(new(CoordinateTokenKind.Number, text[start..i].Replace('−', '-')));
            }
            else if (char.IsLetter(letter))
            {
                while (i < text.Length && char.IsLetter(text[i]))
                    i++;
                tokens.Add(new(CoordinateTokenKind.Word, VietnameseText.Fold(text[start..i])));
            }
            else if (Mark(letter) is { } mark)
            {
                tokens.Add(new(mark, ""));
            }
            else if (!char.IsWhiteSpace(letter) && !",;:=|/()[]-–.".Contains(letter, StringComparison.Ordinal))
            {
                return null;
            }
        }

        return tokens;
    }

    static CoordinateTokenKind? Mark(char letter) => letter switch
    {
        '°' or 'º' or '˚' => CoordinateTokenKind.Degree,
        '\'' or '′' or '’' or '‘' or 'ʹ' => CoordinateTokenKind.Minute,
        '"' or '″' or '”' or '“' or 'ʺ' => CoordinateTokenKind.Second,
        _ => null,
    };

    /// <summary>Whether a minus here is a sign: it follows nothing that it could join, as in "VN-2000".</summary>
    static bool Starts(string text, int at) => at == 0 || !char.IsLetterOrDigit(text[at - 1]);

    static bool IsDigitAt(string text, int at) => at < text.Length && char.IsAsciiDigit(text[at]);
}

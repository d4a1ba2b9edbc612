using System.Globalization;
using System.Text;

namespace LongAnGis.Core.Filters;

enum TokenKind { Name, QuotedName, Text, Number, Sign, End }

/// <param name="Position">Where it begins, counted from one.</param>
readonly record struct FilterToken(TokenKind Kind, string Text, int Position)
{
    /// <summary>Whether it is this word of the language, in any case; a name in double quotes never is.</summary>
    public bool Is(string word) => Kind switch
    {
        TokenKind.Name => Text.Equals(word, StringComparison.OrdinalIgnoreCase),
        TokenKind.Sign => Text == word,
        _ => false,
    };
}

/// <summary>Takes a CQL2 text apart: names, quoted names, texts, numbers, signs.</summary>
static class FilterTokens
{
    static readonly string[] Signs = ["<>", "<=", ">=", "=", "<", ">", "(", ")", ",", "-", "+", "*", "/"];

    public static List<FilterToken> Of(string text)
    {
        var tokens = new List<FilterToken>();
        var place = 0;
        while (true)
        {
            while (place < text.Length && char.IsWhiteSpace(text[place]))
                place++;
            if (place == text.Length)
            {
                tokens.Add(new(TokenKind.End, "", place + 1));
                return tokens;
            }

            tokens.Add(Next(text, ref place));
        }
    }

    static FilterToken Next(string text, ref int place)
    {
        var start = place;
        var first = text[place];
        if (first is '\'' or '"')
            return new(first == '"' ? TokenKind.QuotedName : TokenKind.Text, Quoted(text, ref place), start + 1);
        if (char.IsAsciiDigit(first) || (first == '.' && place + 1 < text.Length && char.IsAsciiDigit(text[place + 1])))
            return new(TokenKind.Number, Number(text, ref place), start + 1);
        if (char.IsLetter(first) || first is '_' or ':')
        {
            while (place < text.Length && (char.IsLetterOrDigit(text[place]) || text[place] is '_' or ':' or '.'))
                place++;
            return new(TokenKind.Name, text[start..place], start + 1);
        }

        foreach (var sign in Signs)
        {
            if (text.AsSpan(start).StartsWith(sign, StringComparison.Ordinal))
            {
                place += sign.Length;
                return new(TokenKind.Sign, sign, start + 1);
            }
        }

        throw new FilterException(
            $"Không hiểu ký tự “{first}” ở vị trí {start + 1}.", $"The character “{first}” at position {start + 1} means nothing here.", start + 1);
    }

    // A quote inside is written twice, or after a backslash; a backslash before anything else is itself (LIKE needs it).
    static string Quoted(string text, ref int place)
    {
        var start = place;
        var quote = text[place++];
        var inside = new StringBuilder();
        while (place < text.Length)
        {
            var next = place + 1 < text.Length ? text[place + 1] : '\0';
            if (text[place] == quote && next != quote)
            {
                place++;
                return inside.ToString();
            }

            if (next == quote && (text[place] == quote || text[place] == '\\'))
                place++;
            inside.Append(text[place++]);
        }

        throw new FilterException(
            $"Dấu {quote} mở ở vị trí {start + 1} không được đóng.", $"The {quote} opened at position {start + 1} is never closed.", start + 1);
    }

    static string Number(string text, ref int place)
    {
        var start = place;
        while (place < text.Length
            && (char.IsAsciiDigit(text[place]) || text[place] is '.' or 'e' or 'E' || (text[place] is '+' or '-' && text[place - 1] is 'e' or 'E')))
        {
            place++;
        }

        return text[start..place];
    }

    /// <summary>The number that a token spells; nothing that is infinite or no number.</summary>
    public static decimal Decimal(FilterToken token) =>
        decimal.TryParse(token.Text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new FilterException(
                $"“{token.Text}” ở vị trí {token.Position} không phải số dùng được.",
                $"“{token.Text}” at position {token.Position} is not a usable number.", token.Position);
}

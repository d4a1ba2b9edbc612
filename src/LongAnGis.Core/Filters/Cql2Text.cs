namespace LongAnGis.Core.Filters;

/// <summary>
/// Reads CQL2 text (OGC 21-065r2, clause 7 and annex B): logic, comparisons, LIKE, BETWEEN, IN, IS NULL, CASEI, ACCENTI, and the
/// spatial and temporal functions. Arithmetic, arrays and functions of one's own are refused by name.
/// </summary>
public sealed class Cql2Text
{
    readonly FilterLimits limits = new();
    readonly List<FilterToken> tokens;
    readonly WktReader shapes;
    int place;

    Cql2Text(string text, FilterAxes axes)
    {
        tokens = FilterTokens.Of(text);
        shapes = new(this, new FilterShapes(axes, limits));
    }

    public static FilterReading Read(string text, FilterAxes? axes = null) => FilterReading.Of(() =>
    {
        if (text.Length > FilterLimits.Length)
            throw FilterLimits.TooLong;
        var reader = new Cql2Text(text, axes ?? FilterAxes.Default);
        var condition = reader.Any();
        if (reader.Here.Kind != TokenKind.End)
            throw reader.Unexpected();
        return condition;
    });

    internal FilterToken Here => tokens[place];

    internal bool Take(string word)
    {
        if (!Here.Is(word))
            return false;
        place++;
        return true;
    }

    internal FilterToken Take(TokenKind kind) => Here.Kind == kind ? tokens[place++] : throw Unexpected();

    internal void Demand(string word)
    {
        if (!Take(word))
            throw Unexpected(word);
    }

    internal T Inside<T>(Func<T> read) => limits.Inside(read);

    internal double Signed()
    {
        var sign = Take("-") ? -1 : 1;
        return sign * (double)FilterTokens.Decimal(Take(TokenKind.Number));
    }

    internal FilterException Unexpected(string? wanted = null) => Here.Kind == TokenKind.End
        ? new($"Bộ lọc kết thúc giữa chừng{Wanted(", còn thiếu", wanted)}.", $"The filter ends too early{Wanted(", where this is missing:", wanted)}.", Here.Position)
        : new(
            $"Không hiểu “{FilterWords.Short(Here.Text)}” ở vị trí {Here.Position}{Wanted(", ở đó phải là", wanted)}.",
            $"“{FilterWords.Short(Here.Text)}” at position {Here.Position} is not understood{Wanted("; this belongs there:", wanted)}.", Here.Position);

    static string Wanted(string lead, string? wanted) => wanted is null ? "" : $"{lead} “{wanted}”";

    Condition Any() => Chain("OR", All, parts => new AnyOf(parts));

    Condition All() => Chain("AND", Negated, parts => new AllOf(parts));

    Condition Chain(string word, Func<Condition> part, Func<IReadOnlyList<Condition>, Condition> join)
    {
        var first = part();
        if (!Here.Is(word))
            return first;
        List<Condition> parts = [first];
        while (Take(word))
            parts.Add(part());
        return join(parts);
    }

    Condition Negated() => Take("NOT") ? new Not(limits.Inside(Negated)) : Single();

    Condition Single()
    {
        if (Take("("))
        {
            var inside = limits.Inside(Any);
            Demand(")");
            return inside;
        }

        if (Here.Kind == TokenKind.Name && tokens[place + 1].Is("("))
        {
            if (FilterWords.Spatial.TryGetValue(Here.Text, out var spatial))
                return Pair(shapes.Operand, (left, right) => new Spatially(spatial, left, right));
            if (FilterWords.Temporal.TryGetValue(Here.Text, out var temporal))
                return Pair(Temporal, (left, right) => new Temporally(temporal, left, right));
        }

        return Statement(Scalar());
    }

    Condition Pair(Func<Operand> read, Func<Operand, Operand, Condition> join)
    {
        place++;
        Demand("(");
        var left = read();
        Demand(",");
        var right = read();
        Demand(")");
        return join(left, right);
    }

    Condition Statement(Operand left)
    {
        if (Here.Kind == TokenKind.Sign && FilterWords.Comparisons.TryGetValue(Here.Text, out var comparison))
        {
            place++;
            return new Compared(comparison, left, Scalar());
        }

        if (Take("IS"))
        {
            var not = Take("NOT");
            Demand("NULL");
            return Perhaps(not, new IsNull(left));
        }

        if (left is BooleanValue literal && !Here.Is("NOT") && !Here.Is("IN"))
            return new Always(literal.Value);

        var negated = Take("NOT");
        return Perhaps(negated, Take("LIKE") ? new Like(left, Scalar())
            : Take("BETWEEN") ? Range(left)
            : Take("IN") ? new OneOf(left, List())
            : throw Unexpected());
    }

    static Condition Perhaps(bool not, Condition condition) => not ? new Not(condition) : condition;

    Between Range(Operand value)
    {
        var low = Scalar();
        Demand("AND");
        return new(value, low, Scalar());
    }

    List<Operand> List()
    {
        Demand("(");
        List<Operand> list = [];
        do
            list.Add(Scalar());
        while (Take(","));
        Demand(")");
        return list;
    }

    Operand Scalar()
    {
        limits.CountOperand();
        var token = Here;
        switch (token.Kind)
        {
            case TokenKind.Text:
                place++;
                return new TextValue(token.Text);
            case TokenKind.Number:
            case TokenKind.Sign when token.Is("-"):
                var negative = Take("-");
                var number = FilterTokens.Decimal(Take(TokenKind.Number));
                return new NumberValue(negative ? -number : number);
            case TokenKind.QuotedName:
                place++;
                return new PropertyName(token.Text);
            case TokenKind.Name when tokens[place + 1].Is("("):
                return Function();
            case TokenKind.Name:
                place++;
                return token.Is("TRUE") || token.Is("FALSE") ? new BooleanValue(token.Is("TRUE"))
                    : IsWord(token) ? throw Back()
                    : new PropertyName(token.Text);
            default:
                throw Unexpected();
        }
    }

    FilterException Back()
    {
        place--;
        return Unexpected();
    }

    static bool IsWord(FilterToken token) =>
        token.Is("AND") || token.Is("OR") || token.Is("NOT") || token.Is("LIKE") || token.Is("BETWEEN") || token.Is("IN") || token.Is("IS") || token.Is("NULL");

    Operand Function()
    {
        var name = Take(TokenKind.Name);
        Demand("(");
        Operand value = name.Text.ToUpperInvariant() switch
        {
            "CASEI" => new WithoutCase(limits.Inside(Scalar)),
            "ACCENTI" => new WithoutAccents(limits.Inside(Scalar)),
            "DATE" or "TIMESTAMP" => Day(),
            _ => throw FilterWords.UnknownFunction(name.Text, name.Position),
        };
        Demand(")");
        return value;
    }

    DayValue Day()
    {
        var text = Take(TokenKind.Text);
        return FilterDays.Read(text.Text, text.Position);
    }

    Operand Temporal()
    {
        if (!Here.Is("INTERVAL") || !tokens[place + 1].Is("("))
            return Scalar();

        limits.CountOperand();
        place += 2;
        var start = End();
        Demand(",");
        var end = End();
        Demand(")");
        return new SpanValue(start, end);
    }

    Operand? End()
    {
        if (Here.Kind != TokenKind.Text)
            return Scalar();
        var text = Take(TokenKind.Text);
        return FilterDays.ReadEnd(text.Text, text.Position);
    }

    /// <summary>A property where a shape is wanted.</summary>
    internal PropertyName Property()
    {
        limits.CountOperand();
        return new(Take(Here.Kind == TokenKind.QuotedName ? TokenKind.QuotedName : TokenKind.Name).Text);
    }
}

namespace LongAnGis.Core.Filters;

/// <summary>
/// How large a filter may be. What a person writes stays far below; what is made to be a burden ends here, before a deep tree
/// could exhaust the stack or a long list the database.
/// </summary>
public sealed class FilterLimits
{
    /// <summary>Characters of a filter as text.</summary>
    public const int Length = 12_000;

    /// <summary>Brackets, NOT and functions inside each other.</summary>
    public const int Depth = 64;

    /// <summary>Properties and values in all, those of lists included.</summary>
    public const int Operands = 500;

    /// <summary>Corners of all shapes together.</summary>
    public const int Corners = 2000;

    int depth, operands, corners;

    internal static FilterException TooLong { get; } = new(
        $"Bộ lọc dài quá {Length} ký tự.", $"The filter is longer than {Length} characters.");

    internal T Inside<T>(Func<T> read)
    {
        if (++depth > Depth)
            throw new FilterException($"Bộ lọc lồng nhau quá {Depth} cấp.", $"The filter is nested deeper than {Depth} levels.");
        var result = read();
        depth--;
        return result;
    }

    internal void CountOperand()
    {
        if (++operands > Operands)
            throw new FilterException($"Bộ lọc có quá {Operands} thuộc tính và giá trị.", $"The filter has more than {Operands} properties and values.");
    }

    internal void CountCorner()
    {
        if (++corners > Corners)
            throw new FilterException($"Các hình trong bộ lọc có quá {Corners} đỉnh.", $"The shapes of the filter have more than {Corners} corners.");
    }
}

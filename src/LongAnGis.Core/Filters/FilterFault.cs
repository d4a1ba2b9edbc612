namespace LongAnGis.Core.Filters;

/// <summary>What is wrong with a filter, for the person who wrote it.</summary>
/// <param name="Position">Where in the text, counted from one; null for JSON and for what concerns no single place.</param>
public sealed record FilterFault(string Vi, string En, int? Position = null);

/// <summary>A condition, or why there is none.</summary>
public sealed record FilterReading(Condition? Condition, FilterFault? Fault)
{
    /// <summary>Reads deep inside a filter end by an exception, which goes no further than here.</summary>
    internal static FilterReading Of(Func<Condition> read)
    {
        try
        {
            return new(read(), null);
        }
        catch (FilterException found)
        {
            return new(null, found.Fault);
        }
    }
}

sealed class FilterException(FilterFault fault) : Exception(fault.En)
{
    public FilterException(string vi, string en, int? position = null)
        : this(new FilterFault(vi, en, position)) { }

    public FilterFault Fault { get; } = fault;
}

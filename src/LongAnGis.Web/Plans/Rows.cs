using System.Data.Common;
using LongAnGis.Core.Plans;
using NpgsqlTypes;

namespace LongAnGis.Web.Plans;

/// <summary>Reads columns as our nouns have them: texts in two languages side by side, days of a range.</summary>
static class Rows
{
    public static string? FindString(this DbDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetString(column);

    public static T? Find<T>(this DbDataReader row, int column) where T : struct =>
        row.IsDBNull(column) ? null : row.GetFieldValue<T>(column);

    /// <summary>Two neighbouring columns, Vietnamese first; the English one may be null.</summary>
    public static Bilingual GetBilingual(this DbDataReader row, int column) =>
        new(row.GetString(column), row.FindString(column + 1));

    public static Bilingual? FindBilingual(this DbDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetBilingual(column);

    /// <summary>First day of a range; null when it has always been so. PostgreSQL writes day ranges as [first, after).</summary>
    public static DateOnly? FirstDay(this NpgsqlRange<DateOnly> range) =>
        range.LowerBoundInfinite || range.IsEmpty ? null : range.LowerBound;

    /// <summary>The first day that no longer belongs to the range; null while its end is unknown.</summary>
    public static DateOnly? DayAfter(this NpgsqlRange<DateOnly> range) =>
        range.UpperBoundInfinite || range.IsEmpty ? null : range.UpperBound;
}

using System.Data.Common;
using System.Text.Json;
using LongAnGis.Web.Plans.Features;

namespace LongAnGis.Web.Plans.Past;

public enum ChangeKind { Added, Changed, Removed }

/// <summary>The content of a feature on one side of a change.</summary>
public sealed record Content(string Name, JsonElement Attributes, string Quality, string? Shape, double? AreaM2);

/// <summary>What became of one feature between two states of the plan.</summary>
public sealed record FeatureChange(FeatureReference Feature, Content? Before, Content? After)
{
    public ChangeKind Kind => Before is null ? ChangeKind.Added : After is null ? ChangeKind.Removed : ChangeKind.Changed;

    /// <summary>Square metres gained (or lost, negative), planar VN-2000; null where either side was not measured.</summary>
    public double? GainedM2 => After?.AreaM2 - Before?.AreaM2;

    /// <summary>Reads the columns of Comparison.sql and RevisionChanges.sql: the feature, its content before, its content after.</summary>
    public static FeatureChange Read(DbDataReader row) => new(
        new(row.GetString(0), row.GetInt64(1), row.GetString(2), row.GetBilingual(3)), ReadContent(row, 5), ReadContent(row, 10));

    static Content? ReadContent(DbDataReader row, int column) => row.IsDBNull(column)
        ? null
        : new(
            row.GetString(column), JsonElement.Parse(row.GetString(column + 1)), row.GetString(column + 2), row.FindString(column + 3),
            row.Find<double>(column + 4));
}

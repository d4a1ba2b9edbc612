namespace LongAnGis.Core.Indicators;

/// <summary>What change of an indicator is welcome.</summary>
public enum Direction { Neutral, HigherIsBetter, LowerIsBetter }

/// <summary>Directions as the catalogue writes them.</summary>
public static class Directions
{
    public static string Code(this Direction direction) => direction switch
    {
        Direction.HigherIsBetter => "higher-is-better",
        Direction.LowerIsBetter => "lower-is-better",
        _ => "neutral",
    };

    public static Direction? Parse(string? code) => code switch
    {
        "higher-is-better" => Direction.HigherIsBetter,
        "lower-is-better" => Direction.LowerIsBetter,
        "neutral" => Direction.Neutral,
        _ => null,
    };
}

namespace LongAnGis.Core.Investment;

/// <summary>In which respect a site meets or fails a filter: one for each choice that the page offers by itself.</summary>
readonly record struct Respect(int Number)
{
    public static readonly Respect None = new(-1);
    public static readonly Respect Several = new(-2);
    public static readonly Respect Words = new(0);
    public static readonly Respect Layer = new(1);
    public static readonly Respect Sector = new(2);
    public static readonly Respect Stage = new(3);
    public static readonly Respect District = new(4);
    public static readonly Respect Commune = new(5);
    public static readonly Respect Developer = new(6);
    public static readonly Respect Place = new(7);
    public static readonly Respect Only = new(8);
}

static class Respects
{
    const int FirstMeasure = 10;
    const int FirstDestination = 100;

    public static Respect Of(SiteMeasure measure) => new(FirstMeasure + (int)measure);

    public static Respect OfDestination(int index) => new(FirstDestination + index);

    public static int? MeasureOf(Respect respect) => respect.Number is >= FirstMeasure and < FirstDestination ? respect.Number - FirstMeasure : null;

    public static int? DestinationOf(Respect respect) => respect.Number >= FirstDestination ? respect.Number - FirstDestination : null;
}

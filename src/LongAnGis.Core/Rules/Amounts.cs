using LongAnGis.Core.Plans;

namespace LongAnGis.Core.Rules;

/// <summary>Areas and lengths as people write them: m² up to a hectare, hectares above; 1.234,5 in Vietnamese.</summary>
public static class Amounts
{
    public static string Area(double squareMetres, bool english) => Math.Abs(squareMetres) switch
    {
        < 1 => $"{AttributeText.Number((decimal)squareMetres, english, 3)} m²",
        < 10_000 => $"{AttributeText.Number((decimal)squareMetres, english, 1)} m²",
        _ => Hectares(squareMetres / 10_000, english),
    };

    /// <summary>Hectares with two decimals below ten and one above.</summary>
    public static string Hectares(double hectares, bool english) =>
        $"{AttributeText.Number((decimal)hectares, english, Math.Abs(hectares) < 10 ? 2 : 1)} ha";

    /// <summary>“+42,3 ha” or “−40,1 ha”, with a true minus sign.</summary>
    public static string SignedHectares(double hectares, bool english) =>
        (hectares < 0 ? "−" : "+") + Hectares(Math.Abs(hectares), english);

    public static string Length(double metres, bool english) => Math.Abs(metres) switch
    {
        < 1 => $"{AttributeText.Number((decimal)(metres * 100), english, 1)} cm",
        < 10_000 => $"{AttributeText.Number((decimal)metres, english, 1)} m",
        _ => $"{AttributeText.Number((decimal)(metres / 1000), english, 1)} km",
    };
}

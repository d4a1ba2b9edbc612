using LongAnGis.Core.Plans;

namespace LongAnGis.Core.Coordinates;

/// <summary>One way to understand coordinates that somebody typed.</summary>
/// <param name="Position">Where that is on WGS 84.</param>
/// <param name="Zone">The VN-2000 grid that was assumed; null when the numbers are degrees.</param>
/// <param name="Meaning">How the numbers were understood, in words: nothing is corrected in silence.</param>
/// <param name="Exchanged">The two numbers stand in the other order than papers (X, Y) or people (lat, lon) write them.</param>
public sealed record CoordinateReading(Wgs84Position Position, Vn2000Zone? Zone, Bilingual Meaning, bool Exchanged);

/// <summary>All readings of a typed text, likeliest first, or why there can be none. Empty when it holds no coordinates.</summary>
public sealed record CoordinateAnswer(IReadOnlyList<CoordinateReading> Readings, Bilingual? Refusal = null)
{
    public static CoordinateAnswer None { get; } = new([]);
}

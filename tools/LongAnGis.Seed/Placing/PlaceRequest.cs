namespace LongAnGis.Seed.Placing;

/// <summary>
/// A thing that wants a symbol, and the place that its facts name: a name of the gazetteer (spread inside its commune),
/// <c>at</c> names (exactly there), <c>district</c> and a code (spread inside the district).
/// </summary>
public sealed record PlaceRequest(string Layer, string Code, string Place);

using LongAnGis.Core.Plans;

namespace LongAnGis.Core.Programme;

/// <summary>Who is responsible for tasks (cơ quan).</summary>
/// <param name="Kind">department, district-committee, board, …</param>
/// <param name="SuccessorName">Who carries on its duties, in words, where that is known.</param>
/// <param name="Successor">Code of the one agency that carries on its duties.</param>
/// <param name="District">Code of the district that it governs.</param>
public sealed record Agency(string Code, string Kind, Bilingual Name, string? SuccessorName, string? Successor, string? District);

using LongAnGis.Core.Plans;

namespace LongAnGis.Core.Programme;

/// <summary>Why something cannot be recorded.</summary>
/// <param name="Field">The field of the form that it is about; null when it is about all of it.</param>
public sealed record ProgrammeFault(string? Field, Bilingual Words);

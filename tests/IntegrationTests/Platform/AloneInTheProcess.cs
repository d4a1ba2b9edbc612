namespace LongAnGis.IntegrationTests.Platform;

/// <summary>Tests that measure the memory of the process run when no other test does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneInTheProcess
{
    public const string Name = "alone in the process";
}

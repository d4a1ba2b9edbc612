namespace LongAnGis.Web.Platform.Verbs;

/// <summary>
/// Something the program can be asked to do from the command line besides serving. A folder adds its own with
/// <c>services.AddSingleton(new Verb(…))</c>; the answer is the exit code.
/// </summary>
public sealed record Verb(
    string Name,
    string Usage,
    string Vi,
    string En,
    Func<IServiceProvider, IReadOnlyList<string>, CancellationToken, Task<int>> Run);

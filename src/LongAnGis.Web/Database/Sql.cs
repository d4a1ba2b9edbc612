namespace LongAnGis.Web.Database;

/// <summary>The text of a question, from the <c>.sql</c> file that lies beside the class that asks it.</summary>
public static class Sql
{
    const string RootNamespace = "LongAnGis.Web.";

    /// <summary>The file named like the class, in the class's folder: <c>Areas/AreaByCode.sql</c> for <c>Areas.AreaByCode</c>.</summary>
    public static string Beside<T>() => Beside<T>(typeof(T).Name);

    /// <summary>Another file in the class's folder, named without <c>.sql</c>.</summary>
    public static string Beside<T>(string name)
    {
        var folder = typeof(T).Namespace![RootNamespace.Length..].Replace('.', '/');
        return Read($"{folder}/{name}.sql");
    }

    internal static string Read(string resource)
    {
        using var stream = typeof(Sql).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"No SQL file {resource} beside its class.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>The names of all SQL files below a folder, in order: <c>Database/Migrations/0001_….sql</c>.</summary>
    internal static IReadOnlyList<string> In(string folder) =>
        [.. typeof(Sql).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(folder + "/", StringComparison.Ordinal) && name.EndsWith(".sql", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];
}

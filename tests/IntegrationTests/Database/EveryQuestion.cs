using System.Text.RegularExpressions;
using LongAnGis.Web.Database;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace LongAnGis.IntegrationTests.Database;

public sealed partial class EveryQuestion(SharedSite shared)
{
    static readonly string[] NotQuestions = ["Database/Migrations/", "Database/Definitions/"];

    public static TheoryData<string> Files =>
        [.. typeof(Sql).Assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".sql", StringComparison.Ordinal))
            .Where(name => !NotQuestions.Any(folder => name.StartsWith(folder, StringComparison.Ordinal)))];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Is_understood_by_the_migrated_schema(string file)
    {
        var site = await shared.Get();
        await using var connection = await site.Services.GetRequiredService<PlanDatabase>()
            .OpenConnectionAsync(TestContext.Current.CancellationToken);

        foreach (var statement in Statements(Sql.Read(file)))
        {
            await using var command = new NpgsqlCommand($"PREPARE question AS {Numbered(statement)}", connection);
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            await using var forget = new NpgsqlCommand("DEALLOCATE question", connection);
            await forget.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
    }

    static string[] Statements(string file) =>
        Comment().Replace(file, "").Split(";\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    // Npgsql numbers named parameters itself; PREPARE wants them numbered.
    static string Numbered(string statement)
    {
        var names = new List<string>();
        return NamedParameter().Replace(statement, match =>
        {
            if (!names.Contains(match.Value))
            {
                names.Add(match.Value);
            }

            return $"${names.IndexOf(match.Value) + 1}";
        });
    }

    [GeneratedRegex("--[^\n]*")]
    private static partial Regex Comment();

    [GeneratedRegex("@[a-z_]+")]
    private static partial Regex NamedParameter();
}

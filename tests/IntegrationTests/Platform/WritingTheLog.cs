using System.Text.Json;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Platform.Logging;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace LongAnGis.IntegrationTests.Platform;

/// <summary>A log line is one line of JSON, whatever a visitor managed to get into it.</summary>
public sealed class WritingTheLog : IDisposable
{
    readonly string folder = TestCluster.NewFolder();

    [Theory]
    [InlineData("a\r\n{\"level\":\"Critical\",\"message\":\"forged\"}")]
    [InlineData("a\u001B[2Jb")]
    [InlineData("a\u2028b\u0085c")]
    [InlineData("Đức Hòa \uD800 \"quoted\"")]
    public void Keeps_a_value_inside_its_line(string value)
    {
        var line = Assert.Single(LogOf(value));

        Assert.DoesNotContain(line, char.IsControl);
        Assert.Equal("Information", Parsed(line).GetProperty("level").GetString());
    }

    [Fact]
    public void Cuts_a_value_of_a_megabyte()
    {
        var line = Assert.Single(LogOf(new string('x', 1_000_000)));

        Assert.InRange(line.Length, 4000, 5000);
    }

    [Fact]
    public void Writes_Vietnamese_as_it_is_read() =>
        Assert.Contains("Đức Hòa", Assert.Single(LogOf("Đức Hòa")), StringComparison.Ordinal);

    string[] LogOf(string value)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["data-dir"] = folder })
            .Build();
        using (var log = new JsonLines(new DataFolder(configuration), TimeProvider.System))
        {
            log.CreateLogger("Test").LogInformation("Somebody asked for {Value}", value);
        }

        return File.ReadAllLines(Directory.GetFiles(Path.Combine(folder, "logs")).Single());
    }

    static JsonElement Parsed(string line) => JsonDocument.Parse(line).RootElement;

    public void Dispose() => Directory.Delete(folder, recursive: true);
}

using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace LongAnGis.BrowserTests;

/// <summary>
/// One person's window. When it is closed, anything the browser complained of during the visit (a console error, an uncaught
/// exception, a refusal of the content security policy) fails the test.
/// </summary>
public sealed class Visit : IAsyncDisposable
{
    readonly ConcurrentQueue<string> complaints = new();
    readonly List<string> forgiven = [];

    Visit(IPage page) => Page = page;

    public IPage Page { get; }

    internal static async Task<Visit> Begin(IBrowserContext context)
    {
        var visit = new Visit(await context.NewPageAsync());
        context.Console += (_, message) =>
        {
            if (message.Type is "error")
            {
                visit.complaints.Enqueue($"{message.Text} ({message.Location})");
            }
        };
        context.WebError += (_, error) => visit.complaints.Enqueue(error.Error);
        return visit;
    }

    /// <summary>A complaint that the test provokes on purpose, by a part of its text: "404", "503".</summary>
    public void Expects(string complaint) => forgiven.Add(complaint);

    public async ValueTask DisposeAsync()
    {
        await Page.Context.CloseAsync();
        var unforgiven = complaints.Where(complaint => !forgiven.Any(part => complaint.Contains(part, StringComparison.Ordinal)));
        if (string.Join('\n', unforgiven) is { Length: > 0 } said)
        {
            Assert.Fail($"The browser complained:\n{said}");
        }
    }
}

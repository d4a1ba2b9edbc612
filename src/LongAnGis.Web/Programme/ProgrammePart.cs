using LongAnGis.Core.Programme;
using LongAnGis.Web.Accounts;
using LongAnGis.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace LongAnGis.Web.Programme;

/// <summary>A page that shows the programme narrowed down as its address says.</summary>
public abstract class ProgrammePart : Part
{
    [Inject] protected ProgrammeReading Reading { get; set; } = null!;

    [Inject] protected Visitor Visitor { get; set; } = null!;

    [Inject] IHttpContextAccessor Http { get; set; } = null!;

    protected ActionProgramme Programme { get; private set; } = null!;

    protected ProgrammeRequest Request { get; private set; } = null!;

    /// <summary>What the filter lets through, in the order that was asked for.</summary>
    protected IReadOnlyList<TaskState> Shown { get; private set; } = [];

    protected IQueryCollection Query => Http.HttpContext!.Request.Query;

    protected override async Task Load()
    {
        Programme = await Reading.At(await Asked.Time(), Visitor, Asked.Cancellation);
        Request = ProgrammeRequest.Read(Query, Programme);
        Shown = [.. ProgrammeFilter.Sorted(Request.Filter.Of(Programme), Request.Sort)];
        await Prepare();
    }

    /// <summary>Reads what the page needs beside the programme.</summary>
    protected virtual Task Prepare() => Task.CompletedTask;

    /// <summary>The list narrowed down further, from any view.</summary>
    protected string ListOf(params IEnumerable<(string Name, string? Value)> more) => WithFilter("/programme", more);

    /// <summary>A page below the programme with the filter of this one, and some of it changed.</summary>
    protected string WithFilter(string page, params IEnumerable<(string Name, string? Value)> more)
    {
        var changes = more.ToList();
        return Links.To(page, Request.Parameters.Where(one => changes.All(change => change.Name != one.Name)).Concat(changes));
    }
}

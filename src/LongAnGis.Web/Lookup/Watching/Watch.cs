using LongAnGis.Core.Plans;
using NetTopologySuite.Geometries;

namespace LongAnGis.Web.Lookup.Watching;

/// <summary>What can be followed.</summary>
/// <param name="Path">The page that says what the plan has there.</param>
/// <param name="Shape">On WGS 84.</param>
public sealed record WatchedPlace(Bilingual Name, string Path, Geometry Shape);

/// <summary>A place that somebody follows, as the page behind the links in messages shows it: without the address.</summary>
public sealed record Watch(Guid Id, Bilingual Place, string PlacePath, bool IsConfirmed)
{
    public const string Root = "/watch";

    public string Path => $"{Root}/{Id}";
}

/// <summary>A unit that can be followed.</summary>
public sealed record WatchedUnit(string Code, Bilingual Name, bool IsOfToday);

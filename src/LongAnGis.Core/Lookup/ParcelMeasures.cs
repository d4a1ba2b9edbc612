using LongAnGis.Core.Plans;
using NetTopologySuite.Geometries;

namespace LongAnGis.Core.Lookup;

/// <summary>What the paper states of lengths and area, held against what its coordinates give.</summary>
static class ParcelMeasures
{
    const int MostSaid = 8;

    public static IEnumerable<ParcelRemark> Compare(CornerTable table, Coordinate[] corners) =>
        [.. Edges(table, corners).Take(MostSaid), .. Area(table, corners)];

    static IEnumerable<ParcelRemark> Edges(CornerTable table, Coordinate[] corners)
    {
        for (var i = 0; i < corners.Length; i++)
        {
            var (corner, next) = (table.Corners[i], table.Corners[(i + 1) % corners.Length]);
            var length = corners[i].Distance(corners[(i + 1) % corners.Length]);
            if (corner.EdgeMetres is { } stated && Math.Abs(length - stated) > ParcelShape.EdgeToleranceMetres)
            {
                yield return new(
                    new(
                        $"Cạnh {corner.Name}–{next.Name}: giấy ghi {Metres(stated, false)} m, tọa độ cho {Metres(length, false)} m. Có thể một tọa độ bị ghi sai.",
                        $"Edge {corner.Name}–{next.Name}: the paper states {Metres(stated, true)} m, its coordinates give {Metres(length, true)} m. A coordinate may be mistyped."),
                    IsFault: false,
                    corner.Row);
            }
        }
    }

    static IEnumerable<ParcelRemark> Area(CornerTable table, Coordinate[] corners)
    {
        var area = NetTopologySuite.Algorithm.Area.OfRing([.. corners, corners[0]]);
        if (table.AreaReadings.Count == 0)
        {
            yield break;
        }

        var stated = table.AreaReadings.MinBy(reading => Math.Abs(reading - area));
        if (Math.Abs(stated - area) > ParcelShape.AreaToleranceSquareMetres(area))
        {
            yield return new(
                new(
                    $"Diện tích: giấy ghi {Metres(stated, false)} m², tọa độ cho {Metres(area, false)} m².",
                    $"Area: the paper states {Metres(stated, true)} m², its coordinates give {Metres(area, true)} m²."),
                IsFault: false);
        }
    }

    static string Metres(double value, bool english) => value.ToString("#,0.##", AttributeText.Culture(english));
}

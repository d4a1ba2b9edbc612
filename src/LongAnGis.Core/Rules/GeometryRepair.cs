using LongAnGis.Core.Coordinates;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;

namespace LongAnGis.Core.Rules;

/// <summary>What NTS's GeometryFixer makes of an invalid area, with a sentence that says what changes.</summary>
static class GeometryRepair
{
    /// <summary>Larger geometries are left to their author: fixing one takes seconds.</summary>
    const int VertexLimit = 20_000;

    public static Repair? Of(Geometry invalid)
    {
        if (invalid.NumPoints > VertexLimit)
        {
            return null;
        }

        var mended = GeometryFixer.Fix(invalid);
        if (mended.IsEmpty || mended.Dimension != invalid.Dimension)
        {
            return null;
        }

        // Two crossings may fall on one spot: what is offered must itself be beyond reproach.
        var sketch = Sketch.Of(mended).With(RingFaults.Undoubled);
        if (RingFaults.Check(sketch) is not null)
        {
            return null;
        }

        mended = sketch.ToGeometry();
        if (!mended.IsValid)
        {
            return null;
        }

        return new(new($"Sửa hình: {Change(invalid, mended, english: false)}", $"Mend the geometry: {Change(invalid, mended, english: true)}"), [new(null, mended)]);
    }

    static string Change(Geometry before, Geometry after, bool english)
    {
        var vertices = after.NumPoints - before.NumPoints;
        var area = PlanarMeasure.AreaSquareMetres(after);
        string[] words =
        [
            vertices switch
            {
                > 0 => english ? $"{vertices} vertices more" : $"thêm {vertices} đỉnh",
                < 0 => english ? $"{-vertices} vertices fewer" : $"bớt {-vertices} đỉnh",
                _ => english ? "as many vertices" : "số đỉnh không đổi",
            },
            after.NumGeometries == before.NumGeometries
                ? (english ? "as many parts" : "số phần không đổi")
                : (english ? $"{after.NumGeometries} parts" : $"thành {after.NumGeometries} phần"),
            (english ? "area then " : "diện tích sau khi sửa ") + Amounts.Area(area, english),
        ];
        return string.Join(", ", words);
    }
}

using LongAnGis.Core.Coordinates;
using LongAnGis.Core.Lookup;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Maps;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Print;
using NetTopologySuite.Geometries;
using SkiaSharp;

namespace LongAnGis.Web.Lookup;

/// <summary>
/// A picture of where each reading of a table puts the parcel or the line: 1 as it was understood, then the others in the order in
/// which they are offered.
/// </summary>
sealed class ReadingsPicture(MapFeatures features, TimeProvider clock)
{
    /// <summary>How many other readings are offered, and drawn.</summary>
    public const int MostOffered = 8;

    public const int Width = 360, Height = 230;

    /// <summary>Screens of two pixels to the point still see it sharp.</summary>
    const int PixelsPerPoint = 2;

    /// <summary>Where a parcel lies is read from its commune; closer the picture says nothing more.</summary>
    const double LargestScale = 100_000;

    /// <summary>How wide a mark with its number is.</summary>
    const float MarkPoints = 14;

    static readonly string[] Ground = ["sea", "neighbours", "province", "communes", "waterways"];

    public async Task<byte[]> Draw(
        ParcelReading understood, IReadOnlyList<ParcelReading> others, PointInTime moment, Layers layers, Language language, CancellationToken cancellation)
    {
        List<Point> places = [.. others.Take(MostOffered).Prepend(understood).Select(OnGrid)];
        var size = new SKSize(Width, Height);
        var sheet = MapSheet.Showing(new GeometryCollection([.. places]).EnvelopeInternal, size, LargestScale, air: 1.4);
        var ground = await features.Published(sheet, [.. Ground.Where(code => layers.Find(code) is not null)], moment, cancellation);
        var accents = Together(sheet, places)
            .Select(one => new MapAccent(one.Place, string.Join(", ", one.Numbers.Select(at => Number(at, language))), AccentKind.Subject)).ToList();
        return SheetFile.Write(
            new(
                language.Say("Nơi mỗi cách hiểu đặt hình", "Where each reading puts the shape"), moment.ToString(), size, canvas => new MapPicture(sheet, layers, language).Draw(canvas, ground, accents)),
            SheetFormat.Png, language.Code, clock.GetUtcNow(), Width * PixelsPerPoint, cancellation);
    }

    /// <summary>Places whose marks would cover each other are one mark with all their numbers.</summary>
    static List<(Point Place, List<int> Numbers)> Together(MapSheet sheet, List<Point> places)
    {
        List<(Point Place, List<int> Numbers)> marks = [];
        for (var at = 0; at < places.Count; at++)
        {
            var here = sheet.Place(places[at].Coordinate);
            var near = marks.FindIndex(mark => SKPoint.Distance(sheet.Place(mark.Place.Coordinate), here) < MarkPoints);
            if (near >= 0)
                marks[near].Numbers.Add(at);
            else
                marks.Add((places[at], [at]));
        }

        return marks;
    }

    /// <summary>What the picture and the list call a reading: 1 is the one that was understood.</summary>
    public static string Number(int at, Language language) => (at + 1).ToString(language.Culture);

    static Point OnGrid(ParcelReading reading)
    {
        var grid = Vn2000Zone.LongAn.FromWgs84(reading.Middle);
        return new(grid.Easting, grid.Northing);
    }
}

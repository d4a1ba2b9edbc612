using Microsoft.Playwright;

namespace LongAnGis.BrowserTests;

/// <summary>Where a place on the ground is on the screen, while the map stands still at a known centre and zoom.</summary>
sealed class PlanOnTheScreen(LocatorBoundingBoxResult frame, double zoom, double longitude, double latitude)
{
    /// <summary>The map of a visit that was opened with <c>#map=zoom/lat/lon</c>.</summary>
    public static async Task<PlanOnTheScreen> Of(Visit visit, double zoom, double latitude, double longitude) =>
        new((await visit.Map().Locator("canvas").First.BoundingBoxAsync())!, zoom, longitude, latitude);

    /// <summary>The pixel of a place; the map is in Web Mercator with tiles of 512 pixels.</summary>
    public (float X, float Y) At(double lon, double lat)
    {
        var (x, y) = Mercator(lon, lat);
        var (centreX, centreY) = Mercator(longitude, latitude);
        return ((float)(frame.X + frame.Width / 2 + x - centreX), (float)(frame.Y + frame.Height / 2 + y - centreY));
    }

    (double X, double Y) Mercator(double lon, double lat)
    {
        var world = 512 * Math.Pow(2, zoom);
        return (
            world * (lon + 180) / 360,
            world * (0.5 - Math.Log(Math.Tan(Math.PI / 4 + lat * Math.PI / 360)) / (2 * Math.PI)));
    }
}

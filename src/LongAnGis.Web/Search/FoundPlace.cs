using System.Globalization;
using LongAnGis.Core.Coordinates;
using LongAnGis.Core.Plans;
using LongAnGis.Core.Text;
using LongAnGis.Web.Platform;
using LongAnGis.Web.Shell;

namespace LongAnGis.Web.Search;

/// <summary>How a hit is addressed and described, alike in the list under the search box and on the page.</summary>
static class FoundPlace
{
    /// <summary>Half the width of what the map shows round a single point, in degrees: about a kilometre.</summary>
    const double AroundAPoint = 0.01;

    public static string Href(Links links, FoundFeature feature) => links.To($"/plan/{feature.Layer}/{feature.Id}");

    public static string Href(Links links, CoordinateReading reading) =>
        links.To("/at", ("lat", Degrees(reading.Position.Latitude)), ("lon", Degrees(reading.Position.Longitude)));

    public static string? Extent(FoundFeature feature) =>
        feature.Extent is not [var west, var south, var east, var north] ? null : Box(west, south, east, north);

    public static string Extent(CoordinateReading reading) =>
        Box(
            reading.Position.Longitude,
            reading.Position.Latitude,
            reading.Position.Longitude,
            reading.Position.Latitude
        );

    /// <summary>The position as it was understood: degrees, or X and Y with the grid that was assumed.</summary>
    public static string Written(Language language, CoordinateReading reading) =>
        CoordinateFormat.Wgs84(reading.Position, language.IsEnglish);

    /// <summary>Kind, place and days of a hit, as far as its name does not say them.</summary>
    public static string Note(Language language, FoundFeature feature, string query, DateOnly asOf)
    {
        string?[] parts =
        [
            feature.FullName is null || !language.IsEnglish ? null : feature.Name.En,
            feature.FullName is null && language.IsEnglish ? feature.Name.En : null,
            feature.District,
            Former(language, feature, query),
            Days(language, feature, asOf),
        ];
        return string.Join(" · ", parts.Where(part => !string.IsNullOrEmpty(part)));
    }

    // A hit by a former name says which, or the reader wonders why it is there.
    static string? Former(Language language, FoundFeature feature, string query)
    {
        var words = VietnameseText.Fold(query).Split(' ');
        var former = feature.FormerUnits.Where(HoldsEveryWord).ToList();
        return former.Count == 0 || HoldsEveryWord(feature.Name.Vi)
            ? null
            : language.Say($"trước là {string.Join(", ", former)}", $"formerly {string.Join(", ", former)}");

        bool HoldsEveryWord(string name)
        {
            var folded = VietnameseText.Fold(name);
            return words.All(word => folded.Contains(word, StringComparison.Ordinal));
        }
    }

    static string? Days(Language language, FoundFeature feature, DateOnly asOf) =>
        feature switch
        {
            { IsInForce: true } => null,
            { InForceUntil: { } until } when until <= asOf => language.Say(
                $"lịch sử: đến {AttributeText.Date(until.AddDays(-1))}",
                $"historic: until {AttributeText.Date(until.AddDays(-1))}"
            ),
            { InForceFrom: { } from } => language.Say(
                $"có hiệu lực từ {AttributeText.Date(from)}",
                $"in force from {AttributeText.Date(from)}"
            ),
            _ => null,
        };

    static string Box(double west, double south, double east, double north)
    {
        var margin = west == east && south == north ? AroundAPoint : 0;
        return string.Join(
            ',',
            new[] { west - margin, south - margin, east + margin, north + margin }.Select(Degrees)
        );
    }

    static string Degrees(double degrees) => degrees.ToString("0.######", CultureInfo.InvariantCulture);
}

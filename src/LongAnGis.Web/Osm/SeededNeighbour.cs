using LongAnGis.Core.Text;
using NetTopologySuite.Geometries;

namespace LongAnGis.Web.Osm;

/// <summary>A feature of the seed in a layer that an extract fills as well: a generalised river, a district seat.</summary>
sealed record SeededNeighbour(string Layer, string Code, long Id, int Version, string Name, Geometry Place)
{
    /// <summary>About 1.1 km: the seed's rivers, made for 1:1 000 000, lie some hundred metres off their banks.</summary>
    const double Beside = 0.01;

    /// <summary>About 5 km: the seed's places are points of communes.</summary>
    const double SamePlace = 0.05;

    /// <summary>A generalised river gives way where rivers of the extract run along this much of it.</summary>
    const double EnoughCovered = 0.8;

    /// <summary>Whether the extract has this river too, and more precisely.</summary>
    public bool IsCoveredBy(IReadOnlyList<OsmFeature> rivers)
    {
        if (Place.Dimension != Dimension.Curve)
            return false;

        var left = Place;
        foreach (var river in rivers.Select(river => river.Content.Geometry!))
        {
            if (river.EnvelopeInternal.Intersects(Grown(left.EnvelopeInternal)))
                left = left.Difference(river.Buffer(Beside));
            if (left.Length <= (1 - EnoughCovered) * Place.Length)
                return true;
        }

        return false;
    }

    /// <summary>Whether a place of the extract is this one under the same name, so that the map does not name it twice.</summary>
    public bool IsSamePlace(OsmFeature place) =>
        Layer == place.Layer
        && !place.IsLocal
        && VietnameseText.Fold(Name) == VietnameseText.Fold(place.Content.NameVi)
        && Place.IsWithinDistance(place.Content.Geometry, SamePlace);

    static Envelope Grown(Envelope extent)
    {
        var grown = extent.Copy();
        grown.ExpandBy(Beside);
        return grown;
    }
}

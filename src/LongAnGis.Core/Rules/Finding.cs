using LongAnGis.Core.Plans;
using NetTopologySuite.Geometries;

namespace LongAnGis.Core.Rules;

/// <summary>What a rule found: in words, where, how much, and what could mend it.</summary>
/// <param name="Message">A sentence that says what is wrong and what to do, for a person.</param>
public sealed record Finding(Rule Rule, Severity Severity, Bilingual Message)
{
    /// <summary>The feature that was judged; null while only a geometry was looked at.</summary>
    public FeatureName? Feature { get; init; }

    /// <summary>The other feature that it meets, when it meets one.</summary>
    public FeatureName? Other { get; init; }

    /// <summary>What else the finding is about: an attribute's key, a land class. Part of the key.</summary>
    public string? About { get; init; }

    /// <summary>The corner at fault, when there is one.</summary>
    public VertexAddress? Vertex { get; init; }

    /// <summary>Where to look, WGS 84 (NTS X = longitude): a point, a stretch of boundary or an area.</summary>
    public Geometry? Place { get; init; }

    public Measure? Measure { get; init; }

    /// <summary>What could mend it, the most likely first; never done unasked.</summary>
    public IReadOnlyList<Repair> Repairs { get; init; } = [];

    /// <summary>
    /// Names the finding as long as the same features meet in the same way, so that a reason given for it stays with it:
    /// <c>R05:industrial-parks/kcn-1:land-use/z-7</c>.
    /// </summary>
    public string Key => new FindingKey(Rule.ToString(), [.. new[] { Feature?.Path, Other?.Path, About }.OfType<string>()]).ToString();

    /// <summary>The finding of a geometry, said of the feature that has it.</summary>
    public Finding Of(FeatureName feature) => this with
    {
        Feature = feature,
        Message = new($"{feature.Name.Vi}: {Message.Vi}", $"{feature.Name.In(english: true)}: {Message.In(english: true)}"),
        Repairs =
        [
            .. Repairs.Select(repair => repair with { Features = [.. repair.Features.Select(mended => mended with { Feature = feature })] }),
        ],
    };
}

/// <summary>The parts of a <see cref="Finding.Key"/>, for who reads one that was kept.</summary>
/// <param name="Rule">The rule's number; one of an older rule book may be none of ours.</param>
/// <param name="Subjects">What it is about: paths of features, then an attribute or land class.</param>
public sealed record FindingKey(string Rule, IReadOnlyList<string> Subjects)
{
    public static FindingKey Read(string key) => key.Split(':') is [var rule, .. var subjects] ? new(rule, subjects) : new(key, []);

    public override string ToString() => string.Join(':', [Rule, .. Subjects]);
}

/// <summary>What a feature is called: by programs (layer and code) and by people.</summary>
public sealed record FeatureName(string Layer, string Code, Bilingual Name)
{
    public string Path => $"{Layer}/{Code}";
}

/// <summary>A corner by its place in the geometry, all counted from 0; ring 0 is the shell.</summary>
public sealed record VertexAddress(int Part, int Ring, int Vertex);

/// <summary>How much, in <c>m2</c>, <c>m</c>, <c>ha</c> or <c>vertices</c>.</summary>
public sealed record Measure(double Value, string Unit);

/// <summary>A change that would make a finding vanish.</summary>
/// <param name="Label">What it does and how much that changes, as the button says it.</param>
public sealed record Repair(Bilingual Label, IReadOnlyList<RepairedFeature> Features);

/// <summary>One feature as a repair would have it.</summary>
/// <param name="Feature">Null while only a geometry is looked at: then it is the one that was given.</param>
/// <param name="GeometryWgs84">Its whole new geometry, NTS X = longitude.</param>
public sealed record RepairedFeature(FeatureName? Feature, Geometry GeometryWgs84);

using LongAnGis.Core.Plans;
using LongAnGis.Core.Rules;
using LongAnGis.Web.Platform;

namespace LongAnGis.Web.ChangeSets.Drafting;

/// <summary>What is wrong with one edit, so that the editor can show it where it is.</summary>
/// <param name="Edit">Which edit of the request, counted from 0.</param>
/// <param name="Field">The field at fault: <c>nameVi</c>, <c>attributes.area_ha</c>, <c>geometry</c>.</param>
/// <param name="Rule">The number of the rule that refuses it.</param>
/// <param name="Vertex">The corner at fault, when it is one.</param>
public sealed record EditFault(int Edit, string Field, Bilingual Message, Rule? Rule = null, VertexAddress? Vertex = null)
{
    // What is said after the first few dozen helps nobody.
    const int MostTold = 50;

    /// <summary>The refusal of a request with these faults: nothing of it was written.</summary>
    public static Refusal Refuse(IReadOnlyList<EditFault> faults, Language language) => new(
        StatusCodes.Status422UnprocessableEntity,
        $"Không lưu được gì: {faults[0].Message.Vi}",
        $"Nothing was saved: {faults[0].Message.En}")
    {
        Members = new Dictionary<string, object?>
        {
            ["errors"] = faults.Take(MostTold).Select(fault => fault.Told(language)).ToArray(),
        },
    };

    Dictionary<string, object?> Told(Language language)
    {
        var told = new Dictionary<string, object?>
        {
            ["edit"] = Edit,
            ["field"] = Field,
            ["message"] = Message.In(language.IsEnglish),
        };
        if (Rule is { } rule)
        {
            told["rule"] = rule.ToString();
        }

        if (Vertex is { } vertex)
        {
            told["vertex"] = new { part = vertex.Part, ring = vertex.Ring, vertex = vertex.Vertex };
        }

        return told;
    }
}

/// <summary>The faults of a request, as many as an import can have.</summary>
sealed class EditFaults
{
    const int Most = 25_000;

    readonly List<EditFault> faults = [];

    public IReadOnlyList<EditFault> All => faults;

    public bool Any => faults.Count > 0;

    public void Add(int edit, string field, string vi, string en, Rule? rule = null) =>
        Add(new(edit, field, new(vi, en), rule));

    public void Add(EditFault fault)
    {
        if (faults.Count < Most)
        {
            faults.Add(fault);
        }
    }
}

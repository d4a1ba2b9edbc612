using System.Globalization;
using LongAnGis.Core.Plans;
using LongAnGis.Core.Rules;

namespace LongAnGis.Core.ChangeSets;

/// <summary>Differences as sentences: of one feature, and of a whole change set.</summary>
public static class DifferenceWords
{
    /// <summary>“Diện tích tăng 2,3 ha, giảm 0,1 ha; 3 đỉnh dời tối đa 12,4 m.” One sentence for each thing that changed.</summary>
    public static IReadOnlyList<Bilingual> Say(FeatureDifference difference)
    {
        if (difference.IsEmpty)
        {
            return [new("Không có gì khác ngoài sai số số hóa (dưới 1 cm).", "Nothing differs beyond the noise of digitising (below 1 cm).")];
        }

        List<Bilingual> said = [];
        if (difference.Before is null)
        {
            said.Add(new("Đối tượng mới.", "A new feature."));
        }
        else if (difference.After is null)
        {
            said.Add(new("Bãi bỏ đối tượng.", "The feature is taken out."));
        }

        if (!difference.Gained.IsNothing || !difference.Lost.IsNothing)
        {
            said.Add(new(Ground(difference, english: false), Ground(difference, english: true)));
        }

        if (difference is { Before: not null, After: not null, Corners.IsNone: false })
        {
            said.Add(new(Corners(difference.Corners, english: false), Corners(difference.Corners, english: true)));
        }

        said.AddRange(difference.Values.Select(value => new Bilingual(
            $"{value.Label.Vi}: {value.Before?.Vi ?? "chưa có"} → {value.After?.Vi ?? "không còn"}.",
            $"{value.Label.In(english: true)}: {value.Before?.In(english: true) ?? "none"} → {value.After?.In(english: true) ?? "none"}.")));
        if (difference.Neighbours.Count > 0)
        {
            said.Add(new(
                $"Giáp {Listed([.. difference.Neighbours.Select(name => name.Name.Vi)], english: false)}.",
                $"Beside {Listed([.. difference.Neighbours.Select(name => name.Name.In(english: true))], english: true)}."));
        }

        return said;
    }

    /// <summary>
    /// The whole set: land gained and lost by class where the layer counts land, else by layer; then where, then whom it
    /// touches. “+42,3 ha Đất khu công nghiệp, −40,1 ha Đất trồng lúa”, “Xã A và xã B”, “17 dự án”.
    /// </summary>
    /// <param name="areas">Names of the communes or districts whose land changes.</param>
    /// <param name="touched">Features of other layers that the changes touch, by the name of their layer.</param>
    public static IReadOnlyList<Bilingual> Say(
        IReadOnlyList<FeatureDifference> differences, IReadOnlyList<Bilingual> areas, IReadOnlyList<(Bilingual Layer, int Count)> touched)
    {
        List<Bilingual> said = [];
        var land = LandDifference.Of(differences).Where(one => Math.Abs(one.Hectares) >= 0.005).ToList();
        if (land.Count > 0)
        {
            said.Add(new(
                string.Join(", ", land.Select(one => $"{Amounts.SignedHectares(one.Hectares, false)} {one.Name.Vi}")),
                string.Join(", ", land.Select(one => $"{Amounts.SignedHectares(one.Hectares, true)} {one.Name.In(english: true)}"))));
        }

        if (areas.Count > 0)
        {
            said.Add(new(
                Listed([.. areas.Select(area => area.Vi)], english: false), Listed([.. areas.Select(area => area.In(english: true))], english: true)));
        }

        if (touched.Count > 0)
        {
            said.Add(new(
                string.Join(", ", touched.Select(one => $"{one.Count} {LowerFirst(one.Layer.Vi)}")),
                string.Join(", ", touched.Select(one => $"{one.Count} {LowerFirst(one.Layer.In(english: true))}"))));
        }

        if (said.Count == 0)
        {
            said.Add(differences.All(one => one.IsEmpty)
                ? new("Không thay đổi gì.", "Nothing is changed.")
                : new("Không thay đổi diện tích.", "No area is changed."));
        }

        return said;
    }

    static string Ground(FeatureDifference difference, bool english)
    {
        var words = new List<string>();
        if (!difference.Gained.IsNothing)
        {
            words.Add((english ? "gains " : "tăng ") + Amounts.Area(difference.Gained.SquareMetres, english));
        }

        if (!difference.Lost.IsNothing)
        {
            words.Add((english ? "loses " : "giảm ") + Amounts.Area(difference.Lost.SquareMetres, english));
        }

        return (english ? "The area " : "Diện tích ") + string.Join(english ? " and " : ", ", words) + ".";
    }

    static string Corners(CornerDifference corners, bool english)
    {
        var words = new List<string>();
        void Say(int count, string vi, string en)
        {
            if (count > 0)
            {
                words.Add(english ? $"{Number(count, true)} {en}" : $"{Number(count, false)} đỉnh {vi}");
            }
        }

        Say(corners.Moved, "dời", corners.Moved == 1 ? "corner moved" : "corners moved");
        Say(corners.Added, "thêm", corners.Added == 1 ? "corner added" : "corners added");
        Say(corners.Removed, "bỏ", corners.Removed == 1 ? "corner removed" : "corners removed");
        var shift = corners.LargestShiftMetres > 0
            ? (english ? $", by at most {Amounts.Length(corners.LargestShiftMetres, true)}" : $", xa nhất {Amounts.Length(corners.LargestShiftMetres, false)}")
            : "";
        var text = string.Join(", ", words) + shift + ".";
        return char.ToUpper(text[0], CultureInfo.InvariantCulture) + text[1..];
    }

    static string Number(int count, bool english) => AttributeText.Number(count, english, 0);

    /// <summary>“A”, “A và B”, “A, B và 3 nơi khác”.</summary>
    static string Listed(IReadOnlyList<string> names, bool english)
    {
        const int Most = 6;
        var and = english ? " and " : " và ";
        return names.Count switch
        {
            1 => names[0],
            <= Most => string.Join(", ", names.Take(names.Count - 1)) + and + names[^1],
            _ => string.Join(", ", names.Take(Most)) + and
                + (english ? $"{names.Count - Most} more" : $"{names.Count - Most} nơi khác"),
        };
    }

    static string LowerFirst(string text) => text.Length > 1 && char.IsLower(text[1]) ? char.ToLower(text[0], CultureInfo.InvariantCulture) + text[1..] : text;
}

using System.Text.Json;
using LongAnGis.Core.Text;
using LongAnGis.Web.Platform;

namespace LongAnGis.Web.ChangeSets.Drafting.Import;

/// <summary>What a person says of a file: what it does not say itself, and how its rows meet the plan.</summary>
/// <param name="Source">The layer of the file, where it has several.</param>
/// <param name="Match">code, name_vi or an attribute, by which rows are known as features that exist; null for new ones alone.</param>
/// <param name="Fields">Attribute to the file's field.</param>
sealed record ImportSettings(
    string? Crs, string? Encoding, string? Source, string? Match, bool Deletes, bool IsPartial, IReadOnlyDictionary<string, string> Fields)
{
    public LegacyEncoding? LegacyEncoding => LegacyEncoding.Find(Encoding);

    /// <exception cref="RefusedException">400, naming what cannot be understood.</exception>
    public static ImportSettings OfForm(IFormCollection form, EditedLayer layer)
    {
        var settings = new ImportSettings(
            Text(form, "crs"), Text(form, "encoding"), Text(form, "source"), Text(form, "match"), form["deletes"] == "true", form["partial"] == "true", Mapped(form));
        settings.Judge(layer);
        return settings;
    }

    public static ImportSettings OfJson(string json) => JsonSerializer.Deserialize<ImportSettings>(json)!;

    public string ToJson() => JsonSerializer.Serialize(this);

    /// <exception cref="RefusedException">400, naming what the layer or we do not know.</exception>
    public void Judge(EditedLayer layer)
    {
        if (Encoding is not null && LegacyEncoding is null)
        {
            var known = string.Join(", ", Core.Text.LegacyEncoding.All.Select(one => one.Code));
            throw ImportLimits.Refuse($"“encoding” phải là một trong: {known}.", $"“encoding” must be one of: {known}.");
        }

        if (Match is not (null or ImportFields.Code or ImportFields.NameVi) && !layer.Attributes.ContainsKey(Match))
        {
            throw ImportLimits.Refuse(
                "“match” phải là code, name_vi hoặc một thuộc tính của lớp.", "“match” must be code, name_vi or an attribute of the layer.");
        }

        if (Fields.Keys.FirstOrDefault(target => !ImportFields.Fixed.Contains(target) && !layer.Attributes.ContainsKey(target)) is { } unknown)
        {
            throw ImportLimits.Refuse(
                $"Lớp không có thuộc tính “{FieldReading.Shortened(unknown)}”.", $"The layer has no attribute “{FieldReading.Shortened(unknown)}”.");
        }
    }

    static string? Text(IFormCollection form, string name) => form[name].ToString() is { Length: > 0 } text ? text : null;

    static Dictionary<string, string> Mapped(IFormCollection form)
    {
        try
        {
            return Text(form, "fields") is { } text ? JsonSerializer.Deserialize<Dictionary<string, string>>(text) ?? [] : [];
        }
        catch (JsonException)
        {
            throw ImportLimits.Refuse(
                "“fields” phải là một đối tượng JSON: thuộc tính và tên cột trong tệp.", "“fields” must be a JSON object: attributes and names of the file's columns.");
        }
    }
}

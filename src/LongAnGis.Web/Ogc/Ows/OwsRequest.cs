using System.Globalization;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Platform;
using NetTopologySuite.Geometries;

namespace LongAnGis.Web.Ogc.Ows;

/// <summary>A request that cannot be answered, in the words of the old standards: a code, the parameter at fault, a sentence.</summary>
sealed class OwsException(string code, string? locator, Bilingual words) : Exception(words.Vi)
{
    public string Code { get; } = code;

    public string? Locator { get; } = locator;

    public Bilingual Words { get; } = words;

    public static OwsException Invalid(string locator, string vi, string en) =>
        new("InvalidParameterValue", locator, new($"Tham số {locator} {vi}", $"The parameter {locator} {en}"));
}

/// <summary>
/// Parameters of WMS and WFS: names in any case, each once; unknown ones are passed over, as those standards have it. Reference
/// systems and boxes are read with the axes that the form of their name implies.
/// </summary>
sealed class OwsRequest
{
    readonly Dictionary<string, string> given;

    OwsRequest(HttpContext context, Dictionary<string, string> given) => (Context, this.given) = (context, given);

    public HttpContext Context { get; }

    public bool IsEnglish => Context.DataLanguage().IsEnglish;

    public static OwsRequest Read(HttpContext context)
    {
        var given = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in context.Request.Query)
        {
            if (values.Count > 1 || !given.TryAdd(name, values.ToString()))
            {
                throw OwsException.Invalid(Short(name), "chỉ được ghi một lần.", "must be given once only.");
            }
        }

        return new(context, given);
    }

    public string? this[string name] => given.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;

    public string Need(string name) => this[name] ?? throw new OwsException(
        "MissingParameterValue", name, new($"Thiếu tham số {name}.", $"The parameter {name} is missing."));

    public int Whole(string name, int least, int most) =>
        int.TryParse(Need(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw OwsException.Invalid(name, $"phải là số nguyên từ {least} đến {most}.", $"must be a whole number from {least} to {most}.");

    /// <summary>Four finite numbers.</summary>
    public static double[] Numbers(string name, IReadOnlyList<string> parts)
    {
        var numbers = parts.Select(part => double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN).ToArray();
        return numbers.Length == 4 && numbers.All(number => double.IsFinite(number) && Math.Abs(number) < 1e9)
            ? numbers
            : throw OwsException.Invalid(name, "phải gồm bốn số.", "must be four numbers.");
    }

    /// <summary>What was in force on a day: <c>TIME</c>, a date or a moment; today without it.</summary>
    public AskedTime Time(string name)
    {
        var text = this[name] is "current" or null ? null : this[name];
        DateOnly? day = text is null ? null : Core.Filters.FilterDays.Parse(text) ?? throw new OwsException(
            "InvalidDimensionValue", name, new($"Tham số {name} phải là một ngày như 2025-06-30, hoặc current.", $"The parameter {name} must be a day such as 2025-06-30, or current."));
        return AskedTime.Parse(this[AskedTime.PlanParameter], day is { } known ? CalendarDay.Write(known) : null, this[AskedTime.KnownAtParameter], out var malformed)
            ?? throw OwsException.Invalid(malformed!, "không đọc được.", "cannot be read.");
    }

    public static string Short(string text) => new([.. (text.Length <= 60 ? text : text[..60] + "…").Where(letter => !char.IsControl(letter) && !char.IsSurrogate(letter))]);
}

/// <summary>A box as a request gives it, turned so that X runs east and Y north.</summary>
sealed record OwsBox(Envelope Window, OgcCrs Crs)
{
    public static OwsBox Of(string name, double[] numbers, OgcCrs crs, bool northFirst)
    {
        var (west, south, east, north) = northFirst ? (numbers[1], numbers[0], numbers[3], numbers[2]) : (numbers[0], numbers[1], numbers[2], numbers[3]);
        return west < east && south < north && (!crs.InDegrees || (west >= -180 && east <= 180 && south >= -90 && north <= 90))
            ? new(new(west, east, south, north), crs)
            : throw OwsException.Invalid(name, "có góc sau không lớn hơn góc trước, hoặc vượt phạm vi của hệ tọa độ.", "has an upper corner that is not beyond the lower one, or lies beyond the reference system.");
    }
}

using System.Globalization;
using LongAnGis.Core.Text;
using LongAnGis.Web.Platform;

namespace LongAnGis.Web.Osm;

/// <summary>Which extract it was: the file's name and the moment its data was taken from OpenStreetMap.</summary>
/// <param name="HowKnown">How that moment is known, where the file does not say it itself.</param>
sealed record ExtractIdentity(string Name, DateTimeOffset Taken, string? HowKnown)
{
    public static ExtractIdentity Of(Extract extract, DateTimeOffset? newestEdit) => (extract.Taken, newestEdit) switch
    {
        ({ } taken, _) => new(extract.Name, taken, null),
        (_, { } edit) => new(extract.Name, edit, "Tệp không ghi thời điểm: lấy lần sửa mới nhất trong tệp."),
        _ => new(extract.Name, extract.FileTime, "Tệp không ghi thời điểm: lấy ngày của tệp."),
    };

    /// <summary>The day in Vietnam to which the content is current.</summary>
    public DateOnly Day => DateOnly.FromDateTime(Taken.InVietnam().DateTime);

    /// <summary>Code of the instrument: <c>osm-20261005-2021-vietnam-latest</c>.</summary>
    public string InstrumentCode
    {
        get
        {
            var slug = VietnameseText.Slug(Name.Split('.')[0]);
            var code = string.Create(CultureInfo.InvariantCulture, $"osm-{Taken.UtcDateTime:yyyyMMdd-HHmmss}-{slug}");
            return code[..Math.Min(code.Length, 60)].TrimEnd('-');
        }
    }

    /// <summary>As it is cited.</summary>
    public string Number => string.Create(CultureInfo.InvariantCulture, $"{Name}, {Taken.UtcDateTime:yyyy-MM-dd HH:mm} UTC");

    public string DayVi => Day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    public string DayEn => Day.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"));
}

using System.Globalization;
using LongAnGis.Core.Investment.Pipeline;
using LongAnGis.Core.Text;
using LongAnGis.Web.Platform;

namespace LongAnGis.Web.Investment.Pipeline;

/// <summary>What an address asks of the pipeline: <c>?q=lng&amp;sector=energy&amp;district=can-giuoc&amp;agency=S-CT&amp;year=2026&amp;source=fdi</c>.</summary>
/// <param name="Slice">Which capital of these projects is added up.</param>
public sealed record PipelineRequest(PipelineFilter Filter, CapitalSlice Slice)
{
    public const string WordsParameter = "q";
    public const string SectorParameter = "sector";
    public const string DistrictParameter = "district";
    public const string AgencyParameter = "agency";
    public const string YearParameter = "year";
    public const string SourceParameter = "source";

    /// <summary>The filter as other views of the pipeline take it.</summary>
    public IReadOnlyList<(string Name, string? Value)> Parameters =>
    [
        (WordsParameter, Filter.Words), (SectorParameter, Filter.Sector), (DistrictParameter, Filter.District), (AgencyParameter, Filter.Agency),
        (YearParameter, Slice.Year?.ToString(CultureInfo.InvariantCulture)), (SourceParameter, Slice.Source?.Code()),
    ];

    /// <exception cref="RefusedException">400 when something is asked for that is not there.</exception>
    public static PipelineRequest Read(IQueryCollection query, ProjectPipeline pipeline, IReadOnlyCollection<string> sectors)
    {
        var words = Text(query, WordsParameter);
        if (words?.Length > SearchWords.LongestQuery)
            throw new RefusedException(Refusal.BadRequest(
                $"Từ cần tìm dài nhất {SearchWords.LongestQuery} ký tự.", $"At most {SearchWords.LongestQuery} characters can be searched for."));
        return new(
            new PipelineFilter(
                words,
                Known(query, SectorParameter, sectors.Contains, "lĩnh vực", "sector"),
                Known(query, DistrictParameter, code => pipeline.Projects.Any(one => one.Site.Districts.Any(place => place.Code == code)), "huyện", "district"),
                Known(query, AgencyParameter, code => pipeline.Working(code) is not null, "cơ quan", "agency")),
            new CapitalSlice(Year(query), Source(query)));
    }

    static int? Year(IQueryCollection query)
    {
        var (first, last) = (ProjectContent.PlanYears.First, ProjectContent.PlanYears.Last);
        return Text(query, YearParameter) is not { } text ? null
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year >= first && year <= last ? year
            : throw new RefusedException(Refusal.BadRequest(
                $"Vốn được lập kế hoạch cho các năm {first}–{last}.", $"Capital is planned for the years {first}–{last}."));
    }

    static CapitalSource? Source(IQueryCollection query) =>
        Known(query, SourceParameter, code => CapitalSources.All.Any(source => source.Code() == code), "nguồn vốn", "source of capital") is { } code ? CapitalSources.Parse(code) : null;

    static string? Known(IQueryCollection query, string name, Func<string, bool> isKnown, string vi, string en) =>
        Text(query, name) is not { } code || isKnown(code) ? Text(query, name) : throw new RefusedException(Refusal.BadRequest(
            $"Không có {vi} “{Short(code)}”.", $"There is no {en} “{Short(code)}”."));

    static string? Text(IQueryCollection query, string name) =>
        query.TryGetValue(name, out var values) && values.Count > 0 && values[^1] is { Length: > 0 } text ? text : null;

    static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";
}

using LongAnGis.Core.Indicators;
using LongAnGis.Core.Plans;
using LongAnGis.Web.Database;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Platform;
using NpgsqlTypes;

namespace LongAnGis.Web.Indicators;

/// <summary>The territories that figures belong to.</summary>
public sealed class Regions(PublicDatabase database)
{
    /// <summary>The province whose plan Decision 686 is.</summary>
    public const string LongAn = "80-to-2025";

    static readonly string Query = Sql.Beside<Regions>();

    /// <summary>Whether a region is a row where a set is told in full: the province stands above its parts.</summary>
    public static bool StandIn(RegionSet set, StatisticalRegion region) => region.Code == LongAn || set.Has(region.Kind);

    public async Task<IReadOnlyList<StatisticalRegion>> All(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Query);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var regions = new List<StatisticalRegion>();
        while (await row.ReadAsync(cancellation))
        {
            var valid = row.GetFieldValue<NpgsqlRange<DateOnly>>(5);
            regions.Add(new(
                row.GetString(0),
                StatisticalRegion.ParseKind(row.GetString(1)),
                row.GetBilingual(2),
                row.GetString(4),
                valid.FirstDay(),
                valid.DayAfter(),
                row.FindString(6) is { } note ? Bilingual.Of(note) : null,
                row.GetFieldValue<string[]>(7)));
        }

        return regions;
    }

    /// <exception cref="RefusedException">404 when there is no such region.</exception>
    public async Task<StatisticalRegion> Find(string code, CancellationToken cancellation) =>
        (await All(cancellation)).FirstOrDefault(region => region.Code == code)
        ?? throw new RefusedException(Refusal.NotFound(
            $"Không có lãnh thổ thống kê mang mã “{Short(code)}”: dùng mã huyện (803), mã xã 2025 (27694), mã tỉnh (80-to-2025) hoặc mã vùng gộp (795-798).",
            $"There is no statistical region with the code “{Short(code)}”: use the code of a district (803), of a commune of 2025 (27694), of the province (80-to-2025) or of a union (795-798)."));

    static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";
}

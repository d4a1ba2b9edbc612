using LongAnGis.Core.Plans;
using LongAnGis.Core.Tiles;
using LongAnGis.Web.Plans;
using LongAnGis.Web.Platform;

namespace LongAnGis.Web.Tiles;

/// <summary>The moment that the query of a tile's address asks for, and whether it names it so fully that it never changes.</summary>
public sealed record TileMoment(string Plan, int Revision, DateOnly Day, bool IsFixed, TileState State);

/// <summary>Understands the address of a tile or of a layer's description, or says what is wrong with it.</summary>
public sealed class TileRequests(TileStates states, Moments moments, TimeProvider clock)
{
    const int MostLayers = 40;

    static readonly HashSet<string> Parameters = ["revision", AskedTime.AsOfParameter, AskedTime.KnownAtParameter, AskedTime.PlanParameter];

    /// <exception cref="RefusedException">400 or 404, with a sentence.</exception>
    public async Task<TileMoment> Moment(IQueryCollection query, CancellationToken cancellation)
    {
        if (query.Keys.FirstOrDefault(name => !Parameters.Contains(name)) is { } unknown)
        {
            throw Refused($"Tham số “{Short(unknown)}” không có ở đây; chỉ nhận {string.Join(", ", Parameters)}.",
                $"There is no parameter “{Short(unknown)}” here; {string.Join(", ", Parameters)} are understood.");
        }

        var revision = query["revision"].ToString();
        var known = revision.Length > 0 ? "r" + revision : query[AskedTime.KnownAtParameter].ToString();
        var asked = AskedTime.Parse(query[AskedTime.PlanParameter], query[AskedTime.AsOfParameter], known, out var malformed)
            ?? throw Refused($"Tham số {malformed} không đọc được.", $"The parameter {malformed} cannot be read.");

        // What names its revision and its day is answered from memory: such an address means the same for ever.
        if (asked is { KnownAt.Revision: { } number, AsOf: { } day }
            && await states.Holding(number, cancellation) is { } state
            && number <= state.Newest
            && (asked.Plan ?? Moments.DefaultPlan) == Moments.DefaultPlan)
        {
            return new(Moments.DefaultPlan, number, day, IsFixed: true, state);
        }

        var moment = await moments.Resolve(asked, cancellation);
        var current = await states.Current(cancellation);
        var isFixed = asked is { KnownAt.Revision: not null, AsOf: not null };
        return new(moment.Plan, moment.Revision, asked.AsOf ?? clock.TodayInVietnam(), isFixed, current);
    }

    /// <exception cref="RefusedException">404 for a layer that is not public or does not exist, alike.</exception>
    public static IReadOnlyList<LayerState> Layers(string codes, TileMoment moment)
    {
        var wanted = codes.Split(',');
        if (wanted.Length > MostLayers || wanted.Distinct().Count() != wanted.Length)
        {
            throw Refused($"Một ô nhận tối đa {MostLayers} lớp, mỗi lớp một lần.", $"A tile takes up to {MostLayers} layers, each once.");
        }

        return
        [
            .. wanted.Select(code => moment.State.Layers.GetValueOrDefault(code) ?? throw NoSuchLayer())
                .Select(layer => new LayerState(
                    layer,
                    layer.IsPlanScoped ? moment.Plan : null,
                    layer.RevisionAt(moment.Revision),
                    layer.DayAt(moment.Day))),
        ];
    }

    /// <exception cref="RefusedException">404 when there is no such tile.</exception>
    public static TileAddress Address(string z, string x, string y, IReadOnlyList<LayerState> layers) =>
        TileAddress.TryParse(z, x, y, out var address) && address.Zoom <= layers.Max(state => state.Layer.MaxZoom)
            ? address
            : throw new RefusedException(Refusal.NotFound(
                "Không có ô bản đồ này: mức thu phóng, cột hoặc hàng nằm ngoài phạm vi của lớp.",
                "There is no such tile: its zoom, column or row lies beyond the range of the layer."));

    static RefusedException NoSuchLayer() => new(Refusal.NotFound(
        "Không có lớp này; /tiles liệt kê các lớp.", "There is no such layer; /tiles lists the layers."));

    static RefusedException Refused(string vi, string en) => new(Refusal.BadRequest(vi, en));

    static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";
}

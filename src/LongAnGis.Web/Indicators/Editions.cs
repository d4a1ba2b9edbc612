using LongAnGis.Core.Plans;
using LongAnGis.Web.Database;
using LongAnGis.Web.Platform;
using NpgsqlTypes;

namespace LongAnGis.Web.Indicators;

/// <summary>
/// Which edition of figures a moment answers from. Figures are no part of the plan's revisions, but share its
/// <c>known-at</c>: as known on a day, or right after a publication. Editions are only ever added, so that the same
/// question gets the same answer for ever.
/// </summary>
public sealed class Editions(PublicDatabase database)
{
    static readonly string Query = Sql.Beside<Editions>("EditionAt");

    /// <summary>The edition; 0 when nothing had been recorded yet.</summary>
    public async Task<int> At(PointInTime moment, CancellationToken cancellation)
    {
        var known = moment.Asked.KnownAt;
        await using var command = database.CreateCommand(Query);
        command.Parameters.AddWithValue(NpgsqlDbType.TimestampTz, known?.Day is { } day ? VietnamTime.EndOf(day) : DBNull.Value);
        command.Parameters.AddWithValue(NpgsqlDbType.Integer, (object?)known?.Revision ?? DBNull.Value);
        return (int)(await command.ExecuteScalarAsync(cancellation))!;
    }
}

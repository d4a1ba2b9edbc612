using LongAnGis.Core.Tiles;
using LongAnGis.Web.Database;
using Npgsql;
using NpgsqlTypes;

namespace LongAnGis.Web.Tiles;

/// <summary>Makes the bytes of a tile: reads what meets it, and encodes it here rather than in the database.</summary>
public sealed class TileBuilder(PublicDatabase database, ILogger<TileBuilder> log)
{
    /// <summary>Up to this zoom there is generalised geometry.</summary>
    public const int DeepestOverview = 11;

    /// <summary>What the name of a layer's label points ends with, in the tile.</summary>
    public const string LabelSuffix = ".label";

    /// <summary>Ground beyond the tile that is read, as a part of its side: the buffer of 64 of 4096 units.</summary>
    const double Margin = 64.0 / 4096;

    static readonly string Detailed = Sql.Beside<TileBuilder>("TileFeatures");
    static readonly string Overview = Sql.Beside<TileBuilder>("OverviewFeatures");
    static readonly string Touched = Sql.Beside<TileBuilder>("TouchedSince");

    /// <summary>The tile as Mapbox Vector Tile 2.1, not compressed; empty when nothing meets it.</summary>
    public async Task<byte[]> Build(TileRequest request, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection);
        foreach (var state in request.Layers)
        {
            batch.BatchCommands.Add(Features(request.Address, state));
        }

        using var tile = new TileEncoder(request.Address);
        using var painter = new TilePainter(tile, request.Address, log);
        await using var rows = await batch.ExecuteReaderAsync(cancellation);
        foreach (var state in request.Layers)
        {
            await painter.Paint(state.Layer, rows, cancellation);
            await rows.NextResultAsync(cancellation);
        }

        return tile.ToArray();
    }

    /// <summary>Whether anything that the tile shows changed between an earlier revision and the one asked for.</summary>
    public async Task<bool> IsTouchedSince(int earlier, TileRequest request, CancellationToken cancellation)
    {
        foreach (var state in request.Layers.Where(state => state.Revision > earlier))
        {
            await using var command = database.CreateCommand(Touched);
            AddPlace(command.Parameters, request.Address, state.Layer.Code);
            command.Parameters.AddWithValue(earlier);
            command.Parameters.AddWithValue(state.Revision);
            if (await command.ExecuteScalarAsync(cancellation) is true)
            {
                return true;
            }
        }

        return false;
    }

    static NpgsqlBatchCommand Features(TileAddress address, LayerState state)
    {
        var isOverview = address.Zoom <= DeepestOverview && state.Layer.HasShapes;
        var command = new NpgsqlBatchCommand();
        AddPlace(command.Parameters, address, state.Layer.Code);
        command.Parameters.AddWithValue(state.Revision);
        command.Parameters.AddWithValue(state.Day);
        command.Parameters.AddWithValue(NpgsqlDbType.Text, (object?)state.Plan ?? DBNull.Value);
        if (isOverview)
        {
            command.Parameters.AddWithValue(address.Zoom);
        }

        var classes = "";
        if (state.Layer.ClassesHiddenAt(address.Zoom) is { Length: > 0 } hidden)
        {
            command.Parameters.AddWithValue(state.Layer.Classes!.Attribute);
            command.Parameters.AddWithValue(hidden);
            classes = $"AND NOT coalesce(version.attributes ->> ${command.Parameters.Count - 1} = ANY (${command.Parameters.Count}), false)";
        }

        // Keys of attributes travel as parameters, like every value.
        var columns = "";
        foreach (var attribute in state.Layer.Attributes)
        {
            command.Parameters.AddWithValue(attribute.Key);
            columns += $", version.attributes ->> ${command.Parameters.Count}";
        }

        command.CommandText = (isOverview ? Overview : Detailed)
            .Replace("/* attributes */", columns, StringComparison.Ordinal)
            .Replace("/* classes */", classes, StringComparison.Ordinal);
        return command;
    }

    static void AddPlace(NpgsqlParameterCollection parameters, TileAddress address, string layer)
    {
        var extent = address.Extent(Margin);
        parameters.AddWithValue(layer);
        parameters.AddWithValue(extent.West);
        parameters.AddWithValue(extent.South);
        parameters.AddWithValue(extent.East);
        parameters.AddWithValue(extent.North);
    }
}

using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using LongAnGis.Core.Tiles;
using Npgsql;

namespace LongAnGis.Web.Tiles;

/// <summary>
/// Carries rows of TileFeatures or OverviewFeatures into a tile. Geometry and texts go from the connection's buffer through
/// one of ours into the tile, so that a row costs no object; only a label does, which waits for its own layer.
/// </summary>
sealed class TilePainter(TileEncoder tile, TileAddress address, ILogger log) : IDisposable
{
    // Columns of TileFeatures and OverviewFeatures, which are the same.
    const int Id = 0;
    const int Name = 1;
    const int Code = 2;
    const int Quality = 3;
    const int Geometry = 4;
    const int LabelLongitude = 5;
    const int LabelLatitude = 6;
    const int FirstAttribute = 7;

    readonly List<Label> labels = [];
    byte[] buffer = ArrayPool<byte>.Shared.Rent(1 << 16);

    /// <summary>Paints what the reader's current result holds: the features of a layer, and the layer of its labels.</summary>
    public async Task Paint(TiledLayer layer, NpgsqlDataReader rows, CancellationToken cancellation)
    {
        labels.Clear();
        using (var shapes = tile.Layer(layer.Code))
        {
            while (await rows.ReadAsync(cancellation))
            {
                if (Draws(shapes, layer, rows))
                {
                    PaintAttributes(shapes, layer, rows);
                }

                KeepLabel(rows);
            }
        }

        PaintLabels(layer);
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(buffer);

    bool Draws(TileLayer shapes, TiledLayer layer, NpgsqlDataReader row)
    {
        try
        {
            return shapes.Add(row.GetInt64(Id), Bytes(row, Geometry));
        }
        catch (InvalidWkbException refused)
        {
            // One shape that cannot be drawn (a curve, say) must not cost everybody the tile.
            log.LogWarning(refused, "Left {Layer}/{Feature} out of tile {Tile}", layer.Code, row.GetInt64(Id), address);
            return false;
        }
    }

    void PaintAttributes(TileLayer shapes, TiledLayer layer, NpgsqlDataReader row)
    {
        shapes.Tag("name", Bytes(row, Name));
        shapes.Tag("code", Bytes(row, Code));
        shapes.Tag("quality", Bytes(row, Quality));
        for (var place = 0; place < layer.Attributes.Count; place++)
        {
            if (row.IsDBNull(FirstAttribute + place))
            {
                continue;
            }

            var attribute = layer.Attributes[place];
            var text = Bytes(row, FirstAttribute + place);
            if (attribute.IsNumber && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            {
                shapes.Tag(attribute.Key, number);
            }
            else
            {
                shapes.Tag(attribute.Key, text);
            }
        }
    }

    /// <summary>Each label belongs to one tile, or it would be drawn once for each tile that its area meets.</summary>
    void KeepLabel(NpgsqlDataReader row)
    {
        if (row.IsDBNull(LabelLongitude))
        {
            return;
        }

        var (longitude, latitude) = (row.GetDouble(LabelLongitude), row.GetDouble(LabelLatitude));
        if (TileAddress.At(new(latitude, longitude), address.Zoom) == address)
        {
            labels.Add(new(row.GetInt64(Id), longitude, latitude, row.GetString(Name)));
        }
    }

    void PaintLabels(TiledLayer layer)
    {
        using var names = tile.Layer(layer.Code + TileBuilder.LabelSuffix);
        Span<byte> point = stackalloc byte[21];
        point[0] = 1; // little endian
        point[1] = 1; // a point
        foreach (var label in labels)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(point[5..], label.Longitude);
            BinaryPrimitives.WriteDoubleLittleEndian(point[13..], label.Latitude);
            if (names.Add(label.Id, point))
            {
                names.Tag("name", label.Name);
            }
        }
    }

    /// <summary>A value as it came over the wire: the stored form of a geometry, the UTF-8 of a text. Valid until the next.</summary>
    ReadOnlySpan<byte> Bytes(NpgsqlDataReader row, int column)
    {
        var length = (int)row.GetBytes(column, 0, null, 0, 0);
        if (length > buffer.Length)
        {
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = ArrayPool<byte>.Shared.Rent(length);
        }

        return buffer.AsSpan(0, (int)row.GetBytes(column, 0, buffer, 0, length));
    }

    readonly record struct Label(long Id, double Longitude, double Latitude, string Name);
}

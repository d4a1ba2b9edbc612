using System.Buffers.Binary;
using System.IO.Compression;
using SkiaSharp;

namespace LongAnGis.Web.Print;

/// <summary>
/// Writes a sheet as PNG (ISO/IEC 15948) in strips, so that A0 at 300 dpi, 140 million pixels, takes the memory of one strip and
/// not of all; it says its pixels per metre, so that programs print it at its true size.
/// </summary>
static class PngFile
{
    const int StripHeight = 512;
    /// <summary>Pixels up to which a smaller file is worth the time.</summary>
    const long LargestPackedWell = 9_000_000;

    const double InchesPerMetre = 1 / 0.0254;

    static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <param name="pixelsPerPoint">How many pixels a point (1/72 inch) of the sheet becomes.</param>
    public static byte[] Write(PaperSheet sheet, double pixelsPerPoint, CancellationToken cancellation)
    {
        var (width, height) = ((int)Math.Round(sheet.Size.Width * pixelsPerPoint), (int)Math.Round(sheet.Size.Height * pixelsPerPoint));
        using var file = new MemoryStream();
        file.Write(Signature);
        Chunk(file, "IHDR"u8, Header(width, height));
        Chunk(file, "pHYs"u8, Density(pixelsPerPoint));
        Chunk(file, "IDAT"u8, Pixels(sheet, width, height, pixelsPerPoint, cancellation));
        Chunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    static byte[] Header(int width, int height)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        // Eight bits of red, green and blue.
        (header[8], header[9]) = (8, 2);
        return header;
    }

    static byte[] Density(double pixelsPerPoint)
    {
        var density = new byte[9];
        var perMetre = (int)Math.Round(pixelsPerPoint * 72 * InchesPerMetre);
        BinaryPrimitives.WriteInt32BigEndian(density, perMetre);
        BinaryPrimitives.WriteInt32BigEndian(density.AsSpan(4), perMetre);
        density[8] = 1;
        return density;
    }

    static byte[] Pixels(PaperSheet sheet, int width, int height, double pixelsPerPoint, CancellationToken cancellation)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, width * (long)height > LargestPackedWell ? CompressionLevel.Fastest : CompressionLevel.Optimal, leaveOpen: true))
        using (var bitmap = new SKBitmap(new SKImageInfo(width, Math.Min(StripHeight, height), SKColorType.Rgba8888, SKAlphaType.Opaque)))
        {
            var (row, above) = (new byte[1 + (width * 3)], new byte[width * 3]);
            for (var top = 0; top < height; top += StripHeight)
            {
                cancellation.ThrowIfCancellationRequested();
                Draw(sheet, bitmap, top, pixelsPerPoint);
                for (var line = 0; line < Math.Min(StripHeight, height - top); line++)
                {
                    Filter(bitmap.GetPixelSpan().Slice(line * bitmap.RowBytes, width * 4), row, above);
                    zlib.Write(row);
                }
            }
        }

        return packed.ToArray();
    }

    static void Draw(PaperSheet sheet, SKBitmap strip, int top, double pixelsPerPoint)
    {
        using var canvas = new SKCanvas(strip);
        canvas.Clear(SKColors.White);
        canvas.Translate(0, -top);
        canvas.Scale((float)pixelsPerPoint);
        sheet.Draw(canvas);
    }

    // Each byte as its difference from the one above (filter type 2): flat colours become noughts.
    static void Filter(ReadOnlySpan<byte> pixels, byte[] row, byte[] above)
    {
        row[0] = 2;
        for (int from = 0, to = 0; from < pixels.Length; from += 4, to += 3)
        {
            for (var channel = 0; channel < 3; channel++)
            {
                var value = pixels[from + channel];
                row[1 + to + channel] = (byte)(value - above[to + channel]);
                above[to + channel] = value;
            }
        }
    }

    static void Chunk(Stream file, ReadOnlySpan<byte> kind, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(kind);
        file.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Checksum(Checksum(uint.MaxValue, kind), data));
        file.Write(number);
    }

    // CRC-32 as the standard's annex D defines it.
    static uint Checksum(uint checksum, ReadOnlySpan<byte> data)
    {
        foreach (var value in data)
            checksum = Remainders[(byte)(checksum ^ value)] ^ (checksum >> 8);
        return checksum;
    }

    static readonly uint[] Remainders =
    [
        .. Enumerable.Range(0, 256).Select(value =>
        {
            var remainder = (uint)value;
            for (var bit = 0; bit < 8; bit++)
                remainder = (remainder & 1) == 0 ? remainder >> 1 : 0xEDB88320 ^ (remainder >> 1);
            return remainder;
        }),
    ];
}

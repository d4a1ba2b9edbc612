using QRCoder;
using SkiaSharp;

namespace LongAnGis.Web.Print;

/// <summary>An address as a QR code (ISO/IEC 18004, error correction M), drawn as one path so that it stays sharp at any size.</summary>
public static class QrCode
{
    /// <param name="side">Side of the square in points, quiet zone included.</param>
    public static void Draw(SKCanvas canvas, string address, float x, float y, float side)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(address, QRCodeGenerator.ECCLevel.M);
        var modules = code.ModuleMatrix;
        var module = side / modules.Count;
        using var builder = new SKPathBuilder();
        for (var row = 0; row < modules.Count; row++)
        {
            for (var column = 0; column < modules.Count; column++)
            {
                if (modules[row][column])
                {
                    builder.AddRect(SKRect.Create(x + column * module, y + row * module, module, module));
                }
            }
        }

        using var path = builder.Detach();
        // Without smoothing: seams between neighbouring modules would confuse a camera.
        using var ink = PrintColours.Fill(SKColors.Black);
        ink.IsAntialias = false;
        canvas.DrawPath(path, ink);
    }
}

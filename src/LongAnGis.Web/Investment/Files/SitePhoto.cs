using LongAnGis.Core.Plans;
using LongAnGis.Core.Programme.Reporting;
using SkiaSharp;

namespace LongAnGis.Web.Investment.Files;

/// <summary>
/// A photo as it is kept: upright, no larger than a page shows it, and drawn anew, so that nothing is left of what a camera or
/// a program wrote beside the picture (where and when it was taken, who owns the camera, anything hidden behind it).
/// </summary>
/// <param name="Width">In pixels, upright; so is <paramref name="Height"/>.</param>
sealed record SitePhoto(byte[] Content, string MediaType, int Width, int Height)
{
    const int LongestSide = 2000;
    const int Quality = 86;

    /// <summary>Of the picture that is unpacked, 96 MB; JPEG is unpacked at a fraction of its size where it is larger.</summary>
    const long MostPixels = 24_000_000;

    /// <summary>One picture at a time takes that much memory.</summary>
    static readonly SemaphoreSlim Turn = new(1);

    /// <param name="file">Recognised as JPEG or PNG.</param>
    public static async Task<(SitePhoto? Photo, Bilingual? Fault)> Read(EvidenceFile file, CancellationToken cancellation)
    {
        await Turn.WaitAsync(cancellation);
        try
        {
            return Draw(file);
        }
        finally
        {
            Turn.Release();
        }
    }

    static (SitePhoto?, Bilingual?) Draw(EvidenceFile file)
    {
        using var data = SKData.CreateCopy(file.Content);
        using var codec = SKCodec.Create(data);
        if (codec is null || codec.FrameCount > 1)
            return (null, Damaged);
        var scaled = codec.GetScaledDimensions(Math.Min(1, LongestSide / (float)Math.Max(codec.Info.Width, codec.Info.Height)));
        if ((long)scaled.Width * scaled.Height > MostPixels)
            return (null, new(
                $"Ảnh {codec.Info.Width} × {codec.Info.Height} điểm ảnh quá lớn; hãy thu nhỏ xuống dưới {MostPixels / 1_000_000} triệu điểm ảnh rồi gửi lại.",
                $"The photo of {codec.Info.Width} × {codec.Info.Height} pixels is too large; make it smaller than {MostPixels / 1_000_000} million pixels."));

        using var bitmap = new SKBitmap(new SKImageInfo(scaled.Width, scaled.Height, SKColorType.Rgba8888, SKAlphaType.Premul));
        if (codec.GetPixels(bitmap.Info, bitmap.GetPixels()) != SKCodecResult.Success)
            return (null, Damaged);

        var isTurned = codec.EncodedOrigin >= SKEncodedOrigin.LeftTop;
        var (width, height) = isTurned ? (scaled.Height, scaled.Width) : (scaled.Width, scaled.Height);
        var scale = Math.Min(1, LongestSide / (float)Math.Max(width, height));
        var (shownWidth, shownHeight) = (Math.Max(1, (int)(width * scale)), Math.Max(1, (int)(height * scale)));
        using var surface = SKSurface.Create(new SKImageInfo(shownWidth, shownHeight, SKColorType.Rgba8888, SKAlphaType.Premul));
        surface.Canvas.Clear(SKColors.White);
        surface.Canvas.Scale(shownWidth / (float)width, shownHeight / (float)height);
        surface.Canvas.Concat(Upright(codec.EncodedOrigin, scaled.Width, scaled.Height));
        using var picture = SKImage.FromBitmap(bitmap);
        surface.Canvas.DrawImage(picture, 0, 0, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        using var drawn = surface.Snapshot();
        using var encoded = drawn.Encode(file.MediaType == "image/png" ? SKEncodedImageFormat.Png : SKEncodedImageFormat.Jpeg, Quality);
        return (new(encoded.ToArray(), file.MediaType, shownWidth, shownHeight), null);
    }

    static Bilingual Damaged => new(
        "Ảnh bị hỏng hoặc không đọc được; hãy mở lại bằng phần mềm ảnh, lưu thành JPG hoặc PNG rồi gửi lại.",
        "The photo is damaged or cannot be read; open it in a picture program, save it as JPG or PNG and send it again.");

    /// <summary>From the picture as it is stored to the picture as it was seen (EXIF 2.3, 4.6.4, Orientation).</summary>
    static SKMatrix Upright(SKEncodedOrigin origin, float width, float height) => origin switch
    {
        SKEncodedOrigin.TopRight => new(-1, 0, width, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new(-1, 0, width, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new(1, 0, 0, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new(0, -1, height, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new(0, -1, height, -1, 0, width, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new(0, 1, 0, -1, 0, width, 0, 0, 1),
        _ => SKMatrix.Identity,
    };
}

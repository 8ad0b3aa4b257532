using System.Runtime.InteropServices;
using System.Security.Cryptography;
using SkiaSharp;

namespace SrmBlazor.Features.Registration.Scans;

/// <summary>
/// Draws what was sent onto a fresh white sheet and writes that as a new JPEG: nothing of the file survives but its pixels, upright and
/// at most <see cref="ScanLimits.Edge"/> long. Holds up to five bytes for each pixel of the original while it works.
/// </summary>
internal static class ScanPicture
{
    /// <summary>Answers the type, size-in-pixels and readability faults; never throws for what is in the file.</summary>
    public static ScanFault? Judge(ReadOnlySpan<byte> file)
    {
        if (file.IsEmpty)
        {
            return ScanFault.Empty;
        }

        var kind = PictureHeader.KindOf(file);
        return kind switch
        {
            FileKind.Pdf => ScanFault.Pdf,
            FileKind.Other => ScanFault.Type,
            FileKind.Jpeg or FileKind.Png or FileKind.WebP => PictureHeader.Read(kind, file) switch
            {
                null => ScanFault.Unreadable,
                { Pixels: > ScanLimits.Pixels } => ScanFault.Pixels,
                _ => null,
            },
        };
    }

    public static ScanOutcome Redraw(ArraySegment<byte> file, bool turn = false)
    {
        if (Judge(file) is { } fault)
        {
            return new ScanOutcome.Refused(fault);
        }

        // pinned, not copied: no second plain copy of somebody's ID card in native memory
        var pin = GCHandle.Alloc(file.Array, GCHandleType.Pinned);
        try
        {
            using var data = SKData.Create(pin.AddrOfPinnedObject() + file.Offset, file.Count);
            using var codec = SKCodec.Create(data);
            return codec is not null && (long)codec.Info.Width * codec.Info.Height <= ScanLimits.Pixels && Draw(codec, turn) is { } picture
                ? picture
                : new ScanOutcome.Refused(ScanFault.Unreadable);
        }
        finally
        {
            pin.Free();
        }
    }

    private static ScanOutcome.Accepted? Draw(SKCodec codec, bool turn)
    {
        using var srgb = SKColorSpace.CreateSrgb();
        var size = DecodingSize(codec);
        using var source = new SKBitmap();
        if (!source.TryAllocPixels(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul, srgb)))
        {
            return null;
        }

        try
        {
            // a picture cut short decodes to grey below the cut: nobody can check that, so anything but success is refused
            return codec.GetPixels(source.Info, source.GetPixels()) == SKCodecResult.Success
                ? Draw(source, turn ? SKEncodedOrigin.RightTop : codec.EncodedOrigin)
                : null;
        }
        finally
        {
            source.Erase(SKColors.Transparent);
        }
    }

    private static ScanOutcome.Accepted? Draw(SKBitmap source, SKEncodedOrigin origin)
    {
        var lying = origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        var (upWidth, upHeight) = lying ? (source.Height, source.Width) : (source.Width, source.Height);
        var scale = Math.Min(1f, (float)ScanLimits.Edge / Math.Max(upWidth, upHeight));
        var (width, height) = (Math.Max(1, (int)MathF.Round(upWidth * scale)), Math.Max(1, (int)MathF.Round(upHeight * scale)));
        using var sheet = new SKBitmap();

        // no colour space here: Skia would write it into the JPEG as a profile
        if (!sheet.TryAllocPixels(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Premul)))
        {
            return null;
        }

        try
        {
            using (var canvas = new SKCanvas(sheet))
            using (var pixels = source.PeekPixels())
            using (var image = SKImage.FromPixels(pixels))
            {
                canvas.Clear(SKColors.White);
                canvas.Scale((float)width / upWidth, (float)height / upHeight);
                canvas.Concat(Upright(origin, upWidth, upHeight));
                canvas.DrawImage(image, 0, 0, scale < 0.5f ? new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear) : new SKSamplingOptions(SKCubicResampler.Mitchell));
            }

            using var drawn = sheet.PeekPixels();
            using var encoded = drawn.Encode(new SKJpegEncoderOptions(ScanLimits.JpegQuality));
            if (encoded is null)
            {
                return null;
            }

            var jpeg = encoded.ToArray();
            CryptographicOperations.ZeroMemory(MemoryMarshal.CreateSpan(ref MemoryMarshal.GetReference(encoded.AsSpan()), jpeg.Length));
            return new ScanOutcome.Accepted(jpeg, width, height);
        }
        finally
        {
            sheet.Erase(SKColors.Transparent);
        }
    }

    /// <summary>JPEG and WebP can be decoded smaller: the smallest that is still at least as large as what we keep.</summary>
    private static SKSizeI DecodingSize(SKCodec codec)
    {
        var full = codec.Info.Size;
        var wanted = Math.Min(ScanLimits.Edge, Math.Max(full.Width, full.Height));
        for (var eighths = 1; eighths < 8; eighths++)
        {
            var size = codec.GetScaledDimensions(eighths / 8f);
            if (Math.Max(size.Width, size.Height) >= wanted)
            {
                return size;
            }
        }

        return full;
    }

    /// <summary>EXIF orientation (1–8) as a matrix; <paramref name="width"/> and <paramref name="height"/> are those of the upright picture.</summary>
    private static SKMatrix Upright(SKEncodedOrigin origin, int width, int height) => origin switch
    {
        SKEncodedOrigin.TopLeft => SKMatrix.Identity,
        SKEncodedOrigin.TopRight => new(-1, 0, width, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new(-1, 0, width, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new(1, 0, 0, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new(0, -1, width, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new(0, -1, width, -1, 0, height, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new(0, 1, 0, -1, 0, height, 0, 0, 1),
    };
}

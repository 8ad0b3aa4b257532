using SkiaSharp;

namespace SrmBlazor.Shell.Demo;

/// <summary>A picture that anybody sees to be no document: a card with a silhouette, and bars where the text would be. No letters, so no font is needed.</summary>
internal static class DemoScan
{
    private const int Width = 1012;
    private const int Height = 638;

    public static byte[] Draw()
    {
        using var surface = SKSurface.Create(new SKImageInfo(Width, Height));
        var canvas = surface.Canvas;
        using var paint = new SKPaint { IsAntialias = true };
        Fill(new SKColor(0x5B, 0x62, 0x6B), new SKRect(0, 0, Width, Height), 0);
        Fill(new SKColor(0xE8, 0xEE, 0xF4), new SKRect(40, 40, Width - 40, Height - 40), 36);
        Fill(new SKColor(0x2F, 0x5D, 0x8A), new SKRect(40, 40, Width - 40, 130), 36);
        Fill(new SKColor(0xC3, 0xD0, 0xDC), new SKRect(90, 180, 330, 500), 16);
        Fill(new SKColor(0x7D, 0x93, 0xA8), new SKRect(160, 220, 260, 330), 50);
        Fill(new SKColor(0x7D, 0x93, 0xA8), new SKRect(115, 350, 305, 500), 60);
        for (var line = 0; line < 4; line++)
        {
            Fill(new SKColor(0x9A, 0xAB, 0xBB), new SKRect(390, 190 + line * 80, 520, 206 + line * 80), 8);
            Fill(new SKColor(0x3B, 0x4A, 0x59), new SKRect(390, 218 + line * 80, 640 + line % 3 * 90, 240 + line * 80), 8);
        }

        using var image = surface.Snapshot();
        using var jpeg = image.Encode(SKEncodedImageFormat.Jpeg, 85);
        return jpeg.ToArray();

        void Fill(SKColor colour, SKRect place, float corner)
        {
            paint.Color = colour;
            canvas.DrawRoundRect(place, corner, corner, paint);
        }
    }
}

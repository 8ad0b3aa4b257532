using System.Globalization;
using SkiaSharp;

namespace SrmBlazor.Features.PrivacyCenter.Formats;

/// <summary>Text that flows down A4 pages: words wrap, Chinese wraps between any two characters, pages are numbered.</summary>
internal sealed class PdfFlow : IDisposable
{
    private const float Width = 595;
    private const float Height = 842;
    private const float Margin = 50;
    private const string NotFirst = "、。，．：；！？）」』】》〉”’…,.:;!?)]}%";

    private readonly MemoryStream file = new();
    private readonly SKDocument document;
    private readonly Func<int, string> footer;
    private SKCanvas canvas;
    private float y;
    private int pages;

    /// <param name="footer">The foot of a page by its number.</param>
    public PdfFlow(string title, DateTime on, Func<int, string> footer)
    {
        this.footer = footer;
        document = SKDocument.CreatePdf(file, new SKDocumentPdfMetadata { Title = title, Creation = on, Modified = on, Producer = nameof(SrmBlazor), RasterDpi = 150, EncodingQuality = 85 });
        canvas = Begin();
    }

    public void Heading(string text, float size)
    {
        Space(size * 0.9f);
        Need(size * 4);
        Write(text, size, Colours.Heading, 0);
        Space(size * 0.25f);
    }

    public void Text(string text, float size = 10, float indent = 0, bool soft = false) => Write(text, size, soft ? Colours.Soft : Colours.Ink, indent);

    /// <summary>A label, and what it says below it.</summary>
    public void Fact(string label, string text)
    {
        Need(30);
        Write(label, 8.5f, Colours.Soft, 0);
        Write(text, 10, Colours.Ink, 12);
        Space(2);
    }

    public void Rule()
    {
        Space(6);
        using var paint = new SKPaint { Color = Colours.Line, StrokeWidth = 0.7f };
        canvas.DrawLine(Margin, y, Width - Margin, y, paint);
        Space(6);
    }

    public void Picture(byte[] bytes)
    {
        using var image = SKImage.FromEncodedData(bytes);
        if (image is null)
        {
            return;
        }

        var scale = Math.Min(Math.Min((Width - 2 * Margin) / image.Width, 320f / image.Height), 1);
        Need(image.Height * scale + 8);
        canvas.DrawImage(image, SKRect.Create(Margin, y, image.Width * scale, image.Height * scale), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        Space(image.Height * scale + 8);
    }

    public void Space(float points) => y += points;

    public byte[] Finish()
    {
        End();
        document.Close();
        return file.ToArray();
    }

    public void Dispose()
    {
        document.Dispose();
        file.Dispose();
    }

    private void Write(string text, float size, SKColor colour, float indent)
    {
        using var paint = new SKPaint { Color = colour, IsAntialias = true };
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n').SelectMany(paragraph => Lines(paragraph, size, Width - 2 * Margin - indent)))
        {
            Need(size * 1.5f);
            y += size * 1.15f;
            Draw(line, Margin + indent, size, paint);
            y += size * 0.35f;
        }
    }

    private void Draw(string line, float x, float size, SKPaint paint)
    {
        foreach (var (text, typeface) in PdfTypefaces.Runs(line))
        {
            using var font = new SKFont(typeface, size);
            canvas.DrawText(text, x, y, SKTextAlign.Left, font, paint);
            x += font.MeasureText(text);
        }
    }

    private static float Measure(string text, float size) => PdfTypefaces.Runs(text).Sum(run =>
    {
        using var font = new SKFont(run.Typeface, size);
        return font.MeasureText(run.Text);
    });

    private static IEnumerable<string> Lines(string text, float size, float width)
    {
        var (line, used) = ("", 0f);
        foreach (var piece in Pieces(text))
        {
            var wide = Measure(piece, size);
            if (used > 0 && used + Measure(piece.TrimEnd(), size) > width)
            {
                yield return line.TrimEnd();
                (line, used) = ("", 0);
            }

            foreach (var letter in wide > width ? Letters(piece) : [piece])
            {
                var step = wide > width ? Measure(letter, size) : wide;
                if (used > 0 && used + step > width && wide > width)
                {
                    yield return line;
                    (line, used) = ("", 0);
                }

                (line, used) = (line + letter, used + step);
            }
        }

        yield return line.TrimEnd();
    }

    /// <summary>What is not parted: a word with the space after it, or a Chinese character with the sign that may not begin a line.</summary>
    private static IEnumerable<string> Pieces(string text)
    {
        var piece = "";
        foreach (var letter in Letters(text))
        {
            if (piece.Length > 0 && !NotFirst.Contains(letter[0], StringComparison.Ordinal) && (piece[^1] == ' ' && letter != " " || IsIdeograph(piece[^1]) || IsIdeograph(letter[0])))
            {
                yield return piece;
                piece = "";
            }

            piece += letter;
        }

        if (piece.Length > 0)
        {
            yield return piece;
        }
    }

    private static IEnumerable<string> Letters(string text)
    {
        var letters = StringInfo.GetTextElementEnumerator(text);
        while (letters.MoveNext())
        {
            yield return letters.GetTextElement();
        }
    }

    private static bool IsIdeograph(char letter) => letter is >= '\u2E80' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF' or >= '\uFF00' and <= '\uFFEF' || char.IsSurrogate(letter);

    private void Need(float points)
    {
        if (y + points > Height - Margin - 20)
        {
            End();
            canvas = Begin();
        }
    }

    private SKCanvas Begin()
    {
        pages++;
        y = Margin;
        return document.BeginPage(Width, Height);
    }

    private void End()
    {
        using var paint = new SKPaint { Color = Colours.Soft, IsAntialias = true };
        y = Height - Margin + 10;
        Draw(footer(pages), Margin, 8, paint);
        document.EndPage();
    }

    private static class Colours
    {
        public static readonly SKColor Ink = new(0x1B, 0x24, 0x30);
        public static readonly SKColor Soft = new(0x4A, 0x57, 0x67);
        public static readonly SKColor Heading = new(0x1B, 0x54, 0x80);
        public static readonly SKColor Line = new(0xC3, 0xCC, 0xD6);
    }
}

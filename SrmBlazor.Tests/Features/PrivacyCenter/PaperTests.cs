using System.Diagnostics;
using SkiaSharp;
using SrmBlazor.Data;
using SrmBlazor.Features.PrivacyCenter.Formats;
using SrmBlazor.Features.Registration.Activation;
using SrmBlazor.Shared;
using SrmBlazor.Support;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace SrmBlazor.Features.PrivacyCenter;

/// <summary>The paper as another program draws it: where its text says that there are characters, there is ink.</summary>
public sealed class PaperTests : IDisposable
{
    private const int Resolution = 144;
    private const int Pages = 3;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("srm-paper-");

    public void Dispose() => folder.Delete(recursive: true);

    [PopplerTheory]
    [InlineData("en", 0)]
    [InlineData("zh-CN", 300)]
    public async Task Every_character_of_the_first_pages_is_drawn_the_Chinese_ones_too(string language, int chinese)
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var supplier = await Registrant.ActivateAsync(house);
        var package = await Fetched.MakeAsync(house, supplier.Act(house) with { ConfirmedOn = house.Clock.Now() }, language);
        var paper = Path.Combine(folder.FullName, "paper.pdf");
        await File.WriteAllBytesAsync(paper, package[DossierPdf.Name]);

        await DrawAsync(paper);

        using var pdf = PdfDocument.Open(paper);
        var found = 0;
        for (var number = 1; number <= Pages; number++)
        {
            var page = pdf.GetPage(number);
            using var picture = SKBitmap.Decode(Directory.GetFiles(folder.FullName, $"page-*{number}.png").Single());
            var letters = page.Letters.Where(letter => letter.Value.Trim().Length > 0 && letter.PointSize > 4).ToList();
            var bare = letters.Where(letter => InkOf(picture, page, letter) == 0).Select(letter => letter.Value).ToList();
            Assert.True(bare.Count == 0, $"Page {number} has no ink where it says {string.Concat(bare)}.");
            Assert.True(IsWhite(picture.GetPixel(3, 3)));
            found += letters.Count(letter => letter.Value[0] is >= '\u4e00' and <= '\u9fff');
        }

        Assert.True(found >= chinese, $"{found} Chinese characters.");
    }

    private async Task DrawAsync(string paper)
    {
        using var drawing = Process.Start(PopplerTheoryAttribute.Program, ["-r", $"{Resolution}", "-l", $"{Pages}", "-png", paper, Path.Combine(folder.FullName, "page")]);
        await drawing.WaitForExitAsync();
        Assert.Equal(0, drawing.ExitCode);
    }

    /// <summary>Dark pixels between the foot and the head of a character.</summary>
    private static int InkOf(SKBitmap picture, Page page, Letter letter)
    {
        var scale = Resolution / 72.0;
        var (left, right) = ((int)(letter.StartBaseLine.X * scale), (int)Math.Ceiling(letter.EndBaseLine.X * scale));
        var (top, foot) = ((int)((page.Height - letter.StartBaseLine.Y - letter.PointSize) * scale), (int)Math.Ceiling((page.Height - letter.StartBaseLine.Y + letter.PointSize * 0.3) * scale));
        var ink = 0;
        for (var y = Math.Max(0, top); y < Math.Min(picture.Height, foot); y++)
        {
            for (var x = Math.Max(0, left); x < Math.Min(picture.Width, right); x++)
            {
                ink += IsWhite(picture.GetPixel(x, y)) ? 0 : 1;
            }
        }

        return ink;
    }

    private static bool IsWhite(SKColor color) => color.Red > 235 && color.Green > 235 && color.Blue > 235;
}

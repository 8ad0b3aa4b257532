using System.Text;
using SkiaSharp;
using SrmBlazor.Features.Registration.Scans;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Registration.Scans;

public sealed class ScanPictureTests
{
    public static TheoryData<string, byte[]> Honest => new()
    {
        { "jpeg", Pictures.Jpeg() },
        { "png", Pictures.Png() },
        { "webp", Pictures.WebP() },
        { "lossless webp", Pictures.LosslessWebP() },
        { "webp with a canvas", Pictures.WebPClaiming(64, 48, Pictures.WebP()) },
        { "16-bit png", Pictures.SixteenBitPng(64, 48) },
        { "grey jpeg", HandmadeJpeg.Of([90], 8, 6) },
        { "cmyk jpeg", HandmadeJpeg.Of([200, 60, 120, 240], 8, 6) },
        { "progressive jpeg", HandmadeJpeg.Of([90, 128, 128], 8, 6, progressive: true, passes: 10) },
        { "jpeg with a picture behind", Pictures.WithTrailer(Pictures.Jpeg(), Pictures.Jpeg(500, 500)) },
    };

    public static TheoryData<string> ImpostorNames => [.. Impostors.All.Keys];

    public static TheoryData<string, byte[]> Floods => new()
    {
        { "png", Pictures.PngClaiming(60_000, 60_000) },
        { "jpeg", Pictures.JpegClaiming(60_000, 60_000) },
        { "webp", Pictures.WebPClaiming(60_000, 60_000) },
        { "png as long as a number goes", Pictures.PngClaiming(int.MaxValue, int.MaxValue) },
        { "a strip", Pictures.PngClaiming(40_000_001, 1) },
    };

    public static TheoryData<string, byte[]> Damaged
    {
        get
        {
            var png = Pictures.Png();
            var jpeg = Pictures.Jpeg(200, 200);
            var webp = Pictures.WebP(200, 200);
            return new()
            {
                { "jpeg signature only", jpeg[..3] },
                { "jpeg without frame header", jpeg[..Pictures.FrameHeader(jpeg)] },
                { "jpeg cut in half", jpeg[..(jpeg.Length / 2)] },
                { "jpeg of no height", Pictures.JpegClaiming(16, 0) },
                { "jpeg with two frame headers", [.. jpeg[..2], .. Pictures.JpegClaiming(60_000, 60_000)[2..^2], .. jpeg[2..]] },
                { "jpeg with thousands of passes", HandmadeJpeg.Of([90], progressive: true, passes: 5_000) },
                { "png signature only", png[..8] },
                { "png cut in its header", png[..30] },
                { "png cut in half", png[..(png.Length / 2)] },
                { "png of negative size", Pictures.PngClaiming(-1, 10) },
                { "png without pixels", Pictures.PngClaiming(10, 10) },
                { "webp cut in its header", webp[..25] },
                { "webp cut in half", webp[..(webp.Length / 2)] },
                { "webp whose canvas is smaller than its picture", Pictures.WebPClaiming(10, 10, webp) },
            };
        }
    }

    [Theory, MemberData(nameof(Honest))]
    public void An_honest_picture_becomes_a_bare_jpeg_of_the_same_size(string name, byte[] file)
    {
        var picture = Accept(file);

        Assert.True((picture.Width, picture.Height) == (64, 48), name);
        using var decoded = SKBitmap.Decode(picture.Jpeg);
        Assert.Equal((64, 48), (decoded.Width, decoded.Height));
        AssertBare(picture.Jpeg);
    }

    [Theory, MemberData(nameof(ImpostorNames))]
    public void What_is_no_jpeg_png_or_webp_is_refused_by_its_content(string name) =>
        Assert.Equal(ScanFault.Type, Refuse(Impostors.All[name]));

    [Fact]
    public void A_pdf_is_told_apart_so_that_the_person_gets_advice() =>
        Assert.Equal(ScanFault.Pdf, Refuse(Impostors.Pdf));

    [Fact]
    public void Nothing_at_all_is_empty() => Assert.Equal(ScanFault.Empty, Refuse([]));

    [Theory, MemberData(nameof(Floods))]
    public void A_header_that_claims_too_many_pixels_is_refused_before_any_room_is_made(string name, byte[] file)
    {
        Refuse(file);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var fault = Refuse(file);

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(fault == ScanFault.Pixels, name);
        Assert.InRange(allocated, 0, 1_000);
    }

    [Theory, MemberData(nameof(Damaged))]
    public void A_damaged_picture_is_unreadable(string name, byte[] file)
    {
        var fault = Refuse(file);

        Assert.True(fault == ScanFault.Unreadable, $"{name}: {fault}");
    }

    [Fact]
    [Promise("P-1.1.1-X3")]
    public void Place_camera_comment_and_what_hangs_behind_a_jpeg_are_gone()
    {
        var file = Pictures.WithTrailer(Pictures.WithExif(Pictures.Jpeg(), 1), Encoding.ASCII.GetBytes(Pictures.Eicar));

        var picture = Accept(file);

        AssertBare(picture.Jpeg);
    }

    [Fact]
    [Promise("P-1.1.1-X3")]
    public void Texts_inside_and_behind_a_png_are_gone()
    {
        var secret = Encoding.UTF8.GetBytes(Pictures.Secret);
        var png = Pictures.WithChunks(Pictures.Png(), ("tEXt", [.. "Comment\0"u8, .. secret]), ("iTXt", [.. "XML:com.adobe.xmp\0\0\0\0\0"u8, .. secret]));

        var picture = Accept(Pictures.WithTrailer(png, Encoding.ASCII.GetBytes(Pictures.Eicar)));

        AssertBare(picture.Jpeg);
    }

    // where the corners of the stored picture (red, green / blue, black) belong, for EXIF orientation 1 to 8
    [Theory]
    [InlineData(1, "RGBK")]
    [InlineData(2, "GRKB")]
    [InlineData(3, "KBGR")]
    [InlineData(4, "BKRG")]
    [InlineData(5, "RBGK")]
    [InlineData(6, "BRKG")]
    [InlineData(7, "KGBR")]
    [InlineData(8, "GKRB")]
    public void A_picture_is_set_upright_as_its_camera_noted(int orientation, string corners)
    {
        var picture = Accept(Pictures.WithExif(Pictures.Jpeg(96, 64), orientation));

        Assert.Equal(orientation < 5 ? (96, 64) : (64, 96), (picture.Width, picture.Height));
        Assert.Equal(corners, Corners(picture.Jpeg));
    }

    [Fact]
    public void A_turn_goes_clockwise_and_four_turns_come_home()
    {
        var upright = Accept(Pictures.Jpeg(96, 64)).Jpeg;

        var turned = Turn(upright);
        var home = Turn(Turn(Turn(turned.Jpeg).Jpeg).Jpeg);

        Assert.Equal((64, 96), (turned.Width, turned.Height));
        Assert.Equal("BRKG", Corners(turned.Jpeg));
        Assert.Equal("RGBK", Corners(home.Jpeg));
        AssertBare(turned.Jpeg);
    }

    [Theory]
    [InlineData(5_000, 250, 2_400, 120)]
    [InlineData(250, 5_000, 120, 2_400)]
    [InlineData(2_401, 100, 2_400, 100)]
    [InlineData(2_400, 10, 2_400, 10)]
    public void The_longest_edge_is_brought_down_to_what_is_needed(int width, int height, int keptWidth, int keptHeight)
    {
        foreach (var file in new[] { Pictures.Jpeg(width, height), Pictures.Png(width, height), Pictures.WebP(width, height) })
        {
            var picture = Accept(file);

            Assert.Equal((keptWidth, keptHeight), (picture.Width, picture.Height));
            Assert.Equal("RGBK", Corners(picture.Jpeg));
        }
    }

    [Fact]
    public void A_strip_keeps_at_least_one_pixel_of_height()
    {
        var picture = Accept(Pictures.Png(10_000, 1));

        Assert.Equal((2_400, 1), (picture.Width, picture.Height));
    }

    [Fact]
    public void What_is_transparent_becomes_white()
    {
        var picture = Accept(Pictures.TransparentPng());

        using var decoded = SKBitmap.Decode(picture.Jpeg);
        Assert.Equal(SKColors.White, decoded.GetPixel(20, 20));
    }

    [Fact]
    public void No_mutation_of_a_good_file_does_more_than_get_an_answer()
    {
        byte[][] seeds =
        [
            Pictures.WithExif(Pictures.Jpeg(), 6), Pictures.Png(), Pictures.WebP(), Pictures.LosslessWebP(), Pictures.SixteenBitPng(32, 32),
            Pictures.WebPClaiming(64, 48, Pictures.WebP()), HandmadeJpeg.Of([1, 2, 3, 4]), HandmadeJpeg.Of([9, 9, 9], progressive: true, passes: 3),
        ];
        var chance = new Random(20_240_501);
        var answers = new Dictionary<string, int>(StringComparer.Ordinal);

        for (var round = 0; round < 2_000; round++)
        {
            var outcome = ScanPicture.Redraw(Mutated(seeds[round % seeds.Length], chance));
            var answer = outcome is ScanOutcome.Refused refused ? refused.Fault.ToString() : "Accepted";
            answers[answer] = answers.GetValueOrDefault(answer) + 1;
        }

        Assert.Equal(2_000, answers.Values.Sum());
        Assert.Superset(new HashSet<string>(StringComparer.Ordinal) { "Accepted", nameof(ScanFault.Unreadable), nameof(ScanFault.Type) }, answers.Keys.ToHashSet(StringComparer.Ordinal));
    }

    private static byte[] Mutated(byte[] seed, Random chance)
    {
        var file = seed.ToArray();
        for (var change = chance.Next(1, 6); change > 0; change--)
        {
            // half of the changes hit the headers, where sizes and lengths stand
            var at = chance.Next(2) == 0 ? chance.Next(Math.Min(64, file.Length)) : chance.Next(file.Length);
            file = chance.Next(4) switch
            {
                0 => file[..Math.Max(1, at)],
                1 => [.. file[..at], .. file[chance.Next(file.Length)..]],
                _ => [.. file[..at], (byte)chance.Next(256), .. file[(at + 1)..]],
            };
        }

        return file;
    }

    private static ScanOutcome.Accepted Accept(byte[] file) => Assert.IsType<ScanOutcome.Accepted>(ScanPicture.Redraw(file));

    private static ScanOutcome.Accepted Turn(byte[] jpeg) => Assert.IsType<ScanOutcome.Accepted>(ScanPicture.Redraw(jpeg, turn: true));

    private static ScanFault Refuse(byte[] file) => Assert.IsType<ScanOutcome.Refused>(ScanPicture.Redraw(file)).Fault;

    /// <summary>JFIF's own marker is all there is beside the picture; and it ends where a JPEG ends.</summary>
    private static void AssertBare(byte[] jpeg)
    {
        var extra = Pictures.Segments(jpeg).Where(s => s.Marker is >= 0xE0 and <= 0xEF or 0xFE).Select(s => s.Marker);
        Assert.Equal([0xE0], extra);
        var text = Encoding.Latin1.GetString(jpeg);
        Assert.EndsWith("\u00FF\u00D9", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Pictures.Secret, text, StringComparison.Ordinal);
        Assert.DoesNotContain(Pictures.Eicar, text, StringComparison.Ordinal);
    }

    private static string Corners(byte[] jpeg)
    {
        using var picture = SKBitmap.Decode(jpeg);
        var (w, h) = (picture.Width, picture.Height);
        return string.Concat(new[] { (1, 1), (3, 1), (1, 3), (3, 3) }.Select(p => picture.GetPixel(w * p.Item1 / 4, h * p.Item2 / 4) switch
        {
            { Red: > 200, Green: < 60, Blue: < 60 } => 'R',
            { Red: < 60, Green: > 200, Blue: < 60 } => 'G',
            { Red: < 60, Green: < 60, Blue: > 200 } => 'B',
            { Red: < 60, Green: < 60, Blue: < 60 } => 'K',
            _ => '?',
        }));
    }
}

using System.Globalization;

namespace SrmBlazor.Shell;

public sealed class ColourTests
{
    public static TheoryData<bool> LightAndDark() => [false, true];

    [Theory]
    [MemberData(nameof(LightAndDark))]
    public void Text_stands_out_from_every_ground_it_is_written_on(bool dark)
    {
        var c = dark ? Colours.Dark : Colours.Light;

        foreach (var ground in (string[])[c.Page, c.Surface, c.Sunk, c.PrimarySoft, c.DangerSoft, c.SuccessSoft, c.WarningSoft])
            Assert.True(Contrast(c.Text, ground) >= 7, $"text on {ground}");
        foreach (var (text, ground) in new[]
        {
            (c.Soft, c.Page), (c.Soft, c.Surface), (c.Soft, c.Sunk), (c.Primary, c.Page), (c.Primary, c.Surface), (c.Primary, c.Sunk), (c.Primary, c.PrimarySoft),
            (c.OnPrimary, c.Primary), (c.OnPrimary, c.PrimaryStrong), (c.OnDanger, c.Danger), (c.Danger, c.Page), (c.Danger, c.Surface), (c.Danger, c.DangerSoft),
            (c.Success, c.SuccessSoft), (c.Success, c.Surface), (c.Warning, c.WarningSoft), (c.Warning, c.Surface),
        })
            Assert.True(Contrast(text, ground) >= 4.5, $"{text} on {ground}: {Contrast(text, ground):0.00}");
    }

    [Theory]
    [MemberData(nameof(LightAndDark))]
    public void Borders_of_controls_and_the_focus_ring_can_be_seen(bool dark)
    {
        var c = dark ? Colours.Dark : Colours.Light;

        foreach (var line in (string[])[c.Line, c.Focus])
            foreach (var ground in (string[])[c.Page, c.Surface, c.Sunk])
                Assert.True(Contrast(line, ground) >= 3, $"{line} on {ground}: {Contrast(line, ground):0.00}");
    }

    // relative luminance and contrast ratio as WCAG 2.2 defines them
    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour) => (0.2126 * Channel(colour, 1)) + (0.7152 * Channel(colour, 3)) + (0.0722 * Channel(colour, 5));

    private static double Channel(string colour, int at)
    {
        var value = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255d;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}

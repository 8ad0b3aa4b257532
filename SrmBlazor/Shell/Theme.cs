using System.Text;
using MudBlazor;

namespace SrmBlazor.Shell;

/// <summary>The one source of colours: MudBlazor's theme and the custom properties of <c>app.css</c> are both made here.</summary>
public static class Theme
{
    private static readonly string[] Fonts =
        ["system-ui", "-apple-system", "Segoe UI", "Roboto", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "sans-serif"];

    /// <summary>Light, dark by cookie, and dark by the system's wish where no cookie decides: nothing flashes, no script is needed.</summary>
    public static string Css { get; } = new StringBuilder()
        .Append(":root{color-scheme:light;").Append(Properties(Colours.Light)).Append('}')
        .Append(":root[data-theme=dark]{color-scheme:dark;").Append(Properties(Colours.Dark)).Append('}')
        .Append("@media screen and (prefers-color-scheme:dark){:root:not([data-theme]){color-scheme:dark;").Append(Properties(Colours.Dark)).Append("}}")
        .ToString();

    public static MudTheme Mud { get; } = Make(new PaletteLight(), Colours.Light, new PaletteDark(), Colours.Dark);

    /// <summary>The dark colours in the light palette's place, for a page that must carry both (see <see cref="MudColours"/>).</summary>
    public static MudTheme MudDark { get; } = Make(new PaletteLight(), Colours.Dark, new PaletteDark(), Colours.Dark);

    private static MudTheme Make(PaletteLight light, Colours ofLight, PaletteDark dark, Colours ofDark)
    {
        Paint(light, ofLight);
        Paint(dark, ofDark);
        return new MudTheme
        {
            PaletteLight = light,
            PaletteDark = dark,
            LayoutProperties = new LayoutProperties { DefaultBorderRadius = "6px" },
            Typography = new Typography
            {
                Default = new DefaultTypography { FontFamily = Fonts, FontSize = "1rem", LetterSpacing = "normal" },
                Button = new ButtonTypography { FontFamily = Fonts, TextTransform = "none", FontWeight = "600", FontSize = ".9375rem", LetterSpacing = "normal" },
                Body2 = new Body2Typography { FontFamily = Fonts, FontSize = ".9375rem", LetterSpacing = "normal" },
            },
        };
    }

    private static void Paint(Palette palette, Colours colours)
    {
        (palette.Primary, palette.PrimaryContrastText, palette.PrimaryDarken, palette.PrimaryLighten) =
            (colours.Primary, colours.OnPrimary, colours.PrimaryStrong, colours.Primary);
        (palette.Secondary, palette.SecondaryContrastText) = (colours.Soft, colours.Surface);
        (palette.Tertiary, palette.TertiaryContrastText) = (colours.Success, colours.Surface);
        (palette.Info, palette.InfoContrastText) = (colours.Primary, colours.OnPrimary);
        (palette.Success, palette.SuccessContrastText) = (colours.Success, colours.Surface);
        (palette.Warning, palette.WarningContrastText) = (colours.Warning, colours.Surface);
        (palette.Error, palette.ErrorContrastText) = (colours.Danger, colours.OnDanger);
        (palette.Dark, palette.DarkContrastText) = (colours.Text, colours.Surface);
        (palette.TextPrimary, palette.TextSecondary, palette.TextDisabled) = (colours.Text, colours.Soft, colours.Soft);
        (palette.ActionDefault, palette.ActionDisabled, palette.ActionDisabledBackground) = (colours.Soft, colours.Soft, colours.Sunk);
        (palette.Background, palette.BackgroundGray, palette.Surface) = (colours.Page, colours.Sunk, colours.Surface);
        (palette.AppbarBackground, palette.AppbarText) = (colours.Surface, colours.Text);
        (palette.DrawerBackground, palette.DrawerText, palette.DrawerIcon) = (colours.Surface, colours.Text, colours.Soft);
        (palette.LinesInputs, palette.LinesDefault, palette.TableLines) = (colours.Line, colours.Hair, colours.Hair);
        (palette.Divider, palette.DividerLight) = (colours.Hair, colours.Hair);
        (palette.TableHover, palette.TableStriped, palette.Skeleton) = (colours.Sunk, colours.Page, colours.Sunk);
        (palette.GrayDefault, palette.GrayLight, palette.GrayLighter) = (colours.Soft, colours.Line, colours.Hair);
        (palette.GrayDark, palette.GrayDarker) = (colours.Soft, colours.Text);
    }

    private static string Properties(Colours colours)
    {
        var css = new StringBuilder();
        foreach (var (name, value) in colours.Named())
            css.Append("--").Append(name).Append(':').Append(value).Append(';');
        return css.Append("--chevron:").Append(Drawing("M3 6l5 5 5-5", colours.Soft)).Append(";--tick:").Append(Drawing("M3 8.5l3.5 3.5L13 4.5", colours.Success)).ToString();
    }

    private static string Drawing(string path, string colour) =>
        $"url(\"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cpath d='{path}' fill='none' stroke='%23{colour[1..]}' stroke-width='2' stroke-linecap='round' stroke-linejoin='round'/%3E%3C/svg%3E\")";
}

using System.Text;
using MudBlazor;

namespace SrmBlazor.Shell;

/// <summary>
/// MudBlazor's theme provider for somebody who chose no theme: it writes the light colours and, for systems that ask for dark, the dark ones
/// after them. The provider itself knows only one of the two and would ask the browser after the first paint, which flashes.
/// </summary>
public sealed class MudColours : MudThemeProvider
{
    protected override void GenerateTheme(StringBuilder themeStringBuilder)
    {
        base.GenerateTheme(themeStringBuilder);
        if (!FollowSystem)
            return;
        themeStringBuilder.Append("}@media screen and (prefers-color-scheme:dark){:root{");
        Theme = Shell.Theme.MudDark;
        base.GenerateTheme(themeStringBuilder);
        Theme = Shell.Theme.Mud;
        themeStringBuilder.Append('}');
    }

    [Microsoft.AspNetCore.Components.Parameter]
    public bool FollowSystem { get; set; }
}

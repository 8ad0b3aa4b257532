using Microsoft.AspNetCore.Components.Forms;

namespace SrmBlazor.Support;

/// <summary>Of a page that no request came for.</summary>
public sealed class NoToken : AntiforgeryStateProvider
{
    public override AntiforgeryRequestToken? GetAntiforgeryToken() => null;
}

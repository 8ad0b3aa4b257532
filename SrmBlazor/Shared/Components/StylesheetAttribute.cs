namespace SrmBlazor.Shared.Components;

/// <summary>
/// A sheet of a page that is only ever loaded as a whole document, which links it. <c>HeadContent</c> is for pages that the router moves between:
/// its parts cost a circuit 7 KiB.
/// </summary>
/// <param name="path">From the web root.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class StylesheetAttribute(string path) : Attribute
{
    public string Path => path;
}

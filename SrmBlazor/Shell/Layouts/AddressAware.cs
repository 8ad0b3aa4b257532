using Microsoft.AspNetCore.Components;

namespace SrmBlazor.Shell.Layouts;

/// <summary>A part of the frame whose links name the page it stands on. When the router moves on within a circuit, frame.js keeps them right.</summary>
public abstract class AddressAware : ComponentBase
{
    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter] protected Visitor? Visitor { get; set; }

    /// <summary>Path and query as they stand in the browser's address bar.</summary>
    protected string Here => Visitor?.ShownInPlaceOf ?? new Uri(Navigation.Uri).PathAndQuery;

    protected string Back => Uri.EscapeDataString(Here);
}

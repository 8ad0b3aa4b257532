using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace SrmBlazor.Shell.Layouts;

/// <summary>A part of the frame whose links name the page it stands on, also after the router moved on within a circuit.</summary>
public abstract class AddressAware : ComponentBase, IDisposable
{
    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter] protected Visitor? Visitor { get; set; }

    /// <summary>Path and query as they stand in the browser's address bar.</summary>
    protected string Here => Visitor?.ShownInPlaceOf ?? new Uri(Navigation.Uri).PathAndQuery;

    protected string Back => Uri.EscapeDataString(Here);

    protected override void OnInitialized() => Navigation.LocationChanged += Moved;

    private void Moved(object? sender, LocationChangedEventArgs e) => _ = InvokeAsync(StateHasChanged);

    public void Dispose()
    {
        Navigation.LocationChanged -= Moved;
        GC.SuppressFinalize(this);
    }
}

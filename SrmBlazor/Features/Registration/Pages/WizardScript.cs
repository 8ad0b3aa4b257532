using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace SrmBlazor.Features.Registration.Pages;

/// <summary>The page's few lines of script: focus by link, saving before a link leaves the circuit, the browser's time zone.</summary>
/// <param name="save">Saves what is unsaved; called by the browser before it follows such a link.</param>
internal sealed class WizardScript(IJSRuntime js, Func<Task<bool>> save) : IAsyncDisposable
{
    private DotNetObjectReference<WizardScript>? self;
    private IJSObjectReference? module;
    private IJSObjectReference? page;

    /// <returns>The browser's time zone; kept by this page alone, to show when something was saved.</returns>
    public async Task<TimeZoneInfo> StartAsync(string path)
    {
        self = DotNetObjectReference.Create(this);
        module = await js.InvokeAsync<IJSObjectReference>("import", path);
        page = await module.InvokeAsync<IJSObjectReference>("start", self);
        var name = await module.InvokeAsync<string?>("timeZone");
        return TimeZoneInfo.TryFindSystemTimeZoneById(name ?? "", out var zone) ? zone : TimeZoneInfo.Utc;
    }

    /// <summary>Focuses the heading, or the field named, unless somebody is in a field already.</summary>
    public ValueTask ArriveAsync(ElementReference heading, string? field) => module?.InvokeVoidAsync("arrive", heading, field) ?? ValueTask.CompletedTask;

    [JSInvokable]
    public Task<bool> SaveAsync() => save();

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (page is not null && module is not null)
            {
                await page.InvokeVoidAsync("stop");
                await page.DisposeAsync();
                await module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // the page is gone, and its listeners with it
        }

        self?.Dispose();
    }
}

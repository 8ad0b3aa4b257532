using Microsoft.AspNetCore.Components;

namespace SrmBlazor.Features.Registration.Steps;

/// <summary>A step that asks other questions once certain answers change, and renders only then.</summary>
public abstract class ChangingStep : ComponentBase, IDisposable
{
    [CascadingParameter] protected DraftEditor Editor { get; set; } = default!;

    protected override void OnInitialized()
    {
        Editor.Answered += Consider;
        Editor.Refreshed += Consider;
    }

    protected abstract bool Changes(Item item);

    public void Dispose()
    {
        Editor.Answered -= Consider;
        Editor.Refreshed -= Consider;
        GC.SuppressFinalize(this);
    }

    private void Consider(Item item)
    {
        if (Changes(item))
        {
            StateHasChanged();
        }
    }
}

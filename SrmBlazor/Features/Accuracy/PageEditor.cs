using SrmBlazor.Features.Registration;
using SrmBlazor.Features.Registration.Steps;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Accuracy;

/// <summary>The wizard's editor over what is held. Nothing is stored before it is sent: the page alone keeps what is typed.</summary>
internal static class PageEditor
{
    public static DraftEditor Of(LoadedDraft current, TimeProvider clock, Func<Func<Task>, Task> dispatch)
    {
        var kept = current.Answers;
        return new DraftEditor(current, (changes, version) => Task.FromResult<DraftSave>(new DraftSave.Saved(
            kept = changes.Aggregate(kept, (answers, change) => answers.With(change.Item, change.Value)), version + 1, clock.Now())), clock, dispatch);
    }
}

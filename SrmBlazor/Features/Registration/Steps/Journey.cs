using SrmBlazor.Features.Consents;
using SrmBlazor.Features.Registration.Scans;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Registration.Steps;

/// <summary>One person's way through the steps on one open page: the answers being edited, and what lies beside them.</summary>
public sealed class Journey : IAsyncDisposable
{
    private readonly JourneyDesk desk;
    private readonly DraftKey key;
    private readonly IReadOnlyList<IDisposable> subscriptions;
    private bool leaving;

    private Journey(JourneyDesk desk, DraftKey key, LoadedDraft draft, KeptScan? scan, Func<Func<Task>, Task> dispatch)
    {
        (this.desk, this.key, Scan) = (desk, key, scan);
        (ExpiresOn, HasConsented) = (draft.ExpiresOn, draft.Sensitive == true);
        Editor = new DraftEditor(draft, (changes, version) => desk.Drafts.SaveAsync(key, changes, version, Editor!.LastStored), desk.Clock, dispatch);
        subscriptions =
        [
            desk.Changes.Subscribe(Topics.Person(draft.Person), () => _ = dispatch(FollowAsync)),
            desk.Changes.Subscribe(Topics.Policy, () => _ = dispatch(FollowPolicyAsync)),
        ];
    }

    public DraftEditor Editor { get; }

    /// <summary>The separate consent to ID number and scan was given.</summary>
    public bool HasConsented { get; private set; }

    /// <summary>Another number when the separate consent is asked with another notice than before.</summary>
    public int Asking { get; private set; }

    public KeptScan? Scan { get; set; }

    public DateTime ExpiresOn { get; }

    public bool IsGone => Editor.State == SaveState.Gone;

    /// <returns>Null where the key opens no draft.</returns>
    public static async Task<Journey?> OpenAsync(JourneyDesk desk, DraftKey? key, Func<Func<Task>, Task> dispatch)
    {
        if (key is null || await desk.Drafts.LoadAsync(key) is not { } draft)
        {
            return null;
        }

        return new Journey(desk, key, draft, await ScanAsync(desk, key, draft), dispatch);
    }

    private static async Task<KeptScan?> ScanAsync(JourneyDesk desk, DraftKey key, LoadedDraft draft)
    {
        var scan = draft.HasScan && await desk.Scans.ShowAsync(new ScanOwner.OfDraft(key)) is { } jpeg ? PictureHeader.Read(FileKind.Jpeg, jpeg) ?? new PictureHeader(0, 0) : null;
        return scan is null ? null : new KeptScan(scan.Width, scan.Height);
    }

    /// <summary>What stands in the way of Continue; at the review, of submitting.</summary>
    public IReadOnlyList<Fault> Check(Step step) =>
        step == Step.Review ? desk.Rules.CheckAll(Editor.Answers, HasConsented, Scan is not null) : desk.Rules.Check(step, Editor.Answers, HasConsented, Scan is not null);

    /// <summary>The steps that need nothing more; one of optional questions alone counts once something was answered.</summary>
    public IReadOnlyList<Step> Done() =>
        [.. Step.All.Where(step => step.Items.Any(item => !string.IsNullOrEmpty(Editor.Answers[item])) && Check(step).Count == 0)];

    /// <summary>The notice about ID number and scan; null when the draft is not this page's any more.</summary>
    public Task<Notice?> ShowSensitiveAsync(string language) => desk.Sensitive.ShowAsync(key, language);

    /// <returns>False when the draft is not this page's any more: nothing was decided, and the page is told.</returns>
    public async Task<bool> DecideAsync(bool agreed)
    {
        await Editor.FlushAsync();
        leaving = !agreed;
        var decided = Told(await desk.Sensitive.DecideAsync(key, agreed));
        HasConsented = false;
        if (decided && agreed && await desk.Drafts.LoadAsync(key) is { } draft)
        {
            await AdoptAsync(draft);
        }

        if (agreed && !HasConsented)
        {
            // the notice was no longer the one of now
            Asking++;
        }

        return decided;
    }

    public async Task<SubmitResult> SubmitAsync()
    {
        leaving = true;
        var result = await desk.Submissions.SubmitAsync(key);
        leaving = result is not SubmitResult.Incomplete;
        return result;
    }

    /// <summary>What is answered shows a child, and it is right: the guardian is asked.</summary>
    public async Task<bool> FreezeAsync()
    {
        leaving = await Editor.FlushAsync();
        return leaving = leaving && await desk.Freezing.FreezeAsync(key);
    }

    /// <summary>Something that was answered shows a child.</summary>
    public bool ShowsChild => desk.Rules.ShowsChild(Editor.Answers);

    /// <summary>The guardian answers for a child.</summary>
    public bool IsChild => Editor.Answers.AgeBand == nameof(AgeBand.Child);

    /// <summary>The link goes to the mailbox as saved, so it is saved first.</summary>
    public async Task<bool> MailResumeLinkAsync() => await Editor.FlushAsync() && await desk.Resumptions.MailLinkAsync(key);

    /// <inheritdoc cref="DecideAsync"/>
    public async Task<bool> DiscardAsync()
    {
        leaving = true;
        return Told(await desk.Drafts.DiscardAsync(key));
    }

    public ValueTask DisposeAsync()
    {
        foreach (var subscription in subscriptions)
        {
            subscription.Dispose();
        }

        return Editor.DisposeAsync();
    }

    /// <summary>Another device took the draft over, or another tab sent or dropped it: this page is told at once. What it does itself it knows.</summary>
    private async Task FollowAsync()
    {
        if (leaving || IsGone)
        {
            return;
        }

        var draft = await desk.Drafts.LoadAsync(key);
        Told(draft is not null || leaving);
        if (draft is not null && draft.Sensitive == true != HasConsented)
        {
            await AdoptAsync(draft);
            Editor.StateChanged?.Invoke();
        }
    }

    /// <summary>A version of the policy was published: it may ask again what was answered, and what is asked stands in another notice.</summary>
    private async Task FollowPolicyAsync()
    {
        await FollowAsync();
        if (!HasConsented && !leaving && !IsGone)
        {
            Asking++;
            Editor.StateChanged?.Invoke();
        }
    }

    /// <summary>The guardian decided meanwhile, or another window, or what was agreed to has changed.</summary>
    private async Task AdoptAsync(LoadedDraft draft)
    {
        HasConsented = draft.Sensitive == true;
        if (HasConsented)
        {
            Scan ??= await ScanAsync(desk, key, draft);
            Editor.Permit();
        }
    }

    private bool Told(bool found)
    {
        if (!found)
        {
            Editor.Lose();
        }

        return found;
    }
}

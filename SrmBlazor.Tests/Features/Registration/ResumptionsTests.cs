using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Registration.Activation;
using SrmBlazor.Features.Registration.Steps;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Registration;

public sealed class ResumptionsTests
{
    [Theory, BothProviders]
    public async Task A_link_is_mailed_to_the_drafts_own_mailbox_once_a_minute(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var registrant = await Registrant.TypeAsync(house);

        var mailed = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => house.Get<Resumptions>().MailLinkAsync(registrant.Key))));
        house.Clock.Advance(TimeSpan.FromSeconds(60));
        var later = await house.Get<Resumptions>().MailLinkAsync(registrant.Key);

        Assert.Single(mailed, was => was);
        Assert.True(later);
        var letters = await Letterbox.OfAsync(house, registrant.Person);
        Assert.Equal([Registrant.Mailbox, Registrant.Mailbox], letters.Select(letter => letter.To));
        Assert.IsType<LinkState.Superseded>(await house.Get<Resumptions>().PeekAsync(letters[0].Token));
        Assert.IsType<LinkState.Good>(await house.Get<Resumptions>().PeekAsync(letters[1].Token));
    }

    [Theory, BothProviders]
    public async Task Without_a_usable_mailbox_or_the_drafts_key_no_link_is_mailed(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var registrant = await Registrant.BeginAsync(house);
        await registrant.SaveAsync(house, (Item.Mailbox, "li.lei@"));
        var whole = await Registrant.TypeAsync(house);

        Assert.False(await house.Get<Resumptions>().MailLinkAsync(registrant.Key));
        Assert.False(await house.Get<Resumptions>().MailLinkAsync(DraftKey.Create().Key));

        Assert.Empty(await Letterbox.OfAsync(house, registrant.Person));
        Assert.Empty(await Letterbox.OfAsync(house, whole.Person));
    }

    [Theory, BothProviders]
    public async Task The_mailed_link_opens_all_of_the_draft_on_another_device(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var registrant = await Registrant.TypeAsync(house);
        await house.Get<Resumptions>().MailLinkAsync(registrant.Key);

        var secret = await house.Get<Resumptions>().ResumeAsync((await Letterbox.OfAsync(house, registrant.Person))[0].Token);

        var there = registrant with { Key = DraftKey.Of(secret)! };
        Assert.Equal(Registrant.Everything, (await there.LoadAsync(house))!.Answers);
        Assert.NotNull(await house.Get<ScanStore>().ShowAsync(new ScanOwner.OfDraft(there.Key)));
        Assert.IsType<SubmitResult.Submitted>(await house.Get<Submissions>().SubmitAsync(there.Key));
    }

    [Theory, BothProviders]
    public async Task The_key_left_behind_opens_and_changes_nothing(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var registrant = await Registrant.TypeAsync(house);
        var secret = await house.Get<Resumptions>().ResumeAsync(await registrant.LinkAsync(house, LinkKind.ResumeDraft));
        var there = registrant with { Key = DraftKey.Of(secret)! };
        var before = await there.LoadAsync(house);
        var scan = new ScanOwner.OfDraft(registrant.Key);

        Assert.IsType<DraftSave.Gone>(await registrant.SaveAsync(house, (Item.City, "Wuhan")));
        Assert.IsType<SubmitResult.Gone>(await house.Get<Submissions>().SubmitAsync(registrant.Key));
        Assert.False(await house.Get<Drafts>().DiscardAsync(registrant.Key));
        Assert.False(await house.Get<Resumptions>().MailLinkAsync(registrant.Key));
        Assert.Null(await house.Get<ScanStore>().ShowAsync(scan));
        Assert.False(await house.Get<ScanStore>().RemoveAsync(scan));

        Assert.Equal(before, await there.LoadAsync(house));
    }

    [Theory, BothProviders]
    public async Task The_page_left_behind_is_told_at_once_and_keeps_what_was_typed_in_sight(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var registrant = await Registrant.TypeAsync(house);
        await using var page = await Journey.OpenAsync(house.Get<JourneyDesk>(), registrant.Key, work => work());
        var told = new TaskCompletionSource();
        page!.Editor.Set(Item.City, "Wuhan");
        page.Editor.StateChanged = () =>
        {
            if (page.IsGone)
            {
                told.TrySetResult();
            }
        };

        await house.Get<Resumptions>().ResumeAsync(await registrant.LinkAsync(house, LinkKind.ResumeDraft));
        await told.Task.WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal("Wuhan", page.Editor.Answers.City);
        Assert.False(await page.Editor.FlushAsync());
    }

    [Theory, BothProviders]
    public async Task A_page_left_behind_neither_decides_nor_drops_anything_and_says_so(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var registrant = await Registrant.TypeAsync(house);
        Func<Journey, Task>[] acts = [page => page.DecideAsync(agreed: true), page => page.DecideAsync(agreed: false), page => page.DiscardAsync()];
        var pages = await Task.WhenAll(acts.Select(_ => Journey.OpenAsync(house.Get<JourneyDesk>(), registrant.Key, work => work())));
        var secret = await house.Get<Resumptions>().ResumeAsync(await registrant.LinkAsync(house, LinkKind.ResumeDraft));

        foreach (var (act, page) in acts.Zip(pages))
        {
            await act(page!);

            Assert.True(page!.IsGone);
        }

        Assert.True((await house.Get<Drafts>().LoadAsync(DraftKey.Of(secret)!))!.Sensitive);
    }

    [Theory, BothProviders]
    public async Task A_link_to_a_draft_that_was_sent_or_dropped_opens_nothing(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var sent = await Registrant.SubmitAsync(house);
        var dropped = await Registrant.TypeAsync(house);
        await house.Get<Drafts>().DiscardAsync(dropped.Key);

        Assert.Null(await house.Get<Resumptions>().ResumeAsync(await sent.LinkAsync(house, LinkKind.ResumeDraft)));
        Assert.Null(await house.Get<Resumptions>().ResumeAsync(await dropped.LinkAsync(house, LinkKind.ResumeDraft)));
        Assert.Null(await house.Get<Resumptions>().ResumeAsync(await sent.LinkAsync(house)));
        Assert.IsType<SubmitResult.Submitted>(await house.Get<Submissions>().SubmitAsync(sent.Key));
    }
}

using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Notifications;
using SrmBlazor.Features.Policies;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.Registration.Activation;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.PolicyNews;

public sealed class PolicyNewsTests
{
    public static TheoryData<MajorKinds> Kinds { get; } = [.. Enum.GetValues<MajorKinds>()];

    [Promise("P-9-02", "P-9-08", "P-9-09")]
    [Theory, MemberData(nameof(Kinds))]
    public async Task Each_major_kind_is_announced_mailed_and_asked_again_and_a_minor_one_only_shown(MajorKinds kind)
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var supplier = await Registrant.ActivateAsync(house);
        var draft = await Registrant.TypeAsync(house, Registrant.Everything with { Mailbox = "other@qvarnstroem.test" });
        var isMajor = kind != MajorKinds.None;

        var version = await PolicyStaff.Of(house).PublishNewAsync(kind);
        await house.Get<PolicyMails>().SendAsync(default);

        var news = await house.Get<PolicyNotices>().OutstandingAsync(supplier.Act(house));
        Assert.Equal((version, isMajor), (news!.Version, news.IsMajor));
        Assert.Equal(isMajor ? [supplier.Person] : [], await MailedAsync(house));
        var submitted = await house.Get<Submissions>().SubmitAsync(draft.Key);
        Assert.IsType(isMajor ? typeof(SubmitResult.PolicyChanged) : typeof(SubmitResult.Submitted), submitted);
        Assert.Equal(isMajor ? version : 1, house.Get<PolicyText>().LastMajor);
    }

    [Fact]
    public async Task Who_accepts_the_newer_version_goes_on_and_is_told_no_more()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var registrant = await Registrant.TypeAsync(house);
        await PolicyStaff.Of(house).PublishNewAsync(MajorKinds.Rights);

        Assert.True(await house.Get<Drafts>().AcceptAgainAsync(registrant.Key, house.Get<PolicyText>().Shown("en")));

        Assert.IsType<SubmitResult.Submitted>(await house.Get<Submissions>().SubmitAsync(registrant.Key));
        Assert.IsType<ActivationResult.Activated>(await house.Get<Activations>().ActivateAsync(await registrant.LinkAsync(house), Registrant.Password));
        await house.Get<PolicyMails>().SendAsync(default);
        Assert.Null(await house.Get<PolicyNotices>().OutstandingAsync(registrant.Act(house)));
        Assert.Empty(await MailedAsync(house));
    }

    [Theory, BothProviders]
    public async Task What_was_read_is_not_shown_again_and_only_a_newer_version_is(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var supplier = await Population.Of(house).RegisterAsync("one@mill.example");
        var staff = PolicyStaff.Of(house);
        var notices = house.Get<PolicyNotices>();
        var act = house.ActOf(supplier, Role.Supplier);
        await staff.PublishNewAsync(MajorKinds.Rights);
        var minor = await staff.PublishNewAsync(MajorKinds.None);

        var news = await notices.OutstandingAsync(act);
        await notices.SeeAsync(minor, act);
        await notices.DismissAsync(minor, act);
        await notices.DismissAsync(minor, act);

        Assert.Equal((minor, true), (news!.Version, news.IsMajor));
        Assert.Null(await notices.OutstandingAsync(act));
        var newer = await staff.PublishNewAsync(MajorKinds.None);
        news = await notices.OutstandingAsync(act);
        Assert.Equal((newer, false), (news!.Version, news.IsMajor));
        await using var db = house.Store.Read();
        var notice = await db.Set<PolicyNotice>().SingleAsync();
        Assert.NotNull(notice.SeenOn);
        Assert.NotNull(notice.DismissedOn);
    }

    [Theory, BothProviders]
    public async Task A_crash_between_or_within_batches_sends_each_letter_once(DatabaseProvider provider)
    {
        using var stores = await Stores.CreateAsync(provider);
        var suppliers = new List<Guid>();
        await using (var house = await House.OpenAsync(stores))
        {
            for (var number = 0; number < PolicyMails.Batch + 3; number++)
            {
                suppliers.Add(await Population.Of(house).RegisterAsync($"{number}@mill.example"));
            }

            await Population.Of(house).RegisterAsync("staff@mill.example", Role.Verifier);
            await PolicyStaff.Of(house).PublishNewAsync(MajorKinds.Ownership);
        }

        foreach (var step in new[] { "policy-mails.before-commit", "policy-mails.between" })
        {
            await using var dying = await House.OpenAsync(stores);
            dying.DieAt(step);
            await Assert.ThrowsAsync<ProcessDiedException>(() => dying.Get<PolicyMails>().SendAsync(default));
            Assert.Equal(step == "policy-mails.between" ? PolicyMails.Batch : 0, (await MailedAsync(dying)).Count);
        }

        await using var next = await House.OpenAsync(stores);
        await next.Get<PolicyMails>().SendAsync(default);
        await next.Get<PolicyMails>().SendAsync(default);

        Assert.Equal(suppliers.Order(), await MailedAsync(next));
    }

    [Fact]
    public async Task The_letter_speaks_the_readers_language_and_says_what_changed()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var supplier = await Population.Of(house).RegisterAsync("one@mill.example");
        await house.Store.UpdateAsync(db => db.Set<Person>().Where(person => person.Id == supplier).ExecuteUpdateAsync(set => set.SetProperty(person => person.Language, "zh-CN")));
        await PolicyStaff.Of(house).PublishNewAsync(MajorKinds.Ownership);

        await house.Get<PolicyMails>().SendAsync(default);

        await using var db = house.Store.Read();
        var record = await db.Set<OutboxMail>().Where(mail => mail.Letter == nameof(Letters.PolicyChanged)).Select(mail => mail.RecordId).SingleAsync();
        var mail = Assert.IsType<Opening<OutgoingMail>.Opened>(await house.Vault.OpenAsync<OutgoingMail>(supplier, record, For.DeliverMessage)).Record;
        Assert.Equal(("zh-CN", "one@mill.example"), (mail.Language, mail.To));
        Assert.Contains(mail.Body, paragraph => paragraph.Contains(PolicyStaff.Why.Chinese, StringComparison.Ordinal));
        Assert.Equal("/policy/changes", mail.Link!.AbsolutePath);
    }

    [Fact]
    public async Task What_changed_is_told_since_the_version_accepted_and_to_others_between_the_last_two()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var supplier = await Registrant.ActivateAsync(house);
        var history = house.Get<PolicyHistory>();
        Assert.Null(await history.ChangesAsync("en", null, house.ActOf(Guid.Empty)));
        await PolicyStaff.Of(house).PublishNewAsync(MajorKinds.Rights, "work-profile");
        await PolicyStaff.Of(house).PublishNewAsync(MajorKinds.None);

        var mine = await history.ChangesAsync("zh-CN", null, supplier.Act(house));
        var anybodys = await history.ChangesAsync("en", null, house.ActOf(Guid.Empty));

        Assert.Equal((1, 3, true), (mine!.From, mine.To, mine.IsAccepted));
        Assert.Equal([3, 2], mine.Steps.Select(step => step.Number));
        Assert.Equal(["work-profile"], mine.Purposes);
        Assert.Contains("security", mine.Sections.Select(section => section.Id));
        Assert.Equal((2, 3, false), (anybodys!.From, anybodys.To, anybodys.IsAccepted));
        // a guardian has no account, and names the version accepted for the child
        var guardians = await history.ChangesAsync("en", 1, house.ActOf(Guid.Empty));
        Assert.Equal((1, 3, false), (guardians!.From, guardians.To, guardians.IsAccepted));
        Assert.Equal([3, 2], guardians.Steps.Select(step => step.Number));
        foreach (var none in (int[])[0, 4, -7])
        {
            Assert.Equal(2, (await history.ChangesAsync("en", none, house.ActOf(Guid.Empty)))!.From);
        }

        Assert.Contains(anybodys.Sections.SelectMany(section => section.Lines).SelectMany(line => line.Runs), run => run.Part == Part.Added);
    }

    private static async Task<List<Guid>> MailedAsync(House house)
    {
        await using var db = house.Store.Read();
        var mailed = await db.Set<OutboxMail>().Where(mail => mail.Letter == nameof(Letters.PolicyChanged)).Select(mail => mail.PersonId!.Value).ToListAsync();
        return [.. mailed.Order()];
    }
}

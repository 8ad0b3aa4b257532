using System.Globalization;
using System.Reflection;
using System.Resources;
using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Notifications.Inbox;

public sealed class InboxTests
{
    /// <summary>Letters to outsiders, to somebody without an account, or whose link is a key.</summary>
    private static readonly string[] NotForAnInbox =
    [
        nameof(Letters.Activation), nameof(Letters.AlreadyRegistered), nameof(Letters.ResumeDraft), nameof(Letters.DraftExpiryWarning), nameof(Letters.PasswordReset), nameof(Letters.StaffInvitation),
        nameof(Letters.GuardianAsked), nameof(Letters.GuardianConsented), nameof(Letters.ChildMayRegister), nameof(Letters.GuardianAccess), nameof(Letters.GuardianPolicyChanged), nameof(Letters.GuardianWithdrew), nameof(Letters.ChildIsOfAge),
        nameof(Letters.DataErased), nameof(Letters.SupplierProfile), nameof(Letters.DataToErase), nameof(Letters.DataToCorrect), nameof(Letters.DataReminder), nameof(Letters.TransferReady), nameof(Letters.RequestTyped),
    ];

    private static readonly IReadOnlyList<string> Names = [.. typeof(Letters).GetMethods(BindingFlags.Public | BindingFlags.Static).Select(method => method.Name)];

    [Theory, BothProviders]
    public async Task What_a_letter_tells_stands_in_its_readers_inbox_too_and_in_nobody_elses(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var applicant = await Applicant.BeginAsync(house);
        var inbox = house.Get<MyInbox>();
        var reference = await applicant.InHandAsync();
        house.Clock.Advance(TimeSpan.FromHours(1));
        Applicant.Done(await applicant.Desk.WriteAsync(reference, await applicant.StampAsync(reference), "About the pelican.", applicant.ActOf(Applicant.Officer)));

        var rows = (await inbox.ListAsync(null, MyInbox.Size, applicant.Act)).Rows;

        Assert.Equal([nameof(Letters.RequestMessageWaits), nameof(Letters.RequestReceived)], rows.Select(row => row.Letter));
        Assert.All(rows, row => Assert.Equal((RequestLetters.PlaceOf(reference), reference, false), (row.Place, row.Reference, row.IsRead)));
        Assert.Equal(2, await inbox.UnreadAsync(applicant.Act));
        Assert.Empty((await inbox.ListAsync(null, MyInbox.Size, house.ActOf(Guid.NewGuid(), Role.Supplier))).Rows);
        await using var db = house.Store.Read();
        var mails = await db.Set<OutboxMail>().Select(mail => mail.Id).ToListAsync();
        Assert.All(rows, row => Assert.Contains(row.Id, mails));
    }

    [Theory, BothProviders]
    public async Task One_is_marked_read_or_all_are_and_only_ones_own(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var applicant = await Applicant.BeginAsync(house);
        var inbox = house.Get<MyInbox>();
        for (var number = 0; number < 3; number++)
        {
            await applicant.SubmitAsync();
        }

        var heard = 0;
        using var listening = house.Get<ChangeFeed>().Subscribe(Topics.Inbox(applicant.Person), () => heard++);
        var first = (await inbox.ListAsync(null, MyInbox.Size, applicant.Act)).Rows[0];
        await inbox.ReadAsync(first.Id, house.ActOf(Guid.NewGuid(), Role.Supplier));
        Assert.Equal((3, 0), (await inbox.UnreadAsync(applicant.Act), heard));

        await inbox.ReadAsync(first.Id, applicant.Act);
        Assert.Equal((2, 1), (await inbox.UnreadAsync(applicant.Act), heard));

        await inbox.ReadAllAsync(applicant.Act);
        Assert.Equal((0, 2), (await inbox.UnreadAsync(applicant.Act), heard));
    }

    [Theory, BothProviders]
    public async Task Page_by_page_comes_everything_once_newest_first(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var applicant = await Applicant.BeginAsync(house);
        var inbox = house.Get<MyInbox>();
        for (var number = 0; number < 7; number++)
        {
            // two of one instant
            house.Clock.Advance(TimeSpan.FromMinutes(number % 2));
            await applicant.SubmitAsync();
        }

        List<InboxRow> walked = [];
        for (var more = true; more;)
        {
            var page = await inbox.ListAsync(walked.LastOrDefault()?.Key, 2, applicant.Act);
            walked.AddRange(page.Rows);
            more = page.HasMore;
        }

        Assert.Equal((await inbox.ListAsync(null, 100, applicant.Act)).Rows, walked);
        Assert.Equal(7, walked.Select(row => row.Id).Distinct().Count());
        Assert.Equal(walked.Select(row => row.On).OrderDescending(), walked.Select(row => row.On));
    }

    [Theory, BothProviders]
    public async Task Of_a_kind_that_is_not_wanted_by_mail_only_the_notice_comes_and_the_mails_own_link_chooses_the_same(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var applicant = await Applicant.BeginAsync(house);
        var choices = house.Get<MailChoices>();
        var reference = await applicant.InHandAsync();
        await WriteAsync();
        var offered = (await applicant.LetterAsync()).Unsubscribe!;
        Assert.Equal(MailChoices.UnsubscribePath, offered.AbsolutePath);

        await house.Get<News.NewsReaders>().UnsubscribeAsync(offered.Query["?token=".Length..]);
        await house.Get<News.NewsReaders>().UnsubscribeAsync(offered.Query["?token=".Length..]);
        await WriteAsync();

        Assert.False(await WantsAsync());
        Assert.Equal(1, (await applicant.LettersAsync()).Count(letter => letter == nameof(Letters.RequestMessageWaits)));
        Assert.Equal(2, await NoticesAsync());

        Assert.True(await choices.ChooseAsync(InboxKind.Message, byMail: true, applicant.Act));
        await WriteAsync();

        Assert.True(await WantsAsync());
        Assert.Equal(2, (await applicant.LettersAsync()).Count(letter => letter == nameof(Letters.RequestMessageWaits)));
        Assert.Equal(3, await NoticesAsync());

        async Task WriteAsync() => Applicant.Done(await applicant.Desk.WriteAsync(reference, await applicant.StampAsync(reference), "About the pelican.", applicant.ActOf(Applicant.Officer)));
        async Task<bool> WantsAsync() => (await choices.ListAsync(applicant.Act)).Kinds.Single(wish => wish.Kind == InboxKind.Message).ByMail;
        async Task<int> NoticesAsync() => (await house.Get<MyInbox>().ListAsync(null, 100, applicant.Act)).Rows.Count(row => row.Letter == nameof(Letters.RequestMessageWaits));
    }

    [Fact]
    public async Task What_law_or_safety_demands_cannot_be_switched_off_and_has_no_link_to_do_it()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var applicant = await Applicant.BeginAsync(house);
        var choices = house.Get<MailChoices>();

        foreach (var wish in (await choices.ListAsync(applicant.Act)).Kinds.Where(wish => wish.IsFixed))
        {
            Assert.False(await choices.ChooseAsync(wish.Kind, byMail: false, applicant.Act));
        }

        Assert.False(await choices.ChooseAsync(InboxKind.EarlyWarning, byMail: false, applicant.Act));
        await applicant.RefusedAsync();
        Assert.Contains(nameof(Letters.RequestRefused), await applicant.LettersAsync());
        Assert.Null((await applicant.LetterAsync()).Unsubscribe);
        Assert.All((await choices.ListAsync(applicant.Act)).Kinds, wish => Assert.True(wish.ByMail));
    }

    [Theory, BothProviders]
    public async Task With_the_account_notices_and_choices_go_and_nothing_is_noted_any_more(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var applicant = await Applicant.BeginAsync(house);
        await applicant.SubmitAsync();
        await house.Get<MailChoices>().ChooseAsync(InboxKind.Message, byMail: false, applicant.Act);
        await using (var opening = await house.Store.WriteAsync())
        {
            house.Get<AccountRegister>().Create(opening, applicant.Person, house.Get<AccountRegister>().Hash("quiet-harbour-lantern-42"), Role.Supplier, applicant.Act);
            await opening.CommitAsync();
        }

        await using (var work = await house.Store.WriteAsync())
        {
            await house.Get<Outbox>().SendAsync(work, applicant.Person, Named(nameof(Letters.PasswordChanged)), applicant.Act);
            await house.Get<Leaving>().EndAllAsync(work, applicant.Person, applicant.Act, "account.closing");
            await house.Get<Outbox>().SendAsync(work, applicant.Person, Named(nameof(Letters.PasswordChanged)), applicant.Act);
            await work.CommitAsync();
        }

        await using var db = house.Store.Read();
        Assert.Equal((0, 0), (await db.Set<InboxNotice>().CountAsync(), await db.Set<MailChoice>().CountAsync()));
    }

    [Theory, BothProviders]
    public async Task A_letter_that_waits_is_shown_in_the_inbox_when_it_leaves(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var applicant = await Applicant.BeginAsync(house);
        var (outbox, inbox) = (house.Get<Outbox>(), house.Get<MyInbox>());
        Guid mail;
        await using (var work = await house.Store.WriteAsync())
        {
            mail = await outbox.PrepareAsync(work, applicant.Person, Named(nameof(Letters.RequestCarriedOut)), applicant.Act);
            await work.CommitAsync();
        }

        Assert.Equal(0, await inbox.UnreadAsync(applicant.Act));
        house.Clock.Advance(TimeSpan.FromDays(1));
        await using (var work = await house.Store.WriteAsync())
        {
            await outbox.ReleaseAsync(work, mail, house.System);
            await work.CommitAsync();
        }

        Assert.Equal(house.Clock.Now(), Assert.Single((await inbox.ListAsync(null, MyInbox.Size, applicant.Act)).Rows).On);
    }

    [Theory, BothProviders]
    public async Task Notices_go_when_their_term_is_over(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var applicant = await Applicant.BeginAsync(house);
        await applicant.SubmitAsync();
        house.Clock.Advance(TimeSpan.FromDays(InboxNotice.Term.Days - 1));
        await applicant.SubmitAsync();
        Assert.Equal(0, await house.Get<InboxRound>().RunAsync());

        house.Clock.Advance(TimeSpan.FromDays(2));

        Assert.Equal(1, await house.Get<InboxRound>().RunAsync());
        Assert.Equal(1, await house.Get<MyInbox>().UnreadAsync(applicant.Act));
    }

    [Fact]
    public void A_link_that_is_a_key_stands_in_no_inbox() =>
        Assert.Null(InboxNotice.Beside(LetterSamples.Activation() with { Name = nameof(Letters.RequestReceived) }, Guid.NewGuid(), DateTime.UnixEpoch));

    [Fact]
    public void Every_letter_stands_in_the_inbox_or_is_known_not_to() =>
        Assert.Equal(Names.Order(StringComparer.Ordinal), Names.Where(name => InboxKinds.OfLetter(name) is not null).Concat(NotForAnInbox).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("")]
    [InlineData("zh-CN")]
    public void Every_notice_and_kind_is_said_in_both_languages(string language)
    {
        var words = new ResourceManager(typeof(InboxTexts)).GetResourceSet(CultureInfo.GetCultureInfo(language), createIfNotExists: true, tryParents: false)!;

        Assert.All(Names.Where(name => InboxKinds.OfLetter(name) is not null), name => Assert.NotNull(words.GetString($"Notice.{name}")));
        Assert.All(Enum.GetNames<InboxKind>(), kind => Assert.NotNull(words.GetString($"Kind.{kind}") is null ? null : words.GetString($"About.{kind}")));
    }

    private static Letter Named(string name) =>
        new("zylphia@qvarnstroem.test", "en", name, ["Something happened."], new LetterLink("See", new Uri($"https://portal.test{RequestLetters.PlaceOf("REQ-00001")}"))) { Name = name };
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using SrmBlazor.Data;
using SrmBlazor.Data.Audit;
using SrmBlazor.Features.Home;
using SrmBlazor.Features.Notifications;
using SrmBlazor.Features.Policies;
using SrmBlazor.Features.PrivacyCenter;
using SrmBlazor.Features.Registration.Activation;
using SrmBlazor.Features.Registration.Records;
using SrmBlazor.Features.Screening.Cases;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Disclosures;

public sealed class MySharingTests
{
    private static readonly string[] Declared = ["identity.FullName", "mailbox.Address", "department.Name", "position.Name", "city.Name"];

    [Promise("P-0-09", "P-4.1-08")]
    [Theory, BothProviders]
    public async Task Without_the_consent_nothing_leaves_not_even_by_an_offer_that_was_never_made(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var supplier = await Registrant.ActivateAsync(house);
        var invented = new Offer(Guid.NewGuid(), Sharer.AtHome, [new ProfileValue("identity.FullName", Registrant.Name)]);

        var offering = await supplier.OfferAsync(house, Sharer.AtHome);
        var sending = await house.Get<MySharing>().SendAsync(invented, supplier.Act(house));

        Assert.Equal(new Offering(null, Obstacle.NoConsent), offering);
        Assert.Equal(new Sending(false, Obstacle.NoConsent), sending);
        Assert.Empty(await house.DisclosuresAsync());
        Assert.Empty(await house.ProfilesAsync());
    }

    [Theory, BothProviders]
    public async Task Nothing_leaves_of_somebody_who_is_not_cleared_against_the_lists_of_now(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var supplier = await Registrant.ActivateAsync(house);
        await supplier.DecideAsync(house, For.ShareAffiliate, give: true);

        await house.ListAsync(Subjects.Row(Registrant.Name, "CN"));
        var newer = await supplier.OfferAsync(house, Sharer.AtHome);
        await house.RoundAsync();
        var hit = await supplier.SendAsync(house, Sharer.AtHome);
        await house.ClearByTwoAsync(supplier.Person);
        var cleared = await supplier.SendAsync(house, Sharer.AtHome);

        Assert.Equal((new Offering(null, Obstacle.NotCleared), new Sending(false, Obstacle.NotCleared), new Sending(true, null)), (newer, hit, cleared));
        Assert.Single(await house.DisclosuresAsync());
    }

    [Promise("P-4.1-04")]
    [Theory, BothProviders]
    public async Task One_letter_carries_exactly_what_was_declared_and_shown_and_the_record_only_names_it(DatabaseProvider provider)
    {
        using var stores = await Stores.CreateAsync(provider);
        await using var sink = new SmtpSink();
        await using var house = await MailHouse.OpenAsync(stores, new FakeTimeProvider(House.Start), sink.Port);
        var supplier = await Registrant.ActivateAsync(house, Registrant.Everything with { City = "Qvarnby" });
        await supplier.DecideAsync(house, For.ShareAffiliate, give: true);

        var offer = (await supplier.OfferAsync(house, Sharer.AtHome)).Offer!;
        var once = await house.Get<MySharing>().SendAsync(offer, supplier.Act(house));
        var twice = await house.Get<MySharing>().SendAsync(offer, supplier.Act(house));
        await house.Round.RunAsync();

        Assert.Equal(Declared, offer.Values.Select(value => value.Item));
        Assert.Equal([Registrant.Name, Registrant.Mailbox, "Harbour lights", "Keeper", "Qvarnby"], offer.Values.Select(value => value.Value));
        Assert.Equal((true, true), (once.Left, twice.Left));
        var letter = Assert.Single(sink.Deliveries, delivery => delivery.To == "suppliers@components.example").Message;
        Assert.All(offer.Values, value => Assert.Contains(value.Value, letter.TextBody, StringComparison.Ordinal));
        Assert.All([Registrant.Number, "13812345678", "12 Qvarn Street", "1949", "+86", supplier.Person.ToString()], other => Assert.DoesNotContain(other, letter.TextBody, StringComparison.Ordinal));
        Assert.DoesNotContain(Registrant.Name, letter.Subject, StringComparison.Ordinal);
        var disclosure = Assert.Single(await house.DisclosuresAsync());
        Assert.Equal((supplier.Person, Sharer.AtHome, string.Join(' ', Declared), "share-affiliate", Basis.SeparateConsent), (disclosure.PersonId, disclosure.RecipientKey, disclosure.Items, disclosure.Purpose, disclosure.Basis));
        Assert.Empty(Canary.Search(await stores.PlacesAsync(), Registrant.Name, Registrant.Mailbox, "Harbour lights", "Qvarnby"));
        await using var db = house.Store.Read();
        Assert.Equal(1, await db.Set<AuditEntry>().CountAsync(entry => entry.Action == "profile.disclosed"));
        var past = Assert.Single(await house.Get<MySharing>().PastAsync("zh-CN", supplier.Act(house)));
        Assert.Equal(("示例元件（苏州）有限公司", MailState.Sent), (past.Name, past.State));
    }

    [Promise("P-6-04", "P-6-02")]
    [Theory, BothProviders]
    public async Task What_goes_abroad_needs_a_second_consent_and_the_first_is_not_enough(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var supplier = await Registrant.ActivateAsync(house);
        await supplier.DecideAsync(house, For.ShareAffiliate, give: true);

        var blocked = await supplier.SendAsync(house, Sharer.Abroad);
        await supplier.DecideAsync(house, For.CrossBorder, give: true);
        var sent = await supplier.SendAsync(house, Sharer.Abroad);
        await supplier.DecideAsync(house, For.ShareAffiliate, give: false);
        var again = await supplier.SendAsync(house, Sharer.Abroad);

        Assert.Equal(new Sending(false, Obstacle.NoBorderConsent), blocked);
        Assert.True(sent.Left);
        Assert.Equal(new Sending(false, Obstacle.NoConsent), again);
        Assert.Equal("share-affiliate cross-border", Assert.Single(await house.ProfilesAsync()).Needs);
        // what went abroad stands on record with its ground, and the person reads it
        var row = Assert.Single((await house.Get<MyHandling>().TablesAsync(supplier.Act(house))).Single(table => table.Entity == nameof(Disclosure)).Rows);
        Assert.Contains(nameof(Basis.SeparateConsent), row.Select(cell => cell.Value));
        Assert.Contains(Sharer.Abroad, row.Select(cell => cell.Value));
    }

    [Theory, BothProviders]
    public async Task A_consent_taken_back_stops_the_offer_on_the_page_and_the_letter_that_has_not_left(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var supplier = await Registrant.ActivateAsync(house);
        await supplier.DecideAsync(house, For.ShareAffiliate, give: true);
        await supplier.DecideAsync(house, For.CrossBorder, give: true);
        Assert.True((await supplier.SendAsync(house, Sharer.Abroad)).Left);
        var shown = (await supplier.OfferAsync(house, Sharer.Abroad)).Offer!;

        await supplier.DecideAsync(house, For.CrossBorder, give: false);
        var refused = await house.Get<MySharing>().SendAsync(shown, supplier.Act(house));
        await house.Get<MailRound>().RunAsync();

        Assert.Equal(new Sending(false, Obstacle.NoBorderConsent), refused);
        Assert.Equal(MailState.Lapsed, Assert.Single(await house.ProfilesAsync()).State);
        Assert.DoesNotContain(house.Get<MailFolder>().List(), letter => letter.To == "suppliers@works.example");
        Assert.Equal(MailState.Lapsed, Assert.Single(await house.Get<MySharing>().PastAsync("en", supplier.Act(house))).State);
    }

    [Promise("P-0-11")]
    [Theory, BothProviders]
    public async Task After_the_last_day_of_its_assessment_a_recipient_receives_nothing(DatabaseProvider provider)
    {
        using var stores = await Stores.CreateAsync(provider);
        await using var house = await House.OpenAsync(stores, settings: [("Recipients:example-components:ReviewBy", "2026-03-02")]);
        var supplier = await Registrant.ActivateAsync(house);
        await supplier.DecideAsync(house, For.ShareAffiliate, give: true);
        var onTheLastDay = (await supplier.OfferAsync(house, Sharer.AtHome)).Offer!;

        // midnight in China
        house.Clock.Advance(TimeSpan.FromHours(6.5));
        var late = await house.Get<MySharing>().SendAsync(onTheLastDay, supplier.Act(house));

        Assert.Equal(new Sending(false, Obstacle.NotAssessed), late);
        Assert.Equal([false, true], house.Get<MySharing>().Affiliates(supplier.Act(house)).Select(one => one.Assessed));
        Assert.Empty(await house.ProfilesAsync());
    }

    [Theory, BothProviders]
    public async Task Another_person_sends_and_sees_only_their_own(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var (owner, another) = (await Registrant.ActivateAsync(house), await Registrant.ActivateAsync(house, Registrant.Everything with { Mailbox = "torvald@aakesson.test", FullName = "Åkesson Torvald" }));
        await owner.DecideAsync(house, For.ShareAffiliate, give: true);
        await another.DecideAsync(house, For.ShareAffiliate, give: true);
        Assert.True((await owner.SendAsync(house, Sharer.AtHome)).Left);
        var owners = (await owner.OfferAsync(house, Sharer.AtHome)).Offer!;

        var refused = await house.Get<MySharing>().SendAsync(owners, another.Act(house));
        var anothers = (await another.OfferAsync(house, Sharer.AtHome)).Offer!;

        Assert.Equal(new Sending(false, Obstacle.Changed), refused);
        Assert.DoesNotContain(anothers.Values, value => value.Value is Registrant.Name or Registrant.Mailbox);
        Assert.Empty(await house.Get<MySharing>().PastAsync("en", another.Act(house)));
        await Assert.ThrowsAsync<NotAllowedException>(() => house.Get<MySharing>().PastAsync("en", house.ActOf(owner.Person, Role.Verifier)));
    }

    [Promise("P-4.1-02", "P-4.1-05", "P-1.3-11")]
    [Theory, BothProviders]
    public async Task A_consent_reaches_no_recipient_and_no_item_that_its_notice_did_not_name(DatabaseProvider provider)
    {
        using var stores = await Stores.CreateAsync(provider);
        Registrant supplier;
        await using (var before = await House.OpenAsync(stores))
        {
            supplier = await Registrant.ActivateAsync(before);
            await supplier.DecideAsync(before, For.ShareAffiliate, give: true);
            Assert.True((await supplier.SendAsync(before, Sharer.AtHome)).Left);
        }

        await using var after = await House.OpenAsync(stores, settings:
        [
            ("Recipients:new-one:Name:en", "New One Ltd."), ("Recipients:new-one:Name:zh-CN", "新公司"), ("Recipients:new-one:Kind", "Affiliate"), ("Recipients:new-one:Country", "CN"),
            ("Recipients:new-one:Mailbox", "suppliers@new-one.example"), ("Recipients:new-one:Purposes:0", "share-affiliate"), ("Recipients:new-one:Items:0", "city.Name"),
            ("Recipients:new-one:Safeguards:en", "Contract"), ("Recipients:new-one:Safeguards:zh-CN", "合同"), ("Recipients:new-one:AssessedOn", "2026-01-05"), ("Recipients:new-one:ReviewBy", "2027-01-04"),
            ("Recipients:example-works:Items:4", "department.Name"),
        ]);
        var unnamed = await supplier.SendAsync(after, "new-one");
        var more = await supplier.SendAsync(after, Sharer.Abroad);
        await supplier.DecideAsync(after, For.ShareAffiliate, give: false);
        await supplier.DecideAsync(after, For.ShareAffiliate, give: true);
        var named = await supplier.SendAsync(after, "new-one");

        Assert.Equal(new Sending(false, Obstacle.NotNamed), unnamed);
        Assert.Equal(new Sending(false, Obstacle.NotNamed), more);
        Assert.True(named.Left);
    }

    [Theory]
    [InlineData("works", "DE", "city.Name", true)]
    [InlineData("other", "DE", "city.Name", false)]
    [InlineData("works", "US", "city.Name", false)]
    [InlineData("works", "DE", "phone.Number", false)]
    public void A_notice_covers_the_recipient_it_names_where_it_is_and_what_it_was_to_receive(string key, string country, string item, bool covered)
    {
        var named = new Consents.NoticeRecipient("works", "Works", "DE", "Germany", "suppliers@works.example", [new("identity.FullName", "Name", false, false), new("city.Name", "City", false, false)], "Contract");

        Assert.Equal(covered, named.Covers(key, country, [item]));
    }

    [Fact]
    public async Task A_value_that_changed_since_it_was_shown_is_shown_again_first()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var supplier = await Registrant.ActivateAsync(house);
        await supplier.DecideAsync(house, For.ShareAffiliate, give: true);
        var shown = (await supplier.OfferAsync(house, Sharer.AtHome)).Offer!;
        var city = (await house.Get<MyData>().HeldAsync(supplier.Act(house))).Single(held => held.Kind == City.Kind).Id;

        Assert.True(await house.Get<MyData>().RemoveAsync(city, supplier.Act(house)));
        var changed = await house.Get<MySharing>().SendAsync(shown, supplier.Act(house));
        var without = await supplier.SendAsync(house, Sharer.AtHome);

        Assert.Equal(new Sending(false, Obstacle.Changed), changed);
        Assert.True(without.Left);
        Assert.Equal(string.Join(' ', Declared[..4]), Assert.Single(await house.DisclosuresAsync()).Items);
    }

    [Fact]
    public async Task What_was_agreed_to_and_has_changed_opens_nothing_until_the_person_answers()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var supplier = await Registrant.ActivateAsync(house);
        await supplier.DecideAsync(house, For.ShareAffiliate, give: true);

        await house.ReviseAsync(For.ShareAffiliate);
        var paused = await supplier.SendAsync(house, Sharer.AtHome);
        await supplier.DecideAsync(house, For.ShareAffiliate, give: true);

        Assert.Equal(Obstacle.NoConsent, paused.Obstacle);
        Assert.True((await supplier.SendAsync(house, Sharer.AtHome)).Left);
    }

    [Promise("P-4.1-07")]
    [Theory]
    [InlineData("en", "Example Works GmbH", "Germany", "Sharing your profile with affiliates", "Sending your data abroad", "Standard contract")]
    [InlineData("zh-CN", "示例制造有限责任公司", "德国", "向关联公司提供您的资料", "向境外提供您的信息", "标准合同")]
    public async Task The_policy_and_the_notices_name_every_recipient(string language, params string[] words)
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);

        var row = house.Get<PolicyText>().In(language).Source.Split('\n').Single(line => line.Contains(words[0], StringComparison.Ordinal));
        var notices = new[] { For.ShareAffiliate, For.CrossBorder }.Select(purpose => house.Get<Consents.Notices>().Of(purpose, language)).ToList();

        Assert.All(words, word => Assert.Contains(word, row, StringComparison.Ordinal));
        Assert.Equal([2, 1], notices.Select(notice => notice.Named!.Count));
        Assert.Contains(words[0], notices[1].Receivers, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_notice_names_of_a_record_only_the_items_that_its_purpose_is_about()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);

        var notice = house.Get<Consents.Notices>().Of(For.PublicListing, "en");

        Assert.Equal(["city.Name", "identity.FullName"], notice.Items.Select(item => item.Id));
        Assert.Null(notice.Named);
    }
}
